/** What the guide "which way" answers. */
import { z } from "zod";
import { ANSWERS, ROUTE_CONDITIONS } from "../../domain/e112/route.ts";
import { Text } from "./answers.ts";

const names = z.array(z.string());
const Advice = z.object({ text: Text, rules: names, readings: names }).meta({ id: "Advice" });

export const RouteAnswerSchema = z
  .object({
    outcome: z.enum(["e112", "ministry", "ask"]),
    text: Text,
    rules: names,
    readings: names,
    reasons: z.array(
      z.object({
        condition: z.enum(ROUTE_CONDITIONS),
        answer: z.enum(ANSWERS),
        rules: names,
        readings: names,
        text: Text,
        decides: z.boolean().meta({ description: "The outcome follows from it" }),
      }),
    ),
    ask: z.array(z.object({ about: z.string(), whom: Text, what: Text, rules: names })),
    cautions: z.array(z.object({ rule: z.string(), text: Text })),
    guide: z
      .object({
        filing: Advice,
        documents: z.array(
          z.object({
            kind: z.string(),
            form: z.string(),
            formTitle: Text,
            title: Text,
            rule: z.string(),
            waivable: z.boolean(),
          }),
        ),
        contents: z.array(
          z.object({ paper: z.enum(["acceptance", "report", "medicalLetter"]), title: Text, items: z.array(Advice) }),
        ),
        steps: z.array(Advice),
        costs: z.array(Advice),
        languages: names.meta({ description: "Official languages of the clinic’s country, ISO 639-1" }),
      })
      .optional()
      .meta({ description: "Not while something must be asked first" }),
    unofficial: Advice,
    cited: z.object({
      rules: z.array(z.object({ id: z.string(), text: Text, citation: Text })),
      readings: z.array(z.object({ id: z.string(), text: Text })),
    }),
  })
  .meta({ id: "RouteAnswer", description: "Which way to ask for a treatment abroad, and why" });
