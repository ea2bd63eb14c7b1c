/** The monthly funds of the Ministry: allocation, who waits, the order of priority and its confirmation (MOH-77 to MOH-79). */
import type { FastifyRequest } from "fastify";
import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { monthField } from "../../domain/commands/define.schema.ts";
import type { FundsRanking } from "../../domain/moh/fund-views.ts";
import { membershipFor, type Action, type Membership } from "../authorisation.ts";
import { EngineUnavailable } from "../engine/case-engine.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { answer } from "../http/validation.ts";
import { getCaseHead, getPerson } from "../people/authentication.ts";
import { FundMonthSchema, FundPlaceSchema, RankingSchema } from "../schemas/funds.ts";
import { allocate, AllocationRequest } from "./allocate.ts";
import { monthView, placeOf, rankingView } from "./funds.ts";
import { confirmRanking, rankMonth } from "./rankings.ts";

const OfMonthParams = z.object({ month: monthField });
const RankingParams = z.object({ month: monthField, number: z.string() });
/** Chosen by the caller; the same one sent again is the same act. */
const Act = z.strictObject({ commandId: z.uuid().transform((id) => id.toLowerCase()) });

/** The funds are the Ministry's. @throws ApiError 403 for others. */
function houseOf(request: FastifyRequest, action: Action): Membership {
  const membership = membershipFor(getPerson(request), action, { national: true });
  if (membership === undefined) throw new ApiError(403, "FORBIDDEN");
  request.audited.institution = membership.institution;
  return membership;
}

/** @throws ApiError 404 for what is no number of an order. */
function numberOf(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw notFound();
  return Number(text);
}

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { services } = app;
    const tags = ["funds"];

    app.get(
      "/api/funds/:month",
      {
        config: { action: "funds.read", audit: "funds.read" },
        schema: {
          tags,
          summary: "A month's funds: allocated, granted, left; who waits, in the order as it would be now, and why",
          params: OfMonthParams,
          response: { 200: answer(FundMonthSchema) },
        },
      },
      async (request, reply) => {
        const { institution } = houseOf(request, "funds.read");
        void reply.header("cache-control", "no-store");
        return await monthView(services, institution, request.params.month);
      },
    );

    app.put(
      "/api/funds/:month/allocation",
      {
        config: { action: "funds.change", audit: "funds.allocate" },
        schema: {
          tags,
          summary: "Allocate lei for the month, by an act; the earlier entries stay",
          params: OfMonthParams,
          body: AllocationRequest,
          response: { 200: answer(FundMonthSchema) },
        },
      },
      async (request) => {
        const { institution } = houseOf(request, "funds.change");
        const { month } = request.params;
        await allocate(services, getPerson(request), { institution, month }, request.body);
        return await monthView(services, institution, month);
      },
    );

    app.post(
      "/api/funds/:month/rankings",
      {
        config: { action: "funds.change", audit: "rankRequests" },
        schema: {
          tags,
          summary: "rankRequests: make the order of priority of those that wait, to be seen and confirmed",
          params: OfMonthParams,
          body: Act,
          response: { 201: answer(RankingSchema) },
        },
      },
      async (request, reply) => {
        const { institution } = houseOf(request, "funds.change");
        const { month } = request.params;
        const { commandId } = request.body;
        const number = await rankMonth(services, getPerson(request), { institution, month }, commandId);
        const made = await rankingView(services, institution, month, number);
        return reply.code(201).header("location", `/api/funds/${month}/rankings/${number}`).send(made);
      },
    );

    app.get(
      "/api/funds/:month/rankings/:number",
      {
        config: { action: "funds.read", audit: "funds.read" },
        schema: {
          tags,
          summary: "An order of priority as it was made, and how far it is carried into its files",
          params: RankingParams,
          response: { 200: answer(RankingSchema) },
        },
      },
      async (request, reply) => {
        const { institution } = houseOf(request, "funds.read");
        const { month, number } = request.params;
        void reply.header("cache-control", "no-store");
        return await rankingView(services, institution, month, numberOf(number));
      },
    );

    app.post(
      "/api/funds/:month/rankings/:number/confirm",
      {
        config: { action: "funds.change", audit: "confirmRanking" },
        schema: {
          tags,
          summary:
            "confirmRanking: the order as it was seen; its files are told one by one. 409 with what changed meanwhile",
          params: RankingParams,
          body: Act,
          response: { 200: answer(RankingSchema) },
        },
      },
      async (request) => {
        const membership = houseOf(request, "funds.change");
        const { institution } = membership;
        const { month } = request.params;
        const ranking: FundsRanking = { institution, month, number: numberOf(request.params.number) };
        await confirmRanking(services, getPerson(request), membership, ranking, request.body.commandId);
        await carryOut(request, ranking);
        return await rankingView(services, institution, month, ranking.number);
      },
    );

    app.get(
      "/api/cases/:id/funds",
      {
        config: { action: "case.read" },
        schema: {
          tags,
          summary: "The place of a file among those that wait for funds this month",
          params: z.object({ id: z.string() }),
          response: { 200: answer(FundPlaceSchema) },
        },
      },
      async (request, reply) => {
        void reply.header("cache-control", "no-store");
        return await placeOf(services, getCaseHead(request));
      },
    );

    /** The engine is told; when it is away, the worker starts by itself what is confirmed. */
    async function carryOut(request: FastifyRequest, ranking: FundsRanking): Promise<void> {
      try {
        await services.engine.confirmRanking(ranking);
      } catch (error) {
        if (!(error instanceof EngineUnavailable)) throw error;
        const { month, number } = ranking;
        request.log.warn({ err: error, month, number }, "the engine is away; the order is carried out when it is back");
      }
    }
  },
  { name: "dosar-funds", dependencies: ["dosar-authentication", "dosar-cases"] },
);
