/** What a file of days would change: acts that can be simulated and saved like others. Nothing is saved here. */
import {
  declaredBy,
  holidayOn,
  isSameDay,
  problemOf,
  withAct,
  type DeclareDay,
  type StandingCalendar,
  type StandingDay,
} from "../../domain/calendar/acts.ts";
import { MOST_ACTS } from "../../domain/calendar/acts.schema.ts";
import type { ImportProblem, ImportView } from "../../domain/calendar/administration.ts";
import { errorSentence } from "../../domain/i18n/errors.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { isPlainDate, type PlainDate } from "../../domain/plain-date.ts";
import { ApiError } from "../http/api-error.ts";
import { LONGEST_EVENT_DAYS, LineProblem, type FoundDay } from "./found-days.ts";
import { readCsv } from "./read-csv.ts";
import { readIcs } from "./read-ics.ts";

export const LARGEST_IMPORT_BYTES = 256 * 1024;
const LONGEST_ACT = 300;

export interface ImportContext {
  readonly standing: StandingCalendar;
  /** The ids of the institutions that exist. */
  readonly institutions: ReadonlySet<string>;
  /** Of what the file does not say: for whom its days are, and by which act. */
  readonly defaults: { readonly for?: string | undefined; readonly legalAct?: string | undefined };
  readonly language: Language;
}

/** @throws ApiError 422 for a file that is neither CSV nor iCalendar, or not in UTF-8. */
export function readImport(bytes: Uint8Array, context: ImportContext): ImportView {
  const text = decoded(bytes);
  const errors: ImportProblem[] = [];
  const skipped: ImportProblem[] = [];
  const acts: DeclareDay[] = [];
  let { standing } = context;
  for (const day of found(text, errors, context)) {
    try {
      const act = actOf(day, { ...context, standing }, context.standing.days);
      if (acts.length === MOST_ACTS) throw new LineProblem(day.line, "IMPORT_TOO_MANY", { most: MOST_ACTS });
      acts.push(act);
      standing = withAct(standing, act);
    } catch (error) {
      if (!(error instanceof LineProblem)) throw error;
      (error instanceof AlreadyThere ? skipped : errors).push(said(error, context));
      if (error.code === "IMPORT_TOO_MANY") break;
    }
  }
  return { acts, errors, skipped };
}

/** The line is right, and changes nothing. */
class AlreadyThere extends LineProblem {}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ApiError(422, "IMPORT_NOT_UTF8");
  }
}

function found(text: string, errors: ImportProblem[], context: ImportContext): FoundDay[] {
  try {
    if (/^\s*BEGIN:VCALENDAR/i.test(text)) return readIcs(text);
    if (text.trim() === "") throw new LineProblem(1, "IMPORT_EMPTY");
    return readCsv(text);
  } catch (error) {
    if (!(error instanceof LineProblem)) throw error;
    errors.push(said(error, context));
    return [];
  }
}

function said({ line, column, code, params }: LineProblem, { language }: ImportContext): ImportProblem {
  const message = errorSentence(code, params, language);
  return { line, ...(column === undefined ? {} : { column }), code, message };
}

/** `before`: the days that stood before the file. @throws LineProblem for a day that cannot be declared, or need not be. */
function actOf(
  day: FoundDay,
  { standing, institutions, defaults }: ImportContext,
  before: readonly StandingDay[],
): DeclareDay {
  const { line } = day;
  if (day.problem !== undefined) throw new LineProblem(line, day.problem, { most: LONGEST_EVENT_DAYS }, day.date.at);
  const date = dateOf(day);
  const kind = kindOf(day);
  const holiday = holidayOn(date);
  if (kind === "holiday") {
    if (holiday === undefined) throw new LineProblem(line, "IMPORT_NOT_A_HOLIDAY", { date }, day.kind.at);
    throw new AlreadyThere(line, "IMPORT_HOLIDAY_STANDS", { date, name: holiday.name });
  }
  const whom = day.for.text || (defaults.for ?? "");
  const legalAct = day.legalAct.text || (defaults.legalAct ?? "");
  if (whom === "") throw new LineProblem(line, "IMPORT_WHOM", {}, day.for.at);
  if (legalAct === "") throw new LineProblem(line, "IMPORT_LEGAL_ACT", {}, day.legalAct.at);
  const type = kind === "day-off" ? "declareDayOff" : "declareRecoveryDay";
  const act: DeclareDay = { type, date, for: whom, legalAct: legalAct.slice(0, LONGEST_ACT) };
  const same = standing.days.find((each) => isSameDay(each, declaredBy(act)));
  if (same !== undefined) {
    const code = before.includes(same) ? "IMPORT_STANDS" : "IMPORT_TWICE";
    throw new AlreadyThere(line, code, { date, legalAct: same.legalAct });
  }
  const problem = problemOf(act, standing, institutions);
  if (problem !== undefined) {
    const cell = problem.field === "for" ? day.for : day.date;
    throw new LineProblem(line, problem.code, problem.params, cell.at);
  }
  return act;
}

function dateOf({ line, date: { text, at } }: FoundDay): PlainDate {
  const iso = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const [, day = "", month = "", year = ""] = iso ?? [];
  const date = iso === null ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (isPlainDate(date)) return date;
  throw new LineProblem(line, "IMPORT_DATE", { given: text }, at);
}

const KINDS: Readonly<Record<string, "holiday" | "day-off" | "recovery-day">> = {
  holiday: "holiday",
  "sărbătoare legală": "holiday",
  "day-off": "day-off",
  "day off": "day-off",
  "zi liberă": "day-off",
  "recovery-day": "recovery-day",
  "recovery day": "recovery-day",
  "zi de recuperare": "recovery-day",
};

function kindOf({ line, kind: { text, at } }: FoundDay): "holiday" | "day-off" | "recovery-day" {
  const name = text.toLowerCase();
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (kind === undefined) throw new LineProblem(line, "IMPORT_KIND", { given: text }, at);
  return kind;
}
