import { describe, expect, test } from "@jest/globals";
import { MOH_COMMAND_SCHEMAS } from "../../domain/commands/moh.schema.ts";
import { sendableCheck } from "../../domain/moh/process.ts";
import { clinicStatus } from "../../domain/moh/view.ts";
import { plusDays, workingDay } from "./support/days.ts";
import {
  actOf,
  ask,
  correct,
  deadlineOf,
  decline,
  eventually,
  expectPassing,
  fileAt,
  incompleteOffer,
  morning,
  offer,
  OFFER,
  openStepsOf,
  skippingWorld,
  sleepTo,
  timesPassed,
  today,
  type MohFile,
} from "./support/world.ts";

const world = await skippingWorld();
const ON = "2026-06-15"; // a Monday; no legal holiday until August

async function statuses(file: MohFile): Promise<string[]> {
  return (await file.state()).facts.clinics.map(clinicStatus);
}

describe("MOH-61, a window for each clinic from the day its request left (MOH-A6)", () => {
  test("MOH-61 each clinic has its own 7 working days", async () => {
    const file = await fileAt(world, "approved", { on: "2026-06-15", clinics: 3 });
    await ask(file, 1, "2026-06-15");
    const state = await ask(file, 2, "2026-06-18");
    const now = await today(world);
    expect(deadlineOf(state, "MOH-61:clinic-1", now)).toMatchObject({
      startsOn: "2026-06-15",
      dueOn: "2026-06-24",
      duty: "CLINIC",
    });
    expect(deadlineOf(state, "MOH-61:clinic-2", now)).toMatchObject({ startsOn: "2026-06-18", dueOn: "2026-06-29" });
    expect([workingDay("2026-06-15", 7), workingDay("2026-06-18", 7)]).toEqual(["2026-06-24", "2026-06-29"]);
    expect(state.deadlines["MOH-61:clinic-3"]).toBeUndefined();
  });

  test("MOH-61, DEC-1 a window that ends without an answer makes the clinic silent; a late answer breaks the silence", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "asked", { clinics: 3 });
    const due = workingDay(day, 7);
    await expectPassing(world, file, "MOH-61:clinic-1", due);
    expect(await statuses(file)).toEqual(["silent", "silent", "silent"]);
    expect(sendableCheck(await file.state()).outOfReach).toBe(true);
    await decline(file, 2);
    await incompleteOffer(file, 3);
    const state = await offer(file, 1);
    expect(state.facts.clinics.map(clinicStatus)).toEqual(["answered", "refused", "answered"]);
    const later = await today(world);
    expect(deadlineOf(state, "MOH-61:clinic-1", later)?.status).toBe("met-late");
    expect(openStepsOf(state)).toContain("send-to-ministry");
    expect(await timesPassed(world, file, "MOH-61:clinic-1")).toBe(1);
  });

  test("MOH-61 an answer received in the window and entered after it is in time", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "asked");
    const due = workingDay(day, 7);
    await sleepTo(world, plusDays(due, 2));
    await eventually(async () => expect(await statuses(file)).toEqual(["silent", "silent"]));
    const state = await decline(file, 1, due);
    expect(deadlineOf(state, "MOH-61:clinic-1", await today(world))?.status).toBe("met");
    expect(await statuses(file)).toEqual(["refused", "silent"]);
  });

  test("MOH-61 a corrected request moves the window both ways and takes the silence back", async () => {
    const file = await fileAt(world, "approved", { on: ON, clinics: 3 });
    const asked = await ask(file, 1, "2026-06-16");
    expect(await statuses(file)).toEqual(["silent", "not-asked", "not-asked"]);
    const now = await today(world);
    const moved = await correct(file, actOf(asked, "sendClinicRequest"), { on: now });
    expect(await statuses(file)).toEqual(["asked", "not-asked", "not-asked"]);
    expect(deadlineOf(moved, "MOH-61:clinic-1", now)).toMatchObject({
      status: "open",
      startsOn: now,
      dueOn: workingDay(now, 7),
    });
    const back = await correct(file, actOf(asked, "sendClinicRequest"), { on: "2026-06-17" });
    expect(await statuses(file)).toEqual(["silent", "not-asked", "not-asked"]);
    expect(deadlineOf(back, "MOH-61:clinic-1", now)).toMatchObject({
      status: "overdue",
      dueOn: workingDay("2026-06-17", 7),
    });
  });

  test("MOH-61 only a clinic that was asked can answer, no clinic is asked twice, and none that is not in the minutes", async () => {
    const file = await fileAt(world, "approved", { on: ON });
    const answer = { clinic: "clinic-1", kind: "refusal" };
    expect(await file.refused("recordClinicAnswer", { on: ON, payload: answer })).toMatchObject({
      code: "CLINIC_NOT_ASKED",
      field: "clinic",
    });
    await ask(file, 1, "2026-06-16");
    expect(await file.refused("recordClinicAnswer", { on: ON, payload: answer })).toMatchObject({
      code: "BEFORE_PRECEDING_ACT",
      params: { precedingAct: "sendClinicRequest", precedingOn: "2026-06-16" },
    });
    expect(
      await file.refused("sendClinicRequest", { on: "2026-06-16", payload: { clinic: "clinic-1" } }),
    ).toMatchObject({ code: "CLINIC_ALREADY_ASKED" });
    expect(await file.refused("sendClinicRequest", { on: ON, payload: { clinic: "clinic-3" } })).toMatchObject({
      code: "UNKNOWN_CLINIC",
      rule: "MOH-33",
      params: { allowed: "clinic-1, clinic-2" },
    });
  });
});

describe("MOH-65, MOH-66: when the dossier can be sent (MOH-A8)", () => {
  test("MOH-65 two clinics must have answered, a refusal counts (DEC-2)", async () => {
    const file = await fileAt(world, "asked", { on: ON });
    await offer(file, 1, ON);
    expect(sendableCheck(await file.state())).toMatchObject({ answers: 1, completeOffers: 1, sendable: false });
    expect(await file.refused("sendToMinistry")).toMatchObject({ kind: "conflict", code: "NOT_ALLOWED_NOW" });
    const state = await decline(file, 2, ON);
    expect(sendableCheck(state)).toMatchObject({ answers: 2, completeOffers: 1, sendable: true });
    expect(openStepsOf(state)).toContain("send-to-ministry");
  });

  test("MOH-65, MOH-A8 two answers of the same clinic are one", async () => {
    const file = await fileAt(world, "asked", { on: ON });
    await offer(file, 1, ON);
    const state = await offer(file, 1, ON);
    expect(sendableCheck(state)).toMatchObject({ answers: 1, sendable: false });
  });

  test("MOH-A8 one offer must be complete: an incomplete one counts as an answer only", async () => {
    const file = await fileAt(world, "asked", { on: ON });
    await incompleteOffer(file, 1, ON);
    const two = await decline(file, 2, ON);
    expect(sendableCheck(two)).toMatchObject({ answers: 2, completeOffers: 0, sendable: false, outOfReach: true });
    expect(openStepsOf(two)).not.toContain("send-to-ministry");
    const state = await offer(file, 1, "2026-06-17");
    expect(sendableCheck(state).sendable).toBe(true);
    expect(deadlineOf(state, "MOH-64", ON)).toMatchObject({ startsOn: "2026-06-17" });
  });

  test("DEC-2, MOH-A7 two refusals of two clinics are out of reach at once", async () => {
    const file = await fileAt(world, "asked", { on: ON, clinics: 2 });
    await decline(file, 1, ON);
    expect(sendableCheck(await decline(file, 2, ON))).toMatchObject({ answers: 2, sendable: false, outOfReach: true });
  });

  test("MOH-66, DEC-3 every clinic that did not answer needs a proof that it was written to", async () => {
    const file = await fileAt(world, "approved", { on: ON, clinics: 4 });
    await ask(file, 1, ON, { evidence: undefined });
    await ask(file, 2, ON, { evidence: undefined });
    await ask(file, 3, ON, { evidence: undefined });
    await offer(file, 1, ON);
    const two = await decline(file, 2, ON);
    expect(sendableCheck(two)).toMatchObject({
      answers: 2,
      completeOffers: 1,
      sendable: false,
      withoutProof: ["clinic-3", "clinic-4"],
    });
    const proof = (clinic: string) => ({ documents: [{ kind: "dovadaCorespondenta", form: "copy", clinic }] });
    await file.give("addDocument", { on: "2026-06-19", payload: proof("clinic-3") });
    expect(sendableCheck(await file.state()).withoutProof).toEqual(["clinic-4"]);
    const state = await ask(file, 4, "2026-06-18");
    expect(sendableCheck(state).sendable).toBe(true);
    expect(openStepsOf(state)).toContain("send-to-ministry");
    // The 24 hours run from the last thing that was needed.
    expect(deadlineOf(state, "MOH-64", ON)).toMatchObject({ startsOn: "2026-06-19" });
    expect(await file.refused("addDocument", { payload: proof("clinic-9") })).toMatchObject({
      code: "UNKNOWN_CLINIC",
      field: "documents.0.clinic",
    });
  });

  test("MOH-43 … MOH-60 an offer lacks none of the sixteen fields of Annex 10, nor letterhead and signature", () => {
    const parses = (offered: Record<string, unknown>) =>
      MOH_COMMAND_SCHEMAS.recordClinicAnswer.payload.safeParse({ clinic: "clinic-1", kind: "offer", offer: offered });
    expect(parses(OFFER).success).toBe(true);
    for (const field of Object.keys(OFFER)) {
      expect(parses({ ...OFFER, [field]: undefined }).error?.issues[0]?.path).toEqual(["offer", field]);
    }
    expect(parses({ ...OFFER, letterhead: false }).success).toBe(false);
    expect(parses({ ...OFFER, signature: false }).success).toBe(false);
    expect(parses({ ...OFFER, fax: "none" }).success).toBe(true); // MOH-A28
    expect(parses({ ...OFFER, costTotal: "1" }).success).toBe(true); // a total that differs is a warning only
  });

  test("MOH-84, DEC-5 only a clinic with a complete offer can be proposed, or selected by the Ministry", async () => {
    const file = await fileAt(world, "sendable", { on: ON });
    expect(await file.refused("sendToMinistry", { payload: { proposedClinic: "clinic-2" } })).toMatchObject({
      code: "CLINIC_WITHOUT_OFFER",
      field: "proposedClinic",
    });
    await file.give("sendToMinistry", { on: ON, payload: { proposedClinic: "clinic-1" } });
    await file.give("registerAtMinistry", { on: ON });
    const approve = (clinic: string) => ({
      payload: { decision: "approved", clinic, amount: "1.00", currency: "EUR" },
    });
    expect(await file.refused("decideAtMinistry", approve("clinic-2"))).toMatchObject({
      code: "CLINIC_WITHOUT_OFFER",
      field: "clinic",
    });
    expect(await file.refused("decideAtMinistry", approve("clinic-7"))).toMatchObject({ code: "UNKNOWN_CLINIC" });
    expect((await file.give("decideAtMinistry", approve("clinic-1"))).facts.selectedClinic).toBe("clinic-1");
  });

  test("MOH-A8 a clinic that has offered does not refuse afterwards", async () => {
    const file = await fileAt(world, "sendable", { on: ON });
    expect(
      await file.refused("recordClinicAnswer", { payload: { clinic: "clinic-1", kind: "refusal" } }),
    ).toMatchObject({ code: "CLINIC_HAS_OFFER" });
  });
});
