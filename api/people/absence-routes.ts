import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { bucharestDate } from "../../domain/plain-date.ts";
import { notFound } from "../http/api-error.ts";
import { answer } from "../http/validation.ts";
import { AbsenceListSchema, AbsenceSchema } from "../schemas/people.ts";
import { AbsenceDeclaration, AbsenceQuery, declareAbsence, listAbsences, withdrawAbsence } from "./absences.ts";
import { getPerson } from "./authentication.ts";

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { pool, now } = app.services;

    app.get(
      "/api/absences",
      {
        config: { action: "absence.list" },
        schema: {
          tags: ["people"],
          summary: "Who is away in my institution, when, and who stands in",
          querystring: AbsenceQuery,
          response: { 200: answer(AbsenceListSchema) },
        },
      },
      async (request) => await listAbsences(pool, getPerson(request), request.query.institution, bucharestDate(now())),
    );

    app.post(
      "/api/absences",
      {
        config: { action: "absence.declare", audit: "absence.declare" },
        schema: {
          tags: ["people"],
          summary: "Declare my absence, or as supervisor or administrator a colleague’s",
          body: AbsenceDeclaration,
          response: { 200: answer(AbsenceSchema), 201: answer(AbsenceSchema) },
        },
      },
      async (request, reply) => {
        const { absence, created } = await declareAbsence(pool, getPerson(request), request.body, bucharestDate(now()));
        request.audited.institution = absence.institution;
        return reply.code(created ? 201 : 200).send(absence);
      },
    );

    app.post(
      "/api/absences/:absenceId/withdraw",
      {
        config: { action: "absence.withdraw", audit: "absence.withdraw" },
        schema: {
          tags: ["people"],
          summary: "Withdraw an absence: the person is here",
          params: z.object({ absenceId: z.string() }),
          response: { 200: answer(AbsenceSchema) },
        },
      },
      async (request) => {
        const { absenceId } = request.params;
        if (!z.uuid().safeParse(absenceId).success) throw notFound();
        const absence = await withdrawAbsence(pool, getPerson(request), absenceId, bucharestDate(now()));
        request.audited.institution = absence.institution;
        return absence;
      },
    );
  },
  { name: "dosar-absences", dependencies: ["dosar-authentication"] },
);
