/** What an act of an E112 file carried, in words. */
import { DOCUMENT_FORM_TITLES, type DocumentForm } from "../../../domain/case/document-forms.ts";
import { acceptanceContents, type AcceptanceFacts } from "../../../domain/e112/acceptance.ts";
import { TRANSLATED_KINDS, type E112CommandType } from "../../../domain/e112/commands.ts";
import type { ContentView } from "../../../domain/e112/contents.ts";
import { reportContents, type ReportFacts } from "../../../domain/e112/report.ts";
import { TRANSLATED_TITLES } from "../../../domain/e112/translations.ts";
import type { Language } from "../../../domain/i18n/language.ts";
import { formatAmount, formatMoney } from "../../../domain/money/amounts.ts";
import { isPlainDate } from "../../../domain/plain-date.ts";
import { getAt, listAt, textAt, type Values } from "../../forms/values.ts";
import { formatDate } from "../../i18n/dates.ts";
import { useLanguage, useT, type Translate } from "../../i18n/language.tsx";
import { ro, type MessageKey } from "../../i18n/ro.ts";
import { countryName } from "../../parts/countries.ts";
import { languageName } from "../../parts/languages.ts";
import { FactLines, type FactLine } from "./FactLines.tsx";

interface Saying {
  readonly t: Translate;
  readonly language: Language;
}

interface Shown {
  readonly path: string;
  readonly label: MessageKey;
  /** The acts in which the name means this; in every act when there are none. */
  readonly of?: readonly E112CommandType[];
  /** The prefix under which its codes stand in the catalogue. */
  readonly codes?: string;
  /** How it is said, when it is no text, code, date, yes or no. */
  readonly say?: (value: unknown, saying: Saying) => string;
}

/** In the order in which they are read. */
const SHOWN: readonly Shown[] = [
  { path: "category", label: "newFile.category", codes: "newFile.category" },
  { path: "clinic", label: "field.clinic", say: clinicText },
  { path: "clinic.doctor", label: "e112.clinicDoctor" },
  { path: "clinic.publicInsuranceContract", label: "e112.clinicContracted" },
  { path: "registry", label: "e112.registry", codes: "e112.registry" },
  { path: "doctor", label: "e112.treatingDoctor", of: ["recordPriorAgreement"] },
  { path: "doctor", label: "e112.reportDoctor", of: ["recordMedicalReport"] },
  { path: "unit", label: "e112.healthUnit" },
  { path: "casContract", label: "e112.casContract" },
  { path: "existing", label: "e112.papers.existing", say: papersText },
  { path: "translated", label: "e112.papers.translated", say: papersText },
  { path: "language", label: "e112.language", say: (code, { language }) => languageName(String(code), language) },
  { path: "translator", label: "e112.legalisingTranslator", of: ["recordLegalisedTranslation"] },
  { path: "translator.name", label: "e112.translator" },
  { path: "translator.specialised", label: "e112.specialised" },
  { path: "byEmail", label: "e112.byEmail" },
  { path: "asksAcceptance", label: "e112.asksAcceptance" },
  { path: "asksCompleteCost", label: "e112.asksCompleteCost" },
  { path: "phoned", label: "e112.phoned" },
  { path: "message", label: "e112.message" },
  { path: "acceptance.form", label: "e112.acceptanceForm", codes: "e112.acceptanceForm" },
  { path: "acceptance", label: "e112.contents.lacks", say: (acceptance, saying) => lacksText(acceptance, saying) },
  { path: "acceptance", label: "e112.contents.period", say: periodText },
  { path: "acceptance.estimatedCost", label: "e112.contents.cost", say: moneyText },
  { path: "copyKeptBy", label: "e112.copyKeptBy", codes: "e112.keptBy" },
  { path: "applicantGivesUp", label: "e112.applicantGivesUp" },
  { path: "originalKeptBy", label: "e112.originalKeptBy", codes: "e112.keptBy" },
  { path: "report", label: "e112.contents.lacks", say: reportLacksText },
  { path: "report.reasons", label: "e112.reasons" },
  { path: "report.maxPeriodUntil", label: "e112.maxPeriodUntil" },
  { path: "report.datedOn", label: "e112.datedOn" },
  { path: "report", label: "e112.contents.place", say: placeText },
  { path: "report", label: "e112.contents.period", say: periodText },
  { path: "documents", label: "field.documents", say: documentsText },
  { path: "proof", label: "e112.waiverProof", codes: "e112.proof" },
  { path: "insured", label: "e112.insured" },
  { path: "parent1Insured", label: "e112.parent1Insured" },
  { path: "parent2Insured", label: "e112.parent2Insured" },
  { path: "clinicInEu", label: "e112.clinicInEu" },
  { path: "clinicContracted", label: "e112.clinicContracted" },
  { path: "inBasicPackage", label: "e112.inBasicPackage" },
  { path: "notTimelyInRomania", label: "e112.notTimely" },
  { path: "found", label: "e112.found" },
  { path: "how", label: "e112.how", codes: "channel" },
  { path: "dsp", label: "e112.linkedDsp" },
  { path: "costs", label: "e112.costs", say: costsText },
  { path: "reasons", label: "e112.forceMajeureReasons" },
  { path: "name", label: "e112.formName" },
  { path: "treatment", label: "e112.formTreatment" },
  { path: "copies", label: "e112.copies", say: String },
  { path: "forceMajeure", label: "e112.forceMajeure" },
  { path: "couldNotIssueBefore", label: "e112.couldNotIssueBefore" },
  { path: "costPaid", label: "e112.costPaid" },
  { path: "ground", label: "e112.closingGround", codes: "e112.ground" },
  { path: "copy", label: "e112.whichCopy", codes: "e112.copy" },
  { path: "receivedBy", label: "e112.receivedBy" },
  { path: "number", label: "e112.invoiceNumber" },
  { path: "invoice", label: "e112.invoice" },
  { path: "formNumber", label: "e112.invoiceForm" },
  { path: "from", label: "e112.invoiceFrom", of: ["receiveInvoice"] },
  { path: "from", label: "e112.settledFrom", of: ["settleInvoice"] },
  { path: "to", label: "e112.invoiceTo", of: ["receiveInvoice"] },
  { path: "to", label: "e112.settledTo", of: ["settleInvoice"] },
  { path: "to", label: "e112.passedTo", of: ["passOnResidenceTransfer"] },
  { path: "country", label: "field.country", say: (code, { language }) => countryName(String(code), language) },
  { path: "amount", label: "field.sum", say: (amount, { language }) => formatAmount(String(amount), language) },
  { path: "currency", label: "field.currency" },
  { path: "careFrom", label: "e112.careFrom" },
  { path: "careTo", label: "e112.careTo" },
  { path: "differenceReason", label: "e112.differenceReason" },
  { path: "last", label: "e112.lastInvoice" },
  { path: "whose", label: "field.whose", codes: "whose" },
  { path: "email", label: "field.email" },
  { path: "newOccurredOn", label: "field.newDate" },
  { path: "newValue", label: "field.newDate" },
  { path: "reason", label: "field.reason" },
  { path: "note", label: "field.note" },
];

export function E112PayloadFacts({ type, payload }: { readonly type: string; readonly payload: Values }) {
  const t = useT();
  const { language } = useLanguage();
  return <FactLines lines={e112Lines(type, payload, { t, language })} />;
}

/** What an act says, line by line. */
export function e112Lines(type: string, payload: Values, saying: Saying): FactLine[] {
  return SHOWN.filter(({ of }) => of === undefined || of.some((act) => act === type)).flatMap((shown) => {
    const given = getAt(payload, shown.path);
    const value = given === undefined ? "" : said(given, shown, saying);
    return value === "" ? [] : [{ name: `${shown.path}/${shown.label}`, label: shown.label, value }];
  });
}

function said(value: unknown, { say, codes }: Shown, saying: Saying): string {
  const { t } = saying;
  if (say !== undefined) return say(value, saying);
  if (typeof value === "boolean") return t(value ? "answer.yes" : "answer.no");
  if (isPlainDate(value)) return formatDate(value);
  if (typeof value !== "string" && typeof value !== "number") return "";
  return codes === undefined ? String(value) : codeText(`${codes}.${value}`, String(value), t);
}

function codeText(key: string, code: string, t: Translate): string {
  return Object.hasOwn(ro, key) ? t(key as MessageKey) : code;
}

function clinicText(clinic: unknown, { language }: Saying): string {
  return [textAt(clinic, "name"), textAt(clinic, "city"), countryName(textAt(clinic, "country"), language)]
    .filter((part) => part !== "")
    .join(", ");
}

function papersText(kinds: unknown, { language }: Saying): string {
  return TRANSLATED_KINDS.filter((kind) => Array.isArray(kinds) && kinds.includes(kind))
    .map((kind) => TRANSLATED_TITLES[kind][language])
    .join(", ");
}

function lacksText(acceptance: unknown, saying: Saying): string {
  return lacking(acceptanceContents(acceptance as AcceptanceFacts), saying);
}

function reportLacksText(report: unknown, saying: Saying): string {
  const isTyped = (name: string): boolean => textAt(report, name) !== "";
  const facts = {
    ...(report as ReportFacts),
    reasons: isTyped("reasons"),
    city: isTyped("city"),
    hospital: isTyped("hospital"),
  };
  return lacking(reportContents(facts), saying);
}

function lacking(contents: readonly ContentView[], { t, language }: Saying): string {
  const lacks = contents.filter(({ present }) => !present);
  return lacks.length === 0
    ? t("e112.contents.nothing")
    : lacks.map(({ title, rule }) => `${title[language]} (${rule})`).join("; ");
}

function periodText(paper: unknown): string {
  const { periodFrom, periodTo } = paper as Values;
  return [periodFrom, periodTo]
    .map((day) => (isPlainDate(day) ? formatDate(day) : ""))
    .join(" – ")
    .replace(/^ – $/, "");
}

function placeText(report: unknown, { language }: Saying): string {
  return [textAt(report, "hospital"), textAt(report, "city"), countryName(textAt(report, "country"), language)]
    .filter((part) => part !== "")
    .join(", ");
}

function moneyText(cost: unknown, { language }: Saying): string {
  return formatMoney(textAt(cost, "amount"), textAt(cost, "currency"), language);
}

function documentsText(documents: unknown, { t, language }: Saying): string {
  return listAt({ documents }, "documents")
    .map((document) => {
      const [kind, title] = [textAt(document, "kind"), textAt(document, "title")];
      const form = DOCUMENT_FORM_TITLES[textAt(document, "form") as DocumentForm];
      return `${title || codeText(`document.${kind}`, kind, t)} (${form[language]})`;
    })
    .join("; ");
}

function costsText(costs: unknown, { t, language }: Saying): string {
  return listAt({ costs }, "costs")
    .map((cost) => {
      const [kind, payer] = [textAt(cost, "kind"), textAt(cost, "payer")];
      const who = codeText(`e112.payer.${payer}`, payer, t);
      const paid = t(getAt(cost, "paid") === true ? "e112.costs.paid" : "e112.costs.unpaid");
      return `${codeText(`e112.cost.${kind}`, kind, t)}: ${formatAmount(textAt(cost, "amount"), language)} (${who}, ${paid})`;
    })
    .join("; ");
}
