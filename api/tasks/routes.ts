import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { bucharestDate } from "../../domain/plain-date.ts";
import { listScopes } from "../authorisation.ts";
import { answer } from "../http/validation.ts";
import { absenteesOf, awayToday } from "../people/absences.ts";
import { getPerson } from "../people/authentication.ts";
import { TaskPageSchema } from "../schemas/answers.ts";
import { mergeCounts } from "./count-tasks.ts";
import { listTasks } from "./list-tasks.ts";
import { TaskQuery } from "./task-query.ts";

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { pool, now } = app.services;
    app.get(
      "/api/tasks",
      {
        config: { action: "task.list", audit: "task.list" },
        schema: {
          tags: ["tasks"],
          summary: "My queue",
          querystring: TaskQuery,
          response: { 200: answer(TaskPageSchema) },
        },
      },
      async (request, reply) => {
        const person = getPerson(request);
        const own = listScopes(person, "task.list").map(({ institution }) => institution);
        const { institution } = request.query;
        // An institution that is not mine has an empty queue.
        const institutions = institution === undefined ? own : own.filter((id) => id === institution);
        void reply.header("cache-control", "no-store");
        const today = bucharestDate(now());
        const away = await awayToday(pool, institutions, today);
        const standsInFor = absenteesOf(person.id, away);
        const queue = { institutions, userId: person.id, standsInFor, today };
        const { page, counts } = await listTasks(app.services, queue, request.query);
        mergeCounts(pool, institutions, counts).catch((error: unknown) =>
          request.log.warn({ err: error }, "counts not merged"),
        );
        return page;
      },
    );
  },
  { name: "dosar-tasks", dependencies: ["dosar-authentication"] },
);
