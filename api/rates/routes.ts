/** Exchange rates: kept by the Ministry, from the tables that the National Bank publishes. Nothing is fetched. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { bucharestDate } from "../../domain/plain-date.ts";
import { may, type Action, type Person } from "../authorisation.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { bytesOf } from "../http/import-body.ts";
import { languageOf } from "../http/language.ts";
import { flag, language } from "../http/query.ts";
import { answer } from "../http/validation.ts";
import { getPerson } from "../people/authentication.ts";
import { RateImportSchema, RatePageSchema, RateSchema } from "../schemas/rates.ts";
import { importRates } from "./import.ts";
import { enterRate, listRates, RateEntry, RateQuery, withdrawRate } from "./rates.ts";

/** A year of all currencies is a quarter of it. */
const LARGEST_FILE_BYTES = 2 * 1024 * 1024;
const XML = ["application/xml", "text/xml"];

/** The rates are the Ministry's. @throws ApiError 403 for others. */
function personOfMinistry(request: FastifyRequest, action: Action): Person {
  const person = getPerson(request);
  if (!may(person, action, { national: true })) throw new ApiError(403, "FORBIDDEN");
  return person;
}

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { pool, now } = app.services;

    app.get(
      "/api/exchange-rates",
      {
        config: { action: "rate.list" },
        schema: {
          tags: ["exchange rates"],
          summary: "Reference rates, the newest day first, and those that count today",
          querystring: RateQuery,
          response: { 200: answer(RatePageSchema) },
        },
      },
      async (request) => {
        personOfMinistry(request, "rate.list");
        return await listRates(pool, request.query, bucharestDate(now()));
      },
    );

    app.post(
      "/api/exchange-rates",
      {
        config: { action: "rate.change", audit: "rate.enter" },
        schema: {
          tags: ["exchange rates"],
          summary: "Enter a rate: lei for one unit of a currency, on a day",
          body: RateEntry,
          response: { 200: answer(RateSchema), 201: answer(RateSchema) },
        },
      },
      async (request, reply) => {
        const person = personOfMinistry(request, "rate.change");
        const { rate, created } = await enterRate(pool, person, request.body, bucharestDate(now()));
        return reply.code(created ? 201 : 200).send(rate);
      },
    );

    app.post(
      "/api/exchange-rates/:rateId/withdraw",
      {
        config: { action: "rate.change", audit: "rate.withdraw" },
        schema: {
          tags: ["exchange rates"],
          summary: "Withdraw a rate that was wrong: from now on it counts nowhere",
          params: z.object({ rateId: z.string() }),
          response: { 200: answer(RateSchema) },
        },
      },
      async (request) => {
        const person = personOfMinistry(request, "rate.change");
        const { rateId } = request.params;
        if (!z.uuid().safeParse(rateId).success) throw notFound();
        return await withdrawRate(pool, person, rateId);
      },
    );

    await app.register(importing);
  },
  { name: "dosar-exchange-rates", dependencies: ["dosar-authentication", "dosar-cases"] },
);

/** The content types of files are known to this route alone. */
async function importing(scope: FastifyInstance): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>();
  const { pool, now } = app.services;
  app.addContentTypeParser(XML, { parseAs: "buffer" }, (_request, body, done) => done(null, body));

  app.post(
    "/api/exchange-rates/import",
    {
      config: { action: "rate.change", audit: "rate.import" },
      // A little more for the envelope of a form.
      bodyLimit: LARGEST_FILE_BYTES + 64 * 1024,
      schema: {
        tags: ["exchange rates"],
        summary:
          "What an XML file of the BNR brings, and what is wrong in it; with save=1 it is entered, whole or not at all",
        consumes: [...XML, "multipart/form-data"],
        querystring: z.strictObject({ save: flag, lang: language }),
        response: { 200: answer(RateImportSchema) },
      },
    },
    async (request) => {
      const person = personOfMinistry(request, "rate.change");
      const bytes = await bytesOf(request, LARGEST_FILE_BYTES);
      const { save = false } = request.query;
      return await importRates(pool, bytes, {
        person,
        today: bucharestDate(now()),
        save,
        language: languageOf(request),
      });
    },
  );
}
