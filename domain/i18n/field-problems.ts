/** What is wrong with a request, a sentence for each field, in the language of the person who sent it. */
import type { Text } from "../case/commands.ts";
import type { RuleId } from "../law/index.ts";
import { fieldFormat, namedField } from "./fields.ts";
import type { Language } from "./language.ts";
import { counted } from "./plural.ts";
import { explainedValue } from "./values.ts";

/** A finding of the schemas, as zod reports it. */
export interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  /** The fields that an object has at this place, when they are known. */
  readonly fields?: readonly string[];
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
      return { path: at, code: "UNKNOWN_FIELD", text: (language) => UNKNOWN_FIELD(at, issue.fields)[language] };
    });
  }
  if (path === "") return [{ path, code: "NOT_AN_OBJECT", text: (language) => NOT_AN_OBJECT[language] }];
  const { code, text } = isMissing(input, issue.path) ? MISSING : describe(issue);
  return [{ path, code, text: (language) => `${namedField(path, language)} ${text(path, language)}.` }];
}

/** True when nothing was given at this place. What was given in another form, say a text where a list is read, is there. */
function isMissing(input: unknown, path: readonly PropertyKey[]): boolean {
  let value = input;
  for (const key of path) {
    if (value === undefined) return true;
    if (typeof value !== "object" || value === null) return false;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value === undefined;
}

/** The end of the sentence that begins with the field's name. */
interface Description {
  readonly code: string;
  readonly text: (path: string, language: Language) => string;
}

function UNKNOWN_FIELD(path: string, fields: readonly string[] = []): Text {
  const list = fields.join(", ");
  return {
    ro: `Câmpul „${path}” nu există aici${list && `; câmpurile sunt: ${list}`}.`,
    en: `There is no field “${path}” here${list && `; the fields are: ${list}`}.`,
  };
}

const NOT_AN_OBJECT: Text = {
  ro: "Corpul cererii trebuie să fie un obiect JSON, scris între acolade.",
  en: "The body of the request must be a JSON object, written in braces.",
};
const MISSING = saying("MISSING", { ro: "lipsește", en: "is missing" });

/** The problem of a field that was not given. */
export function missing(path: string, language: Language): FieldProblem {
  return { path, code: MISSING.code, message: `${namedField(path, language)} ${MISSING.text(path, language)}.` };
}

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
      return wrongType(String(issue["expected"]), issue.fields);
  }
}

const BAD_FORM: Text = { ro: "nu este scris corect", en: "is not written correctly" };
const OBJECT: Text = { ro: "trebuie să fie un obiect JSON", en: "must be a JSON object" };
const NUMBER: Text = { ro: "trebuie să fie un număr întreg", en: "must be a whole number" };
/** What was expected, by zod's names. */
const TYPES: Readonly<Record<string, Text>> = {
  object: OBJECT,
  record: OBJECT,
  array: { ro: "trebuie să fie o listă", en: "must be a list" },
  string: { ro: "trebuie să fie un text", en: "must be a text" },
  number: NUMBER,
  int: NUMBER,
  boolean: { ro: "trebuie să fie true sau false", en: "must be true or false" },
};

function wrongType(expected: string, fields: readonly string[] = []): Description {
  const list = fields.join(", ");
  if (TYPES[expected] === OBJECT && list !== "") {
    return saying("WRONG_TYPE", {
      ro: `${OBJECT.ro}, cu câmpurile: ${list}`,
      en: `${OBJECT.en} with the fields: ${list}`,
    });
  }
  const kind = TYPES[expected];
  // How a text is written says nothing of an object or a list.
  const written = (path: string, language: Language): string | undefined =>
    expected === "object" || expected === "array" ? undefined : fieldFormat(path, language);
  const text: Description["text"] = (path, language) =>
    [kind?.[language], written(path, language)].filter((words) => words !== undefined).join("; ") || BAD_FORM[language];
  return { code: "WRONG_TYPE", text };
}

/** A longer list is named without what each value means. */
const MOST_EXPLAINED = 6;

function oneOf(values: readonly unknown[]): Description {
  if (values.length === 1 && values[0] === true) {
    return saying("NOT_CONFIRMED", { ro: "trebuie confirmat (true)", en: "must be confirmed (true)" });
  }
  const list = (language: Language): string => {
    const texts = values.map(String);
    return texts.map((value) => (texts.length > MOST_EXPLAINED ? value : explainedValue(value, language))).join(", ");
  };
  return saying("NOT_ONE_OF", { ro: `admite numai: ${list("ro")}`, en: `takes only: ${list("en")}` });
}

function tooSmall(origin: unknown, minimum: number): Description {
  if (origin === "string" && minimum === 1) return saying("MISSING", { ro: "nu este completat", en: "is empty" });
  if (origin === "array") return saying("TOO_FEW", atLeast("trebuie să cuprindă", "must hold", elements(minimum)));
  if (origin === "string") return saying("TOO_SHORT", atLeast("trebuie să aibă", "must have", characters(minimum)));
  return saying("TOO_SMALL", atLeast("trebuie să fie", "must be", { ro: `${minimum}`, en: `${minimum}` }));
}

function tooBig(origin: unknown, maximum: number): Description {
  if (origin === "array") return saying("TOO_MANY", atMost("poate cuprinde", "may hold", elements(maximum)));
  if (origin === "string") return saying("TOO_LONG", atMost("poate avea", "may have", characters(maximum)));
  return saying("TOO_BIG", atMost("poate fi", "may be", { ro: `${maximum}`, en: `${maximum}` }));
}

function atLeast(ro: string, en: string, what: Text): Text {
  return { ro: `${ro} cel puțin ${what.ro}`, en: `${en} at least ${what.en}` };
}

function atMost(ro: string, en: string, what: Text): Text {
  return { ro: `${ro} cel mult ${what.ro}`, en: `${en} at most ${what.en}` };
}

function elements(count: number): Text {
  return counted(count, { one: "un element", few: "elemente" }, { one: "one item", few: "items" });
}

function characters(count: number): Text {
  return counted(count, { one: "un caracter", few: "caractere" }, { one: "one character", few: "characters" });
}

function custom(code: string | undefined): Description {
  switch (code) {
    case "date":
      return saying("BAD_DATE", {
        ro: "nu cuprinde o dată reală, scrisă AAAA-LL-ZZ",
        en: "does not hold a real date, written YYYY-MM-DD",
      });
    case "UNWRITABLE":
      return saying("UNWRITABLE", {
        ro: "cuprinde un semn care nu este o literă și nu se poate păstra",
        en: "holds a sign that is no character and cannot be kept",
      });
    case "NOT_A_NUMBER":
      return saying("NOT_A_NUMBER", {
        ro: "primește numai un număr de înregistrare sau începutul lui; numele se caută cu POST /api/cases/search",
        en: "takes only a registration number or its beginning; names are searched with POST /api/cases/search",
      });
    case "BIRTH_TOO_EARLY":
      return saying("BIRTH_TOO_EARLY", {
        ro: "nu poate cuprinde o dată dinainte de 01.01.1900",
        en: "cannot hold a date before 1 January 1900",
      });
    case "NO_COUNTRY":
      return saying("NO_COUNTRY", {
        ro: "cuprinde două litere care nu sunt codul unei țări (ISO 3166-1): Grecia este GR, Regatul Unit este GB",
        en: "holds two letters that are not the code of a country (ISO 3166-1): Greece is GR, the United Kingdom is GB",
      });
    case "CNP":
      return saying("CNP", {
        ro: "nu este valid sau nu se potrivește cu data nașterii",
        en: "is not valid or does not agree with the birth date",
      });
    case "WAIVER_NOT_POSSIBLE":
      return saying("WAIVER_NOT_POSSIBLE", {
        ro: "se completează numai pentru actul de identitate al celui de-al doilea părinte",
        en: "is given for the second parent’s identity document only",
      });
    case "APPLICANT_OF_ADULT":
      return saying("APPLICANT_OF_ADULT", {
        ro: "admite, pentru un adult, numai: patient (pacientul), otherPerson (altă persoană, cu procură)",
        en: "takes, for an adult, only: patient (the patient), otherPerson (another person, with power of attorney)",
      });
    case "APPLICANT_OF_CHILD":
      return saying("APPLICANT_OF_CHILD", {
        ro: "admite, pentru un copil, numai: parent (un părinte), guardian (tutorele), otherPerson (altă persoană)",
        en: "takes, for a child, only: parent (a parent), guardian (the guardian), otherPerson (another person)",
      });
    case "ONE_PARENT_OF_CHILD":
      return saying("ONE_PARENT_OF_CHILD", {
        ro: "se completează numai pentru un copil",
        en: "is given for a child only",
      });
    case "CLINIC_AT_HOME":
      return saying("CLINIC_AT_HOME", {
        ro: "nu poate fi România: este vorba de un tratament în străinătate",
        en: "cannot be Romania: the treatment is one abroad",
      });
    case "PROOF_NAMES_CLINIC":
      return saying("PROOF_NAMES_CLINIC", {
        ro: "se completează la dovada corespondenței și numai la ea",
        en: "is given with a proof of correspondence, and only there",
      });
    case "NO_CLINIC_YET":
      return saying("NO_CLINIC_YET", {
        ro: "poate numi o dovadă a corespondenței numai după ce comisia a numit clinicile",
        en: "may name a proof of correspondence only after the commission has named the clinics",
      });
    case "CLOSES_BEFORE_OPENING":
      return saying("CLOSES_BEFORE_OPENING", {
        ro: "trebuie să fie după ora de începere",
        en: "must be later than the hour of opening",
      });
    case "CORRECT_ONE_DATE":
      return saying("CORRECT_ONE_DATE", {
        ro: "se completează singur, sau se completează „field” și „newValue” împreună",
        en: "is given alone, or “field” and “newValue” are given together",
      });
    case "ZERO_AMOUNT":
      return saying("ZERO_AMOUNT", { ro: "trebuie să fie mai mare decât zero", en: "must be more than zero" });
    case "MINUTES_CHANGE_NOTHING":
      return saying("MINUTES_CHANGE_NOTHING", {
        ro: "trebuie să numească cel puțin o clinică, dacă procesul-verbal nu schimbă clasa de urgență",
        en: "must name at least one clinic, unless the minutes change the urgency class",
      });
    default:
      return saying(code ?? "WRONG", BAD_FORM);
  }
}
