/**
 * Treatment abroad through the Ministry of Health, as the procedure is written: from the registry of the DSP (S1)
 * to the decision of the Ministry (S10). Each step names the rule that acts; the terms are data in `domain/law/`.
 */
import type { Act, DateRef } from "../domain/case/events.ts";
import { isRunning } from "../domain/case/state.ts";
import {
  factsOf,
  dossierComplete,
  dossierCompletion,
  moh,
  runningWindows,
  sendableCheck,
  sendableSince,
  type MohFacts,
} from "../domain/moh/process.ts";
import type { MohOutcome, MohStep } from "../domain/moh/steps.ts";
import type { CaseInput } from "./contract.ts";
import { CaseFile, type StepOptions } from "./runtime/case-file.ts";

/** The file of one patient, in the hands of this procedure. */
type MohFile = CaseFile<MohFacts>;

export async function mohAbroadTreatment(input: CaseInput): Promise<string> {
  const file = new CaseFile(input, moh);
  return await file.run(() => procedure(file));
}

async function procedure(file: MohFile): Promise<MohOutcome> {
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
  await step(file, approved ? "notify-ministry-approval" : "notify-ministry-rejection", { since: on(verdict) });
  return approved ? "approved-by-ministry" : "rejected-by-ministry";
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
  const { urgencyClass } = factsOf(decision, "registerDecision");
  // Not set counts as class A for the sending term (reading MOH-A32).
  const cap = urgencyClass === "B" ? "MOH-70" : "MOH-69";
  file.startDeadline({ rule: cap, from: on(decision, "receivedOn"), duty: "DSP" });
  file.beside(correspondWithClinics(file, decision));

  await file.until((state) => sendableCheck(state).sendable);
  const sent = await step(file, "send-to-ministry", {
    since: sendableSince,
    deadline: { rule: "MOH-64", duty: "DSP" },
  });

  // What ran until the dossier left ends with it.
  const [sentOn] = on(sent);
  if (sentOn !== undefined) for (const id of [cap, "MOH-73", "MOH-42"]) file.meetDeadline(id, sentOn);
  for (const id of runningWindows(file.state)) file.cancelDeadline(id, "superseded");
  for (const name of ["correspond-with-clinics", "present-correspondence"] satisfies MohStep[]) file.supersede(name);
  return sent;
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
    round === 1 ? "report-delay" : `report-delay#${round}`,
    { since: registered, deadline: { rule: "MOH-73", key, basis: "delay-report", duty: "DSP" } },
    ({ deadlines: { "MOH-73": watch } }) => watch !== undefined && watch.passedAt !== undefined && isRunning(watch),
  );
}

/** The patient asks for the Ministry's number; a reminder without a term (reading MOH-A30). */
async function askForMinistryNumber(file: MohFile, registered: Act): Promise<void> {
  await step(file, "ask-for-ministry-number", { since: on(registered) });
}

/** A step of this process: its name, who acts and what it accepts are in `domain/moh/steps.ts`. */
function step(file: MohFile, name: MohStep, options: StepOptions<MohFacts>): Promise<Act> {
  return file.step(name, options);
}

/** The dates of an act that a term runs from. */
function on(act: Act, field = "occurredOn"): DateRef[] {
  return [{ act: act.seq, field }];
}
