import fp from "fastify-plugin";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { publicCalendar } from "../../domain/calendar/calendar-data.ts";
import { findRule, RULES } from "../../domain/law/index.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { notFound } from "../http/api-error.ts";
import { languageOf } from "../http/language.ts";
import { answer } from "../http/validation.ts";
import { ExplanationSchema, RuleSchema, RuleWithVersionsSchema } from "../schemas/answers.ts";
import { preview, PreviewQuery } from "./preview.ts";
import { ruleView, versionViews } from "./rule-view.ts";

const RULE_IDS = [...new Set(RULES.map(({ id }) => id))];

export default fp(
  async (fastify) => {
    const app = fastify.withTypeProvider<ZodTypeProvider>();
    const { calendars, now } = app.services;

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
        const calendar = publicCalendar(await calendars.latest());
        return RULE_IDS.flatMap((id) => findRule(id, today) ?? []).map((rule) => ruleView(rule, calendar));
      },
    );

    app.get(
      "/api/rules/:ruleId",
      {
        config: { action: "public.read" },
        schema: {
          tags: ["law"],
          summary: "A rule, with all its versions",
          params: z.object({ ruleId: z.string() }),
          response: { 200: answer(RuleWithVersionsSchema) },
        },
      },
      async (request) => {
        const rule = findRule(request.params.ruleId.toUpperCase(), bucharestDate(now()));
        if (rule === undefined) throw notFound();
        const calendar = publicCalendar(await calendars.latest());
        return { ...ruleView(rule, calendar), versions: versionViews(rule.id, calendar) };
      },
    );
  },
  { name: "dosar-law", dependencies: ["dosar-authentication"] },
);
