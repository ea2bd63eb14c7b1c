/** Letters about money: the Ministry's disposition, the settlement of own expenses, the statement after a death (MOH-83, MOH-92, MOH-93, MOH-100). */
import type { ClinicView } from "../../../../domain/case/view.ts";
import { judgeExpense, type ExpenseKind, type ExpenseVerdict } from "../../../../domain/moh/expenses.ts";
import { lastAct, typedText } from "../../../../domain/case/letters.ts";
import { LETTERS } from "../../../../domain/moh/letters.ts";
import { amountToPay, approvedOn } from "../../../../domain/moh/treatment.ts";
import {
  addAmounts,
  compareAmounts,
  formatAmount,
  formatMoney,
  subtractAmounts,
} from "../../../../domain/money/amounts.ts";
import type { PlainDate } from "../../../../domain/plain-date.ts";
import { closing, column, facts, heading, strong, table, text, type Block, type Cell } from "../blocks.ts";
import { clinicLine, patientName, patientWords, subjectOf } from "../context.ts";
import { addressee, type MohContext } from "./context.ts";
import { letterDate } from "../format.ts";
import type { Letter } from "../frame.ts";
import { GREETING, inSentence, ofDsp, ofMinistry } from "./notices.ts";

/** An expense of a claim as it was typed. */
interface TypedExpense {
  readonly kind: ExpenseKind;
  readonly date: PlainDate;
  readonly amount: string;
  readonly proof?: string;
  readonly description?: string;
}

interface TypedSum {
  readonly purpose: string;
  readonly amount: string;
  readonly document?: string;
}

function money({ amount, currency }: { readonly amount: string; readonly currency: string }): string {
  return formatMoney(amount, currency, "ro");
}

/** The Ministry tells the DSP to pay the selected clinic (MOH-83, MOH-84). */
export function disposition(context: MohContext): Letter {
  const { file, state, houses } = context;
  const { approval, labourPart } = state.facts;
  const clinic = file.clinics.find(({ id }) => id === approval?.clinic);
  const toPay = amountToPay(state);
  const part = labourPart?.amount;
  return {
    title: "Dispoziție de plată a tratamentului în străinătate",
    subject: subjectOf(file),
    to: ["Către", houses.dsp.nameRo],
    ...(file.ministryNumber === undefined ? {} : { refs: [{ name: "Nr. la Minister", value: file.ministryNumber }] }),
    blocks: [
      facts([
        ["Hotărârea Guvernului", typedText(file, "recordGovernmentDecision", "number")],
        ["Publicată în Monitorul Oficial", typedText(file, "recordPublication", "gazette")],
        ["Decizia comisiei Ministerului", dateOfAct(context, "decideAtMinistry")],
      ]),
      text(
        `În temeiul hotărârii de mai sus, ${inSentence(houses.dsp.nameRo)} `,
        strong("achită contravaloarea tratamentului"),
        ` ${patientWords(file).of.replace(/^a /, "")} ${patientName(file)} către clinica selectată:`,
      ),
      facts([
        ["Clinica", clinic === undefined ? undefined : clinicLine(clinic)],
        ["Contul bancar", offered(clinic, "bankAccount")],
        ["Condițiile de plată", offered(clinic, "paymentConditions")],
        ["Suma aprobată", approval === undefined ? undefined : money(approval)],
        [
          "Partea Ministerului Muncii",
          part === undefined
            ? undefined
            : money({ amount: part, currency: labourPart?.currency ?? approval?.currency ?? "" }),
        ],
      ]),
      ...(toPay === undefined ? [] : [{ kind: "large" as const, name: "De plătit", value: money(toPay), size: 16 }]),
      text(
        "Vă rugăm să înregistrați această dispoziție și plata în dosar. O sumă plătită care diferă de cea de mai sus se explică.",
      ),
      closing("Cu stimă,", ...ofMinistry(context)),
    ],
    rules: LETTERS.disposition.rules,
  };
}

const KINDS = {
  treatment: "Tratament",
  hospitalisation: "Spitalizare",
  transport: "Transport",
  other: "Altă cheltuială",
} as const satisfies Record<ExpenseKind, string>;

/** Own expenses line by line: what was asked, what is granted and why (MOH-92, MOH-93, MOH-A18). */
export function settlement(context: MohContext): Letter {
  const { file, state } = context;
  const claim = lastAct(file, "fileExpenseClaim");
  const expenses = (claim?.payload?.["expenses"] ?? []) as readonly TypedExpense[];
  const granted = state.facts.settlement?.granted ?? [];
  const currency = state.facts.claim?.currency ?? "";
  const approved = approvedOn(state);
  const lines = (lastAct(file, "settleClaim")?.payload?.["lines"] ?? []) as readonly {
    line: number;
    reason?: string;
  }[];
  const asked = addAmounts(expenses.map(({ amount }) => amount));
  const total = addAmounts(granted);
  const note = typedText(file, "settleClaim", "note");
  return {
    title: "Decontarea cheltuielilor proprii",
    subject: subjectOf(file),
    to: addressee(file),
    blocks: [
      GREETING,
      text(
        `Am examinat cererea de decontare a cheltuielilor făcute pentru tratamentul în străinătate ${patientWords(file).of} ${patientName(file)}. Din ${money({ amount: asked, currency })} cerute se decontează `,
        strong(money({ amount: total, currency })),
        ".",
      ),
      facts([
        ["Aprobarea Ministerului", approved === undefined ? undefined : letterDate(approved, "ro")],
        ["Întoarcerea în țară", dateOfAct(context, "recordReturn")],
        ["Cerere depusă la", dateOfAct(context, "fileExpenseClaim")],
      ]),
      table(
        [
          column("Nr."),
          column("Cheltuiala", 4),
          column("Data"),
          column(`Cerut (${currencyName(currency)})`, 0, true),
          column(`Decontat (${currencyName(currency)})`, 0, true),
          column("De ce", 4),
        ],
        expenses.map((expense, index) => [
          String(index + 1),
          expenseWords(expense),
          letterDate(expense.date, "ro"),
          formatAmount(expense.amount, "ro"),
          formatAmount(granted[index] ?? "0.00", "ro"),
          whyGranted(expense, granted[index] ?? "0.00", approved, lines.find(({ line }) => line === index + 1)?.reason),
        ]),
        ["", "Total", "", formatAmount(asked, "ro"), formatAmount(total, "ro"), ""],
      ),
      ...(note === undefined ? [] : [{ kind: "typed" as const, heading: "Mențiuni", text: note }]),
      text(
        "Se decontează cheltuielile de tratament, de spitalizare și de transport, dovedite cu documente și făcute după aprobarea prealabilă a comisiei Ministerului Sănătății.",
      ),
      closing("Cu stimă,", ...ofDsp(context)),
    ],
    rules: LETTERS.settlement.rules,
  };
}

function expenseWords({ kind, description, proof }: TypedExpense): string {
  const what = description === undefined ? KINDS[kind] : `${KINDS[kind]}: ${description}`;
  return `${what}\n${proof === undefined ? "fără document" : `document: ${proof}`}`;
}

function whyGranted(
  expense: TypedExpense,
  granted: string,
  approved: PlainDate | undefined,
  reason: string | undefined,
): string {
  if (approved === undefined) return reason ?? "";
  const verdict = judgeExpense({ ...expense, proven: expense.proof !== undefined }, approved);
  const ruled = verdictWords(verdict, letterDate(approved, "ro"));
  if (verdict === "reimbursable" && compareAmounts(granted, expense.amount) === 0) return reason ?? ruled;
  return [verdict === "reimbursable" ? "" : ruled, reason ?? ""].filter((said) => said !== "").join(": ");
}

function verdictWords(verdict: ExpenseVerdict, approved: string): string {
  switch (verdict) {
    case "reimbursable":
      return "se decontează în întregime";
    case "kind":
      return "nu este o cheltuială de tratament, spitalizare sau transport";
    case "unproven":
      return "nu are document justificativ";
    case "before-approval":
      return `făcută înainte de aprobarea din ${approved}`;
    case "on-approval-day":
      return "făcută chiar în ziua aprobării";
  }
}

/** What was granted and what was spent, drawn after the death of the patient (MOH-100). */
export function statementOfExpenses(context: MohContext): Letter {
  const { file, state } = context;
  const { payment, claim, settlement: settled } = state.facts;
  const drawn = lastAct(file, "drawStatementOfExpenses");
  const justified = lastAct(file, "fileJustification");
  const source = drawn?.payload?.["sums"] === undefined ? justified : drawn;
  const sums = (source?.payload?.["sums"] ?? []) as readonly TypedSum[];
  const typed = source?.payload?.["currency"];
  const currency = typeof typed === "string" ? typed : (payment?.currency ?? "");
  const spent = addAmounts(sums.map(({ amount }) => amount));
  const clinic = file.clinics.find(({ id }) => id === lastAct(file, "payClinic")?.payload?.["clinic"]);
  const died = lastAct(file, "recordDeath")?.dates?.["diedOn"];
  const note = typedText(file, "drawStatementOfExpenses", "note");
  const comparable = payment !== undefined && payment.currency === currency && sums.length > 0;
  return {
    title: "Decont de cheltuieli",
    subject: subjectOf(file),
    to: ["Întocmit de", context.houses.dsp.nameRo],
    blocks: [
      facts([
        ["Data decesului", died === undefined ? undefined : letterDate(died, "ro")],
        ["Anunțat de familie la", dateOfAct(context, "announceDeath")],
        [
          "Plătit clinicii",
          payment === undefined ? undefined : `${money(payment)}, la ${dateOfAct(context, "payClinic") ?? "–"}`,
        ],
        ["Clinica", clinic === undefined ? undefined : clinicLine(clinic)],
        [
          "Decontat pe cheltuială proprie",
          settled === undefined || claim === undefined
            ? undefined
            : money({ amount: addAmounts(settled.granted), currency: claim.currency }),
        ],
      ]),
      heading("Cheltuielile"),
      table(
        [
          column("Nr."),
          column("Scopul", 3),
          column("Documentul", 2),
          column(currency === "" ? "Suma" : `Suma (${currencyName(currency)})`, 0, true),
        ],
        sums.length === 0
          ? BLANK_LINES
          : sums.map(({ purpose, document, amount }, index) => [
              String(index + 1),
              purpose,
              document ?? "–",
              formatAmount(amount, "ro"),
            ]),
        ["", "Total", "", sums.length === 0 ? "" : formatAmount(spent, "ro")],
      ),
      ...(comparable ? [difference(payment, spent)] : []),
      ...(note === undefined ? [] : [{ kind: "typed" as const, heading: "Mențiuni", text: note }]),
      closing("", ...ofDsp(context)),
    ],
    rules: LETTERS["statement-of-expenses"].rules,
  };
}

/** Lines to write on, while no sum was typed. */
const BLANK_LINES: readonly (readonly Cell[])[] = ["1", "2", "3", "4"].map((number) => [
  number,
  null,
  null,
  "……………………",
]);

function difference(payment: { readonly amount: string; readonly currency: string }, spent: string): Block {
  const { currency } = payment;
  const left = subtractAmounts(payment.amount, spent);
  return facts([
    ["Acordat", money(payment)],
    ["Justificat", money({ amount: spent, currency })],
    ["Diferența", money({ amount: left, currency })],
  ]);
}

function dateOfAct({ file }: Pick<MohContext, "file">, type: string): string | undefined {
  const date = lastAct(file, type)?.occurredOn;
  return date === undefined ? undefined : letterDate(date, "ro");
}

function offered(clinic: ClinicView | undefined, field: string): string | undefined {
  const value = clinic?.offer?.[field];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Lei are called lei. */
function currencyName(currency: string): string {
  return currency === "RON" ? "lei" : currency;
}
