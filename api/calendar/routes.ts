/** The calendar of working days: for anybody to read, for its owners to change. */
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { bucharestDate, yearOf } from "../../domain/plain-date.ts";
import { invalidField } from "../http/api-error.ts";
import { languageOf } from "../http/language.ts";
import { language, optional } from "../http/query.ts";
import { answer } from "../http/validation.ts";
import { CalendarYearSchema } from "../schemas/calendar.ts";
import { exportedDays, toCsv, toIcs } from "./export.ts";
import importing from "./import-route.ts";
import { institutionsById, standingCalendar } from "./standing.ts";
import { daysOf, requireYear, yearView } from "./year-view.ts";

const year = optional(z.coerce.number().int());
const institution = optional(z.string().trim().max(20));
const YearQuery = z.strictObject({ year, institution, lang: language });
const ExportQuery = z.strictObject({
  format: z.enum(["csv", "ics"]).default("csv"),
  year,
  institution,
  lang: language,
});

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { pool, calendars, now } = app.services;

    async function requireInstitution(id: string | undefined): Promise<void> {
      if (id === undefined || (await institutionsById(pool)).has(id)) return;
      throw invalidField("UNKNOWN_INSTITUTION", "institution", { institution: id });
    }

    app.get(
      "/api/calendar",
      {
        config: { action: "calendar.read" },
        schema: {
          tags: ["calendar"],
          summary: "A year, day by day: which days work, and why the others do not",
          querystring: YearQuery,
          response: { 200: answer(CalendarYearSchema) },
        },
      },
      async (request) => {
        const { institution: whose, year: asked = yearOf(bucharestDate(now())) } = request.query;
        await requireInstitution(whose);
        const { data, days } = await standingCalendar(pool, calendars);
        return yearView(data, days, { year: asked, institution: whose, named: request.person !== undefined });
      },
    );

    app.get(
      "/api/calendar/export",
      {
        config: { action: "calendar.read" },
        schema: {
          tags: ["calendar"],
          summary: "Legal holidays and declared days as CSV or iCalendar; of one year, or of all",
          querystring: ExportQuery,
        },
      },
      async (request, reply) => {
        const { institution: whose, year: asked, format } = request.query;
        await requireInstitution(whose);
        if (asked !== undefined) requireYear(asked);
        const { days: recorded } = await standingCalendar(pool, calendars);
        const declared = daysOf(recorded, { year: asked, institution: whose });
        const days = exportedDays(declared, asked, languageOf(request));
        const name = ["calendar", whose, asked].filter((part) => part !== undefined).join("-");
        return reply
          .type(format === "csv" ? "text/csv; charset=utf-8" : "text/calendar; charset=utf-8")
          .header("content-disposition", `attachment; filename="${name}.${format}"`)
          .send(format === "csv" ? toCsv(days) : toIcs(days));
      },
    );

    await app.register(importing);
  },
  { name: "dosar-calendar", dependencies: ["dosar-authentication", "dosar-cases"] },
);
