/** Settlement between institutions, on form E125 (E112-85): claims, how they match the form, what was settled. */
import type { Command, Refusal, Text } from "../case/commands.ts";
import type { Act } from "../case/events.ts";
import { compareAmounts } from "../money/amounts.ts";
import type { PlainDate } from "../plain-date.ts";
import { factsOf } from "./commands.ts";
import { dayOf, type E112Facts, type E112State, type InvoiceFacts } from "./facts.ts";
import { findForm } from "./forms.ts";

/** Words with which the patient is named as a party: no money goes between the house and the patient here. */
const PATIENT_WORDS =
  /^((the|to|către|catre) )*(patient|pacient(ul|a|ului|ei)?|beneficiar(ul|a|ului|ei)?|beneficiary|asigurat(ul|a|ului|ei)?)\b/i;

/** A person of the file: who is treated, or who files. */
export interface NamedPerson {
  readonly surname?: unknown;
  readonly givenName?: unknown;
}

/** True when a party of a settlement is the patient or who files for the patient, by the word or by the name (E112-85). */
export function namesPatient(party: string, people: readonly NamedPerson[] = []): boolean {
  const said = wordsOf(party);
  return (
    PATIENT_WORDS.test(party.trim()) ||
    people.some(({ surname, givenName }) => {
      const name = [surname, givenName].flatMap((part) => (typeof part === "string" ? wordsOf(part) : []));
      return name.length > 0 && name.every((word) => said.includes(word));
    })
  );
}

/** Without case and accents, so that a spelling hides nobody. */
function wordsOf(text: string): string[] {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "");
}

export const DIFFERENCE_CODES = [
  "UNKNOWN_FORM",
  "FORM_REPLACED",
  "FORM_CANCELLED",
  "CARE_OUTSIDE_VALIDITY",
  "OTHER_COUNTRY",
  "AMOUNT_DIFFERS",
  "CURRENCY_DIFFERS",
] as const;
export type DifferenceCode = (typeof DIFFERENCE_CODES)[number];

/** Where a claim, or its settlement, does not agree with the form or with itself. */
export interface Difference {
  readonly code: DifferenceCode;
  readonly text: Text;
}

const DIFFERENCES: Readonly<Record<DifferenceCode, Text>> = {
  UNKNOWN_FORM: {
    ro: "Factura numește un formular care nu este al acestui dosar.",
    en: "The invoice names a form that is not of this file.",
  },
  FORM_REPLACED: {
    ro: "Factura numește un formular care a fost înlocuit.",
    en: "The invoice names a form that was replaced.",
  },
  FORM_CANCELLED: {
    ro: "Factura numește un formular anulat.",
    en: "The invoice names a form that was cancelled.",
  },
  CARE_OUTSIDE_VALIDITY: {
    ro: "Îngrijirile facturate ies din perioada de valabilitate a formularului.",
    en: "The care that is charged lies outside the validity of the form.",
  },
  OTHER_COUNTRY: {
    ro: "Factura vine din altă țară decât a clinicii.",
    en: "The invoice comes from another country than the clinic’s.",
  },
  AMOUNT_DIFFERS: {
    ro: "Suma decontată nu este cea cerută.",
    en: "The amount settled is not the one claimed.",
  },
  CURRENCY_DIFFERS: {
    ro: "Moneda decontării nu este cea a facturii.",
    en: "The currency of the settlement is not that of the invoice.",
  },
};

/** What of a claim does not match, and of its settlement once there is one. A warning to a person; a reason goes with the settlement. */
export function differencesOf(state: E112State, invoice: InvoiceFacts): Difference[] {
  const { settled } = invoice;
  const codes: DifferenceCode[] = [
    ...formDifferences(state, invoice),
    ...(settled === undefined ? [] : settledDifferences(invoice, settled)),
  ];
  return codes.map((code) => ({ code, text: DIFFERENCES[code] }));
}

function formDifferences(state: E112State, invoice: InvoiceFacts): DifferenceCode[] {
  const { formNumber, careFrom, careTo, country } = invoice;
  if (formNumber === undefined) return [];
  const form = findForm(state, formNumber);
  const { clinic } = state.facts;
  const otherCountry: DifferenceCode[] =
    country !== undefined && clinic !== undefined && country !== clinic.country ? ["OTHER_COUNTRY"] : [];
  if (form === undefined) return ["UNKNOWN_FORM", ...otherCountry];
  const { validFrom, validUntil } = form;
  const isOutside = [careFrom, careTo].some(
    (day) =>
      day !== undefined &&
      ((validFrom !== undefined && day < validFrom) || (validUntil !== undefined && day > validUntil)),
  );
  return [
    ...(form.state === "replaced" ? (["FORM_REPLACED"] as const) : []),
    ...(form.state === "cancelled" ? (["FORM_CANCELLED"] as const) : []),
    ...(isOutside ? (["CARE_OUTSIDE_VALIDITY"] as const) : []),
    ...otherCountry,
  ];
}

function settledDifferences(
  claim: Pick<InvoiceFacts, "amount" | "currency">,
  settled: { readonly amount: string; readonly currency: string },
): DifferenceCode[] {
  return [
    ...(compareAmounts(claim.amount, settled.amount) === 0 ? [] : (["AMOUNT_DIFFERS"] as const)),
    ...(claim.currency === settled.currency ? [] : (["CURRENCY_DIFFERS"] as const)),
  ];
}

export function refuseReceipt({ facts }: E112State, command: Command): Refusal | undefined {
  const { number, careFrom, careTo, betweenInstitutions } = factsOf(command, "receiveInvoice");
  if (!betweenInstitutions) {
    return { kind: "invalid", code: "NOT_BETWEEN_INSTITUTIONS", field: "to", rule: "E112-85" };
  }
  if (facts.invoices.some((invoice) => invoice.number === number)) {
    return { kind: "invalid", code: "INVOICE_KNOWN", field: "number", params: { invoice: number } };
  }
  return careFrom !== undefined && careTo !== undefined && careTo < careFrom
    ? { kind: "invalid", code: "PERIOD_ORDER", field: "careTo", params: { from: careFrom, to: careTo } }
    : undefined;
}

export function refuseSettlement(state: E112State, command: Command): Refusal | undefined {
  const settlement = factsOf(command, "settleInvoice");
  if (!settlement.betweenInstitutions) {
    return { kind: "invalid", code: "NOT_BETWEEN_INSTITUTIONS", field: "to", rule: "E112-85" };
  }
  const { invoice: number } = settlement;
  if (number === undefined) return undefined;
  const invoice = state.facts.invoices.find((each) => each.number === number);
  const params = { invoice: number };
  if (invoice === undefined) return { kind: "invalid", code: "UNKNOWN_INVOICE", field: "invoice", params };
  if (invoice.settled !== undefined) return { kind: "invalid", code: "INVOICE_SETTLED", field: "invoice", params };
  const differs = formDifferences(state, invoice).length > 0 || settledDifferences(invoice, settlement).length > 0;
  return differs && !settlement.reasoned
    ? { kind: "invalid", code: "DIFFERENCE_REASON_NEEDED", field: "differenceReason", rule: "E112-85" }
    : undefined;
}

export function applyReceipt(facts: E112Facts, act: Act): void {
  const { betweenInstitutions: _, ...claim } = factsOf(act, "receiveInvoice");
  facts.invoices.push({ act: act.seq, ...claim });
}

export function applySettlement(facts: E112Facts, act: Act): void {
  const { invoice: number, amount, currency, last } = factsOf(act, "settleInvoice");
  const settled = { act: act.seq, amount, currency };
  const known = number === undefined ? undefined : facts.invoices.find((each) => each.number === number);
  if (known === undefined) facts.invoices.push({ act: act.seq, amount, currency, settled });
  else known.settled = settled;
  if (last) facts.lastInvoice = act.seq;
}

/** Nothing more is awaited: the last invoice was settled, and so was every one that came. */
export function isSettled({ facts }: E112State): boolean {
  return facts.lastInvoice !== undefined && facts.invoices.every(({ settled }) => settled !== undefined);
}

export interface InvoiceView {
  readonly number?: string;
  readonly formNumber?: string;
  readonly amount: string;
  readonly currency: string;
  readonly state: "received" | "settled";
  readonly receivedOn?: PlainDate;
  readonly settledOn?: PlainDate;
  readonly settledAmount?: string;
  readonly settledCurrency?: string;
  readonly careFrom?: PlainDate;
  readonly careTo?: PlainDate;
  readonly country?: string;
  readonly differences: readonly Difference[];
}

/** Every claim of the file, the first one first. */
export function invoiceViews(state: E112State): InvoiceView[] {
  return state.facts.invoices.map((invoice) => {
    const { act, settled, ...claim } = invoice;
    const receivedOn = dayOf(state, act);
    const settledOn = settled === undefined ? undefined : dayOf(state, settled.act);
    return {
      ...claim,
      state: settled === undefined ? "received" : "settled",
      ...(receivedOn === undefined ? {} : { receivedOn }),
      ...(settledOn === undefined ? {} : { settledOn }),
      ...(settled === undefined ? {} : { settledAmount: settled.amount, settledCurrency: settled.currency }),
      differences: differencesOf(state, invoice),
    };
  });
}
