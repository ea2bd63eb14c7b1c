/** What the institution that charged is told of an E125 invoice that does not agree with the form (E112-85). */
import type { E112CaseView, TimelineEntry } from "../../../../domain/case/view.ts";
import { E112_LETTERS, invoicesWithDifferences } from "../../../../domain/e112/letters.ts";
import type { InvoiceView } from "../../../../domain/e112/settlement.ts";
import { formatMoney } from "../../../../domain/money/amounts.ts";
import type { PlainDate } from "../../../../domain/plain-date.ts";
import { closing, facts, heading, list, strong, text, type Block } from "../blocks.ts";
import { patientName } from "../context.ts";
import { countryName, letterDate } from "../format.ts";
import type { Letter } from "../frame.ts";
import { CLINIC_TEXTS } from "./clinic-texts.ts";
import type { E112Context } from "./context.ts";

type Language = "ro" | "en";

const TEXTS = {
  ro: {
    title: "Factură E125 cu diferențe",
    liaison: "Instituția de asigurări din statul de tratament",
    patient: "Titularul formularului",
    intro: "Factura de mai jos nu se potrivește, în punctele arătate, cu formularul E112 (S2) pe care l-am eliberat.",
    introMany:
      "Facturile de mai jos nu se potrivesc, în punctele arătate, cu formularul E112 (S2) pe care l-am eliberat.",
    heading: (number: string) => `Factura E125 nr. ${number}`,
    direct: "Factură E125 decontată fără înregistrarea cererii",
    form: "Formularul numit",
    claimed: "Suma cerută",
    settled: "Suma decontată",
    care: "Perioada îngrijirilor",
    country: "Țara",
    received: "Primită la",
    reason: "Motivul diferenței",
    ask: ["Vă rugăm să ne trimiteți ", "o factură corectată sau confirmarea ei", ", cu actele pe care se sprijină."],
    between: "Decontarea se face numai între instituții: nimic nu se cere de la titularul formularului.",
  },
  en: {
    title: "E125 invoice with differences",
    liaison: "The insurance institution of the state of treatment",
    patient: "Holder of the form",
    intro: "The invoice below does not agree, in the points shown, with the form E112 (S2) that we issued.",
    introMany: "The invoices below do not agree, in the points shown, with the form E112 (S2) that we issued.",
    heading: (number: string) => `E125 invoice no. ${number}`,
    direct: "E125 invoice settled without a registered claim",
    form: "Form named",
    claimed: "Amount claimed",
    settled: "Amount settled",
    care: "Period of care",
    country: "Country",
    received: "Received on",
    reason: "Reason of the difference",
    ask: ["Please send us ", "a corrected invoice or its confirmation", ", with the papers on which it rests."],
    between: "Settlement is between institutions alone: nothing is asked of the holder of the form.",
  },
} as const;

export function invoiceDifferences(context: E112Context): Letter {
  const { file, person } = context;
  const language: Language = context.language === "ro" ? "ro" : "en";
  const t = TEXTS[language];
  const words = CLINIC_TEXTS[language];
  const invoices = invoicesWithDifferences(file);
  const from = partyOf(file, invoices[0]);
  return {
    title: t.title,
    subject: `${t.patient}: ${patientName(file)}`,
    to: [words.to, from ?? t.liaison],
    blocks: [
      text(words.greeting),
      text(invoices.length === 1 ? t.intro : t.introMany),
      ...invoices.flatMap((invoice) => invoiceBlocks(invoice, file, language)),
      text(t.ask[0], strong(t.ask[1]), t.ask[2]),
      text(t.between),
      closing(
        words.closing,
        { who: words.director, name: null, note: words.signatureAndStamp },
        { who: words.responsible, name: person, note: words.signature },
      ),
    ],
    rules: E112_LETTERS["e125-differences"].rules,
  };
}

function invoiceBlocks(invoice: InvoiceView, file: E112CaseView, language: Language): Block[] {
  const t = TEXTS[language];
  const { number, formNumber, amount, currency, settledAmount, country, receivedOn, differences } = invoice;
  const settlement = settlementOf(file, invoice);
  const paid = settlement?.payload?.["currency"];
  const settledIn = typeof paid === "string" ? paid : currency;
  const reason = settlement?.payload?.["differenceReason"];
  return [
    heading(number === undefined ? t.direct : t.heading(number)),
    facts([
      [t.received, receivedOn === undefined ? undefined : letterDate(receivedOn, language)],
      [t.form, formNumber],
      [t.claimed, formatMoney(amount, currency, language)],
      [t.settled, settledAmount === undefined ? undefined : formatMoney(settledAmount, settledIn, language)],
      [t.care, care(invoice, language)],
      [t.country, country === undefined ? undefined : countryName(country, language)],
      [t.reason, typeof reason === "string" ? reason : undefined],
    ]),
    list(...differences.map(({ text: said }) => said[language])),
  ];
}

function care({ careFrom, careTo }: InvoiceView, language: Language): string | undefined {
  if (careFrom === undefined && careTo === undefined) return undefined;
  const said = (date: PlainDate | undefined): string => (date === undefined ? "…" : letterDate(date, language));
  return `${said(careFrom)} – ${said(careTo)}`;
}

/** Who charged, as it was written when the claim came. */
function partyOf({ timeline }: E112CaseView, invoice: InvoiceView | undefined): string | undefined {
  const received = timeline.findLast(
    ({ type, payload }) => type === "receiveInvoice" && payload?.["number"] === invoice?.number,
  );
  const from = received?.payload?.["from"];
  return typeof from === "string" ? from : undefined;
}

function settlementOf({ timeline }: E112CaseView, { number, state }: InvoiceView): TimelineEntry | undefined {
  if (state !== "settled" || number === undefined) return undefined;
  return timeline.findLast(({ type, payload }) => type === "settleInvoice" && payload?.["invoice"] === number);
}
