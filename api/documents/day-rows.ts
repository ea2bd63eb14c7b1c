/** The days of a term as the lines of a table: one for each; of a long term, or one in months, one for each run of days. */
import { dayName, formatDate, monthName } from "../../domain/i18n/dates.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { counted } from "../../domain/i18n/plural.ts";
import { dayReasonText, type WorkingDay } from "../../domain/law/index.ts";
import { dayNumber, type PlainDate } from "../../domain/plain-date.ts";

/** From so many days on, runs are drawn together. */
export const LONG_TERM = 100;

export interface DayRow {
  readonly date: string;
  readonly weekday: string;
  /** Which day of the term it is; a dash when it has no number. */
  readonly number: string;
  readonly reason: string;
  /** `rolled`: the next working day, on which the act is still in time. */
  readonly kind: "counted" | "skipped" | "due" | "rolled";
}

export interface MonthRows {
  /** `martie 2026`; of a term in months or years, whose months are a line each, `2026`. */
  readonly name: string;
  readonly days: readonly DayRow[];
}

/** The days by month, or by year. Nothing is left out: a run names its first and its last day. */
export function dayRows(
  days: readonly WorkingDay[],
  dueOn: PlainDate,
  language: Language,
  { dueDay }: { readonly dueDay: string },
): MonthRows[] {
  const told = days.map((day) => ({
    day,
    reason: [day.date === dueOn ? dueDay : undefined, plainReason(day, language)]
      .filter((part) => part !== undefined && part !== "")
      .join("; "),
    kind: kindOf(day, dueOn),
  }));
  const inMonths = days.some(({ reason }) => reason?.kind === "runs");
  const runs = days.length >= LONG_TERM || inMonths ? drawnTogether(told) : told.map((one) => [one]);
  const groups = new Map<string, DayRow[]>();
  for (const run of runs) {
    const row = rowOf(run, language);
    const [first] = run;
    if (row === undefined || first === undefined) continue;
    const group = first.day.date.slice(0, inMonths ? 4 : 7);
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups].map(([group, rows]) => ({
    name: inMonths ? group : `${monthName(`${group}-01` as PlainDate, language)} ${group.slice(0, 4)}`,
    days: rows,
  }));
}

function kindOf({ date, counted, reason }: WorkingDay, dueOn: PlainDate): DayRow["kind"] {
  if (date === dueOn) return "due";
  if (reason?.kind === "rolled-to") return "rolled";
  return counted ? "counted" : "skipped";
}

interface Told {
  readonly day: WorkingDay;
  readonly reason: string;
  readonly kind: DayRow["kind"];
}

/** A weekday says by itself what it is; of a week-end the name of the day stands beside. */
function plainReason({ reason }: WorkingDay, language: Language): string {
  if (reason === undefined) return "";
  if (reason.kind === "weekend") return WEEKEND[language];
  return dayReasonText(reason, language);
}

const WEEKEND = { ro: "sfârșit de săptămână", en: "week-end" } as const satisfies Record<Language, string>;

/** Days in a row, of one month, of which the same is to be said. */
function drawnTogether(told: readonly Told[]): Told[][] {
  const runs: Told[][] = [];
  for (const one of told) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const continues =
      last !== undefined &&
      last.kind === one.kind &&
      last.reason === one.reason &&
      one.kind !== "due" &&
      dayNumber(last.day.date) + 1 === dayNumber(one.day.date) &&
      last.day.date.slice(0, 7) === one.day.date.slice(0, 7);
    if (continues) run?.push(one);
    else runs.push([one]);
  }
  return runs;
}

function rowOf(run: readonly Told[], language: Language): DayRow | undefined {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { kind } = first;
  const count = counted(run.length, { one: "o zi", few: "zile" }, { one: "1 day", few: "days" })[language];
  const reason = first.day.reason?.kind === "runs" && first !== last ? `${first.reason}: ${count}` : first.reason;
  const span = (say: (day: WorkingDay) => string, dash = "–"): string =>
    first === last ? say(first.day) : `${say(first.day)}${dash}${say(last.day)}`;
  const whole = formatDate(last.day.date, language);
  return {
    // Of one month: `10–14.01.2028`, `10–14 January 2028`.
    date: first === last ? whole : `${formatDate(first.day.date, language).slice(0, 2).trim()}–${whole}`,
    weekday: span(({ date }) => dayName(date, language), " – "),
    number: first.day.number === undefined ? "–" : span(({ number = "" }) => String(number)),
    reason,
    kind,
  };
}
