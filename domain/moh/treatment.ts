/** From the Ministry's approval to the end of the file: what the acts bring, what they follow, why one is refused (MOH-77 to MOH-100). */
import type { Command, Refusal } from "../case/commands.ts";
import type { Act, Seq } from "../case/events.ts";
import { addAmounts, compareAmounts, subtractAmounts } from "../money/amounts.ts";
import type { PlainDate } from "../plain-date.ts";
import type { MohCommandFacts, MohCommandType } from "./commands.ts";
import { checkSettlement, grantedLines } from "./expenses.ts";
import { factsOf, type Appointment, type CheckUp, type Money, type MohState, type TreatmentFacts } from "./facts.ts";

/** Companions’ travel is reimbursed up to the eve of the seventh birthday, unless the setting said otherwise (MOH-A22). */
export const LAST_COMPANION_AGE = 6;

/** True when money was granted for the treatment: the clinic was paid, or a claim was settled with a sum (MOH-A27). */
export function moneyGranted({ facts }: MohState): boolean {
  return facts.payment !== undefined || compareAmounts(addAmounts(facts.settlement?.granted ?? []), "0") > 0;
}

/** True while the bar of MOH-98 holds. */
export function isBarred({ facts }: Pick<MohState, "facts">): boolean {
  return facts.bar !== undefined && facts.bar.lifted === undefined;
}

/** Appointments to which the patient neither came nor was confirmed to have missed. */
export function openAppointments({ facts }: MohState): Appointment[] {
  return (facts.appointments ?? []).filter(({ settled }) => settled === undefined);
}

/** The check-up asked by the clinic on which nobody has decided. */
export function openCheckUp({ facts }: MohState): CheckUp | undefined {
  return facts.checkUps?.find(({ decided }) => decided === undefined);
}

/** True when the money, the checks and the report are done with: nothing is awaited after the return. */
export function followUpIsOver(state: MohState): boolean {
  const { steps, facts } = state;
  const isDone = (step: string): boolean => steps[step]?.closed?.cause === "done";
  const moneyIsDone = facts.ownExpense === undefined ? isDone("file-justification") : isDone("settle-claim");
  const checksAreDone = facts.firstCheck === undefined || isDone("draw-one-year-report");
  const isNothingAsked = openAppointments(state).length === 0 && openCheckUp(state) === undefined;
  return moneyIsDone && isDone("record-first-check") && checksAreDone && isNothingAsked && !isBarred(state);
}

/** A claim for own expenses that nobody has settled. */
export function hasUnsettledClaim({ facts }: MohState): boolean {
  return facts.claim !== undefined && facts.settlement === undefined;
}

/** What the clinic is to be paid: the amount decided, less the part of the Ministry of Labour in the same currency (MOH-80, MOH-84). */
export function amountToPay({ facts }: MohState): Money | undefined {
  const { approval, labourPart } = facts;
  if (approval === undefined) return undefined;
  const { amount, currency } = approval;
  const inSameCurrency = labourPart?.amount !== undefined && (labourPart.currency ?? currency) === currency;
  return { currency, amount: inSameCurrency ? subtractAmounts(amount, labourPart.amount ?? "0") : amount };
}

/** True for the confirmation that the patient missed the first check, not a later appointment. */
export function isMissedFirstCheck(act: Act): boolean {
  return act.type === "confirmMissedCheck" && factsOf(act, "confirmMissedCheck").appointment === undefined;
}

/** Folds an act of this part into the facts. */
export function applyTreatment(facts: TreatmentFacts, act: Act, state: MohState): void {
  const { seq } = act;
  switch (act.type as MohCommandType) {
    case "decideAtMinistry": {
      const { decision, clinic, amount, currency, vitalRisk, benefit } = factsOf(act, "decideAtMinistry");
      if (decision !== "approved" || clinic === undefined || amount === undefined || currency === undefined) return;
      facts.approval = {
        act: seq,
        clinic,
        amount,
        currency,
        ...(vitalRisk === undefined ? {} : { vitalRisk }),
        ...(benefit === undefined ? {} : { benefit }),
      };
      return;
    }
    case "correctDate": {
      const { corrects, field, newEstimate } = factsOf(act, "correctDate");
      if (newEstimate !== undefined && facts.approval?.act === corrects) {
        facts.approval = { ...facts.approval, [field]: newEstimate };
      }
      return;
    }
    case "confirmFunds": {
      const { sufficient, month } = factsOf(act, "confirmFunds");
      if (sufficient) facts.funds = { act: seq, month };
      return;
    }
    case "chooseOwnExpense":
      facts.ownExpense = seq;
      return;
    case "recordLabourMinistryPart": {
      const { part, currency } = factsOf(act, "recordLabourMinistryPart");
      facts.labourPart = {
        act: seq,
        ...(part === undefined ? {} : { amount: part }),
        ...(currency === undefined ? {} : { currency }),
      };
      return;
    }
    case "payClinic": {
      const { amount, currency } = factsOf(act, "payClinic");
      facts.payment = { act: seq, amount, currency };
      return;
    }
    case "recordDeparture":
      facts.departure = { act: seq, companions: factsOf(act, "recordDeparture").companions };
      return;
    case "recordReturn":
      facts.returned = seq;
      return;
    case "fileJustification":
      facts.justification = seq;
      return;
    case "recordFirstCheck":
      facts.firstCheck = seq;
      return;
    case "scheduleAppointment": {
      const { appointmentOn: on } = factsOf(act, "scheduleAppointment");
      const known = (facts.appointments ??= []);
      known.push({ number: known.length + 1, act: seq, on });
      return;
    }
    case "recordLaterCheck":
      settle(facts, factsOf(act, "recordLaterCheck").appointment, { act: seq, missed: false });
      return;
    case "confirmMissedCheck": {
      const { appointment } = factsOf(act, "confirmMissedCheck");
      if (appointment !== undefined) settle(facts, appointment, { act: seq, missed: true });
      if (!isBarred(state)) facts.bar = { set: seq };
      return;
    }
    case "liftBar":
      if (facts.bar !== undefined) facts.bar.lifted = seq;
      return;
    case "drawOneYearReport":
      facts.report = seq;
      return;
    case "settleCompanions":
      facts.companionsSettled = seq;
      return;
    case "requestClinicCheckUp":
      (facts.checkUps ??= []).push({ act: seq, clinic: factsOf(act, "requestClinicCheckUp").clinic });
      return;
    case "fundCheckUp": {
      const waiting = openCheckUp(state);
      if (waiting !== undefined) waiting.decided = seq;
      return;
    }
    case "fileExpenseClaim": {
      const { currency, expenses } = factsOf(act, "fileExpenseClaim");
      facts.claim = { act: seq, currency, expenses };
      return;
    }
    case "settleClaim": {
      const approved = approvedOn(state);
      if (facts.claim === undefined || approved === undefined) return;
      const granted = grantedLines(facts.claim.expenses, factsOf(act, "settleClaim").lines, approved);
      facts.settlement = { act: seq, granted };
      return;
    }
    case "recordDeath":
      facts.death = { act: seq };
      return;
    default:
      return;
  }
}

function settle(
  { appointments = [] }: TreatmentFacts,
  number: number,
  settled: NonNullable<Appointment["settled"]>,
): void {
  const appointment = appointments.find((candidate) => candidate.number === number);
  if (appointment !== undefined) appointment.settled = settled;
}

/** The day of the Ministry's approval: expenses must come after it (MOH-93). */
export function approvedOn({ facts, acts }: Pick<MohState, "facts" | "acts">): PlainDate | undefined {
  return facts.approval === undefined ? undefined : acts[facts.approval.act]?.dates["occurredOn"];
}

/** What this part accepts beside what its open steps accept. */
export function alwaysInTreatment(state: MohState): MohCommandType[] {
  const { departure, returned, ownExpense, payment, companionsSettled } = state.facts;
  if (payment === undefined && ownExpense === undefined) return [];
  return [
    ...(departure === undefined ? (["recordDeparture"] as const) : []),
    ...(returned === undefined ? [] : (["scheduleAppointment", "requestClinicCheckUp"] as const)),
    ...(returned === undefined || companionsSettled !== undefined ? [] : (["settleCompanions"] as const)),
  ];
}

/** The acts that a command of this part follows beside those that its step runs from. */
export function followedInTreatment(state: MohState, command: Command): Seq[] {
  const { approval, ownExpense, payment, departure, returned, appointments = [], bar } = state.facts;
  const known = (...acts: readonly (Seq | undefined)[]): Seq[] => acts.flatMap((act) => act ?? []);
  switch (command.type as MohCommandType) {
    case "recordDeparture":
      return known(approval?.act);
    case "recordReturn":
      return known(departure?.act ?? payment?.act ?? ownExpense);
    case "scheduleAppointment":
    case "requestClinicCheckUp":
    case "settleCompanions":
      return known(returned);
    case "recordLaterCheck": {
      const { appointment } = factsOf(command, "recordLaterCheck");
      return known(returned, appointments.find(({ number }) => number === appointment)?.act);
    }
    case "liftBar":
      return known(bar?.set);
    default:
      return [];
  }
}

/** Why a command of this part is refused, or undefined. */
export function checkTreatment(state: MohState, command: Command): Refusal | undefined {
  switch (command.type as MohCommandType) {
    case "chooseOwnExpense":
      return state.facts.urgencyClass === "A"
        ? undefined
        : { kind: "conflict", code: "CLASS_A_NEEDED", rule: "MOH-89" };
    case "recordLabourMinistryPart":
      return checkLabourPart(state, factsOf(command, "recordLabourMinistryPart"));
    case "payClinic":
      return checkPayment(state, factsOf(command, "payClinic"));
    case "recordDeparture":
      return checkDeparture(state, command);
    case "fileJustification":
      return checkJustification(state, factsOf(command, "fileJustification"));
    case "confirmMissedCheck":
      return checkMissed(state, command);
    case "recordLaterCheck":
      return checkAppointment(state, factsOf(command, "recordLaterCheck").appointment);
    case "scheduleAppointment": {
      const { appointmentOn } = factsOf(command, "scheduleAppointment");
      return appointmentOn < command.occurredOn
        ? invalid("APPOINTMENT_BEFORE", "appointmentOn", { date: appointmentOn, occurredOn: command.occurredOn })
        : undefined;
    }
    case "settleCompanions":
      return checkCompanions(state, factsOf(command, "settleCompanions"));
    case "requestClinicCheckUp": {
      const { clinic } = factsOf(command, "requestClinicCheckUp");
      const { approval } = state.facts;
      return approval !== undefined && clinic !== approval.clinic
        ? invalid("CLINIC_NOT_SELECTED", "clinic", { clinic, selected: approval.clinic })
        : undefined;
    }
    case "fundCheckUp":
      return checkFunding(factsOf(command, "fundCheckUp"));
    case "settleClaim":
      return checkClaim(state, factsOf(command, "settleClaim"));
    case "recordFirstCheck":
      // Under a bar the step that lifts it takes a late one too.
      return state.facts.firstCheck === undefined
        ? undefined
        : { kind: "conflict", code: "NOT_ALLOWED_NOW", rule: "MOH-95", params: { type: command.type } };
    case "fileExpenseClaim":
      return checkExpenses(command, factsOf(command, "fileExpenseClaim"));
    default:
      return undefined;
  }
}

/** An estimate of the Ministry's decision is the Ministry's, and changes until the money is given (MOH-78, MOH-79). */
export function checkEstimate({ facts, acts }: MohState, command: Command): Refusal | undefined {
  const { corrects, field, newEstimate } = factsOf(command, "correctDate");
  const act = acts[corrects];
  const isHouse = act?.by.institution === command.actor.institution;
  if (!isHouse) return invalid("ESTIMATE_OF_MINISTRY", "corrects", {});
  if (facts.funds !== undefined || facts.ownExpense !== undefined) {
    return { kind: "conflict", code: "ESTIMATE_SETTLED", rule: field === "benefit" ? "MOH-79" : "MOH-78" };
  }
  const standing = field === "benefit" ? facts.approval?.benefit : facts.approval?.vitalRisk;
  return standing === newEstimate
    ? invalid("ESTIMATE_UNCHANGED", "newValue", { estimate: newEstimate ?? 0 })
    : undefined;
}

/** Nobody claims what is not yet paid (MOH-92). */
function checkExpenses(
  { occurredOn }: Command,
  { expenses }: MohCommandFacts["fileExpenseClaim"],
): Refusal | undefined {
  const late = expenses.findIndex(({ date }) => date > occurredOn);
  const expense = expenses[late];
  return expense === undefined
    ? undefined
    : invalid("EXPENSE_AFTER_CLAIM", `expenses.${late}.date`, { date: expense.date, occurredOn }, "MOH-92");
}

function invalid(code: Refusal["code"], field: string, params: Refusal["params"], rule?: Refusal["rule"]): Refusal {
  return {
    kind: "invalid",
    code,
    field,
    ...(params === undefined ? {} : { params }),
    ...(rule === undefined ? {} : { rule }),
  };
}

function checkLabourPart(
  { facts }: MohState,
  { part, currency }: MohCommandFacts["recordLabourMinistryPart"],
): Refusal | undefined {
  const { approval } = facts;
  if (part === undefined || approval === undefined || (currency ?? approval.currency) !== approval.currency)
    return undefined;
  return compareAmounts(part, approval.amount) > 0
    ? invalid("PART_TOO_LARGE", "part", { part, amount: approval.amount, currency: approval.currency }, "MOH-80")
    : undefined;
}

/** The amount agrees with the decision, or it is explained (MOH-84). */
function checkPayment(
  state: MohState,
  { clinic, amount, currency, explained }: MohCommandFacts["payClinic"],
): Refusal | undefined {
  const { approval } = state.facts;
  const expected = amountToPay(state);
  if (approval === undefined || expected === undefined) return undefined;
  if (clinic !== approval.clinic) {
    return invalid("CLINIC_NOT_SELECTED", "clinic", { clinic, selected: approval.clinic }, "MOH-84");
  }
  const agrees = currency === expected.currency && compareAmounts(amount, expected.amount) === 0;
  const isNothing = compareAmounts(amount, "0") === 0;
  return agrees || (explained && !isNothing)
    ? undefined
    : invalid(
        "AMOUNT_DIFFERS",
        "explanation",
        { given: `${amount} ${currency}`, expected: `${expected.amount} ${expected.currency}` },
        "MOH-84",
      );
}

/** A departure entered after the return lies before it. */
function checkDeparture({ facts, acts }: MohState, { occurredOn }: Command): Refusal | undefined {
  const returnedOn = facts.returned === undefined ? undefined : acts[facts.returned]?.dates["occurredOn"];
  return returnedOn !== undefined && occurredOn > returnedOn
    ? invalid("AFTER_FOLLOWING_ACT", "occurredOn", {
        date: occurredOn,
        followingAct: "recordReturn",
        followingOn: returnedOn,
      })
    : undefined;
}

/** Sums that do not reach, or exceed, what was paid are explained (MOH-94). */
function checkJustification(
  { facts }: MohState,
  { amounts, currency, explained }: MohCommandFacts["fileJustification"],
): Refusal | undefined {
  const { payment } = facts;
  if (payment === undefined || explained) return undefined;
  const total = addAmounts(amounts);
  return currency === payment.currency && compareAmounts(total, payment.amount) === 0
    ? undefined
    : invalid(
        "SUMS_DIFFER",
        "explanation",
        { given: `${total} ${currency}`, expected: `${payment.amount} ${payment.currency}` },
        "MOH-94",
      );
}

/** Nothing is missed before its day is over: the term of the first check, or the day of an appointment (MOH-98, MOH-A20). */
function checkMissed(state: MohState, command: Command): Refusal | undefined {
  const { appointment } = factsOf(command, "confirmMissedCheck");
  if (appointment !== undefined) {
    const wrong = checkAppointment(state, appointment);
    if (wrong !== undefined) return wrong;
    const on = openAppointments(state).find(({ number }) => number === appointment)?.on;
    return on !== undefined && command.occurredOn <= on ? notMissed(command, on) : undefined;
  }
  const first = state.steps["record-first-check"];
  if (first === undefined || first.closed !== undefined) {
    const allowed = openAppointments(state)
      .map(({ number }) => number)
      .join(", ");
    return invalid("WHICH_APPOINTMENT", "appointment", { allowed }, "MOH-95");
  }
  // Against the patient the lapse has effect one working day later (MOH-A1, decision 6).
  const due = state.deadlines["MOH-95"]?.due;
  const effectOn = due?.effectOn ?? due?.dueOn;
  return effectOn !== undefined && command.occurredOn <= effectOn ? notMissed(command, effectOn) : undefined;
}

function notMissed({ occurredOn }: Command, on: PlainDate): Refusal {
  return invalid("NOT_MISSED_YET", "occurredOn", { date: occurredOn, lastDay: on }, "MOH-98");
}

function checkAppointment(state: MohState, number: number): Refusal | undefined {
  const open = openAppointments(state);
  if (open.some((appointment) => appointment.number === number)) return undefined;
  const allowed = open.map((appointment) => appointment.number).join(", ");
  return invalid("UNKNOWN_APPOINTMENT", "appointment", { appointment: number, allowed }, "MOH-95");
}

/** Only the companions of a child of 0 to 6 years on the day of departure (MOH-85). */
function checkCompanions(
  { facts }: MohState,
  { ageOnDeparture, amounts, currency, lastAge = LAST_COMPANION_AGE }: MohCommandFacts["settleCompanions"],
): Refusal | undefined {
  if (facts.departure === undefined) return { kind: "conflict", code: "DEPARTURE_NEEDED", rule: "MOH-85" };
  if (facts.departure.companions === 0) return { kind: "conflict", code: "NO_COMPANIONS", rule: "MOH-85" };
  if (ageOnDeparture === undefined || ageOnDeparture <= lastAge) return undefined;
  return {
    kind: "conflict",
    code: "COMPANION_AGE",
    rule: "MOH-85",
    params: { age: ageOnDeparture, most: lastAge, sum: `${addAmounts(amounts)} ${currency}` },
  };
}

/** A check-up is funded only on its two documents; a refusal says why (MOH-86 to MOH-88). */
function checkFunding({
  decision,
  evaluation,
  minutes,
  reasoned,
}: MohCommandFacts["fundCheckUp"]): Refusal | undefined {
  if (decision === "rejected") return reasoned ? undefined : invalid("REASON_NEEDED", "reason", {}, "MOH-86");
  if (!evaluation) return invalid("CHECK_UP_DOCUMENT", "evaluation", {}, "MOH-87");
  return minutes ? undefined : invalid("CHECK_UP_DOCUMENT", "minutes", {}, "MOH-88");
}

function checkClaim(state: MohState, { lines }: MohCommandFacts["settleClaim"]): Refusal | undefined {
  const approved = approvedOn(state);
  const { claim } = state.facts;
  if (approved === undefined || claim === undefined) return undefined;
  const problem = checkSettlement(claim.expenses, lines, approved);
  if (problem === undefined) return undefined;
  const { code, at, line, verdict, most } = problem;
  const field =
    at === undefined
      ? "lines"
      : code === "LINE_REASON"
        ? `lines.${at}.reason`
        : code === "LINE_UNKNOWN" || code === "LINE_TWICE"
          ? `lines.${at}.line`
          : `lines.${at}.granted`;
  return invalid(
    code,
    field,
    {
      line,
      allowed: claim.expenses.length,
      approvedOn: approved,
      ...(verdict === undefined ? {} : { verdict }),
      ...(most === undefined ? {} : { most }),
    },
    verdict === "before-approval" || code === "LINE_HELD" ? "MOH-93" : "MOH-92",
  );
}
