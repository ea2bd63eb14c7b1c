/** Reading a file of days. The content types of files are known to this route alone. */
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { bytesOf } from "../http/import-body.ts";
import { languageOf } from "../http/language.ts";
import { language, optional } from "../http/query.ts";
import { answer } from "../http/validation.ts";
import { ImportSchema } from "../schemas/calendar.ts";
import { LARGEST_IMPORT_BYTES, readImport } from "./import.ts";
import { institutionsById, standingCalendar } from "./standing.ts";

const TEXTS = ["text/csv", "text/calendar", "text/plain"];
const ImportQuery = z.strictObject({
  /** For whom the days are, where the file does not say it. */
  for: optional(z.string().trim().max(20)),
  /** The act that gives them, where the file does not say it. */
  legalAct: optional(z.string().trim().max(300)),
  lang: language,
});

export default async function importing(scope: FastifyInstance): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>();
  const { pool, calendars } = app.services;
  app.addContentTypeParser(TEXTS, { parseAs: "buffer" }, (_request, body, done) => done(null, body));

  app.post(
    "/api/calendar/import",
    {
      config: { action: "calendar.simulate", audit: "calendar.import" },
      // A little more for the envelope of a form.
      bodyLimit: 2 * LARGEST_IMPORT_BYTES,
      schema: {
        tags: ["calendar"],
        summary: "What a CSV or iCalendar file of days would declare; nothing is saved",
        consumes: [...TEXTS, "multipart/form-data"],
        querystring: ImportQuery,
        response: { 200: answer(ImportSchema) },
      },
    },
    async (request) => {
      const bytes = await bytesOf(request, LARGEST_IMPORT_BYTES);
      const { for: whom, legalAct } = request.query;
      return readImport(bytes, {
        standing: await standingCalendar(pool, calendars),
        institutions: new Set((await institutionsById(pool)).keys()),
        defaults: { for: whom, legalAct },
        language: languageOf(request),
      });
    },
  );
}
