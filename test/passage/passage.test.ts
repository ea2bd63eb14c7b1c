/** E112-05 over HTTP, on the real engine: a file goes on as one file of the Ministry's route, at the right DSP. */
import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import type { Payload } from "@temporalio/common";
import type { E112CaseView, MohCaseView } from "../../domain/case/view.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { encryptingCodec } from "../../prisma/secrecy/payload-codec.ts";
import { caseWorkflowId } from "../../workflows/contract.ts";
import { engineWorld, type Answer } from "../api/support/api-world.ts";
import { idOf, type PersonName } from "../api/support/people.ts";
import { readPdf } from "../documents/support/pdf.ts";
import { ADULT, ATTORNEY, CHILD, CONDITIONS, ONE_PARENT_DOSSIER, SECOND_PARENT } from "../e112/support/papers.ts";
import { preparation } from "../e112/support/rehearsed.ts";
import { temporalServer } from "../support/temporal.ts";

const world = await engineWorld();
const { open, give, given, owner, pool } = world;

/** Outside the EU: condition A is known to fail from the opening on. */
const CLINIC = { name: "Clinica de peste mări", country: "US" };
const PERSON = { surname: "Reprezentescu", givenName: "Maria", email: "maria@example.ro" };
const LATE = { lateReason: "registrul casei" };
/** The names of a patient of each test's own: nobody is known again from another one. */
let patients = 0;
const patient = (more: Record<string, unknown> = {}) => ({ ...ADULT, surname: `Trecut ${(patients += 1)}`, ...more });

async function opened(opening: Record<string, unknown> = {}): Promise<E112CaseView> {
  return (await open({ patient: patient(), clinic: CLINIC, ...opening })).view;
}

async function pass(view: E112CaseView, payload = {}): Promise<E112CaseView> {
  return await given("cas", view, "moveToMinistryRoute", payload);
}

async function read<View>(name: PersonName, caseId: string): Promise<View> {
  return (await world.get(name, `/api/cases/${caseId}`)).body as View;
}

/** Waits until the file says that it has gone on. */
async function gone({ caseId }: { readonly caseId: string }): Promise<E112CaseView> {
  for (const until = Date.now() + 60_000; Date.now() < until;) {
    const view = await read<E112CaseView>("cas", caseId);
    if (view.outcome !== undefined) return view;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${caseId} does not go on`);
}

async function goesOnAs(caseId: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT c.id FROM case_links l JOIN cases c ON c.id = l.to_case WHERE l.from_case = $1",
    [caseId],
  );
  return rows.map(({ id }) => id);
}

/** The file at the DSP, as its people read it. */
async function ministryFile(e112: { readonly caseId: string }, name: PersonName = "officer"): Promise<MohCaseView> {
  const [id = "", ...others] = await goesOnAs(e112.caseId);
  expect(others).toEqual([]);
  return await read<MohCaseView>(name, id);
}

async function setDirectorate(active: boolean): Promise<void> {
  await owner.query(
    "UPDATE users SET active = $1 WHERE id IN (SELECT user_id FROM memberships WHERE institution_id = 'DSP-CJ')",
    [active],
  );
}
afterEach(() => setDirectorate(true));

test("a clinic outside the EU: the file goes on at the DSP of the domicile with what is known, and the Ministry’s process goes on there", async () => {
  const whose = patient({ cnp: "1800501123455", address: "Strada Tainică 7" });
  const before = await opened({ patient: whose });
  const documents = [
    { kind: "ciBeneficiar", form: "copyWithOriginal", title: "CI, două fețe" },
    { kind: "raportMedical", form: "original" },
  ];
  const listed = await given<E112CaseView>("cas", before, "addDocument", { documents });
  const { linked: opening } = await pass(listed, { reason: "clinica este în SUA" });
  expect(opening).toMatchObject({ process: "moh", institution: "DSP-CJ", institutionName: { ro: "DSP Cluj" } });
  const e112 = await gone(before);
  expect([e112.outcome, e112.status]).toEqual(["moved-to-ministry-route", "moved-to-ministry-route"]);

  const file = await ministryFile(e112);
  expect(e112.linked).toEqual({ ...opening, registrationNumber: file.registrationNumber });
  expect(file.registrationNumber).toMatch(/^DSP-CJ\//);
  expect(file.linked).toEqual({
    process: "e112",
    institution: "CAS-CJ",
    institutionName: { ro: "CAS Cluj", en: expect.any(String) },
    registrationNumber: e112.registrationNumber,
  });
  const { casId: _, ...known } = whose;
  expect(file.subject).toEqual({ patient: known, filer: { role: "patient" }, minor: false });
  expect([file.status, file.openedOn, file.officer.name]).toEqual([
    "filed",
    bucharestDate(Date.now()),
    "Persoana supervisor",
  ]);
  expect(file.checklist.filter(({ status }) => status === "filed").map(({ rule }) => rule)).toEqual(["MOH-14"]);
  expect(file.documents).toMatchObject([
    { kind: "ciPacient", form: "copy", title: "CI, două fețe" },
    { kind: "altDocument", form: "copy", title: "Raportul medical tipizat, completat de medicul curant" },
  ]);
  // The act is that of the person who passed it on.
  expect(file.timeline[0]).toMatchObject({ type: "fileDossier", by: { institution: "CAS-CJ", name: "Persoana cas" } });
  // Its work is told to the DSP, its number to the patient.
  const { rows } = await pool.query<{ kind: string; audience: string; params: object }>(
    "SELECT kind, audience, params FROM planned_messages WHERE case_id = $1 AND kind IN ('work', 'receipt') ORDER BY kind",
    [file.caseId],
  );
  expect(rows).toEqual([
    { kind: "receipt", audience: "patient-side", params: { code: "at-house" } },
    { kind: "work", audience: "owner", params: { step: "complete-dossier" } },
  ]);

  // Neither house reads the other's file.
  expect((await world.get("cas", `/api/cases/${file.caseId}`)).status).toBe(404);
  expect((await world.get("officer", `/api/cases/${e112.caseId}`)).status).toBe(404);
  // It goes on in the Ministry's process.
  const rest = [
    ["cerereTip", "original"],
    ["scrisoareMedicala", "original"],
    ["adeverintaMedicFamilie", "original"],
    ["biletIesire", "copy"],
    ["analize", "copy"],
    ["foaieObservatie", "copy"],
  ].map(([kind, form]) => ({ kind, form }));
  const complete = await given<MohCaseView>("officer", file, "addDocument", { documents: rest });
  expect(complete.steps.map(({ step }) => step)).toContain("send-to-commission");
  expect(complete.deadlines.map(({ rule }) => rule)).toEqual(["MOH-23"]);
});

test("the DSP gives the access code on the receipt, nobody else does, and the status opens with it", async () => {
  const e112 = await gone(await pass(await opened()));
  const file = await ministryFile(e112);
  const paper = await world.bytes("colleague", `/api/cases/${file.caseId}/receipt.pdf`, {});
  expect(paper.status).toBe(200);
  const [code = ""] = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec((await readPdf(paper.bytes)).text) ?? [];
  const status = await world.post(undefined, "/api/public/status", {
    registrationNumber: file.registrationNumber,
    accessCode: code,
  });
  expect(status.status).toBe(200);
  expect((await world.bytes("cas", `/api/cases/${file.caseId}/receipt.pdf`, {})).status).toBe(404);
  // The code of a file that was filed at a desk is not given again.
  const filed = await world.file();
  const again = await world.post("officer", `/api/cases/${filed.caseId}/receipt.pdf`, {});
  expect([again.status, again.body.code]).toEqual([409, "NOT_THE_FILING"]);
});

test("while the DSP has nobody the file waits and says so; two officers at the same instant pass it once, and the second is told who did", async () => {
  await setDirectorate(false);
  const { view, registrationNumber, accessCode } = await open({ patient: patient(), clinic: CLINIC });
  const answers = await Promise.all(
    (["cas", "casSupervisor"] as const).map((name) => give(name, view, "moveToMinistryRoute", {})),
  );
  const [taken, refused] = answers.toSorted((a, b) => a.status - b.status) as [Answer, Answer];
  expect([taken.status, refused.status, refused.body.code]).toEqual([200, 409, "STALE_VERSION"]);
  const { by } = taken.body.timeline.findLast(({ type }: { type: string }) => type === "moveToMinistryRoute");
  expect(refused.body.changes).toMatchObject([{ type: "moveToMinistryRoute", by: by.name }]);
  expect(taken.body).toMatchObject({ status: "moving-to-ministry-route", linked: { institution: "DSP-CJ" } });
  expect(taken.body.linked.registrationNumber).toBeUndefined();
  expect([taken.body.allowedCommands, taken.body.outcome]).toEqual([[], undefined]);
  expect((await world.get(undefined, "/metrics")).text).toMatch(/^dosar_files_on_their_way 1$/m);
  const shown = await world.post(undefined, "/api/public/status", { registrationNumber, accessCode });
  expect(shown.body).toMatchObject({ closed: false, holder: { ro: "Direcția de Sănătate Publică" } });
  // Whoever asks again is told that nothing is to be done.
  const late = await give("casSupervisor", taken.body, "moveToMinistryRoute", {});
  expect([late.status, late.body.code]).toEqual([409, "NOT_ALLOWED_NOW"]);
  await setDirectorate(true);
  const e112 = await gone(view);
  expect(await goesOnAs(view.caseId)).toHaveLength(1);
  expect(e112.linked?.registrationNumber).toMatch(/^DSP-CJ\//);
  expect((await world.get(undefined, "/metrics")).text).toMatch(/^dosar_files_on_their_way 0$/m);
}, 60_000);

test("the same command sent many times, at once and afterwards, is one passage", async () => {
  const view = await opened();
  const commandId = randomUUID();
  const send = () => give("cas", view, "moveToMinistryRoute", {}, { commandId });
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  await gone(view);
  const afterwards = await send();
  expect([afterwards.status, afterwards.body.outcome]).toEqual([200, "moved-to-ministry-route"]);
  expect(await goesOnAs(view.caseId)).toHaveLength(1);
});

test("the worker goes away between the act and the opening: the next one opens the file, once", async () => {
  await setDirectorate(false);
  const view = await opened();
  await pass(view);
  await world.stopWorker();
  await setDirectorate(true);
  expect(await goesOnAs(view.caseId)).toEqual([]);
  await world.startWorker();
  await gone(view);
  expect(await goesOnAs(view.caseId)).toHaveLength(1);
}, 90_000);

test("MOH-10: the county of domicile decides the DSP, not the house that keeps the file, nor who asks", async () => {
  const view = await opened({ patient: patient({ domicileCounty: "BH" }) });
  const wrong = await give("cas", view, "moveToMinistryRoute", { dsp: "DSP-CJ" });
  expect([wrong.status, wrong.body.code, wrong.body.fields[0]]).toMatchObject([
    422,
    "WRONG_COUNTY",
    { path: "dsp", rule: "MOH-10" },
  ]);
  const e112 = await gone(await pass(view, { dsp: "DSP-BH" }));
  expect((await ministryFile(e112, "stranger")).registrationNumber).toMatch(/^DSP-BH\//);

  const away = await opened({ patient: patient({ domicileCounty: "AB" }) });
  const nowhere = await give("cas", away, "moveToMinistryRoute", {});
  expect([nowhere.status, nowhere.body.code]).toEqual([422, "NO_DSP_OF_COUNTY"]);
  expect(nowhere.body.fields[0].message).toContain("Alba");
  expect((await read<E112CaseView>("cas", away.caseId)).version).toBe(1);
});

test("MOH-98: who is barred does not pass, whatever route the request comes by", async () => {
  const whose = patient();
  const { casId: _, ...known } = whose;
  const { caseId } = await world.file("officer", { patient: known });
  await owner.query("UPDATE cases SET barred = true WHERE id = $1", [caseId]);
  const view = await opened({ patient: whose });
  const refused = await give("cas", view, "moveToMinistryRoute", {});
  expect([refused.status, refused.body.code]).toEqual([409, "PERSON_BARRED"]);
  await owner.query("UPDATE cases SET barred = false WHERE id = $1", [caseId]);
  expect((await gone(await pass(view))).outcome).toBe("moved-to-ministry-route");
});

test("a child with a parent; a third person with a power of attorney: who files there, and which documents serve", async () => {
  const child = await opened({
    patient: { ...patient(), birthDate: CHILD.birthDate },
    applicant: { role: "parent", ...PERSON },
  });
  const listed = await given<E112CaseView>("cas", child, "addDocument", {
    documents: [...ONE_PARENT_DOSSIER, ...SECOND_PARENT],
  });
  const ofChild = await ministryFile(await gone(await pass(listed)));
  expect(ofChild.subject).toMatchObject({
    minor: true,
    filer: { role: "legalRepresentative", isParent: true, ...PERSON },
  });
  expect(ofChild.missing).not.toEqual(expect.arrayContaining(["ciParinte1"]));
  expect(ofChild.checklist.filter(({ status }) => status !== "missing").map(({ kind }) => kind)).toEqual([
    "ciPacient", // by the birth certificate (MOH-A21)
    "ciParinte1",
    "ciParinte2",
    "certificatNastere",
  ]);

  const other = await opened({ applicant: { role: "otherPerson", ...PERSON } });
  const empowered = await given<E112CaseView>("cas", other, "addDocument", { documents: ATTORNEY });
  const ofOther = await ministryFile(await gone(await pass(empowered)));
  expect(ofOther.subject.filer).toMatchObject({ role: "legalRepresentative", ...PERSON });
  expect(ofOther.documents.map(({ kind, title }) => title ?? kind)).toEqual([
    "ciDepunator",
    "Procura persoanei care depune cererea în numele pacientului",
  ]);
});

test.each([
  ["before it is communicated", false],
  ["after it was communicated", true],
])("a passage after a refusal, %s, on its own day; a scan is read in the new file", async (_when, communicated) => {
  let view = (await open({ occurredOn: "2026-03-02", ...LATE, patient: patient() })).view;
  const outside = { analyseConditions: { ...CONDITIONS, inBasicPackage: false } };
  for (const [type, occurredOn, payload] of preparation("analyseConditions", outside)) {
    view = await given("cas", view, type, payload, { occurredOn, ...LATE });
  }
  const form = new FormData();
  form.append("file", new Blob(["%PDF-1.7 scan"]), "carte de identitate.pdf");
  const { body: upload } = await world.as("cas", {
    method: "POST",
    url: `/api/cases/${view.caseId}/uploads`,
    body: form,
  });
  const documents = [{ kind: "ciBeneficiar", form: "copyWithOriginal", upload: upload.id }];
  view = await given("cas", view, "addDocument", { documents });
  view = await given("cas", view, "refuseApplication", { reason: "nu este în pachet" });
  if (communicated) view = await given("cas", view, "communicateRefusal", {});
  const passed = await gone(await pass(view));
  expect(passed.outcome).toBe("moved-to-ministry-route");
  const file = await ministryFile(passed);
  expect(file.checklist.filter(({ status }) => status === "filed").map(({ rule }) => rule)).toEqual([
    "MOH-14",
    "MOH-19",
  ]);
  const scan = file.documents.find(({ upload: kept }) => kept !== undefined)?.upload;
  expect(scan).toMatchObject({ name: "carte de identitate.pdf", mime: "application/pdf" });
  expect(scan?.id).not.toBe(upload.id);
  const bytes = await world.bytes("officer", `/api/cases/${file.caseId}/uploads/${scan?.id}`);
  expect(Buffer.from(bytes.bytes).toString()).toBe("%PDF-1.7 scan");
});

test("a passage entered late is filed on its own day, and says why", async () => {
  const { view } = await open({ occurredOn: "2026-03-02", ...LATE, patient: patient(), clinic: CLINIC });
  const passed = await given<E112CaseView>(
    "cas",
    view,
    "moveToMinistryRoute",
    {},
    { occurredOn: "2026-03-09", ...LATE },
  );
  const file = await ministryFile(await gone(passed));
  expect(file.openedOn).toBe("2026-03-09");
  expect(file.timeline[0]).toMatchObject({
    occurredOn: "2026-03-09",
    late: true,
    lateReason: expect.stringMatching(/trecut/),
  });
});

test("Temporal hears of ids, codes and dates alone, and those encrypted", async () => {
  const view = await opened({ patient: patient({ givenName: "Anastasia-Secreta" }), applicant: { role: "patient" } });
  const e112 = await gone(await pass(view, { reason: "motiv tainic" }));
  const { caseId } = await ministryFile(e112);
  const { address, namespace } = await temporalServer();
  const connection = await Connection.connect({ address });
  try {
    const { workflow } = new Client({ connection, namespace });
    for (const id of [view.caseId, caseId]) {
      const payloads = payloadsOf(await workflow.getHandle(caseWorkflowId(id)).fetchHistory());
      const raw = payloads.map(({ data }) => Buffer.from(data ?? []).toString("latin1")).join("\n");
      expect(raw).not.toContain("DSP-CJ");
      const decoded = await encryptingCodec(world.keyring.payloadKey).decode(payloads);
      const text = decoded.map(({ data }) => Buffer.from(data ?? []).toString("utf8")).join("\n");
      expect(text).toContain(id);
      for (const secret of ["Anastasia-Secreta", "Trecut", "motiv tainic", ADULT.birthDate, ADULT.email, CLINIC.name]) {
        expect(text).not.toContain(secret);
      }
    }
  } finally {
    await connection.close();
  }
});

/** Every payload of a history. */
function payloadsOf(value: unknown): Payload[] {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  if ("metadata" in value && "data" in value && value.data instanceof Uint8Array) return [value as Payload];
  return Object.values(value).flatMap(payloadsOf);
}

test("a person at the DSP without an active account gets no file; the officer is the same whenever it is asked", async () => {
  await owner.query("UPDATE users SET active = false WHERE id = $1", [idOf("supervisor")]);
  const file = await ministryFile(await gone(await pass(await opened())));
  expect(file.officer.name).toBe("Persoana officer");
});
