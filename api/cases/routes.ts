import multipart, { type MultipartFile } from "@fastify/multipart";
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { findCommandSchema } from "../../domain/commands/index.schema.ts";
import { homeOf } from "../../domain/people/houses.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { ApiError, missingField, notFound } from "../http/api-error.ts";
import type { ProcessName } from "../../domain/process-words.ts";
import { countedProcess } from "../../domain/statistics/processes.ts";
import { languageOf } from "../http/language.ts";
import { answer, parse } from "../http/validation.ts";
import { listScopes, type ListScope } from "../authorisation.ts";
import { getCaseHead, getPerson } from "../people/authentication.ts";
import {
  CaseViewSchema,
  CasePageSchema,
  ExplanationSchema,
  FiledCaseSchema,
  UploadSchema,
} from "../schemas/answers.ts";
import { presentCase } from "./case-view.ts";
import { CommandEnvelope } from "./envelope.ts";
import { explainCaseDeadline } from "./explain.ts";
import { giveCommand } from "./give-command.ts";
import { exportCases } from "./export-cases.ts";
import { CaseExport, CaseQuery, CaseSearch, everyCase, listCases } from "./list-cases.ts";
import { openCase } from "./open-case.ts";
import { findCase } from "./read-case.ts";
import { getUpload, LARGEST_UPLOAD_BYTES, storeUpload } from "./uploads.ts";

const MEGABYTE = 1024 * 1024;
const CaseParams = z.object({ id: z.string() });

/** All of the file. @throws ApiError 413 for one that was cut off at the limit: half a document is never kept. */
async function wholeFile(file: MultipartFile): Promise<Buffer> {
  const tooLarge = new ApiError(413, "FILE_TOO_LARGE", { params: { megabytes: LARGEST_UPLOAD_BYTES / MEGABYTE } });
  const bytes = await file.toBuffer().catch((error: unknown) => {
    throw (error as { code?: string }).code === "FST_REQ_FILE_TOO_LARGE" ? tooLarge : error;
  });
  if (file.file.truncated) throw tooLarge;
  return bytes;
}

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { services } = app;
    const { pool, keyring } = services;
    await app.register(multipart, { limits: { fileSize: LARGEST_UPLOAD_BYTES, files: 1, fields: 4, parts: 5 } });

    app.post(
      "/api/cases",
      {
        config: { action: "case.create", audit: "case.create" },
        schema: { tags: ["cases"], summary: "File a dossier", response: { 201: answer(FiledCaseSchema) } },
      },
      async (request, reply) => {
        const filed = await openCase(services, getPerson(request), request.body);
        Object.assign(request.audited, { caseId: filed.caseId, institution: homeOf(filed.view.institutions) });
        return reply.code(201).header("location", `/api/cases/${filed.caseId}`).send(filed);
      },
    );

    app.get(
      "/api/cases",
      {
        config: { action: "case.list", audit: "case.list" },
        schema: {
          tags: ["cases"],
          summary: "Files, newest first; by number, stage, class",
          querystring: CaseQuery,
          response: { 200: answer(CasePageSchema) },
        },
      },
      async (request) => {
        const scopes = listScopes(getPerson(request), "case.list");
        return await listCases(pool, keyring, scopes, request.query, bucharestDate(services.now()));
      },
    );

    app.post(
      "/api/cases/search",
      {
        config: { action: "case.list", audit: "case.search" },
        schema: {
          tags: ["cases"],
          summary: "Files of patients of a surname, newest first",
          body: CaseSearch,
          response: { 200: answer(CasePageSchema) },
        },
      },
      async (request) => {
        const scopes = listScopes(getPerson(request), "case.list");
        return await listCases(pool, keyring, scopes, request.body, bucharestDate(services.now()));
      },
    );

    app.post(
      "/api/cases/export",
      {
        config: { action: "case.export", audit: "case.export" },
        schema: {
          tags: ["cases"],
          summary: "The register: all the files of a list, as CSV or XLSX; what is filtered by travels in the body",
          body: CaseExport,
        },
      },
      async (request, reply) => {
        const { format, ...query } = request.body;
        const scopes = listScopes(getPerson(request), "case.export");
        const files = everyCase(pool, keyring, scopes, query, bucharestDate(services.now()));
        const { type, name, stream } = exportCases(files, format, languageOf(request), handled(scopes));
        return reply
          .type(type)
          .headers({ "cache-control": "no-store", "content-disposition": `attachment; filename="${name}"` })
          .send(stream);
      },
    );

    app.get(
      "/api/cases/:id",
      {
        config: { action: "case.read", audit: "case.read" },
        schema: { tags: ["cases"], summary: "A file", params: CaseParams, response: { 200: answer(CaseViewSchema) } },
      },
      async (request, reply) => {
        const row = await findCase(pool, getCaseHead(request).caseId);
        if (row === undefined) throw notFound();
        void reply.header("cache-control", "no-store");
        return await presentCase(services, getPerson(request), row);
      },
    );

    app.post(
      "/api/cases/:id/commands",
      {
        config: { action: "case.command", audit: "case.command" },
        schema: {
          tags: ["cases"],
          summary: "Give a command to a file",
          params: CaseParams,
          response: { 200: answer(CaseViewSchema) },
        },
      },
      async (request) => {
        const given = (request.body as { type?: unknown } | null | undefined)?.type;
        if (typeof given === "string" && findCommandSchema(getCaseHead(request).process, given) !== undefined)
          request.audited.action = `command:${given}`;
        const envelope = parse(CommandEnvelope, request.body);
        const [person, head] = [getPerson(request), getCaseHead(request)];
        return await giveCommand(services, { person, head, earlier: request.earlierCommand, envelope });
      },
    );

    app.get(
      "/api/cases/:id/deadlines/:deadlineId",
      {
        config: { action: "case.read", audit: "case.read" },
        schema: {
          tags: ["cases"],
          summary: "The day-by-day working of a deadline",
          params: z.object({ id: z.string(), deadlineId: z.string().max(60) }),
          response: { 200: answer(ExplanationSchema) },
        },
      },
      async (request) => {
        const row = await findCase(pool, getCaseHead(request).caseId);
        if (row === undefined) throw notFound();
        const { calendars, now } = services;
        return await explainCaseDeadline(row, request.params.deadlineId, {
          calendars,
          now: now(),
          language: languageOf(request),
        });
      },
    );

    app.post(
      "/api/cases/:id/uploads",
      {
        config: { action: "case.upload", audit: "case.upload" },
        bodyLimit: LARGEST_UPLOAD_BYTES + MEGABYTE,
        schema: {
          tags: ["cases"],
          summary: "Upload a scan (multipart, one PDF, JPEG or PNG)",
          consumes: ["multipart/form-data"],
          params: CaseParams,
          response: { 201: answer(UploadSchema) },
        },
      },
      async (request, reply) => {
        const head = getCaseHead(request);
        if (head.outcome !== null) throw new ApiError(409, "CASE_CLOSED", { params: { outcome: head.outcome } });
        if (!request.isMultipart()) throw new ApiError(415, "UNSUPPORTED_MEDIA_TYPE");
        const file = await request.file();
        if (file === undefined) throw missingField("file");
        const bytes = await wholeFile(file);
        const stored = await storeUpload(pool, keyring, head.caseId, getPerson(request).id, {
          name: file.filename,
          bytes,
        });
        return reply.code(201).send(stored);
      },
    );

    app.get(
      "/api/cases/:id/uploads/:uploadId",
      {
        config: { action: "case.download", audit: "case.download" },
        schema: { tags: ["cases"], summary: "A scan", params: z.object({ id: z.string(), uploadId: z.string() }) },
      },
      async (request, reply) => {
        const { uploadId } = request.params;
        if (!z.uuid().safeParse(uploadId).success) throw notFound();
        const upload = await getUpload(pool, keyring, getCaseHead(request).caseId, uploadId);
        return reply
          .type(upload.mime)
          .headers({
            "cache-control": "no-store",
            "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(upload.name).replaceAll("'", "%27")}`,
            "x-content-type-options": "nosniff",
            "content-security-policy": "sandbox; default-src 'none'",
          })
          .send(upload.bytes);
      },
    );
  },
  { name: "dosar-cases", dependencies: ["dosar-authentication"] },
);

/** The processes whose files these houses handle. */
function handled(scopes: readonly ListScope[]): ProcessName[] {
  return [...new Set(scopes.flatMap(({ kind }) => countedProcess(kind) ?? []))];
}
