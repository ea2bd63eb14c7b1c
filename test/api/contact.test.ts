/** The address of the patient side is put right: in the file, for the next letter, and never outside of the seal. */
import { expect, test } from "@jest/globals";
import { engineWorld } from "./support/api-world.ts";

const world = await engineWorld();

test("an address that takes no mail is corrected by the DSP, in the file and for the next letter", async () => {
  const { view } = await world.file("officer", {
    filer: { role: "spouse", surname: "Popescu", givenName: "Dan", email: "dan@vechi.example" },
  });
  expect(view.allowedCommands.map(({ type }) => type)).toContain("correctContact");
  const corrected = await world.given("colleague", view, "correctContact", {
    whose: "filer",
    email: "dan@nou.example",
  });
  expect(corrected.subject.filer["email"]).toBe("dan@nou.example");
  expect(corrected.subject.filer["surname"]).toBe("Popescu");
  expect(corrected.subject.patient).toEqual(view.subject.patient);
  const act = corrected.timeline.find(({ type }) => type === "correctContact");
  expect(act).toMatchObject({
    by: { name: "Persoana colleague" },
    payload: { whose: "filer", email: "dan@nou.example" },
  });
  // The log keeps it sealed, and nothing of it waits outside of the file.
  const { rows } = await world.owner.query("SELECT data FROM events WHERE case_id = $1", [view.caseId]);
  expect(JSON.stringify(rows)).not.toContain("dan@");
  const { rows: waiting } = await world.owner.query("SELECT FROM intake WHERE case_id = $1", [view.caseId]);
  expect(waiting).toEqual([]);

  const stale = await world.give("officer", view, "correctContact", { whose: "patient", email: "x@y.example" });
  expect([stale.status, stale.body.code]).toEqual([409, "STALE_VERSION"]);
  expect((await world.get("officer", `/api/cases/${view.caseId}`)).body.subject).toEqual(corrected.subject);
});

test("a file without an address gets one, and its patient then receives messages", async () => {
  const { view } = await world.file("officer", { patient: { ...filingPatient(), email: undefined } });
  const has = async () =>
    (await world.owner.query("SELECT patient_has_email AS has FROM cases WHERE id = $1", [view.caseId])).rows[0].has;
  expect(await has()).toBe(false);
  const corrected = await world.given("officer", view, "correctContact", {
    whose: "patient",
    email: "ana@nou.example",
  });
  expect(corrected.subject.patient["email"]).toBe("ana@nou.example");
  expect(await has()).toBe(true);
});

test("an address that is none is refused, and the commission has no part in it", async () => {
  const { view } = await world.file();
  const wrong = await world.give("officer", view, "correctContact", { whose: "patient", email: "ana" });
  expect([wrong.status, wrong.body.fields[0].path]).toEqual([422, "email"]);
  const sent = await world.given("officer", view, "sendToCommission");
  const { status } = await world.give("secretary", sent, "correctContact", { whose: "patient", email: "a@b.example" });
  expect(status).toBe(403);
});

function filingPatient(): Record<string, unknown> {
  return {
    surname: "Popescu",
    givenName: "Ana",
    birthDate: "1980-05-01",
    domicileCounty: "CJ",
  };
}
