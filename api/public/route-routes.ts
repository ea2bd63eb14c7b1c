import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import type { StateList } from "../../domain/e112/countries.ts";
import { errorSentence } from "../../domain/i18n/errors.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { statesIn } from "../../domain/settings/settings.ts";
import { readSettings } from "../../prisma/settings.ts";
import { routePaper } from "../documents/route-paper.ts";
import { sendPdf } from "../documents/send-pdf.ts";
import { ApiError } from "../http/api-error.ts";
import { noteError } from "../http/errors.ts";
import { languageOf } from "../http/language.ts";
import { language } from "../http/query.ts";
import { answer, parse } from "../http/validation.ts";
import type { Services } from "../services.ts";
import { RouteAnswerSchema } from "../schemas/route.ts";
import { statusThrottle, type StatusThrottle } from "./caller.ts";
import { pageLanguage, sendPage } from "./page.ts";
import { answerRoute, RouteRequest, type RouteAnswer } from "./route-answer.ts";
import { requestOf, RouteForm } from "./route-form.ts";
import { routeAnswerPage, routeFormPage } from "./route-page.ts";

const TEMPLATE = "letters/letter.typ";
const PDF_NAME = "ce-cale.pdf";
const LARGEST_FORM_BYTES = 2_048;
const CHOOSE_WHO = {
  ro: "Alegeți cine este pacientul și cine depune actele.",
  en: "Choose who the patient is and who files the papers.",
};

async function statesInForce({ pool }: Services): Promise<StateList> {
  return statesIn(await readSettings(pool));
}

/** The page and its paper: forms are read here alone, failures are pages, and what was answered goes nowhere but back. */
async function routePages(app: FastifyInstance, { throttle }: { readonly throttle: StatusThrottle }): Promise<void> {
  const { services } = app;
  const today = () => bucharestDate(services.now());
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: LARGEST_FORM_BYTES },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.setErrorHandler((error, request, reply) => {
    const { status, code, params, headers } = noteError(error, request);
    const spoken = pageLanguage(request);
    const sentence = errorSentence(status < 500 ? code : "ENGINE_UNAVAILABLE", params, spoken);
    return sendPage(reply.code(status).headers(headers), routeFormPage(spoken, {}, [sentence]));
  });

  /** What the form says and what follows; undefined when the form was sent back with what is wrong in it. */
  async function read(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<{ form: RouteForm; found: RouteAnswer } | undefined> {
    const spoken = pageLanguage(request);
    const form = RouteForm.parse(request.body ?? {});
    const asked = requestOf(form);
    const states = await statesInForce(services);
    if (asked === undefined) {
      sendPage(reply.code(422), routeFormPage(spoken, form, [CHOOSE_WHO[spoken]], states));
      return undefined;
    }
    try {
      return { form, found: answerRoute(parse(RouteRequest, asked), today(), states) };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { fields = [] } = error.toBody(spoken);
      const sentences = fields.map(({ message }) => message);
      sendPage(reply.code(error.status), routeFormPage(spoken, form, sentences, states));
      return undefined;
    }
  }

  app.get("/ce-cale", { config: { action: "public.route" } }, async (request, reply) =>
    sendPage(reply, routeFormPage(pageLanguage(request), {}, [], await statesInForce(services))),
  );
  app.post("/ce-cale", { config: { action: "public.route" } }, async (request, reply) => {
    const spoken = pageLanguage(request);
    if ((request.body as { change?: unknown } | null)?.change === "yes") {
      return sendPage(reply, routeFormPage(spoken, RouteForm.parse(request.body), [], await statesInForce(services)));
    }
    const answered = await read(request, reply);
    return answered === undefined ? reply : sendPage(reply, routeAnswerPage(spoken, answered.form, answered.found));
  });
  app.post("/ce-cale.pdf", { config: { action: "public.route" } }, async (request, reply) => {
    throttle.check(request);
    const answered = await read(request, reply);
    if (answered === undefined) return reply;
    throttle.note(request, "right");
    const data = routePaper(answered.found, pageLanguage(request), today());
    return sendPdf(reply, await services.typesetter.typeset(TEMPLATE, data, "anybody"), PDF_NAME);
  });
}

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { services } = app;
    const throttle = statusThrottle(services.config.PUBLIC_STATUS_PER_MINUTE);
    const today = () => bucharestDate(services.now());

    app.post(
      "/api/public/route",
      {
        config: { action: "public.route" },
        schema: {
          tags: ["public"],
          summary: "Which way to ask for a treatment abroad: form E112 (S2), the Ministry’s funds, or first a question",
          description: "Keeps nothing of what it is asked.",
          body: RouteRequest,
          response: { 200: answer(RouteAnswerSchema) },
        },
      },
      async (request, reply) => {
        void reply.header("cache-control", "no-store");
        return answerRoute(request.body, today(), await statesInForce(services));
      },
    );
    app.post(
      "/api/public/route.pdf",
      {
        config: { action: "public.route" },
        schema: {
          tags: ["public"],
          summary: "The same on paper (PDF), with the list of documents to tick off",
          querystring: z.strictObject({ lang: language }),
          body: RouteRequest,
        },
      },
      async (request, reply) => {
        throttle.check(request);
        throttle.note(request, "right");
        const found = answerRoute(request.body, today(), await statesInForce(services));
        const data = routePaper(found, languageOf(request), today());
        return sendPdf(reply, await services.typesetter.typeset(TEMPLATE, data, "anybody"), PDF_NAME);
      },
    );
    await app.register(routePages, { throttle });
  },
  { name: "dosar-public-route", dependencies: ["dosar-authentication"] },
);
