/** Answers about statistics. */
import { z } from "zod";
import { MONEY_KINDS } from "../../domain/case/money.ts";
import { INSTITUTION_KINDS } from "../../domain/people/roles.ts";
import { COUNTRY } from "../../domain/statistics/report.ts";

const date = z.iso.date();
const Text = z.object({ ro: z.string(), en: z.string() });
const Withheld = z
  .enum(["few", "hidden"])
  .meta({ description: "Not shown: few people, or a number by which one of those could be worked out" });
const shown = z.union([z.int(), Withheld]);
const outcomes = { kept: shown, late: shown, missed: shown, running: shown };
const spread = {
  median: z.number().nullable(),
  ninth: z.number().nullable().meta({ description: "Nine of ten took no more" }),
};
const decisions = z
  .object({ granted: shown, refused: shown, ...spread })
  .optional()
  .meta({ description: "Working days from registration to decision, where the law sets no term" });

export const StatisticsSchema = z
  .object({
    scope: z.string(),
    kind: z.enum([...INSTITUTION_KINDS, COUNTRY]),
    process: z.enum(["moh", "e112"]),
    from: date,
    to: date,
    exact: z.boolean().meta({ description: "Small counts are shown" }),
    widened: z.boolean().meta({ description: "The period was extended to whole months" }),
    pending: z.int().meta({ description: "Files whose figures are still being made" }),
    at: z.iso.datetime(),
    files: z.object({
      open: shown,
      entered: shown,
      closed: shown,
      outcomes: z.array(z.object({ outcome: z.string(), title: Text, files: shown })),
    }),
    steps: z.array(
      z.object({ step: z.string(), title: Text, duty: z.string(), now: shown, entered: shown, left: shown }),
    ),
    terms: z.array(
      z.object({
        id: z.string(),
        rule: z.string(),
        duty: z.string(),
        text: Text,
        limit: z.object({ value: z.int(), unit: z.string() }),
        ...outcomes,
        ...spread,
      }),
    ),
    decisions,
    hands: z.array(
      z.object({ duty: z.string(), files: shown, workingDays: shown, calendarDays: shown, suspendedDays: shown }),
    ),
    term: z.string().optional(),
    houses: z.array(
      z.object({
        institution: z.string(),
        kind: z.enum(INSTITUTION_KINDS),
        open: shown,
        entered: shown,
        closed: shown,
        ...outcomes,
        ...spread,
        decisions,
      }),
    ),
    money: z.array(
      z.object({
        kind: z.enum(MONEY_KINDS),
        currency: z.string().optional(),
        files: shown,
        amount: z.string().nullable().meta({ description: "An exact decimal, or why it is not shown" }),
      }),
    ),
  })
  .meta({ id: "Statistics" });

export const StatisticsChoicesSchema = z
  .object({
    institutions: z.array(z.object({ id: z.string(), kind: z.enum(INSTITUTION_KINDS), name: Text })),
    country: z.boolean(),
  })
  .meta({ id: "StatisticsChoices", description: "Whose statistics the person may read" });
