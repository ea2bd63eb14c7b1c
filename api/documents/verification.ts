/**
 * What a printed due date says of itself, in the address behind its code: enough to compute it again, signed, and
 * naming nobody and no file.
 */
import { z } from "zod";
import type { TermInput } from "../../domain/case/due.ts";
import { isDeadlineRuleId, type Suspension, type TermKind } from "../../domain/law/index.ts";
import { DUTIES } from "../../domain/people/roles.ts";
import { isPlainDate, type PlainDate } from "../../domain/plain-date.ts";
import { sameHash, type Keyring } from "../../prisma/secrecy/keyring.ts";
import { LONGEST_TERMS } from "../deadlines/preview.ts";

export const VERIFICATION_PATH = "/verificare-termen";

interface Printed {
  readonly startsOn: PlainDate;
  /** The last day, as it was printed. */
  readonly dueOn: PlainDate;
  /** Whose calendar; absent for that of nobody in particular. */
  readonly institution?: string | undefined;
  /** The change of the calendar after which it was computed. */
  readonly calendarNumber: number;
  readonly printedOn: PlainDate;
}

/** The term of a rule. */
export interface PrintedRule extends Printed, TermInput {
  readonly startsOn: PlainDate;
  /** The version of the rule. */
  readonly lawVersion: string;
}

/** A bare number of days, hours, months or years. */
export interface PrintedLength extends Printed {
  readonly kind: TermKind;
  readonly value: number;
  readonly suspensions: readonly Suspension[];
}

export type PrintedTerm = PrintedRule | PrintedLength;

export type ReadTerm =
  | { readonly kind: "read"; readonly term: PrintedTerm; readonly genuine: boolean }
  /** A parameter is missing, twice there, or cannot be. */
  | { readonly kind: "unreadable" };

const PURPOSE = "verification of a due date";

/** The address that confirms a due date. */
export function verificationAddress(publicUrl: string, term: PrintedTerm, keyring: Keyring): string {
  const said = written(term);
  const address = new URL(VERIFICATION_PATH, publicUrl);
  return `${address.href}?${said}&k=${keyring.signature(PURPOSE, said)}`;
}

/** The parameters in a fixed order, as they are signed. Short: the address is to fit a code that a telephone reads from paper. */
function written(term: PrintedTerm): string {
  const pairs: (readonly [name: string, value: string | undefined])[] = [
    ...("rule" in term
      ? ([
          ["r", term.rule],
          ["b", term.basis === "term" ? undefined : term.basis],
          ["o", term.duty],
          ["f", term.formerDuty],
          ["a", compact(term.noticeOn)],
          ["l", term.lawVersion],
        ] as const)
      : ([
          ["z", String(term.value)],
          ["u", term.kind === "workingDays" ? undefined : term.kind],
        ] as const)),
    ["s", term.suspensions.map(({ from, until }) => `${compact(from)}-${compact(until) ?? ""}`).join(".")],
    ["i", compact(term.startsOn)],
    ["t", compact(term.dueOn)],
    ["c", term.institution],
    ["n", String(term.calendarNumber)],
    ["p", compact(term.printedOn)],
  ];
  return pairs
    .flatMap(([name, value]) => (value === undefined || value === "" ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join("&");
}

function compact(date: PlainDate | undefined): string | undefined {
  return date?.replaceAll("-", "");
}

const date = z
  .string()
  .regex(/^\d{8}$/)
  .transform((text) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
  .refine(isPlainDate);
const duty = z.enum(DUTIES);
const number = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(0).max(most));
const suspensions = z
  .string()
  .transform((text) => text.split("."))
  .pipe(
    z.array(
      z
        .string()
        .regex(/^\d{8}-(\d{8})?$/)
        .transform((text) => text.split("-"))
        .pipe(z.tuple([date, z.union([date, z.literal("")])]))
        .transform(([from, until]) => ({ from, until: until === "" ? undefined : until })),
    ),
  )
  .refine((pauses) => pauses.every(({ from, until }) => until === undefined || from <= until));

const kinds = Object.keys(LONGEST_TERMS) as [TermKind, ...TermKind[]]; // its own keys

const common = {
  s: suspensions.optional(),
  i: date,
  t: date,
  c: z.string().max(20).optional(),
  n: number(999_999_999),
  p: date,
  k: z.string().max(60),
};
const RuleParameters = z.object({
  ...common,
  r: z.string().max(20).refine(isDeadlineRuleId),
  b: z.literal("delay-report").optional(),
  o: duty,
  f: duty.optional(),
  a: date.optional(),
  l: z.string().min(1).max(60),
});
const LengthParameters = z
  .object({ ...common, z: number(999_999).pipe(z.int().min(1)), u: z.enum(kinds).default("workingDays") })
  .refine(({ z: value, u: kind }) => value <= LONGEST_TERMS[kind]);

/** What the parameters of an address say, and whether the product signed them. Parameters of others are passed over. */
export function readTerm(query: unknown, keyring: Keyring): ReadTerm {
  const term = readRule(query) ?? readLength(query);
  if (term === undefined) return { kind: "unreadable" };
  const { k } = query as { k: string }; // both schemas ask for it
  return { kind: "read", term, genuine: sameHash(keyring.signature(PURPOSE, written(term)), k) };
}

function readRule(query: unknown): PrintedRule | undefined {
  const { success, data } = RuleParameters.safeParse(query);
  if (!success) return undefined;
  return {
    ...printed(data),
    rule: data.r,
    basis: data.b ?? "term",
    duty: data.o,
    formerDuty: data.f,
    noticeOn: data.a,
    lawVersion: data.l,
  };
}

function readLength(query: unknown): PrintedLength | undefined {
  const { success, data } = LengthParameters.safeParse(query);
  return success ? { ...printed(data), kind: data.u, value: data.z } : undefined;
}

function printed({
  i: startsOn,
  t: dueOn,
  c: institution,
  n: calendarNumber,
  p: printedOn,
  s: paused = [],
}: Pick<z.output<typeof RuleParameters>, "i" | "t" | "c" | "n" | "p" | "s">): Printed &
  Pick<PrintedRule, "suspensions"> {
  return { startsOn, dueOn, institution, calendarNumber, printedOn, suspensions: paused };
}
