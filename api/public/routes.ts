import type { FastifyInstance } from "fastify";
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { bucharestDate } from "../../domain/plain-date.ts";
import { ApiError } from "../http/api-error.ts";
import { noteError } from "../http/errors.ts";
import { answer } from "../http/validation.ts";
import { PublicStatusSchema } from "../schemas/answers.ts";
import { statusThrottle, type StatusThrottle } from "./caller.ts";
import { findStatus } from "./look-up.ts";
import { pageLanguage, sendPage } from "./page.ts";
import { formPage, statusPage } from "./status-page.ts";
import { STYLESHEET } from "./stylesheet.ts";

const StatusRequest = z.strictObject({
  registrationNumber: z.string().min(1).max(100),
  accessCode: z.string().min(1).max(100),
});
const LARGEST_FORM_BYTES = 4_096;
const LONGEST_NUMBER = 40;

/** The number in the address that a receipt's code leads to. */
function numberAsked(query: unknown): string | undefined {
  const { numar } = query as { numar?: unknown };
  return typeof numar === "string" ? numar.slice(0, LONGEST_NUMBER) : undefined;
}

/** The page and its form, apart from the rest: forms are read here alone, and failures are pages. */
async function statusPages(app: FastifyInstance, { throttle }: { readonly throttle: StatusThrottle }): Promise<void> {
  const { now } = app.services;
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: LARGEST_FORM_BYTES },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.setErrorHandler((error, request, reply) => {
    const { status, code, params, headers } = noteError(error, request);
    const known = status < 500 ? code : "ENGINE_UNAVAILABLE";
    return sendPage(
      reply.code(status).headers(headers),
      formPage(pageLanguage(request), { refusal: { code: known, params } }),
    );
  });

  app.get("/stare", { config: { action: "public.status" } }, async (request, reply) =>
    sendPage(reply, formPage(pageLanguage(request), { number: numberAsked(request.query) })),
  );
  app.post("/stare", { config: { action: "public.status" } }, async (request, reply) => {
    throttle.check(request);
    const read = StatusRequest.safeParse(request.body);
    const status = read.success
      ? await findStatus(app.services, read.data.registrationNumber, read.data.accessCode)
      : undefined;
    throttle.note(request, status === undefined ? "wrong" : "right");
    if (status === undefined) throw new ApiError(404, "STATUS_NOT_FOUND");
    return sendPage(reply, statusPage(pageLanguage(request), status, bucharestDate(now())));
  });
  app.get("/stare.css", { config: { action: "public.status" } }, async (_request, reply) =>
    reply.type("text/css; charset=utf-8").header("cache-control", "public, max-age=3600").send(STYLESHEET),
  );
}

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { config } = app.services;
    // One count for the page and the API.
    const throttle = statusThrottle(config.PUBLIC_STATUS_PER_MINUTE);
    app.post(
      "/api/public/status",
      {
        config: { action: "public.status" },
        schema: {
          tags: ["public"],
          summary: "Where a file is, by its number and code",
          body: StatusRequest,
          response: { 200: answer(PublicStatusSchema) },
        },
      },
      async (request, reply) => {
        throttle.check(request);
        const status = await findStatus(app.services, request.body.registrationNumber, request.body.accessCode);
        throttle.note(request, status === undefined ? "wrong" : "right");
        if (status === undefined) throw new ApiError(404, "STATUS_NOT_FOUND");
        void reply.header("cache-control", "no-store");
        return status;
      },
    );
    await app.register(statusPages, { throttle });
  },
  { name: "dosar-public", dependencies: ["dosar-authentication"] },
);
