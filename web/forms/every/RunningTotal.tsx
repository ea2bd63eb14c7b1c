/** What the rows add up to so far, against what the file expects when it expects a sum. */
import type { CaseView } from "../../../domain/case/view.ts";
import { compareAmounts, formatMoney, subtractAmounts } from "../../../domain/money/amounts.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import type { SpecialProps } from "../describe.ts";
import { textAt } from "../values.ts";
import { totalOf } from "./sums.ts";

export function RunningTotal({ path, values }: SpecialProps<CaseView>) {
  const t = useT();
  const { language } = useLanguage();
  const currency = textAt(values, "currency").trim().toUpperCase();
  const total = totalOf(values, path);
  const [expected, granted] = [textAt(values, "expected.amount"), textAt(values, "expected.currency")];
  const isComparable = expected !== "" && (currency === "" || currency === granted);
  const left = isComparable ? subtractAmounts(expected, total) : "0.00";
  return (
    <p className="running-total" role="status">
      <span>
        {t("sums.total")} <strong>{formatMoney(total, currency === "" ? granted : currency, language)}</strong>
      </span>
      {expected !== "" && (
        <span>
          {t("sums.granted")} <strong>{formatMoney(expected, granted, language)}</strong>
        </span>
      )}
      {isComparable && compareAmounts(left, "0") !== 0 && (
        <span className="mark mark-warn">
          {compareAmounts(left, "0") > 0
            ? t("sums.left", { sum: formatMoney(left, granted, language) })
            : t("sums.over", { sum: formatMoney(subtractAmounts(total, expected), granted, language) })}
        </span>
      )}
    </p>
  );
}
