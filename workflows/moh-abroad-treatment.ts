/**
 * Treatment abroad through the Ministry of Health, as the procedure is written: from the registry of the DSP (S1)
 * to the last check after the return (S16), or to the family's announcement (SD). Each step names the rule that acts;
 * the terms are data in `domain/law/`.
 */
import type { Act, DateRef, Seq } from "../domain/case/events.ts";
import { stepName } from "../domain/case/process.ts";
import { isRunning, openSteps } from "../domain/case/state.ts";
import { factsOf, type MohFacts, type MohState } from "../domain/moh/facts.ts";
import {
  dossierComplete,
  dossierCompletion,
  moh,
  runningWindows,
  sendableCheck,
  sendableSince,
} from "../domain/moh/process.ts";
import { isCorresponding, outOfReachSince, sendingCap } from "../domain/moh/rounds.ts";
import type { MohOutcome, MohStep } from "../domain/moh/steps.ts";
import {
  followUpIsOver,
  hasUnsettledClaim,
  isBarred,
  isMissedFirstCheck,
  moneyGranted,
  openAppointments,
  openCheckUp,
} from "../domain/moh/treatment.ts";
import type { CaseInput } from "./contract.ts";
import { CaseFile, type StepOptions } from "./runtime/case-file.ts";

/** The file of one patient, in the hands of this procedure. */
type MohFile = CaseFile<MohFacts>;

export async function mohAbroadTreatment(input: CaseInput): Promise<string> {
  const file = new CaseFile(input, moh);
  return await file.run(
    () => procedure(file),
    (death) => afterDeath(file, death),
  );
}

/** The procedure alone; without the engine it can be rehearsed. */
export async function procedure(file: MohFile): Promise<MohOutcome> {
  // S1: the dossier is filed at the DSP of domicile and gets its number (MOH-10 … MOH-22).
  await completeDossier(file);

  // S2: once complete, it goes to the territorial specialist commission (MOH-23, reading MOH-A3).
  const sent = await step(file, "send-to-commission", {
    since: dossierCompletion,
    deadline: { rule: "MOH-23", duty: "DSP" },
  });

  // S3, S4: the commission examines; the text sets no term for it (MOH-24, reading MOH-A4).
  const begun = await step(file, "begin-examination", { since: on(sent) });
  const examined = await step(file, "finish-examination", { since: on(begun) });

  // S5: the commission tells the DSP, which registers the decision (MOH-25, MOH-26).
  const decision = await step(file, "register-decision", {
    since: on(examined),
    deadline: { rule: "MOH-26", duty: "CST" },
    metOn: "communicatedOn",
  });

  // S6a: rejected, with its causes, the conduct and the unit in Romania (MOH-28 … MOH-31).
  if (factsOf(decision, "registerDecision").decision === "rejected") {
    await step(file, "notify-rejection", {
      since: on(decision),
      deadline: { rule: "MOH-28", duty: "DSP" },
    });
    return "rejected-by-commission";
  }

  // S6b: approved. The notice, the correspondence and the watch over delays run side by side.
  file.beside(notifyApproval(file, decision));
  file.beside(presentCorrespondence(file, decision));
  file.beside(watchDelay(file, decision));

  // S6b → S7 → S8: clinics answer, the dossier becomes sendable and is sent (MOH-33 … MOH-70).
  const sentToMinistry = await sendToMinistry(file, decision);

  // S8: the Ministry registers it and the patient may follow it by that number (MOH-71, MOH-72, reading MOH-A30).
  const registered = await step(file, "register-at-ministry", { since: on(sentToMinistry) });
  file.beside(askForMinistryNumber(file, registered));

  // S9: the Ministry's commission decides (MOH-76).
  const verdict = await step(file, "decide-at-ministry", {
    since: on(registered),
    deadline: { rule: "MOH-76", duty: "MOH_COMMISSION" },
  });

  // S10: the text regulates no notice of this decision; a person gives it, without a term (reading MOH-A15).
  // It replaces a notice of the commission's approval that was never given.
  file.supersede("notify-approval");
  const approved = factsOf(verdict, "decideAtMinistry").decision === "approved";
  if (!approved) {
    await step(file, "notify-ministry-rejection", { since: on(verdict) });
    return "rejected-by-ministry";
  }
  if (!file.patched("after-the-approval")) {
    await step(file, "notify-ministry-approval", { since: on(verdict) });
    return "approved-by-ministry";
  }
  file.beside(step(file, "notify-ministry-approval", { since: on(verdict) }).then(noMore));

  // S10b, S10c: the month's funds bear it, or it waits by priority (MOH-77 … MOH-79); in class A the patient may
  // choose own expense instead (MOH-89, MOH-90).
  const funding = await fundsOrOwnExpense(file, verdict);
  const returned =
    funding.type === "chooseOwnExpense"
      ? await treatmentAtOwnExpense(file, funding)
      : await fundedTreatment(file, funding);

  // S16, S21, S22: what follows the return runs side by side; the file ends when all of it has ended.
  // What opens last says where the file stands: at own expense the money, which is claimed and settled.
  await Promise.all([
    checks(file, returned),
    funding.type === "chooseOwnExpense" ? reimbursement(file, returned) : justification(file, returned),
    appointments(file),
    checkUps(file),
  ]);
  return "completed";
}

/** The list depends on the patient and on who files (MOH-11 … MOH-20); completeness starts the clock. */
async function completeDossier(file: MohFile): Promise<void> {
  if (dossierComplete(file.state)) return;
  const filed = Object.values(file.state.acts)
    .slice(0, 1)
    .flatMap((act) => on(act));
  await step(file, "complete-dossier", { since: filed, until: () => dossierComplete(file.state) });
}

/** R1: the patient is told of the approval and of the clinics (MOH-27, MOH-32). */
async function notifyApproval(file: MohFile, decision: Act): Promise<void> {
  await step(file, "notify-approval", {
    since: on(decision),
    deadline: { rule: "MOH-27", duty: "DSP" },
  });
}

/** R2: the correspondence is presented to the DSP (MOH-42); the duty passes to the patient side with its undertaking (MOH-35). */
async function presentCorrespondence(file: MohFile, decision: Act): Promise<void> {
  file.beside(
    file.until((state) => state.facts.undertakings.length > 0).then(() => file.passDuty("MOH-42", "PATIENT_SIDE")),
  );
  await step(file, "present-correspondence", {
    since: on(decision),
    deadline: { rule: "MOH-42", from: on(decision, "approvedOn"), duty: "DSP" },
  });
}

/**
 * R3, R5: requests leave, clinics answer, each in its window of MOH-61 (reading MOH-A6). When two have answered, one
 * offer is complete and the others have their proof, the dossier is sendable (MOH-65, MOH-66, reading MOH-A8) and goes
 * within 24 hours, and within 7 or 10 working days of the minutes (MOH-64, MOH-69, MOH-70, reading MOH-A9).
 */
async function sendToMinistry(file: MohFile, decision: Act): Promise<Act> {
  file.startDeadline({ ...sendingCap(file.state), duty: "DSP" });
  file.beside(correspondWithClinics(file, decision));
  if (file.patched("rounds-of-clinics")) {
    file.beside(restartSendingCap(file));
    file.beside(nameOtherClinics(file));
  }

  let sent: Act | undefined;
  for (let count = 1; sent === undefined; count += 1) sent = await sendOnceSendable(file, count);

  // What ran until the dossier left ends with it.
  const [sentOn] = on(sent);
  const { id: cap } = sendingCap(file.state);
  if (sentOn !== undefined) for (const id of [cap, "MOH-73", "MOH-42"]) file.meetDeadline(id, sentOn);
  for (const id of runningWindows(file.state)) file.cancelDeadline(id, "superseded");
  for (const name of ["correspond-with-clinics", "present-correspondence"] satisfies MohStep[]) file.supersede(name);
  for (const { step: name } of openSteps(file.state)) if (isOfRounds(name)) file.supersede(name);
  return sent;
}

/**
 * S7: the dossier goes within 24 hours, while nothing is missing (MOH-64 to MOH-66). Minutes that name other clinics ask
 * for their proof too, and lead back to the correspondence (decision 3).
 */
async function sendOnceSendable(file: MohFile, count: number): Promise<Act | undefined> {
  const name = numbered("send-to-ministry", count);
  const isSendable = (state: MohState): boolean => isCorresponding(state) && sendableCheck(state).sendable;
  if (file.state.steps[name] === undefined) await file.until(isSendable);
  const sent = await file.stepWhile(
    name,
    {
      since: (state) => (isSendable(state) ? sendableSince(state) : (state.steps[name]?.since ?? [])),
      deadline: { rule: "MOH-64", ...(count === 1 ? {} : { key: `again-${count}` }), duty: "DSP" },
    },
    isSendable,
  );
  if (sent === undefined) file.returnTo("correspond-with-clinics");
  return sent;
}

/** New minutes that name clinics start the 7 or 10 working days anew (MOH-A10); another class takes the other term (MOH-A32). */
async function restartSendingCap(file: MohFile): Promise<void> {
  for (;;) {
    const { id: before } = sendingCap(file.state);
    await file.until((state) => isCorresponding(state) && sendingCap(state).id !== before);
    file.cancelDeadline(before, "superseded");
    file.runDeadline({ ...sendingCap(file.state), duty: "DSP" });
  }
}

/**
 * When the clinics named can no longer give two answers and an offer, the DSP announces the commission, which names
 * others in new minutes, as many rounds as it takes (MOH-62, MOH-63, readings MOH-A7, MOH-A31, decisions 1 and 2).
 */
async function nameOtherClinics(file: MohFile): Promise<void> {
  const isOutOfReach = (state: MohState): boolean => isCorresponding(state) && outOfReachSince(state).length > 0;
  for (let count = 1; ; count += 1) {
    const name = numbered("announce-commission", count);
    if (file.state.steps[name] === undefined) await file.until(isOutOfReach);
    const announced = await file.stepWhile(
      name,
      {
        since: (state) => sinceOutOfReach(state, name),
        deadline: { rule: "MOH-62", ...(count === 1 ? {} : { key: `round-${count}` }), duty: "DSP" },
      },
      isOutOfReach,
    );
    // An answer that came late, or a corrected date, put the clinics within reach again.
    if (announced === undefined) continue;
    await step(file, numbered("name-other-clinics", count), {
      since: on(announced),
      until: (_state, act) => act.type === "registerNewMinutes" && factsOf(act, "registerNewMinutes").clinics > 0,
    });
  }
}

/** While the step is open and no date is lost: a step that is about to be superseded keeps its dates. */
function sinceOutOfReach(state: MohState, step: string): readonly DateRef[] {
  const since = outOfReachSince(state);
  return since.length > 0 ? since : (state.steps[step]?.since ?? []);
}

function isOfRounds(step: string): boolean {
  const name = stepName(step);
  return name === "announce-commission" || name === "name-other-clinics";
}

async function correspondWithClinics(file: MohFile, decision: Act): Promise<void> {
  await step(file, "correspond-with-clinics", {
    since: on(decision),
    until: (_state, act) => {
      if (act.type === "sendClinicRequest") {
        const { clinic } = factsOf(act, "sendClinicRequest");
        file.startDeadline({ rule: "MOH-61", key: clinic, from: on(act), duty: "CLINIC", clinic });
      }
      if (act.type === "recordClinicAnswer") {
        const { clinic } = factsOf(act, "recordClinicAnswer");
        file.meetDeadline(`MOH-61:${clinic}`, { act: act.seq, field: "occurredOn" });
      }
      return false; // until the dossier is sent
    },
  });
}

/**
 * R4: more than 22 working days after the minutes were registered, the DSP informs the Ministry of the causes, and the
 * Ministry intervenes (MOH-73 … MOH-75, reading MOH-A11, decision 8). It stops nothing else.
 */
async function watchDelay(file: MohFile, decision: Act): Promise<void> {
  const registered = on(decision, "registeredOn");
  file.startDeadline({ rule: "MOH-73", from: registered, duty: "DSP" });
  for (let round = 1; ; round += 1) {
    if (!(await file.passed("MOH-73"))) return;
    const reported = await reportDelay(file, registered, round);
    if (reported === undefined) {
      const watch = file.state.deadlines["MOH-73"];
      if (watch === undefined || !isRunning(watch)) return; // the dossier was sent
      continue; // a corrected date moved the term
    }
    const noted = await step(file, "register-delay-report", { since: on(reported) });
    await step(file, "intervene", {
      since: on(noted),
      deadline: { rule: "MOH-75", duty: "MOH" },
    });
    return;
  }
}

/** The report is owed on the 23rd working day, while the dossier has not been sent (decision 8). */
function reportDelay(file: MohFile, registered: readonly DateRef[], round: number): Promise<Act | undefined> {
  const key = round === 1 ? "report" : `report-${round}`;
  return file.stepWhile(
    numbered("report-delay", round),
    { since: registered, deadline: { rule: "MOH-73", key, basis: "delay-report", duty: "DSP" } },
    ({ deadlines: { "MOH-73": watch } }) => watch !== undefined && watch.passedAt !== undefined && isRunning(watch),
  );
}

/** The patient asks for the Ministry's number; a reminder without a term (reading MOH-A30). */
async function askForMinistryNumber(file: MohFile, registered: Act): Promise<void> {
  await step(file, "ask-for-ministry-number", { since: on(registered) });
}

/** S10b, S10c: a person confirms the month's funds, or the order of priority (MOH-77 … MOH-79, reading MOH-A16). @returns what ended the wait. */
async function fundsOrOwnExpense(file: MohFile, verdict: Act): Promise<Act> {
  const answer = await step(file, "confirm-funds", { since: on(verdict) });
  if (answer.type === "chooseOwnExpense" || factsOf(answer, "confirmFunds").sufficient) return answer;
  return await step(file, "wait-for-funds", {
    since: on(answer),
    until: ({ facts }) => facts.ownExpense !== undefined || facts.funds !== undefined,
  });
}

/** S11 … S15: other payers, Government, Gazette, disposition, payment, treatment (MOH-80 … MOH-85, reading MOH-A17). @returns the return. */
async function fundedTreatment(file: MohFile, funds: Act): Promise<Act> {
  const part = await step(file, "record-labour-part", { since: on(funds) });
  const decided = await step(file, "record-government-decision", { since: on(part) });
  const published = await step(file, "record-publication", { since: on(decided) });
  const disposition = await step(file, "record-disposition", { since: on(published) });
  const paid = await step(file, "pay-clinic", { since: on(disposition) });
  return await step(file, "record-return", { since: on(paid) });
}

/** S20: the patient pays, after the approval (MOH-89, MOH-93). @returns the return. */
async function treatmentAtOwnExpense(file: MohFile, chosen: Act): Promise<Act> {
  return await step(file, "return-at-own-expense", { since: on(chosen) });
}

/** F1: the sums granted are justified within 3 days of the return (MOH-94, readings MOH-A2, MOH-A19). */
async function justification(file: MohFile, returned: Act): Promise<void> {
  await step(file, "file-justification", {
    since: on(returned),
    deadline: { rule: "MOH-94", duty: "PATIENT_SIDE" },
  });
}

/** S21, S22: the claim within 3 days of the return, a late one only marked (MOH-91 … MOH-93, readings MOH-A18, MOH-A19). */
async function reimbursement(file: MohFile, returned: Act): Promise<void> {
  const claim = await step(file, "file-expense-claim", {
    since: on(returned),
    deadline: { rule: "MOH-91", duty: "PATIENT_SIDE" },
  });
  await step(file, "settle-claim", { since: on(claim) });
}

/** F2, F3: the first check within 14 working days, the report a year after it (MOH-95 … MOH-97); a missed check bars (MOH-98). */
async function checks(file: MohFile, returned: Act): Promise<void> {
  file.beside(keepBar(file));
  await step(file, "record-first-check", {
    since: on(returned),
    deadline: { rule: "MOH-95", duty: "PATIENT" },
    metBy: "recordFirstCheck",
    until: (_state, act) => act.type === "recordFirstCheck" || isMissedFirstCheck(act),
  });
  // Who comes late is still followed; the bar has no end in the text, a person lifts it (reading MOH-A20).
  await file.until((state) => state.facts.firstCheck !== undefined || !isBarred(state));
  const { firstCheck } = file.state.facts;
  if (firstCheck !== undefined) {
    file.meetDeadline("MOH-95", { act: firstCheck, field: "occurredOn" }); // late, after it was confirmed as missed
    await oneYearReport(file, firstCheck);
  }
  await file.until((state) => !isBarred(state));
}

/** F3: the report is drawn up at the anniversary of the first check and sent to the DSP (MOH-96, MOH-97, decision 11). */
async function oneYearReport(file: MohFile, firstCheck: Seq): Promise<void> {
  await step(file, "draw-one-year-report", {
    since: [{ act: firstCheck, field: "occurredOn" }],
    deadline: { rule: "MOH-96", duty: "TREATING_DOCTOR" },
  });
}

/** MOH-98: as often as a missed check sets the bar, it can be lifted with a reason. */
async function keepBar(file: MohFile): Promise<void> {
  for (let count = 1; ; count += 1) {
    const name = numbered("lift-bar", count);
    await file.until((state) => isBarred(state) || state.steps[name] !== undefined);
    const { bar } = file.state.facts;
    await step(file, name, {
      since: bar === undefined ? [] : [{ act: bar.set, field: "occurredOn" }],
      until: (_state, act) => act.type === "liftBar",
    });
  }
}

/** Later appointments, each a duty of its own (MOH-95, reading MOH-A20, decision 11). */
async function appointments(file: MohFile): Promise<void> {
  for (let count = 1; ; count += 1) {
    const name = numbered("attend-appointments", count);
    await file.until(
      (state) => openAppointments(state).length > 0 || state.steps[name] !== undefined || followUpIsOver(state),
    );
    if (openAppointments(file.state).length === 0 && file.state.steps[name] === undefined) return;
    const [next] = openAppointments(file.state);
    await step(file, name, {
      since: next === undefined ? [] : [{ act: next.act, field: "occurredOn" }],
      until: (state) => openAppointments(state).length === 0,
    });
  }
}

/** A check-up that the clinic asks for, any time after the return (MOH-86 … MOH-88). */
async function checkUps(file: MohFile): Promise<void> {
  for (let count = 1; ; count += 1) {
    const name = numbered("fund-check-up", count);
    await file.until(
      (state) => openCheckUp(state) !== undefined || state.steps[name] !== undefined || followUpIsOver(state),
    );
    const asked = openCheckUp(file.state);
    if (asked === undefined && file.state.steps[name] === undefined) return;
    await step(file, name, { since: asked === undefined ? [] : [{ act: asked.act, field: "occurredOn" }] });
  }
}

/**
 * SD: a death ends every other term. When money was granted, the family announces it within 7 days and the DSP draws the
 * statement of expenses (MOH-99, MOH-100, reading MOH-A27); otherwise the file is only closed, after a claim already
 * made is settled (decision 15).
 */
async function afterDeath(file: MohFile, death: Act): Promise<MohOutcome> {
  if (hasUnsettledClaim(file.state) || file.state.steps["settle-claim#2"] !== undefined) {
    await step(file, "settle-claim#2", { since: on(death) });
  }
  if (!moneyGranted(file.state)) return "died";
  const announced = await step(file, "announce-death", {
    since: on(death, "diedOn"),
    deadline: { rule: "MOH-99", duty: "FAMILY" },
  });
  await step(file, "draw-statement-of-expenses", { since: on(announced) });
  return "died";
}

/** The n-th time that a step opens. */
function numbered(step: MohStep, count: number): string {
  return count === 1 ? step : `${step}#${count}`;
}

function noMore(): void {}

/** A step of this process: its name, who acts and what it accepts are in `domain/moh/steps.ts`. */
function step(file: MohFile, name: string, options: StepOptions<MohFacts>): Promise<Act> {
  return file.step(name, options);
}

/** The dates of an act that a term runs from. */
function on(act: Act, field = "occurredOn"): DateRef[] {
  return [{ act: act.seq, field }];
}
