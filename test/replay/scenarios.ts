/** The files whose histories are recorded: one for each way through the process that commands the engine differently. */
import { recordPassed } from "../../activities/case/record-passed.ts";
import { recomputeUpdate } from "../../workflows/contract.ts";
import { declareDay, withdrawDay } from "../support/calendar.ts";
import type { WorkflowHandle } from "@temporalio/client";
import { carriedChange } from "./carried-change.ts";
import { E112_SCENARIOS } from "./e112-scenarios.ts";
import { sentBehind, giveAgain } from "../moh/support/behind.ts";
import { plusDays, workingDay } from "../moh/support/days.ts";
import {
  actOf,
  ADULT_DOSSIER,
  ask,
  correct,
  decline,
  eventually,
  fileAt,
  incompleteOffer,
  MohFile,
  morning,
  offer,
  openStepsOf,
  PEOPLE,
  rejectedFile,
  sleepTo,
  timesPassed,
  today,
  type SkippingWorld,
} from "../moh/support/files.ts";

async function has(what: () => Promise<boolean>): Promise<void> {
  await eventually(async () => {
    if (!(await what())) throw new Error("not yet");
  });
}

/** Lets time pass until a deadline has passed. */
async function letPass(world: SkippingWorld, file: MohFile, deadline: string, lastDay: string): Promise<void> {
  await sleepTo(world, plusDays(lastDay, 1), 1);
  await has(async () => (await timesPassed(world, file, deadline)) > 0);
}

async function reportOpen(file: MohFile): Promise<void> {
  await has(async () => openStepsOf(await file.state()).some((step) => step.startsWith("report-delay")));
}

/** By name. Each brings one file to where its story ends, and answers it. */
export const SCENARIOS: Readonly<
  Record<string, (world: SkippingWorld) => Promise<{ readonly handle: WorkflowHandle }>>
> = {
  "carried-change": carriedChange,
  ...E112_SCENARIOS,

  "happy-class-a": async (world) => {
    const file = await fileAt(world, "approved", { urgencyClass: "A", clinics: 3 });
    await file.give("notifyPatient");
    for (const clinic of [1, 2, 3]) await ask(file, clinic);
    await offer(file, 1);
    await decline(file, 2);
    await file.give("presentCorrespondence");
    await file.give("sendToMinistry", { payload: { proposedClinic: "clinic-1" } });
    await file.give("registerAtMinistry");
    await file.give("askForMinistryNumber");
    await file.give("decideAtMinistry", {
      payload: { decision: "approved", clinic: "clinic-1", amount: "21500.00", currency: "EUR" },
    });
    await file.give("notifyPatient", { payload: { decision: "approved" } });
    return file;
  },

  "happy-class-b": async (world) => {
    const file = await MohFile.open(world, { documents: ADULT_DOSSIER.slice(2) });
    await file.give("addDocument", { payload: { documents: ADULT_DOSSIER.slice(0, 1) } });
    await file.give("addDocument", { payload: { documents: ADULT_DOSSIER.slice(1, 2) } });
    await file.give("sendToCommission");
    await file.give("beginExamination");
    await file.give("finishExamination", { payload: { decision: "approved" } });
    const clinics = [1, 2].map((index) => ({ name: `Clinica ${index}`, country: "DE" }));
    await file.give("registerDecision", { payload: { decision: "approved", minutes: { urgencyClass: "B", clinics } } });
    await file.give("signUndertaking", { payload: { signedBy: "patient" } });
    await file.give("notifyPatient");
    await ask(file, 1, undefined, { by: "patientSide" });
    await ask(file, 2);
    await incompleteOffer(file, 2);
    await offer(file, 2);
    await decline(file, 1);
    await file.give("sendToMinistry");
    await file.give("registerAtMinistry");
    await file.give("decideAtMinistry", { payload: { decision: "rejected" } });
    await file.give("notifyPatient", { payload: { decision: "rejected" } });
    return file;
  },

  rejected: async (world) => {
    const file = await rejectedFile(world);
    await file.give("notifyPatient", { payload: { decision: "rejected" } });
    return file;
  },

  "late-at-deadlines": async (world) => {
    const start = await morning(world);
    const file = await fileAt(world, "complete");
    await letPass(world, file, "MOH-23", workingDay(start, 2));
    await file.give("sendToCommission");
    await file.give("beginExamination");
    const examined = await today(world);
    await file.give("finishExamination", { payload: { decision: "approved" } });
    await letPass(world, file, "MOH-26", workingDay(examined, 1));
    const registered = await today(world);
    const clinics = [1, 2].map((index) => ({ name: `Clinica ${index}`, country: "DE" }));
    await file.give("registerDecision", { payload: { decision: "approved", minutes: { clinics } } });
    await ask(file, 1);
    await ask(file, 2);
    await letPass(world, file, "MOH-27", workingDay(registered, 7));
    await file.give("notifyPatient");
    await decline(file, 2);
    const sendable = await today(world);
    await offer(file, 1);
    await letPass(world, file, "MOH-64", workingDay(sendable, 2));
    await file.give("sendToMinistry");
    const atMinistry = await today(world);
    await file.give("registerAtMinistry");
    await letPass(world, file, "MOH-76", workingDay(atMinistry, 20));
    await file.give("decideAtMinistry", { payload: { decision: "rejected" } });
    await file.give("notifyPatient");
    return file;
  },

  "entered-late": async (world) => {
    const file = await fileAt(world, "sendable", { on: "2026-02-02" });
    await reportOpen(file);
    await file.give("sendToMinistry", { on: "2026-02-04" });
    await file.give("registerAtMinistry", { on: "2026-02-05" });
    return file;
  },

  "delay-watch": async (world) => {
    const day = await morning(world);
    const file = await fileAt(world, "asked");
    await sleepTo(world, workingDay(day, 23), 1);
    await reportOpen(file);
    await file.give("reportDelay", { payload: { causes: "clinicile întârzie" } });
    await file.give("registerDelayReport");
    const registered = await today(world);
    await letPass(world, file, "MOH-75", workingDay(registered, 2));
    await file.give("intervene");
    await offer(file, 1);
    await decline(file, 2);
    await file.give("sendToMinistry");
    return file;
  },

  "delay-watch-ended": async (world) => {
    const day = await morning(world);
    const file = await fileAt(world, "sendable");
    await sleepTo(world, workingDay(day, 23), 1);
    await reportOpen(file);
    await file.give("sendToMinistry");
    return file;
  },

  withdrawal: async (world) => {
    const file = await fileAt(world, "sendable");
    await file.give("withdrawApplication", { payload: { reason: "s-a răzgândit" } });
    return file;
  },

  correction: async (world) => {
    const day = await morning(world);
    const file = await fileAt(world, "complete", { on: "2026-02-02" });
    await correct(file, 1, { on: day });
    await correct(file, 1, { on: "2026-02-03" });
    await file.give("sendToCommission", { on: "2026-02-04" });
    await file.give("beginExamination", { on: "2026-02-05" });
    await file.give("finishExamination", { on: "2026-02-06", payload: { decision: "approved" } });
    const clinics = [1, 2, 3].map((index) => ({ name: `Clinica ${index}`, country: "DE" }));
    await file.give("registerDecision", { on: "2026-02-09", payload: { decision: "approved", minutes: { clinics } } });
    const decision = actOf(await file.state(), "registerDecision");
    await correct(file, decision, { field: "registeredOn", to: day });
    await correct(file, decision, { field: "registeredOn", to: "2026-02-10" });
    for (const clinic of [1, 2, 3]) await ask(file, clinic, "2026-02-11");
    await offer(file, 1, "2026-02-18");
    const answered = await decline(file, 2, "2026-02-17");
    await decline(file, 3, "2026-02-16");
    await correct(file, actOf(answered, "recordClinicAnswer"), { on: "2026-02-20" });
    await file.give("sendToMinistry", { on: "2026-02-23" });
    return file;
  },

  "continue-as-new": async (world) => {
    const day = await morning(world);
    const file = await fileAt(world, "asked", { open: { longHistoryEvents: 40 } });
    await sleepTo(world, workingDay(day, 23), 1);
    await reportOpen(file);
    await file.give("reportDelay", { payload: { causes: "clinicile întârzie" } });
    await offer(file, 1);
    await decline(file, 2);
    await file.give("sendToMinistry");
    await file.give("registerDelayReport");
    await file.give("intervene");
    await file.give("registerAtMinistry");
    await file.give("decideAtMinistry", { payload: { decision: "rejected" } });
    await file.give("notifyPatient");
    return file;
  },

  "calendar-change": async (world) => {
    const day = await morning(world);
    const file = await fileAt(world, "asked");
    const last = workingDay(day, 22);
    await sleepTo(world, workingDay(last, 1), 1);
    await reportOpen(file);
    const off = workingDay(day, 3);
    const change = await declareDay(world.pool, { date: off });
    await file.handle.executeUpdate(recomputeUpdate, { args: [{ change }] }); // the watch lies ahead again
    await file.handle.executeUpdate(recomputeUpdate, { args: [{ change }] });
    const back = await withdrawDay(world.pool, off);
    await file.handle.executeUpdate(recomputeUpdate, { args: [{ change: back }] }); // and is over again
    await reportOpen(file);
    await file.give("reportDelay", { payload: { causes: "clinicile întârzie" } });
    return file;
  },

  suspension: async (world) => {
    const day = await morning(world);
    const file = await fileAt(world, "complete", { open: { longHistoryEvents: 40 } });
    const give = (type: "suspendDeadline" | "resumeDeadline", deadline: string) =>
      file.give(type, {
        by: PEOPLE.supervisor,
        payload:
          type === "resumeDeadline"
            ? { deadline }
            : { deadline, causedBy: "PATIENT_SIDE", cause: "x", legalBasis: "y" },
      });
    await give("suspendDeadline", "MOH-23");
    await sleepTo(world, workingDay(day, 4), 1); // beyond its last day
    const resumed = await today(world);
    await give("resumeDeadline", "MOH-23");
    await letPass(world, file, "MOH-23", workingDay(workingDay(resumed, 2), 1));
    await file.give("sendToCommission");
    await file.give("beginExamination");
    await file.give("finishExamination", { payload: { decision: "approved" } });
    const clinics = [1, 2].map((index) => ({ name: `Clinica ${index}`, country: "DE" }));
    await file.give("registerDecision", { payload: { decision: "approved", minutes: { clinics } } });
    const registered = await today(world);
    await sleepTo(world, workingDay(registered, 2), 1);
    await give("suspendDeadline", "MOH-73");
    await sleepTo(world, workingDay(registered, 24), 1);
    await give("resumeDeadline", "MOH-73");
    await sleepTo(world, workingDay(registered, 50), 1);
    await reportOpen(file);
    return file;
  },

  "passed-in-bulk": async (world) => {
    const day = await morning(world);
    const file = await fileAt(world, "complete", { open: { spreadSeconds: 86_400 } });
    const passed = async (lastDay: string): Promise<void> => {
      await sleepTo(world, plusDays(lastDay, 1), 0, 1);
      await recordPassed(world.pool, new Date(await world.now()).toISOString());
    };
    await passed(workingDay(day, 2));
    await file.give("sendToCommission"); // before its own timer
    await file.give("beginExamination");
    const examined = await today(world);
    await file.give("finishExamination", { payload: { decision: "approved" } });
    await passed(workingDay(examined, 1));
    await world.sleep("2 days"); // its own timer has come
    const clinics = [1, 2].map((index) => ({ name: `Clinica ${index}`, country: "DE" }));
    await file.give("registerDecision", { payload: { decision: "approved", minutes: { clinics } } });
    const registered = await today(world);
    for (const clinic of [1, 2]) await ask(file, clinic);
    await sleepTo(world, plusDays(workingDay(registered, 7), 1), 12); // windows pass, and the rest with them
    await offer(file, 1);
    await decline(file, 2);
    await file.give("sendToMinistry");
    return file;
  },

  "rounds-and-follow-up": async (world) => {
    const file = await fileAt(world, "asked", { urgencyClass: "B" });
    const asked = await today(world);
    await letPass(world, file, "MOH-61:clinic-1", workingDay(asked, 7));
    await file.give("announceCommission");
    const clinics = [3, 4].map((index) => ({ name: `Clinica ${index}`, country: "DE" }));
    await file.give("registerNewMinutes", { payload: { clinics, urgencyClass: "A" } });
    for (const clinic of [3, 4]) await ask(file, clinic);
    await offer(file, 3);
    await offer(file, 4);
    await file.give("sendToMinistry");
    await file.give("registerAtMinistry");
    const decision = { decision: "approved", clinic: "clinic-3", amount: "21500", currency: "EUR" };
    await file.give("decideAtMinistry", { payload: decision });
    await file.give("confirmFunds", { payload: { sufficient: false } });
    await file.give("confirmFunds", { payload: { sufficient: true } });
    await file.give("recordLabourMinistryPart", { payload: { bearsPart: false } });
    await file.give("recordGovernmentDecision", { payload: { number: "HG 1" } });
    await file.give("recordPublication", { payload: { gazette: "nr. 1" } });
    await file.give("recordDisposition");
    await file.give("payClinic", { payload: { clinic: "clinic-3", amount: "21500", currency: "EUR" } });
    await file.give("recordReturn");
    const back = await today(world);
    await file.give("requestClinicCheckUp", { payload: { clinic: "clinic-3" } });
    await file.give("fundCheckUp", { payload: { evaluation: "x", minutes: "y" } });
    await letPass(world, file, "MOH-95", workingDay(back, 15));
    await file.give("confirmMissedCheck");
    await file.give("recordFirstCheck");
    await file.give("scheduleAppointment", { payload: { appointmentOn: await today(world) } });
    await file.give("recordLaterCheck", { payload: { appointment: 1 } });
    await file.give("liftBar", { payload: { reason: "x" } });
    const sums = [{ purpose: "x", amount: "21500" }];
    await file.give("fileJustification", { payload: { sums, currency: "EUR" } });
    await file.give("drawOneYearReport");
    return file;
  },

  "own-expense-and-death": async (world) => {
    const file = await fileAt(world, "verdict", { urgencyClass: "A" });
    await file.give("chooseOwnExpense");
    await world.sleep("2 days");
    await file.give("recordReturn");
    const expenses = [{ kind: "treatment", date: await today(world), amount: "10", proof: "x" }];
    await file.give("fileExpenseClaim", { payload: { expenses, currency: "EUR" } });
    await file.give("recordDeath", { payload: { diedOn: await today(world) } });
    await file.give("settleClaim");
    await file.give("announceDeath");
    await file.give("drawStatementOfExpenses");
    return file;
  },

  inherited: async (world) => {
    const day = (working: number): string => workingDay("2026-03-02", working);
    const minutes = { urgencyClass: "B", clinics: ["A", "B"].map((name) => ({ name, country: "DE" })) };
    // The report answers to the passing of the watch: it is given after what is before it has been written.
    const file = await MohFile.open(world, {
      on: day(0),
      spreadSeconds: 600,
      opening: { legacyNumber: "1/2026" },
      inherited: [
        { type: "sendToCommission", on: day(1) },
        { type: "beginExamination", on: day(2) },
        { type: "finishExamination", on: day(3), payload: { decision: "approved" } },
        { type: "registerDecision", on: day(4), payload: { decision: "approved", minutes } },
        { type: "notifyPatient", on: day(5) },
        { type: "sendClinicRequest", on: day(5), payload: { clinic: "clinic-1" } },
        { type: "reportDelay", on: day(30), payload: { causes: "x" } },
      ],
    });
    await file.give("sendClinicRequest", { payload: { clinic: "clinic-2" } });
    await file.give("withdrawApplication", { payload: { reason: "x" } });
    return file;
  },

  "record-ahead": async (world) => {
    const day = await morning(world);
    const file = await fileAt(world, "complete");
    await sentBehind(world, file, day);
    await giveAgain(file, "beginExamination", { expectedVersion: 2 });
    await giveAgain(file, "finishExamination", { payload: { decision: "rejected" } });
    return file;
  },
};
