/** What the routes of the calendar answer, for the API's own description. */
import { z } from "zod";
import { CalendarActSchema } from "../../domain/calendar/acts.schema.ts";

const Text = z.object({ ro: z.string(), en: z.string() });
const date = z.iso.date();
const instant = z.iso.datetime();
const scope = z.enum(["everyone", "public-sector", "institution"]);
const declaredKind = z.enum(["day-off", "recovery-day"]);
const interruption = z.object({ rule: z.string(), interrupted: z.boolean(), citation: z.string() });

const reason = z.object({
  kind: z.enum(["weekend", "holiday", "day-off", "recovery-day"]),
  name: Text.optional(),
  law: z.string().optional(),
  legalAct: z.string().optional(),
  scope: scope.optional(),
  institution: z.string().optional(),
  id: z.uuid().optional().meta({ description: "Of the declared day, to withdraw it by" }),
});

export const CalendarYearSchema = z
  .object({
    year: z.int(),
    confirmed: z.boolean().meta({ description: "False: terms that run into this year are provisional" }),
    number: z.int().meta({ description: "The latest change of the calendar" }),
    firstYear: z.int(),
    lastYear: z.int(),
    institution: z.string().optional(),
    months: z.array(
      z.object({
        month: z.int(),
        days: z.array(z.object({ date, weekday: z.int(), working: z.boolean(), reason: reason.optional() })),
      }),
    ),
    declared: z.array(
      z.object({
        id: z.uuid(),
        date,
        kind: declaredKind,
        scope,
        institution: z.string().optional(),
        legalAct: z.string(),
        declaredIn: z.int(),
        declaredBy: z.string().optional(),
        declaredAt: instant,
      }),
    ),
    interruptions: z.array(interruption),
  })
  .meta({ id: "CalendarYear" });

const importProblem = z.object({
  line: z.int(),
  column: z.string().optional(),
  code: z.string(),
  message: z.string(),
});

export const ImportSchema = z
  .object({
    acts: z.array(CalendarActSchema),
    errors: z.array(importProblem),
    skipped: z.array(importProblem).meta({ description: "Lines that are right and change nothing" }),
  })
  .meta({ id: "CalendarImport" });
