/** What is wrong with a request, a sentence for each field, in the language of the person who sent it. */
import type { Text } from "../case/commands.ts";
import type { RuleId } from "../law/index.ts";
import { fieldFormat, quotedLabel } from "./fields.ts";
import type { Language } from "./language.ts";

/** A finding of the schemas, as zod reports it. */
export interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly [detail: string]: unknown;
}

export interface FieldProblem {
  /** `patient.cnp`, `documents.0.kind`; a field of a command's payload stands without a prefix. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly rule?: RuleId;
}

/** The rule that asks for a field, when one does. */
export type RuleOfField = (path: string) => RuleId | undefined;

/** One problem for each field found wrong in `input`. */
export function fieldProblems(
  issues: readonly Issue[],
  input: unknown,
  language: Language,
  ruleOf: RuleOfField = () => undefined,
): FieldProblem[] {
  return issues
    .flatMap((issue) => problemsOf(issue, input))
    .map(({ path, code, text }) => {
      const rule = ruleOf(path);
      const sentence = text(language);
      return {
        path,
        code,
        message: rule === undefined ? sentence : `${sentence.slice(0, -1)} (${rule}).`,
        ...(rule && { rule }),
      };
    });
}

interface Found {
  readonly path: string;
  readonly code: string;
  readonly text: (language: Language) => string;
}

function problemsOf(issue: Issue, input: unknown): Found[] {
  const path = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    return (issue["keys"] as readonly string[]).map((key) => {
      const at = path === "" ? key : `${path}.${key}`;
      return { path: at, code: "UNKNOWN_FIELD", text: (language) => UNKNOWN_FIELD(at)[language] };
    });
  }
  const missing = valueAt(input, issue.path) === undefined;
  const { code, text } = missing ? MISSING : describe(issue);
  return [{ path, code, text: (language) => `${quotedLabel(path, language)} ${text(path, language)}.` }];
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}

/** The end of the sentence that begins with the field's name. */
interface Description {
  readonly code: string;
  readonly text: (path: string, language: Language) => string;
}

function UNKNOWN_FIELD(path: string): Text {
  return { ro: `Câmpul „${path}” nu există aici.`, en: `There is no field “${path}” here.` };
}

const MISSING = saying("MISSING", { ro: "lipsește", en: "is missing" });

function saying(code: string, text: Text): Description {
  return { code, text: (_path, language) => text[language] };
}

function describe(issue: Issue): Description {
  switch (issue.code) {
    case "custom":
      return custom((issue["params"] as { code?: string } | undefined)?.code);
    case "invalid_value":
      return oneOf(issue["values"] as readonly unknown[]);
    case "invalid_union":
      return oneOf((issue["options"] as readonly unknown[] | undefined) ?? []);
    case "too_small":
      return tooSmall(issue["origin"], Number(issue["minimum"]));
    case "too_big":
      return tooBig(issue["origin"], Number(issue["maximum"]));
    case "invalid_format":
      return { code: "BAD_FORMAT", text: (path, language) => fieldFormat(path, language) ?? BAD_FORM[language] };
    default:
      return { code: "WRONG_TYPE", text: (path, language) => fieldFormat(path, language) ?? BAD_FORM[language] };
  }
}

const BAD_FORM: Text = { ro: "nu este scris corect", en: "is not written correctly" };

function oneOf(values: readonly unknown[]): Description {
  if (values.length === 1 && values[0] === true) {
    return saying("NOT_CONFIRMED", { ro: "trebuie să existe", en: "must be there" });
  }
  const list = values.map(String).join(", ");
  return saying("NOT_ONE_OF", { ro: `este una dintre: ${list}`, en: `is one of: ${list}` });
}

function tooSmall(origin: unknown, minimum: number): Description {
  if (origin === "string" && minimum === 1) return saying("MISSING", { ro: "nu este completat", en: "is empty" });
  if (origin === "array") {
    return saying("TOO_FEW", { ro: `are nevoie de cel puțin ${minimum}`, en: `needs at least ${minimum}` });
  }
  if (origin === "string")
    return saying("TOO_SHORT", { ro: `are cel puțin ${minimum} caractere`, en: `has at least ${minimum} characters` });
  return saying("TOO_SMALL", { ro: `este cel puțin ${minimum}`, en: `is at least ${minimum}` });
}

function tooBig(origin: unknown, maximum: number): Description {
  if (origin === "array") return saying("TOO_MANY", { ro: `are cel mult ${maximum}`, en: `has at most ${maximum}` });
  if (origin === "string")
    return saying("TOO_LONG", { ro: `are cel mult ${maximum} de caractere`, en: `has at most ${maximum} characters` });
  return saying("TOO_BIG", { ro: `este cel mult ${maximum}`, en: `is at most ${maximum}` });
}

function custom(code: string | undefined): Description {
  switch (code) {
    case "date":
      return saying("BAD_DATE", {
        ro: "nu este o zi din calendar, scrisă AAAA-LL-ZZ",
        en: "is not a day of the calendar, written YYYY-MM-DD",
      });
    case "BIRTH_TOO_EARLY":
      return saying("BIRTH_TOO_EARLY", {
        ro: "nu poate fi înainte de 01.01.1900",
        en: "cannot be before 1 January 1900",
      });
    case "CNP":
      return saying("CNP", {
        ro: "nu este valid sau nu se potrivește cu data nașterii",
        en: "is not valid or does not agree with the birth date",
      });
    case "WAIVER_NOT_POSSIBLE":
      return saying("WAIVER_NOT_POSSIBLE", {
        ro: "este posibilă numai pentru actul de identitate al celui de-al doilea părinte",
        en: "is possible for the second parent’s identity document only",
      });
    case "PROOF_NAMES_CLINIC":
      return saying("PROOF_NAMES_CLINIC", {
        ro: "se arată la dovada corespondenței și numai la ea",
        en: "is named with a proof of correspondence, and only there",
      });
    case "NO_CLINIC_YET":
      return saying("NO_CLINIC_YET", {
        ro: "este posibil numai după ce comisia a numit clinicile",
        en: "is possible only after the commission has named the clinics",
      });
    case "CORRECT_ONE_DATE":
      return saying("CORRECT_ONE_DATE", {
        ro: "se dă singură, sau se dau „field” și „newValue” împreună",
        en: "is given alone, or “field” and “newValue” are given together",
      });
    default:
      return saying(code ?? "WRONG", BAD_FORM);
  }
}
