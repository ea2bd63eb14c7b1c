/** From when until when. */
import type { E112CaseView } from "../../../domain/case/view.ts";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { useT } from "../../i18n/language.tsx";
import { DateInput } from "../../parts/DateInput.tsx";
import { misshapen } from "../check.ts";
import type { Problem, Problems, SpecialProps } from "../describe.ts";
import { textAt, type Values } from "../values.ts";

export function PeriodInputs({ form, path, values, errors, set }: SpecialProps<E112CaseView>) {
  const t = useT();
  return (["periodFrom", "periodTo"] as const).map((name) => {
    const at = `${path}.${name}`;
    return (
      <DateInput
        key={name}
        name={`${form}.${at}`}
        label={t(`e112.${name}`)}
        error={errors[at]}
        value={textAt(values, at)}
        onChange={(date) => set(at, date)}
      />
    );
  });
}

/** Dates that are no dates, and an end before its beginning. */
export function checkPeriod(values: Values, path: string): Problems {
  const found: Record<string, Problem> = {};
  const [from, to] = [textAt(values, `${path}.periodFrom`).trim(), textAt(values, `${path}.periodTo`).trim()];
  const wrongFrom = misshapen("date", from);
  const wrongTo = misshapen("date", to);
  if (wrongFrom !== undefined) found[`${path}.periodFrom`] = { message: wrongFrom, label: "e112.periodFrom" };
  if (wrongTo !== undefined) found[`${path}.periodTo`] = { message: wrongTo, label: "e112.periodTo" };
  if (isPlainDate(from) && isPlainDate(to) && to < from) {
    found[`${path}.periodTo`] = { message: "e112.error.periodOrder", label: "e112.periodTo" };
  }
  return found;
}
