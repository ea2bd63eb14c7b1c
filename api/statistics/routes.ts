import type { FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { dateField } from "../../domain/commands/define.schema.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { COUNTRY, type StatisticsReport } from "../../domain/statistics/report.ts";
import { legendOf, TABLES, tablesOf } from "../../domain/statistics/tables.ts";
import { notFound } from "../http/api-error.ts";
import { languageOf } from "../http/language.ts";
import { flag, language, optional } from "../http/query.ts";
import { answer } from "../http/validation.ts";
import { getPerson } from "../people/authentication.ts";
import { StatisticsChoicesSchema, StatisticsSchema } from "../schemas/statistics.ts";
import { tableCsv, tablesXlsx } from "./export.ts";
import { allHouses, choicesOf, opensFiles, scopeOf, type House } from "./institutions.ts";
import { periodOf } from "./period.ts";
import { statisticsOf } from "./statistics.ts";

const asked = {
  /** An institution, or `country`; when not given, all for the Ministry and the own one for others. */
  institution: optional(z.string().max(20)),
  /** The first day; the first of January when not given. */
  from: optional(dateField),
  /** The last day; today when not given, and at the latest. */
  to: optional(dateField),
  /** The term by which institutions are compared, by its id. */
  term: optional(z.string().regex(/^MOH-\d{2,3}:(term|delay-report):[A-Z_]{3,20}$/)),
  lang: language,
};
const StatisticsQuery = z.strictObject({
  ...asked,
  /** The figures as they may leave the institution: small counts withheld. */
  shared: flag,
});
const ExportQuery = z.strictObject({
  ...asked,
  format: z.enum(["csv", "xlsx"]).default("xlsx"),
  /** Which table, for CSV; when not given, the terms, or the decisions where the law sets none. */
  table: optional(z.enum(TABLES)),
});
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { pool, calendars, now } = app.services;

    async function reportFor(
      request: FastifyRequest,
      houses: readonly House[],
      { institution, term, shared = false, ...days }: z.output<typeof StatisticsQuery>,
    ): Promise<StatisticsReport> {
      const person = getPerson(request);
      const scope = scopeOf(person, houses, institution);
      if (scope.kind !== COUNTRY) request.audited.institution = scope.institution;
      const at = now();
      const period = periodOf(days, bucharestDate(at));
      const exact = !shared && opensFiles(person, scope);
      return await statisticsOf(pool, await calendars.latest(), houses, { scope, period, exact, term, now: at });
    }

    app.get(
      "/api/statistics",
      {
        config: { action: "statistics.read", audit: "statistics.read" },
        schema: {
          tags: ["statistics"],
          summary:
            "Files by step, days taken and deadlines kept, whose days the files spent, money; small counts withheld",
          querystring: StatisticsQuery,
          response: { 200: answer(StatisticsSchema) },
        },
      },
      async (request, reply) => {
        void reply.header("cache-control", "no-store");
        return await reportFor(request, await allHouses(pool), request.query);
      },
    );

    app.get(
      "/api/statistics/institutions",
      {
        config: { action: "statistics.read" },
        schema: {
          tags: ["statistics"],
          summary: "Whose statistics the person may read",
          querystring: z.strictObject({ lang: language }),
          response: { 200: answer(StatisticsChoicesSchema) },
        },
      },
      async (request) => choicesOf(getPerson(request), await allHouses(pool)),
    );

    app.get(
      "/api/statistics/export",
      {
        config: { action: "statistics.read", audit: "statistics.export" },
        schema: {
          tags: ["statistics"],
          summary: "The statistics as a spreadsheet, or one table as CSV; small counts are always withheld",
          querystring: ExportQuery,
        },
      },
      async (request, reply) => {
        const { format, table, ...query } = request.query;
        const houses = await allHouses(pool);
        const report = await reportFor(request, houses, { ...query, shared: true });
        const spoken = languageOf(request);
        const nameOf = (id: string): string => houses.find((house) => house.id === id)?.name[spoken] ?? id;
        const tables = tablesOf(report, spoken, nameOf);
        const parts = ["statistica", report.scope, report.from, report.to];
        void reply.header("cache-control", "no-store");
        if (format === "xlsx") {
          return reply
            .type(XLSX)
            .header("content-disposition", `attachment; filename="${parts.join("-")}.xlsx"`)
            .send(tablesXlsx(tables, legendOf(report, spoken), spoken));
        }
        const found = tables.find(({ id }) =>
          table === undefined ? id === "terms" || id === "decisions" : id === table,
        );
        if (found === undefined) throw notFound();
        return reply
          .type("text/csv; charset=utf-8")
          .header("content-disposition", `attachment; filename="${[...parts, found.id].join("-")}.csv"`)
          .send(tableCsv(found, spoken));
      },
    );
  },
  { name: "dosar-statistics", dependencies: ["dosar-authentication"] },
);
