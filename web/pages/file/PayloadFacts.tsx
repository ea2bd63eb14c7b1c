/** What an act carried, in words: the parts of its payload that a person would read. */
import type { CaseView, MohCaseView } from "../../../domain/case/view.ts";
import { formatAmount } from "../../../domain/money/amounts.ts";
import type { Language } from "../../../domain/i18n/language.ts";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useLanguage, useT, type Translate } from "../../i18n/language.tsx";
import { ro, type MessageKey } from "../../i18n/ro.ts";
import { clinicName } from "../../parts/clinic-name.ts";
import { E112PayloadFacts } from "./E112PayloadFacts.tsx";
import { FactLines } from "./FactLines.tsx";

/** Field of a payload → its name in the catalogue. What is not here has a place of its own on another tab. */
const LABELS = {
  decision: "field.decision",
  causes: "field.causes",
  medicalConduct: "field.medicalConduct",
  recommendedUnitInRomania: "field.recommendedUnit",
  channel: "field.channel",
  signedBy: "field.signedBy",
  clinic: "field.clinic",
  by: "field.by",
  evidence: "field.evidence",
  translations: "field.translations",
  kind: "field.answerKind",
  note: "field.note",
  clinics: "field.clinics",
  proposedClinic: "field.proposedClinic",
  reasons: "field.proposalReasons",
  amount: "field.amount",
  currency: "field.currency",
  vitalRisk: "field.vitalRisk",
  benefit: "field.benefit",
  reason: "field.reason",
  silent: "field.silentClinics",
  refused: "field.refusedClinics",
  urgencyClass: "field.urgencyClass",
  number: "field.number",
  changes: "field.minutesChanges",
  month: "field.month",
  part: "field.part",
  gazette: "field.gazette",
  explanation: "field.explanation",
  reference: "field.paymentReference",
  companions: "field.companions",
  sums: "field.sums",
  doctor: "field.doctor",
  findings: "field.findings",
  appointment: "field.appointmentNumber",
  appointmentOn: "field.appointmentOn",
  confirmedBy: "field.confirmedBy",
  report: "field.report",
  evaluation: "field.evaluation",
  expenses: "field.expenses",
  journeys: "field.journeys",
  announcedBy: "field.announcedBy",
  whose: "field.whose",
  email: "field.email",
  deadline: "field.deadline",
  causedBy: "field.causedBy",
  cause: "field.cause",
  legalBasis: "field.legalBasis",
  newOccurredOn: "field.newDate",
  newValue: "field.newDate",
  documents: "field.documents",
} as const satisfies Record<string, MessageKey>;

/** Prefixes under which a code of a payload stands in the catalogue. */
const CODES = ["decision", "channel", "filer", "by", "answer", "document", "duty", "whose", "expense"] as const;

interface PayloadFactsProps {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly view: CaseView;
}

export function PayloadFacts({ type, payload, view }: PayloadFactsProps) {
  switch (view.process) {
    case "moh":
      return <MohPayloadFacts payload={payload} view={view} />;
    case "e112":
      return <E112PayloadFacts type={type} payload={payload} />;
  }
}

function MohPayloadFacts({
  payload,
  view,
}: {
  readonly payload: Readonly<Record<string, unknown>>;
  view: MohCaseView;
}) {
  const t = useT();
  const { language } = useLanguage();
  const lines = Object.entries(LABELS).flatMap(([name, label]) => {
    const given = payload[name];
    const value =
      (name === "amount" || name === "part") && typeof given === "string"
        ? formatAmount(given, language)
        : valueText(given, view, { t, language });
    return value === "" ? [] : [{ name, label, value }];
  });
  return <FactLines lines={lines} />;
}

interface Saying {
  readonly t: Translate;
  readonly language: Language;
}

function valueText(value: unknown, view: CaseView, { t, language }: Saying): string {
  if (typeof value === "number") return String(value);
  if (Array.isArray(value))
    return value
      .map((item) => itemText(item, view, { t, language }))
      .filter((text) => text !== "")
      .join("; ");
  if (typeof value !== "string") return "";
  if (isPlainDate(value)) return formatDate(value);
  const clinic = clinicName(view, value);
  if (clinic !== undefined) return clinic;
  const key = CODES.map((prefix) => `${prefix}.${value}`).find((candidate) => Object.hasOwn(ro, candidate));
  return key === undefined ? value : t(key as MessageKey);
}

function itemText(item: unknown, view: CaseView, saying: Saying): string {
  if (typeof item !== "object" || item === null) return valueText(item, view, saying);
  const { name, title, kind, amount, purpose, companion } = item as Readonly<Record<string, unknown>>;
  const what = valueText(name ?? title ?? companion ?? purpose ?? kind, view, saying);
  return typeof amount === "string" ? `${what} ${formatAmount(amount, saying.language)}` : what;
}
