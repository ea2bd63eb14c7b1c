/** A described file, as a lawyer writes it: what is given, the acts one after the other, and what is expected of them. */
import { z } from "zod";
import { REFUSAL_CODES, type Text } from "../../domain/case/commands.ts";
import { EDGE_CODES } from "../../domain/i18n/errors.ts";
import { isRuleId } from "../../domain/law/index.ts";
import { MESSAGE_KINDS } from "../../domain/i18n/message-titles.ts";
import { isPlainDate, type PlainDate } from "../../domain/plain-date.ts";
import { PROCESS_NAMES, wordsOf, type ProcessName } from "../../domain/process-words.ts";
import { actNames, findAct } from "./acts.ts";
import { PERSON_NAMES } from "./people.ts";
import { simulated, type SimulatedProcess } from "./process.ts";
import { standardData } from "./standard-way.ts";

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
  .regex(/^(?:MOH|E112)-\d{2,3}(:[a-z0-9#-]+)?$/, { error: "a deadline, for example MOH-69 or MOH-61:clinic-1" });
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
function expectedEmail({ name }: SimulatedProcess) {
  return z.strictObject({
    kind: oneOf(MESSAGE_KINDS as [string, ...string[]]).optional(),
    to: oneOf(Recipients).optional(),
    on: Day.optional(),
    about: z.union([DeadlineId, keysOf(wordsOf(name).steps)], { error: "a deadline (MOH-69) or a step" }).optional(),
  });
}
export type ExpectedEmail = z.infer<ReturnType<typeof expectedEmail>>;

function expectationOf(process: SimulatedProcess) {
  const { stages, outcomes } = wordsOf(process.name);
  const ExpectedEmails = z.array(expectedEmail(process)).optional();
  const Acts = z.array(actOf(process)).optional();
  return z.strictObject({
    file: z.string().optional(),
    /** The steps that wait for somebody: these and no others. */
    steps: z.array(z.string()).optional(),
    stage: keysOf(stages).optional(),
    outcome: z.union([keysOf(outcomes), z.literal("none")], { error: "an outcome, or none" }).optional(),
    deadlines: z.record(DeadlineId, ExpectedDeadline).optional(),
    /** Acts that the file offers to who reads it, and acts that it does not. */
    offers: Acts,
    "offers no": Acts,
    /** The rules by which something recorded lacks something, and the warnings to a person: these and no others. */
    ...(process.prepares ? { lacks: z.array(Rule).optional(), warnings: z.array(z.string()).optional() } : {}),
    emails: ExpectedEmails,
    "no emails": ExpectedEmails,
    /** What the file shows, by its place in the view: `urgencyClass: A`, `clinics.0.status: silent`. */
    shows: z.record(z.string(), z.unknown()).optional(),
  });
}
export type Expectation = z.infer<ReturnType<typeof expectationOf>> & {
  readonly lacks?: readonly string[] | undefined;
  readonly warnings?: readonly string[] | undefined;
};

/** An act by its type, its words or its title. */
function actOf(process: SimulatedProcess) {
  return z.string().transform((text, context) => {
    const name = findAct(process, text);
    if (name !== undefined) return name;
    context.addIssue({ code: "custom", message: `an act: one of ${actNames(process).join(", ")}` });
    return z.NEVER;
  });
}

function stepOf(process: SimulatedProcess) {
  const { way } = process;
  return z
    .strictObject({
      /** The day; that of the step before when not given. */
      on: When.optional(),
      at: At.optional(),
      /** The legal date of the act, when it is entered later. */
      dated: When.optional(),
      act: actOf(process).optional(),
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
          const name = findAct(process, text);
          if (name !== undefined && way.order.includes(name)) return name;
          context.addIssue({ code: "custom", message: `an act of the standard way: one of ${way.order.join(", ")}` });
          return z.NEVER;
        })
        .optional(),
      expect: expectationOf(process).optional(),
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
      const unknown = brings ? Object.keys(step.with ?? {}).filter((name) => !standardData(way).includes(name)) : [];
      if (unknown.length > 0)
        context.addIssue({ code: "custom", path: ["with"], message: `only ${standardData(way).join(", ")}` });
      for (const field of ["by", "with", "refused", "dated"] as const) {
        if (field === "with" && brings) continue;
        if (step[field] !== undefined && step.act === undefined)
          context.addIssue({ code: "custom", path: [field], message: "belongs to an act, and there is none here" });
      }
    });
}
export type Step = Omit<z.infer<ReturnType<typeof stepOf>>, "expect"> & { readonly expect?: Expectation | undefined };

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
/** Who files: one word, or fields with a role. */
function filerOf({ filer: { field, roles } }: SimulatedProcess) {
  return z.union([z.enum(roles).transform((role) => ({ role })), z.looseObject({ role: z.string() })], {
    error: `${roles.join(", ")}, or fields of the ${field} with a role`,
  });
}

function documentsOf({ documentKinds }: SimulatedProcess) {
  return z.union(
    [
      z.literal("complete").transform(() => ({ without: [] })),
      z.strictObject({ without: z.array(oneOf(documentKinds)) }),
    ],
    { error: `complete, or { without: [${documentKinds[1]}] }` },
  );
}

const DeclaredDay = z.strictObject({
  dayOff: Day.optional(),
  recoveryDay: Day.optional(),
  for: z.string().default("everyone"),
  legalAct: z.string().default("HG nr. 1 din simulare"),
});
export type DeclaredDay = z.infer<typeof DeclaredDay>;

function scenarioOf(process: SimulatedProcess) {
  const { field } = process.filer;
  return z
    .strictObject({
      process: z.literal(process.name, { error: `one of ${PROCESS_NAMES.join(", ")}` }).default(process.name),
      title: Both,
      /** The branches of the law's table that it shows. */
      branches: z.array(keysOf(process.branches)),
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
      [field]: filerOf(process).prefault("patient"),
      documents: documentsOf(process).prefault("complete"),
      acts: z.array(stepOf(process)).min(1),
    })
    .transform(({ [field]: filer, ...rest }) => ({ ...rest, filer }));
}

const SCHEMAS = { moh: scenarioOf(simulated("moh")), e112: scenarioOf(simulated("e112")) };

/** What a scenario of a process may say. */
export function scenarioSchema(process: ProcessName): z.ZodType<Scenario> {
  return SCHEMAS[process] as unknown as z.ZodType<Scenario>;
}

export interface Scenario {
  readonly process: ProcessName;
  readonly title: Text;
  readonly branches: readonly string[];
  readonly rules: readonly string[];
  readonly start: PlainDate;
  readonly calendar: readonly DeclaredDay[];
  readonly settings: { readonly offersNeeded: number; readonly lastCompanionAge: number };
  readonly patient: { readonly kind: "adult" | "minor"; readonly changed: Readonly<Record<string, unknown>> };
  readonly filer: Readonly<Record<string, unknown>> & { readonly role: string };
  readonly documents: { readonly without: readonly string[] };
  readonly acts: readonly Step[];
}
