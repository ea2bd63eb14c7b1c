/** What the API answers about reminders, for its own description. */
import { z } from "zod";
import { Stage } from "../reminders/policies.ts";
import { Text } from "./answers.ts";

const date = z.iso.date();
const instant = z.iso.datetime();
const names = z.array(z.string());
const stages = z.array(Stage);
const letter = z.object({ subject: z.string(), text: z.string(), html: z.string() });

export const PolicySchema = z
  .object({
    key: z.string().meta({ description: "The rule, with the basis where that is not the rule’s own term" }),
    rule: z.string(),
    title: Text,
    text: Text,
    value: z.int(),
    unit: z.string(),
    mode: z.string(),
    duties: names,
    audiences: z.record(z.string(), names).meta({ description: "Whom each kind of message may go to" }),
    stages: stages.meta({ description: "What holds" }),
    defaultStages: stages.meta({ description: "The product’s own" }),
    own: z.boolean(),
    version: z.int(),
    changedBy: z.string().optional(),
    changedAt: instant.optional(),
  })
  .meta({ id: "ReminderPolicy" });

export const PolicyListSchema = z
  .object({
    institution: z.string(),
    hours: z.object({ opens: z.int(), closes: z.int() }),
    mayChange: z.boolean(),
    items: z.array(PolicySchema),
  })
  .meta({ id: "ReminderPolicyList" });

export const PolicyPreviewSchema = z
  .object({
    registrationNumber: z.string(),
    term: z.object({
      startsOn: date,
      dueOn: date,
      practicalDueOn: date.optional(),
      duty: z.string(),
      state: z.string().meta({ description: "`example` when the file has no such term: shown as if it began today" }),
    }),
    messages: z.array(
      z.object({
        stage: z.int(),
        kind: z.string(),
        audience: z.string(),
        audienceText: Text,
        workingDays: z.int(),
        plannedAt: instant.optional(),
        state: z.enum(["planned", "passed", "before-the-term", "not-theirs", "no-address"]),
        recipients: z.array(
          z.object({ name: z.string(), roles: names, locale: z.string(), inPlaceOf: z.string().optional() }),
        ),
        letters: z.object({ ro: letter, en: letter }),
      }),
    ),
  })
  .meta({ id: "ReminderPreview" });
