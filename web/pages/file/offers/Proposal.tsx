import { Link } from "@tanstack/react-router";
import type { MohCaseView } from "../../../../domain/case/view.ts";
import { formatMoney, LEI } from "../../../../domain/money/amounts.ts";
import { formatDate } from "../../../i18n/dates.ts";
import { useLanguage, useT } from "../../../i18n/language.tsx";

/** What the DSP proposed when it sent the file, and why: above the form in which the Ministry decides. */
export function Proposal({ view }: { view: MohCaseView }) {
  const t = useT();
  const sent = view.timeline.findLast(({ type }) => type === "sendToMinistry");
  const { proposedClinic, reasons } = sent?.payload ?? {};
  const clinic = view.clinics.find(({ id }) => id === proposedClinic);
  return (
    <div className="progress proposal">
      {clinic === undefined ? (
        <p>{t("offers.noProposal")}</p>
      ) : (
        <>
          <p>
            {t("offers.proposal")} <strong>{clinic.name}</strong>
            <Price clinic={clinic.id} view={view} />
          </p>
          <p className="pre">
            {typeof reasons === "string" ? t("offers.proposal.reasons", { reasons }) : t("offers.proposal.noReasons")}
          </p>
        </>
      )}
      <p>
        <Link from="/dosare/$caseId" to="/dosare/$caseId" search={{ fila: "clinici" }}>
          {t("offers.toComparison")}
        </Link>
      </p>
    </div>
  );
}

/** Its total, in lei too, and the day of admission. */
function Price({ clinic, view }: { clinic: string; view: MohCaseView }) {
  const t = useT();
  const { language } = useLanguage();
  const offer = view.clinics.find(({ id }) => id === clinic)?.offer;
  const compared = view.comparison?.offers.find((each) => each.clinic === clinic);
  const { costTotal, currency, admissionDate } = offer ?? {};
  if (typeof costTotal !== "string" || typeof currency !== "string") return null;
  const inLei =
    currency === LEI || compared?.totalInLei === undefined
      ? ""
      : ` = ${formatMoney(compared.totalInLei, LEI, language)}`;
  return (
    <>
      : {formatMoney(costTotal, currency, language)}
      {inLei}
      {typeof admissionDate === "string" && `, ${t("offers.admission", { date: formatDate(admissionDate) })}`}
    </>
  );
}
