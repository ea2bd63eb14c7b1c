/** The rows of the charts, from the figures of the report. */
import type { Language } from "../../../domain/i18n/language.ts";
import { findCents, formatMoney, LEI } from "../../../domain/money/amounts.ts";
import { dutyName } from "../../../domain/i18n/duties.ts";
import type {
  DecisionFigures,
  HandsFigures,
  Limit,
  MoneyFigures,
  Outcomes,
  Shown,
  StatisticsReport,
  StepFigures,
  TermFigures,
} from "../../../domain/statistics/report.ts";
import { cellText, limitText, moneyWord, word } from "../../../domain/statistics/tables.ts";
import type { Translate } from "../../i18n/language.tsx";
import type { ChartRow, Fill, Stretch } from "./charts.tsx";

/** The line of the limit stands in the middle: twice as many days fill the bar. */
const LIMIT_AT = 50;
const WHOLE = 100;
const DAYS: Readonly<Record<Limit["unit"], number>> = {
  working_days: 1,
  calendar_days: 1,
  hours: 1 / 24,
  months: 30,
  years: 365,
};
export const OUTCOME_FILLS = [
  ["kept", "full"],
  ["late", "stripes"],
  ["missed", "dots"],
  ["running", "empty"],
] as const satisfies readonly (readonly [keyof Outcomes, Fill])[];

export function shownText(shown: Shown, language: Language): string {
  return typeof shown === "number" ? String(shown) : word(shown, language);
}

export function stepRows(steps: readonly StepFigures[], language: Language): ChartRow[] {
  const waiting = steps.filter(({ now }) => now !== 0);
  const most = Math.max(1, ...waiting.map(({ now }) => known(now)));
  return waiting.map(({ step, title, now }) => ({
    id: step,
    name: title[language],
    stretches: stretch("full", 0, (known(now) * WHOLE) / most),
    says: shownText(now, language),
  }));
}

export function takenRows(terms: readonly TermFigures[], language: Language, t: Translate): ChartRow[] {
  return terms
    .filter(({ kept, late }) => kept !== 0 || late !== 0)
    .map(({ id, rule, duty, limit, median, ninth }) => {
      const place = (days: number): number =>
        Math.min(WHOLE, (days * LIMIT_AT) / Math.max(1, limit.value * DAYS[limit.unit]));
      const [middle, most] = [place(median ?? 0), place(ninth ?? median ?? 0)];
      return {
        id,
        name: `${rule} · ${dutyName(duty)[language]}`,
        stretches: [...stretch("full", 0, middle), ...stretch("stripes", middle, most - middle)],
        line: LIMIT_AT,
        says: taken(median, ninth, limitText(limit, language), language, t),
      };
    });
}

function taken(median: number | null, ninth: number | null, limit: string, language: Language, t: Translate): string {
  if (median === null) return t("statistics.taken.saysNothing", { limit });
  const days = (number: number): string => cellText({ number }, language);
  return ninth === null
    ? t("statistics.taken.saysMedian", { median: days(median), limit })
    : t("statistics.taken.says", { median: days(median), ninth: days(ninth), limit });
}

export function outcomeRows(
  named: readonly (Outcomes & { readonly id: string; readonly name: string })[],
  language: Language,
): ChartRow[] {
  return named
    .filter((row) => OUTCOME_FILLS.some(([outcome]) => row[outcome] !== 0))
    .map((row) => {
      // Parts of a whole that is not shown would be no picture of it.
      const isWhole = OUTCOME_FILLS.every(([outcome]) => typeof row[outcome] === "number");
      const all = isWhole ? OUTCOME_FILLS.reduce((sum, [outcome]) => sum + known(row[outcome]), 0) : 0;
      let from = 0;
      const stretches = OUTCOME_FILLS.flatMap(([outcome, fill]) => {
        const width = all === 0 ? 0 : (known(row[outcome]) * WHOLE) / all;
        from += width;
        return stretch(fill, from - width, width);
      });
      const says = OUTCOME_FILLS.filter(([outcome]) => row[outcome] !== 0).map(
        ([outcome]) => `${word(outcome, language).toLowerCase()} ${shownText(row[outcome], language)}`,
      );
      return { id: row.id, name: row.name, stretches, says: says.join(", ") };
    });
}

/** Working days to the decision, side by side: the law sets no limit, so the longest fills the bar. */
export function decisionRows(
  named: readonly { readonly id: string; readonly name: string; readonly decisions?: DecisionFigures }[],
  language: Language,
  t: Translate,
): ChartRow[] {
  const most = Math.max(1, ...named.map(({ decisions }) => decisions?.ninth ?? decisions?.median ?? 0));
  const days = (number: number): string => cellText({ number }, language);
  return named.flatMap(({ id, name, decisions }) => {
    if (decisions === undefined || decisions.median === null) return [];
    const { median, ninth } = decisions;
    const [middle, end] = [(median * WHOLE) / most, ((ninth ?? median) * WHOLE) / most];
    const says =
      ninth === null
        ? t("statistics.decided.saysMedian", { median: days(median) })
        : t("statistics.decided.says", { median: days(median), ninth: days(ninth) });
    return [
      { id, name, stretches: [...stretch("full", 0, middle), ...stretch("stripes", middle, end - middle)], says },
    ];
  });
}

/** Working days in whose hands; suspended days stand in the table. */
export function handsRows(hands: readonly HandsFigures[], language: Language, t: Translate): ChartRow[] {
  const most = Math.max(1, ...hands.map(({ workingDays }) => known(workingDays)));
  return hands.map(({ duty, workingDays }) => ({
    id: duty,
    name: dutyName(duty)[language],
    stretches: stretch("full", 0, (known(workingDays) * WHOLE) / most),
    says:
      typeof workingDays === "number"
        ? t("statistics.workingDays", { count: workingDays })
        : shownText(workingDays, language),
  }));
}

/** Sums in lei where all rates are known, otherwise those of each currency. */
export function moneyRows(
  { process, money }: Pick<StatisticsReport, "process" | "money">,
  language: Language,
): ChartRow[] {
  const hasLei = money.every(({ currency, amount }) => currency !== undefined || amount !== null);
  const rows = money.filter(({ currency }) => (currency === undefined) === hasLei);
  const centsOf = ({ amount }: MoneyFigures): number => Number(findCents(amount) ?? 0n);
  const mostOf = (currency: string | undefined): number =>
    Math.max(1, ...rows.filter((row) => row.currency === currency).map(centsOf));
  return rows.map((row) => {
    const { kind, currency = LEI, amount } = row;
    const isSum = amount !== null && findCents(amount) !== undefined;
    return {
      id: `${kind}-${currency}`,
      name: moneyWord(process, kind, language),
      stretches: stretch("full", 0, (centsOf(row) * WHOLE) / mostOf(row.currency)),
      says: isSum ? formatMoney(amount, currency, language) : word(amount === "few" ? "few" : "hidden", language),
    };
  });
}

function known(shown: Shown): number {
  return typeof shown === "number" ? shown : 0;
}

function stretch(fill: Fill, from: number, width: number): Stretch[] {
  return width <= 0 ? [] : [{ fill, from, width }];
}
