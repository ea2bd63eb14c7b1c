/** Bringing the register of open files of a DSP or of an insurance house into the product. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { ImportPreview, ImportProgress } from "../../domain/imports/views.ts";
import { membershipsFor, type Action, type Membership, type Person } from "../authorisation.ts";
import { EngineUnavailable } from "../engine/case-engine.ts";
import { ApiError, invalidField, missingField, notFound } from "../http/api-error.ts";
import { languageOf } from "../http/language.ts";
import { language, optional } from "../http/query.ts";
import { answer } from "../http/validation.ts";
import { getPerson } from "../people/authentication.ts";
import { ownInstitutions } from "../people/own-institutions.ts";
import { ImportCodesSchema, ImportListSchema, ImportPreviewSchema, ImportProgressSchema } from "../schemas/imports.ts";
import { codesCsv, handOutCodes } from "./codes.ts";
import { previewRows } from "./preview.ts";
import { getImport, listImports } from "./progress.ts";
import { LARGEST_REGISTER_BYTES, readTable, tooLarge } from "./read-table.ts";
import type { Register } from "./register.ts";
import { registerOfHouse } from "./registers.ts";
import { saveImport } from "./save.ts";
import { templateCsv, templateXlsx } from "./template.ts";

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const TYPES = ["text/csv", XLSX_TYPE, "application/octet-stream"];
const MEGABYTE = 1024 * 1024;
const ImportParams = z.object({ importId: z.string() });

async function imports(scope: FastifyInstance): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>();
  const { services } = app;
  const { pool } = services;
  app.addContentTypeParser(TYPES, { parseAs: "buffer" }, (_request, body, done) => done(null, body));

  app.get(
    "/api/imports/template",
    {
      config: { action: "import.files" },
      schema: {
        tags: ["imports"],
        summary: "The register to fill in, as CSV or XLSX, with what each column holds",
        querystring: z.strictObject({
          format: optional(z.enum(["csv", "xlsx"])),
          /** The house for which it is, for people who work in several. */
          institution: optional(z.string().trim().max(20)),
          lang: language,
        }),
      },
    },
    async (request, reply) => {
      const { format = "xlsx", institution } = request.query;
      const { columns } = houseOf(getPerson(request), institution, "any").register;
      const spoken = languageOf(request);
      const name = spoken === "ro" ? "registru" : "register";
      void reply.header("content-disposition", `attachment; filename="${name}.${format}"`);
      return format === "csv"
        ? reply.type("text/csv; charset=utf-8").send(templateCsv(columns, spoken))
        : reply.type(XLSX_TYPE).send(templateXlsx(columns, spoken));
    },
  );

  app.post(
    "/api/imports",
    {
      config: { action: "import.files", audit: "import.preview" },
      bodyLimit: LARGEST_REGISTER_BYTES + MEGABYTE,
      schema: {
        tags: ["imports"],
        summary: "What would become of each row of a register (CSV or XLSX); no file is opened",
        consumes: [...TYPES, "multipart/form-data"],
        querystring: z.strictObject({ institution: optional(z.string().trim().max(20)), lang: language }),
        response: { 200: answer(ImportPreviewSchema) },
      },
    },
    async (request, reply): Promise<ImportPreview> => {
      void reply.header("cache-control", "no-store");
      const person = getPerson(request);
      const importing = houseOf(person, request.query.institution, "one");
      const { house, register } = importing;
      request.audited.institution = house.institution;
      const table = await readTable(await bytesOf(request), register.columns);
      const { rows, bringable } = await previewRows(services, person, importing, table, languageOf(request));
      const count = (state: string): number => rows.filter((row) => row.state === state).length;
      const counts = { new: count("new"), there: count("there"), wrong: count("wrong") };
      const isReady = counts.wrong === 0 && bringable.length > 0;
      return {
        ...(isReady ? { id: await saveImport(services, person, house, bringable) } : {}),
        institution: house.institution,
        rows,
        counts,
        ignored: table.ignored,
      };
    },
  );

  app.get(
    "/api/imports",
    {
      config: { action: "import.files" },
      schema: {
        tags: ["imports"],
        summary: "The latest imports of one's own house",
        querystring: z.strictObject({ lang: language }),
        response: { 200: answer(ImportListSchema) },
      },
    },
    async (request) => ({ items: await listImports(pool, own(request, "import.files"), languageOf(request)) }),
  );

  app.get(
    "/api/imports/:importId",
    {
      config: { action: "import.files" },
      schema: {
        tags: ["imports"],
        summary: "An import and how far it is",
        params: ImportParams,
        response: { 200: answer(ImportProgressSchema) },
      },
    },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      return await progress(request, "import.files");
    },
  );

  app.post(
    "/api/imports/:importId/start",
    {
      config: { action: "import.files", audit: "import.start" },
      schema: {
        tags: ["imports"],
        summary: "Open the files of a register that was read without a fault; again: nothing more",
        params: ImportParams,
        response: { 200: answer(ImportProgressSchema) },
      },
    },
    async (request) => {
      const { id, institution } = await progress(request, "import.files");
      request.audited.institution = institution;
      await pool.query("UPDATE file_imports SET state = 'saved' WHERE id = $1 AND state = 'ready'", [id]);
      const found = await progress(request, "import.files");
      if (found.state !== "done") await carryOut(request, id);
      return found;
    },
  );

  app.post(
    "/api/imports/:importId/codes",
    {
      config: { action: "import.codes", audit: "import.codes" },
      schema: {
        tags: ["imports"],
        summary: "The access codes of the files of an import, once",
        params: ImportParams,
        body: z.strictObject({ format: z.enum(["json", "csv"]).default("json") }),
        response: { 200: answer(ImportCodesSchema) },
      },
    },
    async (request, reply) => {
      const importId = idOf(request);
      const codes = await handOutCodes(services, own(request, "import.codes"), importId);
      void reply.header("cache-control", "no-store");
      if (request.body.format === "json") return { items: codes };
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", 'attachment; filename="coduri.csv"')
        .send(codesCsv(codes, languageOf(request)));
    },
  );

  async function progress(request: FastifyRequest, action: Action): Promise<ImportProgress> {
    return await getImport(pool, own(request, action), idOf(request), languageOf(request));
  }

  /** The engine is told; when it is away, the worker starts by itself what is saved. */
  async function carryOut(request: FastifyRequest, importId: string): Promise<void> {
    try {
      await services.engine.importFiles(importId);
    } catch (error) {
      if (!(error instanceof EngineUnavailable)) throw error;
      request.log.warn({ err: error, importId }, "the engine is away; the import is carried out when it is back");
    }
  }
}

function own(request: FastifyRequest, action: Action): string[] {
  return ownInstitutions(getPerson(request), action);
}

/** @throws ApiError 404 for what is no id. */
function idOf(request: FastifyRequest): string {
  const { importId } = request.params as z.output<typeof ImportParams>;
  if (!z.uuid().safeParse(importId).success) throw notFound();
  return importId;
}

interface Importing {
  readonly house: Membership;
  readonly register: Register<never>;
}

/** The house into which the person imports; for a file it must be said by people who work in several. */
function houseOf(person: Person, asked: string | undefined, which: "one" | "any"): Importing {
  const all = membershipsFor(person, "import.files").flatMap((house): Importing[] => {
    const register = registerOfHouse(house.kind);
    return register === undefined ? [] : [{ house, register }];
  });
  const found = asked === undefined ? all : all.filter(({ house }) => house.institution === asked);
  const [first, ...others] = found;
  if (first === undefined) throw new ApiError(403, "FORBIDDEN");
  if (which === "one" && others.some(({ house }) => house.institution !== first.house.institution)) {
    const known = [...new Set(all.map(({ house }) => house.institution))].join(", ");
    throw invalidField("INSTITUTION_NEEDED", "institution", { known });
  }
  return first;
}

/** The file: the body itself, or the part of a form. @throws ApiError 413 when it is too large, 415 for anything else. */
async function bytesOf(request: FastifyRequest): Promise<Uint8Array> {
  if (!request.isMultipart()) {
    if (!(request.body instanceof Uint8Array)) throw new ApiError(415, "UNSUPPORTED_MEDIA_TYPE");
    return request.body;
  }
  const part = await request.file({ limits: { fileSize: LARGEST_REGISTER_BYTES } });
  if (part === undefined) throw missingField("file");
  return await part.toBuffer().catch((error: unknown) => {
    throw (error as { code?: string }).code === "FST_REQ_FILE_TOO_LARGE" ? tooLarge() : error;
  });
}

export default fp(
  async (app) => {
    // The content types of files are known to these routes alone.
    await app.register(imports);
  },
  { name: "dosar-imports", dependencies: ["dosar-authentication", "dosar-cases"] },
);
