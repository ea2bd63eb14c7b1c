/** A described file, as a lawyer writes it: what is given, the acts one after the other, and what is expected of them. */
import { z } from "zod";
import { REFUSAL_CODES } from "../../domain/case/commands.ts";
import { DOCUMENT_KINDS } from "../../domain/moh/documents.ts";
import { MOH_OUTCOMES, MOH_STAGES, MOH_STEPS } from "../../domain/moh/steps.ts";
import { EDGE_CODES } from "../../domain/i18n/errors.ts";
import { isRuleId } from "../../domain/law/index.ts";
import { MESSAGE_KINDS } from "../../domain/i18n/message-titles.ts";
import { isPlainDate, type PlainDate } from "../../domain/plain-date.ts";
import { ACT_NAMES, findAct, isCommand } from "./acts.ts";
import { BRANCHES, type Branch } from "./branches.ts";
import { PERSON_NAMES } from "./people.ts";
import { isOnStandardWay, STANDARD_DATA } from "./standard-way.ts";

const DEADLINE_STATES = ["open", "suspended", "overdue", "met", "met-late", "cancelled"] as const;
/** `none`: the deadline was never started. */
const STATES = [...DEADLINE_STATES, "none"] as const;

const Both = z.strictObject({ ro: z.string().min(1), en: z.string().min(1) });
const Day = z.custom<PlainDate>(isPlainDate, { error: "a day written YYYY-MM-DD, for example 2027-03-02" });
const RELATIVE = /^\+ ?(\d{1,4}) ?(wd|zl|d|z|m|y)$/;
/** A day, or so many after the one before: working days (`+2wd`), days (`+10d`), months (`+1m`), years (`+1y`). */
const When = z.custom<string>((value) => isPlainDate(value) || (typeof value === "string" && RELATIVE.test(value)), {
  error: "a day (2027-03-02) or a distance from the one before: +2wd working days, +10d days, +1m months, +1y years",
});
const At = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "a time of day written 14:30" });
const Rule = z.custom<string>(isRuleId, { error: "a rule of the law, for example MOH-23" });
const DeadlineId = z
  .string()
  .regex(/^MOH-\d{2,3}(:[a-z0-9#-]+)?$/, { error: "a deadline, for example MOH-69 or MOH-61:clinic-1" });
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: () => `one of ${values.join(", ")}` });
const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) =>
  oneOf(Object.keys(record) as [Key, ...Key[]]);
const Person = oneOf(PERSON_NAMES as [string, ...string[]]).transform((name) => name as (typeof PERSON_NAMES)[number]);
const Data = z.record(z.string(), z.unknown(), { error: "fields of the act, for example { clinic: clinic-1 }" });

/** A deadline as it is expected to stand: its last day, its state, or both and more. */
const ExpectedDeadline = z.union(
  [
    Day.transform((due) => ({ due })),
    z.enum(STATES).transform((state) => ({ state })),
    z.strictObject({
      due: Day.optional(),
      /** The day until which it may be done when the strict one is not working. */
      practical: Day.optional(),
      /** The day from which lateness may have an effect against the patient side. */
      effect: Day.optional(),
      state: z.enum(STATES).optional(),
      duty: z.string().optional(),
    }),
  ],
  { error: `a day, one of ${STATES.join(", ")}, or { due, practical, effect, state, duty }` },
);

const Recipients = ["patient-side", ...PERSON_NAMES] as [string, ...string[]];
/** An e-mail that left: all that is named must fit. */
const ExpectedEmail = z.strictObject({
  kind: oneOf(MESSAGE_KINDS as [string, ...string[]]).optional(),
  to: oneOf(Recipients).optional(),
  on: Day.optional(),
  about: z.union([DeadlineId, keysOf(MOH_STEPS)], { error: "a deadline (MOH-69) or a step" }).optional(),
});
export type ExpectedEmail = z.infer<typeof ExpectedEmail>;

const Expectation = z.strictObject({
  file: z.string().optional(),
  /** The steps that wait for somebody: these and no others. */
  steps: z.array(z.string()).optional(),
  stage: keysOf(MOH_STAGES).optional(),
  outcome: z.union([keysOf(MOH_OUTCOMES), z.literal("none")], { error: "an outcome, or none" }).optional(),
  deadlines: z.record(DeadlineId, ExpectedDeadline).optional(),
  emails: z.array(ExpectedEmail).optional(),
  "no emails": z.array(ExpectedEmail).optional(),
  /** What the file shows, by its place in the view: `urgencyClass: A`, `clinics.0.status: silent`. */
  shows: z.record(z.string(), z.unknown()).optional(),
});
export type Expectation = z.infer<typeof Expectation>;

const Step = z
  .strictObject({
    /** The day; that of the step before when not given. */
    on: When.optional(),
    at: At.optional(),
    /** The legal date of the act, when it is entered later. */
    dated: When.optional(),
    act: z
      .string()
      .transform((text, context) => {
        const name = findAct(text);
        if (name !== undefined) return name;
        context.addIssue({ code: "custom", message: `an act: one of ${ACT_NAMES.join(", ")}` });
        return z.NEVER;
      })
      .optional(),
    by: Person.optional(),
    file: z.string().optional(),
    with: Data.optional(),
    /** The act must be refused, with this code. */
    refused: oneOf([...new Set<string>([...REFUSAL_CODES, ...EDGE_CODES])] as [string, ...string[]]).optional(),
    "wait until": When.optional(),
    /** Every standard act up to this one, on one day. */
    "bring to": z
      .string()
      .transform((text, context) => {
        const name = findAct(text);
        if (name !== undefined && isCommand(name) && isOnStandardWay(name)) return name;
        context.addIssue({ code: "custom", message: "an act of the standard way, for example pay clinic" });
        return z.NEVER;
      })
      .optional(),
    expect: Expectation.optional(),
    /** For who reads: why this happens. */
    note: Both.optional(),
  })
  .superRefine((step, context) => {
    const waits = step["wait until"] !== undefined;
    const brings = step["bring to"] !== undefined;
    if (step.act === undefined && !waits && !brings && step.expect === undefined)
      context.addIssue({ code: "custom", message: "names none of act, bring to, wait until, expect" });
    if (brings && step.act !== undefined)
      context.addIssue({ code: "custom", path: ["bring to"], message: "not beside act: a line of its own" });
    if (waits && (step.act !== undefined || step.on !== undefined))
      context.addIssue({ code: "custom", path: ["wait until"], message: "not beside act or on: a line of its own" });
    const unknown = brings ? Object.keys(step.with ?? {}).filter((name) => !STANDARD_DATA.includes(name)) : [];
    if (unknown.length > 0)
      context.addIssue({ code: "custom", path: ["with"], message: `only ${STANDARD_DATA.join(", ")}` });
    for (const field of ["by", "with", "refused", "dated"] as const) {
      if (field === "with" && brings) continue;
      if (step[field] !== undefined && step.act === undefined)
        context.addIssue({ code: "custom", path: [field], message: "belongs to an act, and there is none here" });
    }
  });
export type Step = z.infer<typeof Step>;

/** Of a patient: the standard adult or minor, changed in what is named. */
const Patient = z.union(
  [
    z.enum(["adult", "minor"]).transform((kind) => ({ kind, changed: {} })),
    z
      .looseObject({ kind: z.enum(["adult", "minor"]).default("adult") })
      .transform(({ kind, ...changed }) => ({ kind, changed })),
  ],
  { error: "adult, minor, or fields of a patient, for example { kind: minor, birthDate: 2024-05-01 }" },
);
const Filer = z.union(
  [
    z.enum(["patient", "spouse", "relative", "legalRepresentative", "parent"]).transform((role) => ({ role })),
    z.looseObject({ role: z.string() }),
  ],
  { error: "patient, spouse, relative, legalRepresentative, parent, or fields of a filer with a role" },
);
const Documents = z.union(
  [
    z.literal("complete").transform(() => ({ without: [] })),
    z.strictObject({ without: z.array(oneOf(DOCUMENT_KINDS)) }),
  ],
  { error: "complete, or { without: [ciPacient] }" },
);

const DeclaredDay = z.strictObject({
  dayOff: Day.optional(),
  recoveryDay: Day.optional(),
  for: z.string().default("everyone"),
  legalAct: z.string().default("HG nr. 1 din simulare"),
});
export type DeclaredDay = z.infer<typeof DeclaredDay>;

export const Scenario = z.strictObject({
  title: Both,
  /** The branches of the law's table that it shows. */
  branches: z.array(keysOf(BRANCHES)),
  /** The rules that it must touch. */
  rules: z.array(Rule).min(1),
  start: Day,
  calendar: z.array(DeclaredDay).default([]),
  /** Readings that are settings, when they stand otherwise than by default. */
  settings: z
    .strictObject({
      offersNeeded: z.int().min(1).max(2).default(1),
      lastCompanionAge: z.int().min(5).max(6).default(6),
    })
    .prefault({}),
  patient: Patient.prefault("adult"),
  filer: Filer.prefault("patient"),
  documents: Documents.prefault("complete"),
  acts: z.array(Step).min(1),
});
export type Scenario = Omit<z.infer<typeof Scenario>, "branches"> & { readonly branches: readonly Branch[] };
