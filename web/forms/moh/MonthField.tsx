/** A month of the Ministry's funds: from that of the approval to a few ahead. */
import { NativeSelect } from "@mantine/core";
import { addMonths, plainDate } from "../../../domain/plain-date.ts";
import { monthName } from "../../i18n/dates.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import type { Problems, SpecialProps } from "../describe.ts";
import { textAt, type Values } from "../values.ts";

const MONTHS_AHEAD = 3;
const MOST = 36;

export function MonthField({ form, path, values, view, errors, set }: SpecialProps) {
  const t = useT();
  const { language } = useLanguage();
  const first = plainDate(`${(view.treatment?.approval?.on ?? view.today).slice(0, 7)}-01`);
  const last = addMonths(plainDate(`${view.today.slice(0, 7)}-01`), MONTHS_AHEAD);
  const months: string[] = [];
  for (let month = last; month >= first && months.length < MOST; month = addMonths(month, -1)) {
    months.unshift(month.slice(0, 7));
  }
  return (
    <NativeSelect
      name={`${form}.${path}`}
      label={t("field.month")}
      description={t("field.month.hint")}
      className="field-short"
      withAsterisk
      aria-required
      error={errors[path]}
      value={textAt(values, path)}
      onChange={(event) => set(path, event.currentTarget.value)}
    >
      {months.map((month) => (
        <option key={month} value={month}>
          {monthText(month, language)}
        </option>
      ))}
    </NativeSelect>
  );
}

/** `2026-11` as `noiembrie 2026`, `November 2026`. */
export function monthText(month: string, language: "ro" | "en"): string {
  return `${monthName(Number(month.slice(5, 7)), language)} ${month.slice(0, 4)}`;
}

export function checkMonth(values: Values, path: string): Problems {
  return textAt(values, path) === "" ? { [path]: { message: "form.error.required", label: "field.month" } } : {};
}
