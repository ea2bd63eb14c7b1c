import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { bucharestDate } from "../../domain/plain-date.ts";
import { answer } from "../http/validation.ts";
import { getPerson } from "../people/authentication.ts";
import { DaysByDutySchema } from "../schemas/answers.ts";
import { daysByDutyOf, DaysByDutyQuery } from "./days-by-duty.ts";

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { pool, calendars, now } = app.services;
    app.get(
      "/api/statistics/days-by-duty",
      {
        config: { action: "statistics.read", audit: "statistics.read" },
        schema: {
          tags: ["statistics"],
          summary: "Whose days the files spent: working days, calendar days, and suspended ones apart",
          querystring: DaysByDutyQuery,
          response: { 200: answer(DaysByDutySchema) },
        },
      },
      async (request, reply) => {
        void reply.header("cache-control", "no-store");
        return await daysByDutyOf(
          pool,
          await calendars.latest(),
          getPerson(request),
          request.query,
          bucharestDate(now()),
        );
      },
    );
  },
  { name: "dosar-statistics", dependencies: ["dosar-authentication"] },
);
