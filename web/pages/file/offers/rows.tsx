/** The rows of the comparison: the data of Annex 10 in its order, and what is computed of them. */
import type { ReactNode } from "react";
import type { MohCaseView, ClinicView } from "../../../../domain/case/view.ts";
import type { RuleId } from "../../../../domain/law/index.ts";
import type { ComparedOffer, OfferComparison } from "../../../../domain/moh/compare-offers.ts";
import { formatMoney, LEI } from "../../../../domain/money/amounts.ts";
import { formatRate } from "../../../../domain/money/rates.ts";
import { isPlainDate } from "../../../../domain/plain-date.ts";
import { NO_FAX, OFFER_GROUPS, type OfferFieldDefinition } from "../../../forms/moh/offer-fields.ts";
import { formatDate } from "../../../i18n/dates.ts";
import { useLanguage, useT } from "../../../i18n/language.tsx";
import type { MessageKey } from "../../../i18n/ro.ts";
import { Icon, type IconName } from "../../../parts/icons.tsx";
import { differsFromFile } from "./differs-from-file.ts";
import { statusRows } from "./status-rows.tsx";

export interface Row {
  readonly key: string;
  readonly label: MessageKey;
  readonly rule?: RuleId;
  readonly amount?: boolean;
  /** Offers differ from each other here. */
  readonly differs?: boolean;
  /** Shown also where only differences are wanted. */
  readonly always?: boolean;
  cell(clinic: ClinicView): ReactNode;
}

export interface RowGroup {
  readonly key: string;
  readonly title?: MessageKey;
  readonly rows: readonly Row[];
}

export function comparisonRows(view: MohCaseView): RowGroup[] {
  const { comparison } = view;
  const offers = OFFER_GROUPS.map(({ title, fields }): RowGroup => ({
    key: title,
    title,
    rows: fields.flatMap((field: OfferFieldDefinition) => [
      fieldRow(field, view),
      ...(field.name === "costPostEvaluation" ? [sumRow()] : []),
      ...(field.name === "currency" && comparison !== undefined ? [leiRow(comparison)] : []),
    ]),
  }));
  return [{ key: "status", rows: statusRows(view) }, ...(comparison === undefined ? [] : offers)];
}

/** The rows in which offers differ or lack something, and those that a choice is made by. */
export function onlyDifferences(groups: readonly RowGroup[], comparison: OfferComparison): RowGroup[] {
  const missing = new Set(comparison.offers.flatMap((offer) => offer.missing));
  return groups
    .map((group) => ({
      ...group,
      rows: group.rows.filter(
        ({ key, differs, always }) =>
          group.title === undefined || differs === true || always === true || missing.has(key),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function fieldRow(field: OfferFieldDefinition, view: MohCaseView): Row {
  const { name, label, rule, kind } = field;
  return {
    key: name,
    label,
    rule,
    amount: kind === "amount",
    differs: view.comparison?.differing.includes(name) ?? false,
    always: name === "costTotal" || name === "currency" || name === "admissionDate",
    cell: (clinic) => <OfferCell clinic={clinic} field={field} view={view} />,
  };
}

function OfferCell({ clinic, field, view }: { clinic: ClinicView; field: OfferFieldDefinition; view: MohCaseView }) {
  const t = useT();
  const { offer } = clinic;
  if (offer === undefined) return <span className="quiet">–</span>;
  const value = offer[field.name];
  if (value === undefined || value === "" || value === false)
    return (
      <Sign icon="cross" kind="missing">
        {t("clinics.missing")}
      </Sign>
    );
  const differs = differsFromFile(field.name, value, clinic, view);
  return (
    <>
      <OfferValue field={field} value={value} currency={currencyOf(offer)} />
      {differs !== undefined && (
        <Sign icon="warning" kind="warn">
          {t("clinics.differs", { known: differs })}
        </Sign>
      )}
      <Standing clinic={clinic} field={field.name} comparison={view.comparison} />
    </>
  );
}

interface OfferValueProps {
  readonly field: OfferFieldDefinition;
  readonly value: string | boolean;
  readonly currency: string;
}

function OfferValue({ field, value, currency }: OfferValueProps) {
  const t = useT();
  const { language } = useLanguage();
  if (value === true) return t("yes");
  if (field.name === "fax" && value === NO_FAX) return t("offer.noFax");
  if (field.kind === "amount") return formatMoney(String(value), currency, language);
  return isPlainDate(value) ? formatDate(value) : <span className="pre">{value}</span>;
}

/** Empty while an incomplete offer does not say it. */
function currencyOf(offer: Readonly<Record<string, string | boolean>>): string {
  const { currency } = offer;
  return typeof currency === "string" ? currency : "";
}

interface StandingProps {
  readonly clinic: ClinicView;
  readonly field: string;
  readonly comparison: OfferComparison | undefined;
}

/** The cheapest total and the earliest day among several complete offers; a day that has passed. */
function Standing({ clinic: { id }, field, comparison }: StandingProps) {
  const t = useT();
  if (comparison === undefined) return null;
  const several = comparison.offers.filter(({ complete }) => complete).length > 1;
  if (field === "costTotal" && several && comparison.cheapest.includes(id))
    return (
      <Sign icon="check" kind="best">
        {t("offers.cheapest")}
      </Sign>
    );
  if (field !== "admissionDate") return null;
  if (offerOf(comparison, id)?.admissionPassed === true)
    return (
      <Sign icon="warning" kind="warn">
        {t("offers.admissionPassed")}
      </Sign>
    );
  return several && comparison.earliest.includes(id) ? (
    <Sign icon="check" kind="best">
      {t("offers.earliest")}
    </Sign>
  ) : null;
}

/** The three costs summed and held against the total (MOH-A28). */
function sumRow(): Row {
  return {
    key: "sum",
    label: "offers.sum",
    rule: "MOH-58",
    amount: true,
    always: true,
    cell: (clinic) => <SumCell clinic={clinic} />,
  };
}

const SUMMED = ["costEvaluation", "costProcedure", "costPostEvaluation", "costTotal"] as const;

function SumCell({ clinic: { offer, offerWarnings } }: { clinic: ClinicView }) {
  const t = useT();
  const { language } = useLanguage();
  if (offer === undefined || SUMMED.some((name) => typeof offer[name] !== "string"))
    return <span className="quiet">–</span>;
  const [warning] = offerWarnings;
  if (warning === undefined)
    return (
      <>
        {formatMoney(String(offer["costTotal"]), currencyOf(offer), language)}
        <span className="cell-note">{t("offers.sum.agrees")}</span>
      </>
    );
  return (
    <>
      {formatMoney(warning.sum, currencyOf(offer), language)}
      {warning.days === undefined ? (
        <Sign icon="warning" kind="warn">
          {t("offers.sum.differs")}
        </Sign>
      ) : (
        <span className="cell-note">{t("offers.sum.days", { count: warning.days })}</span>
      )}
    </>
  );
}

function leiRow(comparison: OfferComparison): Row {
  return {
    key: "inLei",
    label: "offers.inLei",
    amount: true,
    always: true,
    cell: (clinic) => <LeiCell clinic={clinic} compared={offerOf(comparison, clinic.id)} />,
  };
}

function LeiCell({ clinic: { offer }, compared }: { clinic: ClinicView; compared: ComparedOffer | undefined }) {
  const t = useT();
  const { language } = useLanguage();
  const currency = offer?.["currency"];
  if (compared === undefined || typeof currency !== "string") return <span className="quiet">–</span>;
  const { rate, totalInLei } = compared;
  if (currency !== LEI && rate === undefined)
    return (
      <Sign icon="warning" kind="warn">
        {t("offers.noRate", { currency })}
      </Sign>
    );
  return (
    <>
      {totalInLei === undefined ? "–" : formatMoney(totalInLei, LEI, language)}
      {rate === undefined ? (
        <span className="cell-note">{t("offers.rate.lei")}</span>
      ) : (
        <span className="cell-note">
          {t("offers.rate", { currency, rate: formatRate(rate.rate, language), date: formatDate(rate.date) })}
        </span>
      )}
      {rate?.old === true && (
        <Sign icon="warning" kind="warn">
          {t("offers.rate.old")}
        </Sign>
      )}
    </>
  );
}

function offerOf(comparison: OfferComparison, id: string): ComparedOffer | undefined {
  return comparison.offers.find(({ clinic }) => clinic === id);
}

interface SignProps {
  readonly icon: IconName;
  readonly kind: "missing" | "warn" | "best";
  readonly children: ReactNode;
}

function Sign({ icon, kind, children }: SignProps) {
  return (
    <span className={`mark mark-${kind}`}>
      <Icon name={icon} size={12} /> {children}
    </span>
  );
}
