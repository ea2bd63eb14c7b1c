/** What the routes of the calendar answer, for the API's own description. */
import { z } from "zod";
import { CalendarActSchema } from "../../domain/calendar/acts.schema.ts";

const CalendarAct = CalendarActSchema.meta({ id: "CalendarAct" });
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
    acts: z.array(CalendarAct),
    errors: z.array(importProblem),
    skipped: z.array(importProblem).meta({ description: "Lines that are right and change nothing" }),
  })
  .meta({ id: "CalendarImport" });

const effect = {
  files: z.int().meta({ description: "A file counts once, however many of its deadlines move" }),
  moved: z.int(),
  becomeLate: z.int(),
  ceaseToBeLate: z.int(),
  confirmed: z.int().meta({ description: "Deadlines that are no longer provisional" }),
  becomeProvisional: z.int(),
};

const move = z.object({
  caseId: z.uuid(),
  registrationNumber: z.string(),
  institution: z.string(),
  deadline: z.string(),
  rule: z.string(),
  from: date.meta({ description: "The last day on which the act was in time" }),
  to: date,
  becomesLate: z.boolean(),
  ceasesToBeLate: z.boolean(),
});

const moves = { moves: z.array(move), nextCursor: z.string().optional() };
export const MovePageSchema = z.object(moves).meta({ id: "CalendarMoves" });

export const SimulationSchema = z
  .object({
    number: z.int().meta({ description: "The change of the calendar on which it was made; sent as expectedNumber" }),
    institutions: z.array(z.object({ id: z.string(), name: Text, ...effect })),
    totals: z.object(effect),
    ...moves,
    tookMs: z.int(),
  })
  .meta({ id: "CalendarSimulation" });

export const CalendarChangeSchema = z
  .object({
    number: z.int(),
    institution: z.string().optional().meta({ description: "Whose calendar; absent for the national one" }),
    acts: z.array(
      z.intersection(
        CalendarAct,
        z.object({ day: z.object({ date, kind: declaredKind, for: z.string() }).optional() }),
      ),
    ),
    by: z.string().optional(),
    at: instant,
    state: z.enum(["saved", "running", "stopped", "done"]),
    files: z.int().meta({ description: "Files to recompute; 0 until it has begun" }),
    filesDone: z.int(),
    moved: z.int(),
    ratePerSecond: z.number().optional().meta({ description: "Files a second while it was at work" }),
    estimatedEndAt: instant.optional(),
    startedAt: instant.optional(),
    finishedAt: instant.optional(),
  })
  .meta({ id: "CalendarChange" });

export const CalendarChangePageSchema = z
  .object({ items: z.array(CalendarChangeSchema), nextCursor: z.string().optional() })
  .meta({ id: "CalendarChanges" });
