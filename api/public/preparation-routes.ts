import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { CommandEnvelope } from "../cases/envelope.ts";
import { ApiError } from "../http/api-error.ts";
import { answer, parse } from "../http/validation.ts";
import { E112CaseViewSchema } from "../schemas/answers.ts";
import { statusThrottle } from "./caller.ts";
import { keepPreparation, readPreparation } from "./preparation.ts";

const KEYS = { registrationNumber: z.string().min(1).max(100), accessCode: z.string().min(1).max(100) };
const KeysOnly = z.strictObject(KEYS);
const KeptAct = z.strictObject({ ...KEYS, ...CommandEnvelope.shape });

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { services } = app;
    const throttle = statusThrottle(services.config.PUBLIC_STATUS_PER_MINUTE);

    app.post(
      "/api/public/preparation",
      {
        config: { action: "public.preparation" },
        schema: {
          tags: ["public"],
          summary: "The preparation of an E112 file, by its number and code",
          body: KeysOnly,
          response: { 200: answer(E112CaseViewSchema) },
        },
      },
      async (request, reply) => {
        throttle.check(request);
        const view = await readPreparation(services, request.body);
        throttle.note(request, view === undefined ? "wrong" : "right");
        if (view === undefined) throw new ApiError(404, "STATUS_NOT_FOUND");
        void reply.header("cache-control", "no-store");
        return view;
      },
    );

    app.post(
      "/api/public/preparation/commands",
      {
        config: { action: "public.preparation", audit: "preparation.command" },
        schema: {
          tags: ["public"],
          summary: "The patient side records a step of the preparation of its own E112 file",
          description: "The commands of the E112 process that the view allows; the body as for a file’s commands.",
          response: { 200: answer(E112CaseViewSchema) },
        },
      },
      async (request, reply) => {
        throttle.check(request);
        const { registrationNumber, accessCode, ...envelope } = parse(KeptAct, request.body);
        const view = await keepPreparation(services, { registrationNumber, accessCode }, envelope);
        throttle.note(request, view === undefined ? "wrong" : "right");
        if (view === undefined) throw new ApiError(404, "STATUS_NOT_FOUND");
        request.audited.caseId = view.caseId;
        void reply.header("cache-control", "no-store");
        return view;
      },
    );
  },
  { name: "dosar-public-preparation", dependencies: ["dosar-authentication"] },
);
