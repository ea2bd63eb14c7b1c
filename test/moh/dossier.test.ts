import { moh } from "../../domain/moh/process.ts";
import { describe, expect, test } from "@jest/globals";
import { MOH_COMMAND_SCHEMAS } from "../../domain/commands/moh.schema.ts";
import { caseStatus } from "../../domain/case/present.ts";
import { dossierView } from "../../domain/moh/view.ts";
import { declareDay } from "../support/calendar.ts";
import { workingDay } from "./support/days.ts";
import { ADULT, ADULT_DOSSIER, deadlineOf, MohFile, openStepsOf, skippingWorld, today } from "./support/world.ts";

const world = await skippingWorld();
const ON = "2026-03-02";

const ORIGINALS = ["cerereTip", "scrisoareMedicala", "adeverintaMedicFamilie"];
const MEDICAL = ["biletIesire", "analize", "foaieObservatie"];
const CHILD = { ...ADULT, birthDate: "2015-06-01" };
const PARENT = { role: "legalRepresentative", surname: "Popescu", givenName: "Ioana", isParent: true };
const GUARDIAN = { ...PARENT, isParent: false };

function documents(kinds: readonly string[]): { kind: string; form: string }[] {
  return kinds.map((kind) => ({ kind, form: ORIGINALS.includes(kind) ? "original" : "copy" }));
}

describe("which documents are asked, MOH-11 to MOH-20", () => {
  const cases = [
    {
      name: "an adult who files alone (MOH-11 … MOH-14, MOH-18 … MOH-20)",
      patient: ADULT,
      filer: { role: "patient" },
      asked: ["ciPacient"],
    },
    {
      name: "a spouse who files (MOH-15)",
      patient: ADULT,
      filer: { role: "spouse", surname: "P", givenName: "I" },
      asked: ["ciPacient", "ciDepunator"],
    },
    {
      name: "a relative of the 4th degree who files (MOH-15)",
      patient: ADULT,
      filer: { role: "relative", kinshipDegree: 4, surname: "P", givenName: "I" },
      asked: ["ciPacient", "ciDepunator"],
    },
    {
      name: "a minor and a guardian (MOH-15, MOH-16, MOH-17)",
      patient: CHILD,
      filer: GUARDIAN,
      asked: ["ciPacient", "ciDepunator", "ciParinte1", "ciParinte2", "certificatNastere"],
    },
    {
      name: "a minor and a parent: one identity copy for both rules (MOH-16, decision 13)",
      patient: CHILD,
      filer: PARENT,
      asked: ["ciPacient", "ciParinte1", "ciParinte2", "certificatNastere"],
    },
    {
      name: "an adult’s parent who files is another person like any (MOH-15)",
      patient: ADULT,
      filer: PARENT,
      asked: ["ciPacient", "ciDepunator"],
    },
  ];
  test.each(cases)("$name", async ({ patient, filer, asked }) => {
    const list = [...ORIGINALS, ...asked, ...MEDICAL];
    const file = await MohFile.open(world, { on: ON, patient, filer, documents: [] });
    expect(dossierView(await file.state()).missing.toSorted()).toEqual(list.toSorted());
    // Another paper than those asked for changes nothing.
    await file.give("addDocument", { on: ON, payload: { documents: [{ kind: "altDocument", form: "copy" }] } });
    for (const kind of list) {
      expect(openStepsOf(await file.state())).toEqual(["complete-dossier"]);
      // A minor's birth certificate stands for the identity card (MOH-A21): without either, the card is missing.
      await file.give("addDocument", { on: ON, payload: { documents: documents([kind]) } });
    }
    expect(openStepsOf(await file.state())).toEqual(["send-to-commission"]);
  });

  test("MOH-14, MOH-A21 a minor without a card satisfies it by the birth certificate; an adult does not", async () => {
    const child = documents([...ORIGINALS, "ciParinte1", "ciParinte2", "certificatNastere", ...MEDICAL]);
    const file = await MohFile.open(world, { on: ON, patient: CHILD, filer: PARENT, documents: child });
    const { checklist, missing } = dossierView(await file.state());
    expect(missing).toEqual([]);
    expect(checklist.find(({ kind }) => kind === "ciPacient")).toMatchObject({
      status: "satisfied-by",
      satisfiedBy: { kind: "certificatNastere", reading: "MOH-A21" },
    });
    expect(openStepsOf(await file.state())).toEqual(["send-to-commission"]);
    const adult = documents([...ORIGINALS, "certificatNastere", ...MEDICAL]);
    const other = await MohFile.open(world, { on: ON, documents: adult });
    expect(dossierView(await other.state()).missing).toEqual(["ciPacient"]);
  });

  test("MOH-A21 a minor is under 18 on the day of filing", async () => {
    const birthday = { ...ADULT, birthDate: "2008-03-02" };
    const dayBefore = { ...ADULT, birthDate: "2008-03-03" };
    expect((await (await MohFile.open(world, { on: ON, patient: birthday })).state()).facts.subject.minor).toBe(false);
    expect((await (await MohFile.open(world, { on: ON, patient: dayBefore })).state()).facts.subject.minor).toBe(true);
  });

  test("decision 13, MOH-16 the second parent's document is waived on proof, and no other document", async () => {
    const child = documents([...ORIGINALS, "ciParinte1", "certificatNastere", ...MEDICAL]);
    const file = await MohFile.open(world, { on: ON, patient: CHILD, filer: PARENT, documents: child });
    expect(dossierView(await file.state()).missing).toEqual(["ciParinte2"]);
    const waiver = { reason: "decedat", proof: "certificat de deces" };
    const state = await file.give("addDocument", {
      on: ON,
      payload: { documents: [{ kind: "ciParinte2", form: "copy", waiver }] },
    });
    expect(dossierView(state).checklist.find(({ kind }) => kind === "ciParinte2")?.status).toBe("waived");
    expect(openStepsOf(state)).toEqual(["send-to-commission"]);
    for (const kind of ["ciParinte1", "certificatNastere", "cerereTip"]) {
      const payload = { documents: [{ kind, form: "copy", waiver }] };
      expect(MOH_COMMAND_SCHEMAS.addDocument.payload.safeParse(payload).success).toBe(false);
    }
  });

  test.each(ORIGINALS)("MOH-11, MOH-12, MOH-13 a copy of %s does not do where the original is asked", async (kind) => {
    const copies = ADULT_DOSSIER.map((document) => (document.kind === kind ? { kind, form: "copy" } : document));
    const file = await MohFile.open(world, { on: ON, documents: copies });
    const { checklist, missing } = dossierView(await file.state());
    expect(missing).toEqual([kind]);
    expect(checklist.find((item) => item.kind === kind)?.status).toBe("wrong-form");
    expect(await file.refused("sendToCommission")).toMatchObject({ code: "NOT_ALLOWED_NOW" });
    const state = await file.give("addDocument", { on: ON, payload: { documents: [{ kind, form: "original" }] } });
    expect(openStepsOf(state)).toEqual(["send-to-commission"]);
  });

  test("MOH-18 an original does where a copy is asked", async () => {
    const originals = ADULT_DOSSIER.map(({ kind }) => ({ kind, form: "original" }));
    const file = await MohFile.open(world, { on: ON, documents: originals });
    expect(openStepsOf(await file.state())).toEqual(["send-to-commission"]);
  });

  test("MOH-04 nobody else may file, and a relative only up to the 4th degree", () => {
    const filing = (filer: unknown): boolean =>
      MOH_COMMAND_SCHEMAS.fileDossier.payload.safeParse({ patient: ADULT, filer, documents: [] }).success;
    const name = { surname: "P", givenName: "I" };
    expect(filing({ role: "patient" })).toBe(true);
    expect(filing({ role: "relative", kinshipDegree: 4, ...name })).toBe(true);
    expect(filing({ role: "relative", kinshipDegree: 5, ...name })).toBe(false);
    expect(filing({ role: "relative", ...name })).toBe(false);
    expect(filing({ role: "carer", ...name })).toBe(false);
    expect(filing({ role: "neighbour", ...name })).toBe(false);
  });

  test("MOH-66 a proof of correspondence cannot be filed before there is a clinic", () => {
    const proof = [{ kind: "dovadaCorespondenta", form: "copy", clinic: "clinic-1" }];
    const parsed = MOH_COMMAND_SCHEMAS.fileDossier.payload.safeParse({
      patient: ADULT,
      filer: { role: "patient" },
      documents: proof,
    });
    expect(parsed.error?.issues[0]).toMatchObject({
      path: ["documents", 0, "kind"],
      params: { code: "NO_CLINIC_YET" },
    });
  });
});

describe("MOH-23 runs from the day on which the dossier is complete (MOH-A3)", () => {
  const without = (...kinds: string[]): typeof ADULT_DOSSIER =>
    ADULT_DOSSIER.filter(({ kind }) => !kinds.includes(kind ?? ""));
  const add = (file: MohFile, on: string, ...kinds: string[]) =>
    file.give("addDocument", { on, payload: { documents: documents(kinds) } });

  test("MOH-23 from filing when everything is there; due after 2 working days", async () => {
    const file = await MohFile.open(world, { on: "2026-04-08" });
    const now = await today(world);
    // Good Friday and Easter Monday lie between.
    expect(deadlineOf(await file.state(), "MOH-23", now)).toMatchObject({
      startsOn: "2026-04-08",
      dueOn: "2026-04-14",
      duty: "DSP",
    });
    expect(workingDay("2026-04-08", 2)).toBe("2026-04-14");
  });

  test("MOH-23 from the last document that was needed, not from filing nor from one that was not", async () => {
    const file = await MohFile.open(world, { on: ON, documents: without("analize", "cerereTip") });
    expect(deadlineOf(await file.state(), "MOH-23", ON)).toBeUndefined();
    await add(file, "2026-03-05", "analize");
    await add(file, "2026-03-11", "altDocument");
    const state = await add(file, "2026-03-10", "cerereTip");
    expect(caseStatus(moh, state).state).toBe("S2");
    expect(deadlineOf(state, "MOH-23", await today(world))).toMatchObject({
      startsOn: "2026-03-10",
      dueOn: workingDay("2026-03-10", 2),
    });
  });

  test("MOH-23 from the latest date in whatever order the documents are entered", async () => {
    const file = await MohFile.open(world, { on: ON, documents: without("analize", "cerereTip") });
    await add(file, "2026-03-12", "cerereTip");
    const state = await add(file, "2026-03-05", "analize");
    expect(deadlineOf(state, "MOH-23", await today(world))).toMatchObject({
      startsOn: "2026-03-12",
      dueOn: workingDay("2026-03-12", 2),
    });
    expect(await file.refused("sendToCommission", { on: "2026-03-11" })).toMatchObject({
      code: "BEFORE_PRECEDING_ACT",
      params: { precedingAct: "addDocument", precedingOn: "2026-03-12" },
    });
  });

  test("MOH-23 moves when an earlier filing of the same document is entered late", async () => {
    const file = await MohFile.open(world, { on: ON, documents: without("analize") });
    await add(file, "2026-03-12", "analize");
    const state = await add(file, "2026-03-06", "analize");
    expect(deadlineOf(state, "MOH-23", await today(world))).toMatchObject({
      startsOn: "2026-03-06",
      dueOn: workingDay("2026-03-06", 2),
    });
    const { rows } = await world.pool.query("SELECT starts_on, due_on FROM deadlines WHERE case_id = $1", [
      file.caseId,
    ]);
    expect(rows).toEqual([{ starts_on: "2026-03-06", due_on: workingDay("2026-03-06", 2) }]);
    const items = await world.pool.query(
      "SELECT since, due_on FROM work_items WHERE case_id = $1 AND closed_at IS NULL",
      [file.caseId],
    );
    expect(items.rows).toEqual([{ since: "2026-03-06", due_on: workingDay("2026-03-06", 2) }]);
  });

  test("MOH-23, DEC-7 a declared day off and a recovery day of everybody and of the institution count", async () => {
    await declareDay(world.pool, { date: "2025-07-08" });
    await declareDay(world.pool, { date: "2025-07-09", scope: "institution", institution: "DSP-CJ" });
    await declareDay(world.pool, { date: "2025-07-10", scope: "institution", institution: "DSP-XX" });
    await declareDay(world.pool, { date: "2025-07-12", kind: "recovery-day" });
    const now = await today(world);
    const plain = await MohFile.open(world, { on: "2025-07-07" });
    expect(deadlineOf(await plain.state(), "MOH-23", now)?.dueOn).toBe("2025-07-11");
    const overSaturday = await MohFile.open(world, { on: "2025-07-10" });
    expect(deadlineOf(await overSaturday.state(), "MOH-23", now)?.dueOn).toBe("2025-07-12");
  });
});
