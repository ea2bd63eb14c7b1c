/** Acts and dates that the law does not let come first; each was once accepted. */
import { describe, expect, test } from "@jest/globals";
import { applyEvent, emptyCase } from "../../domain/case/state.ts";
import { moh } from "../../domain/moh/process.ts";
import { dossierChecklist } from "../../domain/moh/documents.ts";
import { plusDays, workingDay } from "./support/days.ts";
import { plainDate } from "../../domain/plain-date.ts";
import { actOf, ask, fileAt, MINUTES, PEOPLE, skippingWorld } from "./support/world.ts";

const world = await skippingWorld();
const ON = "2026-06-15"; // a Monday
const LONG_AGO = "2026-03-02"; // a Monday, more than 22 working days before today

describe("dates in their order", () => {
  test("decision 10: the commission does not approve before it has finished the examination", async () => {
    const file = await fileAt(world, "decided", { on: ON });
    const payload = { decision: "approved", approvedOn: plusDays(ON, -3), minutes: MINUTES(2) };
    const refused = await file.refused("registerDecision", { on: plusDays(ON, 1), payload });
    expect(refused).toMatchObject({ code: "DATE_ORDER", field: "approvedOn", params: { what: "finishExamination" } });
  });

  test("MOH-66 a proof of correspondence comes with or after the request, and names a clinic that was asked", async () => {
    const file = await fileAt(world, "approved", { on: ON });
    const payload = { documents: [{ kind: "dovadaCorespondenta", form: "copy", clinic: "clinic-1" }] };
    expect(await file.refused("addDocument", { on: plusDays(ON, 2), payload })).toMatchObject({
      code: "CLINIC_NOT_ASKED",
    });
    await ask(file, 1, plusDays(ON, 2), { evidence: undefined });
    expect(await file.refused("addDocument", { on: plusDays(ON, 1), payload })).toMatchObject({
      code: "BEFORE_PRECEDING_ACT",
    });
    const state = await file.give("addDocument", { on: plusDays(ON, 3), payload });
    expect(state.facts.clinics[0]).toMatchObject({ evidence: expect.any(Number) });
  });

  test("MOH-42, MOH-43 there is nothing to present before a clinic was asked", async () => {
    const file = await fileAt(world, "approved", { on: ON });
    expect(await file.refused("presentCorrespondence", { on: plusDays(ON, 1) })).toMatchObject({
      code: "CLINIC_NOT_ASKED",
    });
    await ask(file, 1, plusDays(ON, 1));
    const named = { on: plusDays(ON, 2), payload: { clinics: ["clinic-2"] } };
    expect(await file.refused("presentCorrespondence", named)).toMatchObject({ code: "CLINIC_NOT_ASKED" });
    const state = await file.give("presentCorrespondence", { on: plusDays(ON, 2) });
    expect(state.deadlines["MOH-42"]?.endedBy).toBeDefined();
  });

  test("MOH-73, decision 8: no report of a delay before its 23rd working day", async () => {
    const file = await fileAt(world, "approved", { on: LONG_AGO });
    const opens = workingDay(LONG_AGO, 23);
    const early = { on: plusDays(opens, -1), payload: { causes: "cauze" } };
    expect(await file.refused("reportDelay", early)).toMatchObject({ code: "BEFORE_DUTY", params: { opensOn: opens } });
    const state = await file.give("reportDelay", { ...early, on: opens });
    expect(state.steps["report-delay"]?.closed).toMatchObject({ cause: "done" });
  });
});

describe("corrections", () => {
  test("only a date that the act has can be corrected", async () => {
    const file = await fileAt(world, "approved", { on: ON });
    const decision = actOf(await file.state(), "registerDecision");
    for (const field of ["constructor", "toString", "hasOwnProperty"]) {
      const payload = { corrects: decision, field, newValue: ON, reason: "greșeală" };
      expect(await file.refused("correctDate", { payload })).toMatchObject({ code: "NOT_CORRECTABLE" });
    }
  });

  test("decision 10: an approval is not corrected to before the examination ended", async () => {
    const file = await fileAt(world, "approved", { on: ON });
    const decision = actOf(await file.state(), "registerDecision");
    const payload = { corrects: decision, field: "approvedOn", newValue: plusDays(ON, -1), reason: "greșeală" };
    expect(await file.refused("correctDate", { payload })).toMatchObject({ code: "DATE_ORDER" });
  });
});

describe("MOH-15, MOH-16, decision 13", () => {
  const subject = { minor: true, otherFiler: true, filerIsParent: true };

  test("a parent who files gives one identity copy for both lists, whichever it is called", () => {
    for (const kind of ["ciDepunator", "ciParinte1"] as const) {
      const list = dossierChecklist(subject, [{ kind, form: "copy" }]);
      expect(list.find((item) => item.kind === "ciParinte1")?.status).not.toBe("missing");
      expect(list.some((item) => item.kind === "ciDepunator")).toBe(false);
    }
  });

  test("the card of a filer who is no parent is not a parent's", () => {
    const list = dossierChecklist({ ...subject, filerIsParent: false }, [{ kind: "ciDepunator", form: "copy" }]);
    expect(list.find((item) => item.kind === "ciParinte1")?.status).toBe("missing");
  });
});

describe("MOH-A21", () => {
  test("a corrected day of filing tells anew whether the patient was a minor, and the list follows", () => {
    const state = emptyCase("case", moh);
    const by = PEOPLE.dsp;
    const at = "2026-06-15T08:00:00.000Z";
    const common = { commandId: "c", requestHash: "", by, follows: [], dates: { occurredOn: plainDate(ON) } };
    const filing = { minor: false, filerRole: "patient", filerIsParent: false, documents: [] };
    applyEvent(state, { seq: 1, at, type: "actRecorded", act: { ...common, type: "fileDossier", facts: filing } }, moh);
    expect(dossierChecklist(state.facts.subject, []).some(({ kind }) => kind === "certificatNastere")).toBe(false);
    const facts = { corrects: 1, field: "occurredOn", newDate: plainDate("2026-06-10"), minor: true };
    applyEvent(state, { seq: 2, at, type: "actRecorded", act: { ...common, type: "correctDate", facts } }, moh);
    expect(dossierChecklist(state.facts.subject, []).some(({ kind }) => kind === "certificatNastere")).toBe(true);
  });
});
