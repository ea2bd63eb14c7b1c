/** Usual periods: months, quarters and years, as days from and to. */
import { addDays, addMonths, plainDate, type PlainDate } from "../../../domain/plain-date.ts";

export const PERIODS = ["thisMonth", "lastMonth", "thisQuarter", "lastQuarter", "thisYear", "lastYear"] as const;
export type PeriodKind = (typeof PERIODS)[number];

interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const MONTHS: Readonly<Record<PeriodKind, number>> = {
  thisMonth: 1,
  lastMonth: 1,
  thisQuarter: 3,
  lastQuarter: 3,
  thisYear: 12,
  lastYear: 12,
};

/** The whole period; undefined for what is no usual one. */
export function periodOf(kind: string, today: PlainDate): Period | undefined {
  const known = PERIODS.find((period) => period === kind);
  if (known === undefined) return undefined;
  const months = MONTHS[known];
  const [year = "", month = ""] = today.split("-");
  const first = Math.floor((Number(month) - 1) / months) * months + 1;
  const current = plainDate(`${year}-${String(first).padStart(2, "0")}-01`);
  const from = known.startsWith("last") ? addMonths(current, -months) : current;
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** Which usual period these days are; one that is not over ends today. */
export function periodKind(from: string, to: string, today: PlainDate): PeriodKind | "free" {
  const found = PERIODS.find((kind) => {
    const period = periodOf(kind, today);
    return period?.from === from && (period.to === to || (to === today && period.to > today));
  });
  return found ?? "free";
}
