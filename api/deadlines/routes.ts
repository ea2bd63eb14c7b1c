import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { findRule, RULES } from "../../domain/law/index.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { notFound } from "../http/api-error.ts";
import { languageOf } from "../http/language.ts";
import { answer } from "../http/validation.ts";
import { ExplanationSchema, RuleSchema } from "../schemas/answers.ts";
import { preview, PreviewQuery } from "./preview.ts";
import { ruleView } from "./rule-view.ts";

const RULE_IDS = [...new Set(RULES.map(({ id }) => id))];

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { now } = app.services;

    app.get(
      "/api/deadlines/preview",
      {
        config: { action: "deadline.preview" },
        schema: {
          tags: ["law"],
          summary: "A due date with its working, day by day",
          querystring: PreviewQuery,
          response: { 200: answer(ExplanationSchema) },
        },
      },
      async (request) => await preview(app.services, request.query, languageOf(request)),
    );

    app.get(
      "/api/rules",
      {
        config: { action: "public.read" },
        schema: { tags: ["law"], summary: "The rules in force", response: { 200: answer(z.array(RuleSchema)) } },
      },
      async () => {
        const today = bucharestDate(now());
        return RULE_IDS.flatMap((id) => findRule(id, today) ?? []).map(ruleView);
      },
    );

    app.get(
      "/api/rules/:ruleId",
      {
        config: { action: "public.read" },
        schema: {
          tags: ["law"],
          summary: "A rule",
          params: z.object({ ruleId: z.string() }),
          response: { 200: answer(RuleSchema) },
        },
      },
      async (request) => {
        const rule = findRule(request.params.ruleId.toUpperCase(), bucharestDate(now()));
        if (rule === undefined) throw notFound();
        return ruleView(rule);
      },
    );
  },
  { name: "dosar-law", dependencies: ["dosar-authentication"] },
);
