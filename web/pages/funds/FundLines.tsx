/** Requests one under the other in the strict order: how much each asks, why it stands where it does, whether the money reaches it. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { LEI, formatMoney } from "../../../domain/money/amounts.ts";
import { formatRate } from "../../../domain/money/rates.ts";
import type { FundLine } from "../../../domain/moh/fund-views.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useLanguage, useT, type Translate } from "../../i18n/language.tsx";
import { Icon } from "../../parts/icons.tsx";

type Line = FundLine & { readonly patient: string };

interface FundLinesProps<Shown extends Line> {
  readonly lines: readonly Shown[];
  readonly caption: string;
  /** False in a month without an allocation: nobody can say who is reached. */
  readonly allocated: boolean;
  /** What stands under the verdict. */
  under?(line: Shown): ReactNode;
}

export function FundLines<Shown extends Line>({ lines, caption, allocated, under }: FundLinesProps<Shown>) {
  const t = useT();
  return (
    <table className="list fund-lines">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("funds.place")}</th>
          <th scope="col">{t("funds.file")}</th>
          <th scope="col">{t("funds.estimates")}</th>
          <th scope="col">{t("funds.registered")}</th>
          <th scope="col" className="amount">
            {t("funds.sum")}
          </th>
          <th scope="col">{t("funds.why")}</th>
          <th scope="col">{t("funds.verdict")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.caseId} className={`fund-line fund-${allocated ? line.verdict : "waits"}`}>
            <td data-label={t("funds.place")} className="number">
              {line.place}
            </td>
            <th scope="row">
              <Link to="/dosare/$caseId" params={{ caseId: line.caseId }} search={{}} className="number">
                {line.ministryNumber}
              </Link>
              <span className="cell-patient">{line.patient}</span>
              <span className="cell-note">{line.registrationNumber}</span>
            </th>
            <td data-label={t("funds.estimates")}>
              <Estimate line={line} of="vitalRisk" />
              <Estimate line={line} of="benefit" />
            </td>
            <td data-label={t("funds.registered")}>{formatDate(line.registeredOn)}</td>
            <td data-label={t("funds.sum")} className="amount">
              <Sum line={line} />
            </td>
            <td data-label={t("funds.why")}>{whyHere(line, t)}</td>
            <td data-label={t("funds.verdict")}>
              <Verdict line={line} allocated={allocated} />
              {under?.(line)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Estimate({ line, of }: { line: Line; of: "vitalRisk" | "benefit" }) {
  const t = useT();
  const value = line[of];
  return value === undefined ? (
    <span className="fund-estimate mark mark-warn">{t(`funds.${of}.missing`)}</span>
  ) : (
    <span className="fund-estimate">{t(`funds.${of}`, { value })}</span>
  );
}

function Sum({ line: { amount, currency, lei, rate, decidedOn } }: { line: Line }) {
  const t = useT();
  const { language } = useLanguage();
  return (
    <>
      {lei === undefined ? (
        <span className="mark mark-warn">{t("funds.rate.missing", { date: formatDate(decidedOn) })}</span>
      ) : (
        <strong>{formatMoney(lei, LEI, language)}</strong>
      )}
      {currency !== LEI && <span className="cell-note">{formatMoney(amount, currency, language)}</span>}
      {rate !== undefined && (
        <span className="cell-note">
          {t("funds.rate", { rate: formatRate(rate.rate, language), date: formatDate(rate.date) })}
          {rate.old && ` (${t("funds.rate.old")})`}
        </span>
      )}
    </>
  );
}

function whyHere({ after }: Line, t: Translate): string {
  if (after === undefined) return t("funds.why.first");
  const said = (value: string | number | null): string | number =>
    value === null ? t("funds.unestimated") : after.by === "registeredOn" ? formatDate(String(value)) : value;
  return t(`funds.why.${after.by}`, {
    number: after.ministryNumber,
    before: said(after.before),
    own: said(after.own),
  });
}

const SIGNS = { funded: "check", "does-not-fit": "cross", "no-rate": "cross", "after-stop": "hourglass" } as const;

function Verdict({ line: { verdict, left, wouldFit }, allocated }: { line: Line; allocated: boolean }) {
  const t = useT();
  const { language } = useLanguage();
  if (!allocated) return <span className="status">{t("funds.verdict.noAllocation")}</span>;
  return (
    <>
      <span className={`status fund-verdict-${verdict}`}>
        <Icon name={SIGNS[verdict]} /> {t(`funds.verdict.${verdict}`, { left: formatMoney(left, LEI, language) })}
      </span>
      {wouldFit === true && <span className="cell-note">{t("funds.verdict.wouldFit")}</span>}
    </>
  );
}
