/**
 * What a file shows from the Ministry's approval on: money, journey, checks, claim, death. Amounts and dates come from the
 * facts; the words that the log keeps sealed are handed in.
 */
import type { Seq } from "../case/events.ts";
import { lastAct } from "../case/state.ts";
import { addAmounts, compareAmounts } from "../money/amounts.ts";
import type { PlainDate } from "../plain-date.ts";
import type { Decision, UrgencyClass } from "./commands.ts";
import { judgeExpense, type ExpenseKind, type ExpenseVerdict } from "./expenses.ts";
import { factsOf, type Money, type MohState } from "./facts.ts";
import { amountToPay } from "./treatment.ts";

/** An act by its place in the log and its legal date. */
interface ActView {
  readonly act: Seq;
  readonly on: PlainDate;
}

export interface AppointmentView extends ActView {
  readonly number: number;
  /** The day of the appointment; `on` is the day on which it was set. */
  readonly appointedOn: PlainDate;
  readonly state: "awaited" | "came" | "missed";
  readonly settledOn?: PlainDate;
  readonly note?: string;
  readonly findings?: string;
}

export interface CheckUpView extends ActView {
  readonly clinic: string;
  readonly note?: string;
  readonly decided?: ActView & {
    readonly decision: Decision;
    readonly evaluation?: string;
    readonly minutes?: string;
    readonly amount?: string;
    readonly currency?: string;
    readonly reason?: string;
  };
}

export interface ClaimLineView {
  /** Its place in the claim, from 1. */
  readonly line: number;
  readonly kind: ExpenseKind;
  readonly date: PlainDate;
  readonly amount: string;
  readonly proof?: string;
  readonly description?: string;
  readonly verdict: ExpenseVerdict;
  /** Once the claim is settled. */
  readonly granted?: string;
  readonly reason?: string;
}

interface SumView {
  readonly purpose: string;
  readonly amount: string;
  readonly document?: string;
}

export interface TreatmentView {
  readonly approval?: ActView & Money & { readonly clinic: string };
  /** The last answer about the month's funds. */
  readonly funds?: ActView & { readonly sufficient: boolean; readonly month: string; readonly note?: string };
  readonly ownExpense?: ActView & { readonly note?: string };
  readonly labourPart?: ActView & Partial<Money> & { readonly bearsPart: boolean; readonly confirmedOn?: PlainDate };
  readonly governmentDecision?: ActView & { readonly number: string };
  readonly publication?: ActView & { readonly gazette: string };
  readonly disposition?: ActView & { readonly number?: string; readonly receivedOn: PlainDate };
  /** The amount decided, less the part of the Ministry of Labour (MOH-84). */
  readonly toPay?: Money;
  readonly payment?: ActView &
    Money & { readonly differs: boolean; readonly explanation?: string; readonly reference?: string };
  readonly departure?: ActView & {
    readonly companions: readonly { readonly name: string; readonly relation?: string }[];
  };
  readonly returned?: ActView & { readonly note?: string };
  readonly companionsSettled?: ActView & {
    readonly currency: string;
    readonly total: string;
    readonly journeys: readonly {
      readonly companion: string;
      readonly direction: string;
      readonly amount: string;
      readonly proof: string;
    }[];
  };
  readonly justification?: ActView & {
    readonly currency: string;
    readonly total: string;
    readonly sums: readonly SumView[];
    readonly explanation?: string;
  };
  readonly firstCheck?: ActView & { readonly doctor?: string; readonly findings?: string };
  readonly appointments: readonly AppointmentView[];
  readonly report?: ActView & { readonly sentToDspOn?: PlainDate; readonly report?: string };
  /** The bar of MOH-98: the missed check that set it, and how it was lifted. */
  readonly bar?: ActView & {
    readonly appointment?: number;
    readonly confirmedBy?: string;
    readonly note?: string;
    readonly lifted?: ActView & { readonly reason?: string };
  };
  readonly checkUps: readonly CheckUpView[];
  readonly claim?: ActView & {
    readonly currency: string;
    readonly lines: readonly ClaimLineView[];
    readonly settled?: ActView & { readonly granted: string; readonly note?: string };
  };
  readonly death?: ActView & {
    readonly diedOn: PlainDate;
    readonly announced?: ActView & { readonly announcedBy?: string };
    readonly statement?: ActView & {
      readonly sums: readonly SumView[];
      readonly currency?: string;
      readonly note?: string;
    };
  };
}

/** Minutes of the commission after the decision's, and the decision's own: which clinics they named. */
export interface RoundView extends ActView {
  /** From 1; absent for minutes that name no clinic. */
  readonly round?: number;
  readonly number?: string;
  readonly receivedOn: PlainDate;
  readonly urgencyClass?: UrgencyClass;
  readonly clinics: readonly string[];
  readonly changes?: string;
  /** The announcement that these clinics can no longer suffice (MOH-62). */
  readonly announced?: ActView & {
    readonly silent: readonly string[];
    readonly refused: readonly string[];
    readonly note?: string;
  };
}

/** What was typed with an act; empty for one that kept nothing, or whose key was destroyed. */
export type WordsOf = (act: Seq) => Readonly<Record<string, unknown>>;

/** Undefined before the Ministry's approval, unless the patient has died. */
export function treatmentView(state: MohState, wordsOf: WordsOf): TreatmentView | undefined {
  if (state.facts.approval === undefined && state.facts.death === undefined) return undefined;
  return withoutHoles<TreatmentView>({
    ...money(state, wordsOf),
    ...journey(state, wordsOf),
    ...followUp(state, wordsOf),
    claim: claimView(state, wordsOf),
    death: deathView(state, wordsOf),
  });
}

/** A view whose missing parts are told as `undefined`. */
type Holed<View> = { readonly [Name in keyof View]: View[Name] | undefined };

type MoneyPart =
  | "approval"
  | "funds"
  | "ownExpense"
  | "labourPart"
  | "governmentDecision"
  | "publication"
  | "disposition"
  | "toPay"
  | "payment";

function money(state: MohState, wordsOf: WordsOf): Pick<Holed<TreatmentView>, MoneyPart> {
  const { approval, ownExpense, labourPart, payment } = state.facts;
  const answered = lastAct(state, "confirmFunds");
  const part = labourPart === undefined ? undefined : state.acts[labourPart.act];
  const decided = lastAct(state, "recordGovernmentDecision");
  const published = lastAct(state, "recordPublication");
  const disposed = lastAct(state, "recordDisposition");
  const toPay = amountToPay(state);
  return {
    approval: approval && {
      ...at(state, approval.act),
      clinic: approval.clinic,
      amount: approval.amount,
      currency: approval.currency,
    },
    funds: answered && {
      ...at(state, answered.seq),
      sufficient: factsOf(answered, "confirmFunds").sufficient,
      month: factsOf(answered, "confirmFunds").month,
      ...texts(wordsOf(answered.seq), "note"),
    },
    ownExpense:
      ownExpense === undefined ? undefined : { ...at(state, ownExpense), ...texts(wordsOf(ownExpense), "note") },
    labourPart: labourPart && {
      ...at(state, labourPart.act),
      bearsPart: labourPart.amount !== undefined,
      ...(labourPart.amount === undefined ? {} : { amount: labourPart.amount }),
      ...(labourPart.amount === undefined ? {} : currencyOf(labourPart.currency ?? approval?.currency)),
      ...(part?.dates["confirmedOn"] === undefined ? {} : { confirmedOn: part.dates["confirmedOn"] }),
    },
    governmentDecision: decided && { ...at(state, decided.seq), number: textOf(wordsOf(decided.seq), "number") },
    publication: published && { ...at(state, published.seq), gazette: textOf(wordsOf(published.seq), "gazette") },
    disposition: disposed && {
      ...at(state, disposed.seq),
      receivedOn: disposed.dates["receivedOn"] ?? at(state, disposed.seq).on,
      ...texts(wordsOf(disposed.seq), "number"),
    },
    toPay,
    payment: payment && {
      ...at(state, payment.act),
      amount: payment.amount,
      currency: payment.currency,
      differs:
        toPay !== undefined &&
        (toPay.currency !== payment.currency || compareAmounts(toPay.amount, payment.amount) !== 0),
      ...texts(wordsOf(payment.act), "explanation", "reference"),
    },
  };
}

function journey(
  state: MohState,
  wordsOf: WordsOf,
): Pick<Holed<TreatmentView>, "departure" | "returned" | "companionsSettled" | "justification"> {
  const { departure, returned, companionsSettled, justification } = state.facts;
  const travel = companionsSettled === undefined ? undefined : state.acts[companionsSettled];
  const sums = justification === undefined ? undefined : state.acts[justification];
  return {
    departure: departure && {
      ...at(state, departure.act),
      companions: rows(wordsOf(departure.act), "companions").map((companion) => ({
        name: textOf(companion, "name"),
        ...texts(companion, "relation"),
      })),
    },
    returned: returned === undefined ? undefined : { ...at(state, returned), ...texts(wordsOf(returned), "note") },
    companionsSettled: travel && {
      ...at(state, travel.seq),
      currency: factsOf(travel, "settleCompanions").currency,
      total: addAmounts(factsOf(travel, "settleCompanions").amounts),
      journeys: rows(wordsOf(travel.seq), "journeys").map((line) => ({
        companion: textOf(line, "companion"),
        direction: textOf(line, "direction"),
        amount: textOf(line, "amount"),
        proof: textOf(line, "proof"),
      })),
    },
    justification: sums && {
      ...at(state, sums.seq),
      currency: factsOf(sums, "fileJustification").currency,
      total: addAmounts(factsOf(sums, "fileJustification").amounts),
      sums: sumViews(wordsOf(sums.seq)),
      ...texts(wordsOf(sums.seq), "explanation"),
    },
  };
}

function followUp(
  state: MohState,
  wordsOf: WordsOf,
): Pick<Holed<TreatmentView>, "firstCheck" | "report" | "bar" | "appointments" | "checkUps"> {
  const { firstCheck, report, appointments = [], checkUps = [] } = state.facts;
  const sentOn = report === undefined ? undefined : state.acts[report]?.dates["sentToDspOn"];
  return {
    firstCheck:
      firstCheck === undefined
        ? undefined
        : { ...at(state, firstCheck), ...texts(wordsOf(firstCheck), "doctor", "findings") },
    report:
      report === undefined
        ? undefined
        : {
            ...at(state, report),
            ...(sentOn === undefined ? {} : { sentToDspOn: sentOn }),
            ...texts(wordsOf(report), "report"),
          },
    bar: barView(state, wordsOf),
    appointments: appointments.map(({ number, act, on, settled }) => ({
      ...at(state, act),
      number,
      appointedOn: on,
      state: settled === undefined ? "awaited" : settled.missed ? "missed" : "came",
      ...(settled === undefined ? {} : { settledOn: at(state, settled.act).on }),
      ...texts(wordsOf(act), "note"),
      ...(settled === undefined ? {} : texts(wordsOf(settled.act), "findings")),
    })),
    checkUps: checkUps.map(({ act, clinic, decided }) => ({
      ...at(state, act),
      clinic,
      ...texts(wordsOf(act), "note"),
      ...(decided === undefined ? {} : { decided: fundingView(state, decided, wordsOf) }),
    })),
  };
}

function barView(state: MohState, wordsOf: WordsOf): TreatmentView["bar"] {
  const { bar } = state.facts;
  const set = bar === undefined ? undefined : state.acts[bar.set];
  if (bar === undefined || set === undefined) return undefined;
  const { appointment } = factsOf(set, "confirmMissedCheck");
  return {
    ...at(state, set.seq),
    ...(appointment === undefined ? {} : { appointment }),
    ...texts(wordsOf(set.seq), "confirmedBy", "note"),
    ...(bar.lifted === undefined
      ? {}
      : { lifted: { ...at(state, bar.lifted), ...texts(wordsOf(bar.lifted), "reason") } }),
  };
}

function fundingView(state: MohState, act: Seq, wordsOf: WordsOf): NonNullable<CheckUpView["decided"]> {
  const recorded = state.acts[act];
  return {
    ...at(state, act),
    decision: recorded === undefined ? "rejected" : factsOf(recorded, "fundCheckUp").decision,
    ...texts(wordsOf(act), "evaluation", "minutes", "amount", "currency", "reason"),
  };
}

function claimView(state: MohState, wordsOf: WordsOf): TreatmentView["claim"] {
  const { claim, settlement, approval } = state.facts;
  if (claim === undefined || approval === undefined) return undefined;
  const typed = rows(wordsOf(claim.act), "expenses");
  const settled = settlement === undefined ? [] : rows(wordsOf(settlement.act), "lines");
  return {
    ...at(state, claim.act),
    currency: claim.currency,
    lines: claim.expenses.map((expense, index) => {
      const granted = settlement?.granted[index];
      const reasoned = settled.find((line) => line["line"] === index + 1) ?? {};
      return {
        line: index + 1,
        kind: expense.kind,
        date: expense.date,
        amount: expense.amount,
        ...texts(typed[index] ?? {}, "proof", "description"),
        verdict: judgeExpense(expense, at(state, approval.act).on),
        ...(granted === undefined ? {} : { granted }),
        ...texts(reasoned, "reason"),
      };
    }),
    ...(settlement === undefined
      ? {}
      : {
          settled: {
            ...at(state, settlement.act),
            granted: addAmounts(settlement.granted),
            ...texts(wordsOf(settlement.act), "note"),
          },
        }),
  };
}

function deathView(state: MohState, wordsOf: WordsOf): TreatmentView["death"] {
  const { death } = state.facts;
  const recorded = death === undefined ? undefined : state.acts[death.act];
  if (recorded === undefined) return undefined;
  const announced = lastAct(state, "announceDeath");
  const statement = lastAct(state, "drawStatementOfExpenses");
  return {
    ...at(state, recorded.seq),
    diedOn: recorded.dates["diedOn"] ?? at(state, recorded.seq).on,
    ...(announced === undefined
      ? {}
      : { announced: { ...at(state, announced.seq), ...texts(wordsOf(announced.seq), "announcedBy") } }),
    ...(statement === undefined
      ? {}
      : {
          statement: {
            ...at(state, statement.seq),
            sums: sumViews(wordsOf(statement.seq)),
            ...texts(wordsOf(statement.seq), "currency", "note"),
          },
        }),
  };
}

/** The commission's minutes in their order, each with the clinics that it named and how their round ended. */
export function roundViews(state: MohState, wordsOf: WordsOf): RoundView[] {
  const acts = Object.values(state.acts);
  const minutes = acts.filter(
    (act) =>
      act.type === "registerNewMinutes" ||
      (act.type === "registerDecision" && factsOf(act, "registerDecision").decision === "approved"),
  );
  const naming = minutes.filter(({ seq }) => clinicsOf(state, seq).length > 0);
  return minutes.map((act) => {
    const typed = wordsOf(act.seq);
    const words = isTree(typed["minutes"]) ? typed["minutes"] : typed;
    const place = naming.indexOf(act);
    const next = naming[place + 1]?.seq ?? Infinity;
    const announced =
      place < 0
        ? undefined
        : acts.find(({ type, seq }) => type === "announceCommission" && seq > act.seq && seq < next);
    const urgencyClass =
      act.type === "registerDecision"
        ? factsOf(act, "registerDecision").urgencyClass
        : factsOf(act, "registerNewMinutes").urgencyClass;
    return {
      ...at(state, act.seq),
      ...(place < 0 ? {} : { round: place + 1 }),
      receivedOn: act.dates["receivedOn"] ?? at(state, act.seq).on,
      ...(urgencyClass === undefined ? {} : { urgencyClass }),
      clinics: clinicsOf(state, act.seq),
      ...texts(words, "number", "changes"),
      ...(announced === undefined
        ? {}
        : {
            announced: {
              ...at(state, announced.seq),
              ...factsOf(announced, "announceCommission"),
              ...texts(wordsOf(announced.seq), "note"),
            },
          }),
    };
  });
}

function clinicsOf({ facts }: MohState, minutes: Seq): string[] {
  return facts.clinics.filter(({ namedBy }) => namedBy === minutes).map(({ id }) => id);
}

/** @throws RangeError for an act that the file does not have. */
function at(state: MohState, act: Seq): ActView {
  const on = state.acts[act]?.dates["occurredOn"];
  if (on === undefined) throw new RangeError(`case ${state.caseId} has no act ${act}`);
  return { act, on };
}

function currencyOf(currency: string | undefined): { currency?: string } {
  return currency === undefined ? {} : { currency };
}

/** The texts of these names that were typed. */
function texts<Name extends string>(
  words: Readonly<Record<string, unknown>>,
  ...names: readonly Name[]
): { [Key in Name]?: string } {
  const typed = names.flatMap((name) => (typeof words[name] === "string" ? [[name, words[name]] as const] : []));
  return Object.fromEntries(typed) as { [Key in Name]?: string };
}

function textOf(words: Readonly<Record<string, unknown>>, name: string): string {
  const text = words[name];
  return typeof text === "string" ? text : "";
}

function rows(words: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>>[] {
  const list = words[name];
  return Array.isArray(list) ? list.filter(isTree) : [];
}

function sumViews(words: Readonly<Record<string, unknown>>): SumView[] {
  return rows(words, "sums").map((sum) => ({
    purpose: textOf(sum, "purpose"),
    amount: textOf(sum, "amount"),
    ...texts(sum, "document"),
  }));
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Without the parts that the file does not have. */
function withoutHoles<View extends object>(holed: Holed<View>): View {
  return Object.fromEntries(Object.entries(holed).filter(([, value]) => value !== undefined)) as View;
}
