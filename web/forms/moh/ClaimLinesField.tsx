/** The lines of a claim, each with its verdict, what is granted of it and why not all; held ones wait to be decided. */
import { TextInput } from "@mantine/core";
import { addAmounts, compareAmounts, findCents, formatMoney } from "../../../domain/money/amounts.ts";
import type { MohCaseView } from "../../../domain/case/view.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useLanguage, useT } from "../../i18n/language.tsx";
import { Verdict } from "../../parts/Verdict.tsx";
import { misshapen, toAmount } from "../check.ts";
import type { Problem, Problems, SpecialProps } from "../describe.ts";
import { filledIn, listAt, textAt, type Values } from "../values.ts";

/** What the rules grant is proposed; a held line is left open. */
export function claimLines(view: MohCaseView): Values[] {
  return (view.treatment?.claim?.lines ?? []).map(({ verdict, amount }) => ({
    verdict,
    amount,
    granted: verdict === "reimbursable" ? amount : verdict === "on-approval-day" ? "" : "0.00",
  }));
}

export function ClaimLinesField({ form, path, values, view, errors, set }: SpecialProps) {
  const t = useT();
  const { language } = useLanguage();
  const { claim } = view.treatment ?? {};
  if (claim === undefined) return null;
  const { currency } = claim;
  const granted = listAt(values, path)
    .map((line) => toAmount(textAt(line, "granted")))
    .filter((amount) => findCents(amount) !== undefined);
  return (
    <fieldset className="group">
      <legend>
        {t("field.claimLines")} <small className="label-rule">MOH-92, MOH-93</small>
      </legend>
      <p className="field-note">{t("field.claimLines.hint")}</p>
      {errors[path] !== undefined && <p className="field-error">{errors[path]}</p>}
      <ol className="rows">
        {claim.lines.map(({ line, kind, date, amount, proof, description, verdict }, index) => {
          const at = `${path}.${index}`;
          const typed = listAt(values, path)[index];
          const isOpen = verdict === "reimbursable" || verdict === "on-approval-day";
          return (
            <li key={line} className="claim-line">
              <p>
                <strong>
                  {line}. {t(`expense.${kind}`)}, {formatDate(date)}: {formatMoney(amount, currency, language)}
                </strong>
                <span className="cell-note">{[proof, description].filter(Boolean).join("; ")}</span>
                <Verdict verdict={verdict} />
              </p>
              {isOpen && (
                <div className="row-fields">
                  <TextInput
                    name={`${form}.${at}.granted`}
                    label={t("field.granted")}
                    inputMode="decimal"
                    withAsterisk
                    aria-required
                    error={errors[`${at}.granted`]}
                    value={textAt(typed, "granted")}
                    onChange={(event) => set(`${at}.granted`, event.currentTarget.value)}
                  />
                  {isReasonNeeded(typed) && (
                    <TextInput
                      name={`${form}.${at}.reason`}
                      label={t("field.lineReason")}
                      withAsterisk
                      aria-required
                      error={errors[`${at}.reason`]}
                      value={textAt(typed, "reason")}
                      onChange={(event) => set(`${at}.reason`, event.currentTarget.value)}
                    />
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <p className="running-total" role="status">
        <span>
          {t("claim.asked")}{" "}
          <strong>{formatMoney(addAmounts(claim.lines.map(({ amount }) => amount)), currency, language)}</strong>
        </span>
        <span>
          {t("claim.granted")} <strong>{formatMoney(addAmounts(granted), currency, language)}</strong>
        </span>
      </p>
    </fieldset>
  );
}

/** A held line, and one of which not all is granted, say why. */
function isReasonNeeded(line: unknown): boolean {
  const [verdict, asked, granted] = [
    textAt(line, "verdict"),
    textAt(line, "amount"),
    toAmount(textAt(line, "granted")),
  ];
  if (verdict === "on-approval-day") return true;
  return verdict === "reimbursable" && findCents(granted) !== undefined && compareAmounts(granted, asked) < 0;
}

export function checkClaimLines(values: Values, path: string): Problems {
  const found: Record<string, Problem> = {};
  listAt(values, path).forEach((line, index) => {
    const at = `${path}.${index}`;
    const granted = textAt(line, "granted").trim();
    const message = granted === "" ? "form.error.required" : misshapen("amount", granted);
    if (message !== undefined) found[`${at}.granted`] = { message, label: "field.granted" };
    if (isReasonNeeded(line) && textAt(line, "reason").trim() === "") {
      found[`${at}.reason`] = { message: "form.error.required", label: "field.lineReason" };
    }
  });
  return found;
}

/** Every line in its place, so that what the API finds wrong is shown at it. */
export function linesToSend(lines: unknown): Values[] {
  return listAt({ lines }, "lines").map((line, index) => ({
    line: index + 1,
    ...filledIn({
      granted: toAmount(textAt(line, "granted")),
      reason: isReasonNeeded(line) ? textAt(line, "reason") : "",
    }),
  }));
}
