/** Commands against the real engine: double submits, stale versions, wrong orders, two officers at once. */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import type { MohCaseView } from "../../domain/case/view.ts";
import { ADULT, ADULT_DOSSIER } from "../support/moh-file.ts";
import { engineWorld, filingOf } from "./support/api-world.ts";

const world = await engineWorld();
const { file, give, given } = world;

const PARTIAL = ADULT_DOSSIER.slice(0, 3);

async function eventsOf(caseId: string): Promise<number> {
  const { rows } = await world.owner.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM commands WHERE case_id = $1",
    [caseId],
  );
  return rows[0]?.n ?? 0;
}

describe("filing", () => {
  test("the same filing sent again is the same file, with the same number and code", async () => {
    const filing = filingOf();
    const [one, two] = await Promise.all([
      world.post("officer", "/api/cases", filing),
      world.post("officer", "/api/cases", filing),
    ]);
    const three = await world.post("officer", "/api/cases", filing);
    expect([one.status, two.status, three.status]).toEqual([201, 201, 201]);
    const said = [one, two, three].map(({ body }) => [body.caseId, body.registrationNumber, body.accessCode]);
    expect(new Set(said.map(String)).size).toBe(1);
    const other = await world.post("officer", "/api/cases", { ...filing, documents: PARTIAL });
    expect([other.status, other.body.code]).toEqual([409, "COMMAND_ID_REUSED"]);
  });

  test("an access code is kept as a hash alone", async () => {
    const { accessCode, caseId } = await file();
    const { rows } = await world.owner.query("SELECT * FROM cases WHERE id = $1", [caseId]);
    expect(JSON.stringify(rows)).not.toContain(accessCode);
    expect(JSON.stringify(rows)).not.toContain("Popescu");
  });

  test("late entry: an earlier date gives the terms that ran from it", async () => {
    const { view } = await file("officer", { occurredOn: "2026-03-02", lateReason: "depus pe hârtie" });
    expect(view.deadlines[0]).toMatchObject({
      id: "MOH-23",
      startsOn: "2026-03-02",
      dueOn: "2026-03-04",
      state: "overdue",
    });
    expect(view.steps[0]?.workingDaysLeft).toBeLessThan(0);
    expect(view.timeline[0]).toMatchObject({ late: true, lateReason: "depus pe hârtie", occurredOn: "2026-03-02" });
    const working = await world.get("officer", `/api/cases/${view.caseId}/deadlines/MOH-23`);
    expect(working.body).toMatchObject({ startsOn: "2026-03-02", due: "2026-03-04", rule: { id: "MOH-23" } });
    expect(working.body.days).toHaveLength(3);
    expect((await world.get("officer", `/api/cases/${view.caseId}/deadlines/MOH-99`)).status).toBe(404);
  });
});

describe("a command sent twice", () => {
  test("happens once and is answered twice", async () => {
    const { view } = await file();
    const command = { commandId: randomUUID(), expectedVersion: view.version, type: "sendToCommission", payload: {} };
    const url = `/api/cases/${view.caseId}/commands`;
    const answers = await Promise.all([1, 2, 3].map(() => world.post("officer", url, command)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await world.post("officer", url, command)).status).toBe(200);
    expect(await eventsOf(view.caseId)).toBe(2);
  });

  test("with other contents is refused", async () => {
    const { view } = await file("officer", { documents: PARTIAL });
    const commandId = randomUUID();
    const before = await given(
      "officer",
      view,
      "addDocument",
      { documents: [{ kind: "altDocument", form: "copy", title: "a" }] },
      { commandId },
    );
    const again = await give(
      "officer",
      before,
      "addDocument",
      { documents: [{ kind: "altDocument", form: "copy", title: "b" }] },
      { commandId },
    );
    expect([again.status, again.body.code]).toEqual([409, "COMMAND_ID_REUSED"]);
    const { view: other } = await file();
    const id = randomUUID();
    await given("officer", other, "sendToCommission", {}, { commandId: id });
    const late = await give("officer", other, "sendToCommission", {}, { commandId: id, lateReason: "altceva" });
    expect([late.status, late.body.code]).toEqual([409, "COMMAND_ID_REUSED"]);
  });

  test("after it was refused, it may be sent again on the new version", async () => {
    const { view } = await file("officer", { documents: PARTIAL });
    const payload = { documents: [{ kind: "altDocument", form: "copy" }] };
    await given("colleague", view, "addDocument", payload);
    const commandId = randomUUID();
    const stale = await give("officer", view, "addDocument", payload, { commandId });
    expect(stale.body).toMatchObject({ code: "STALE_VERSION", version: 2 });
    expect((await give("officer", { ...view, version: 2 }, "addDocument", payload, { commandId })).status).toBe(200);
  });
});

describe("refusals", () => {
  test("a stale version says who did what since", async () => {
    const { view } = await file();
    await given("colleague", view, "sendToCommission");
    const { status, body } = await give("officer", view, "sendToCommission");
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: "STALE_VERSION",
      version: 2,
      changes: [{ type: "sendToCommission", title: "Trimite la comisie", by: "Persoana colleague" }],
    });
    expect(body.allowed).toEqual(expect.arrayContaining(["correctDate"]));
    expect(body.allowed).not.toContain("beginExamination");
  });

  test("two officers at once: one is taken, the other is told", async () => {
    const { view } = await file();
    const answers = await Promise.all([
      give("officer", view, "sendToCommission"),
      give("colleague", view, "withdrawApplication", { reason: "renunță" }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await eventsOf(view.caseId)).toBe(2);
  });

  test("a wrong order names what is allowed", async () => {
    const { view } = await file();
    const { status, body } = await give("officer", view, "sendToMinistry");
    expect([status, body.code]).toEqual([409, "NOT_ALLOWED_NOW"]);
    expect(body.message).toBe("„Trimite la Minister” nu se poate face acum în acest dosar.");
    expect(body.allowed).toEqual(expect.arrayContaining(["sendToCommission"]));
  });

  test("a date in the future, and one before the act that it follows", async () => {
    const { view } = await file("officer", { occurredOn: "2026-03-10" });
    const future = await give("officer", view, "sendToCommission", {}, { occurredOn: "2999-01-01" });
    expect([future.status, future.body.code, future.body.fields[0].path]).toEqual([422, "FUTURE_DATE", "occurredOn"]);
    const early = await give("officer", view, "sendToCommission", {}, { occurredOn: "2026-03-09" });
    expect([early.status, early.body.code]).toEqual([422, "BEFORE_PRECEDING_ACT"]);
    expect(early.body.message).toContain("09.03.2026");
    expect(early.body.message).toContain("„Înregistrează dosarul”, din 10.03.2026");
  });

  test("a closed file takes nothing more", async () => {
    const { view } = await file();
    const closed = await given("officer", view, "withdrawApplication", { reason: "renunță" });
    expect(closed).toMatchObject({ outcome: "withdrawn", allowedCommands: [] });
    const { status, body } = await give("officer", closed, "sendToCommission");
    expect([status, body.code, body.allowed]).toEqual([409, "CASE_CLOSED", []]);
    expect(body.message).toContain("Retras de solicitant");
  });

  test("nothing refused leaves a trace in the file, and everything does in the audit log", async () => {
    const { view } = await file();
    await give("officer", view, "sendToMinistry");
    await world.get("stranger", `/api/cases/${view.caseId}`);
    expect(await eventsOf(view.caseId)).toBe(1);
    const entries = async () =>
      (
        await world.owner.query<{ action: string; outcome: string }>(
          "SELECT action, outcome FROM audit_log WHERE case_id = $1 ORDER BY id",
          [view.caseId],
        )
      ).rows;
    for (let wait = 0; wait < 50 && (await entries()).length < 3; wait += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await entries()).toEqual([
      { action: "case.create", outcome: "ok" },
      { action: "command:sendToMinistry", outcome: "NOT_ALLOWED_NOW" },
      { action: "case.read", outcome: "NOT_FOUND" },
    ]);
  });
});

describe("corrections", () => {
  test("a corrected date moves the terms that ran from it, and the entry says so", async () => {
    const { view } = await file("officer", { occurredOn: "2026-03-10" });
    const corrected = await given("officer", view, "correctDate", {
      corrects: 1,
      newOccurredOn: "2026-03-02",
      reason: "greșeală de tipar",
    });
    expect(corrected.deadlines[0]).toMatchObject({ startsOn: "2026-03-02", dueOn: "2026-03-04" });
    expect(corrected.timeline[0]).toMatchObject({ occurredOn: "2026-03-02", correctedBy: [expect.any(Number)] });
    expect(corrected.timeline.find(({ type }) => type === "correctDate")).toMatchObject({
      corrects: 1,
      payload: { reason: "greșeală de tipar" },
    });
  });
});

describe("a corrected day of filing", () => {
  const child = { patient: { ...ADULT, birthDate: "2008-03-05" }, occurredOn: "2026-03-10" };
  const correct = (newOccurredOn: string) => ({ corrects: 1, newOccurredOn, reason: "greșeală de tipar" });

  test("MOH-A21: decides anew whether the patient was a minor, without the birth date leaving the database", async () => {
    const { view } = await file("officer", child);
    expect(view.subject.minor).toBe(false);
    const corrected = await given("officer", view, "correctDate", correct("2026-03-04"));
    expect(corrected.subject.minor).toBe(true);
    expect(corrected.checklist.map(({ kind }) => kind)).toContain("certificatNastere");
    const { rows } = await world.owner.query("SELECT data FROM events WHERE case_id = $1", [view.caseId]);
    expect(JSON.stringify(rows)).toContain('"minor":true');
    expect(JSON.stringify(rows)).not.toContain("2008-03-05");
    const back = await given("officer", corrected, "correctDate", correct("2026-03-05"));
    expect(back.subject.minor).toBe(false);
  });

  test("is not before the birth", async () => {
    const { view } = await file("officer", { ...child, patient: { ...ADULT, birthDate: "2026-03-05" } });
    const { status, body } = await give("officer", view, "correctDate", correct("2026-03-04"));
    expect([status, body.fields]).toEqual([
      422,
      [
        {
          path: "newOccurredOn",
          code: "FILED_BEFORE_BIRTH",
          message: "Dosarul nu putea fi depus la 04.03.2026, înainte de nașterea pacientului.",
        },
      ],
    ]);
  });
});

describe("counts of the queue", () => {
  test("are the items themselves", async () => {
    const { rows } = await world.owner.query(
      "SELECT (SELECT sum(open) FROM work_item_counts)::int AS kept, (SELECT count(*) FROM work_items WHERE closed_at IS NULL)::int AS there",
    );
    expect(rows[0]?.kept).toBe(rows[0]?.there);
    const page = await world.get("officer", "/api/tasks");
    expect(page.body.total).toBeGreaterThan(5);
    expect(page.body.items[0]).toMatchObject({ patient: "Popescu Ana", step: "send-to-commission" });
  });
});

test("uploads are sealed, known by their bytes, and given back to who may read the file", async () => {
  const { view } = await file();
  const url = `/api/cases/${view.caseId}/uploads`;
  const send = (bytes: Buffer, name = "../Scrisoare medicală.pdf") => {
    const body = new FormData();
    body.append("file", new Blob([new Uint8Array(bytes)], { type: "text/html" }), name);
    return world.as("officer", { method: "POST", url, body });
  };
  const pdf = Buffer.from("%PDF-1.7 Popescu");
  const stored = await send(pdf);
  expect([stored.status, stored.body.name, stored.body.mime]).toEqual([
    201,
    "Scrisoare medicală.pdf",
    "application/pdf",
  ]);
  expect((await send(pdf)).body.id).toBe(stored.body.id);
  expect((await send(Buffer.from("<script>"))).body.code).toBe("UNKNOWN_FILE_TYPE");
  expect((await send(Buffer.concat([pdf, Buffer.alloc(21 * 1024 * 1024)]))).body.code).toBe("FILE_TOO_LARGE");
  const { rows } = await world.owner.query<{ sealed: Buffer }>("SELECT sealed FROM uploads WHERE id = $1", [
    stored.body.id,
  ]);
  expect(rows[0]?.sealed.includes("Popescu")).toBe(false);
  const back = await world.get("officer", `${url}/${stored.body.id}`);
  expect([back.text, back.headers["content-disposition"], back.headers["cache-control"]]).toEqual([
    "%PDF-1.7 Popescu",
    "attachment; filename*=UTF-8''Scrisoare%20medical%C4%83.pdf",
    "no-store",
  ]);
  const { view: other } = await file();
  expect((await world.get("officer", `/api/cases/${other.caseId}/uploads/${stored.body.id}`)).status).toBe(404);
  const documents = [{ kind: "altDocument", form: "copy", title: "Scrisoare", upload: stored.body.id }];
  const foreign = await give("officer", other, "addDocument", { documents });
  expect([foreign.status, foreign.body.fields[0].path]).toEqual([422, "documents.0.upload"]);
  const after: MohCaseView = await given("officer", view, "addDocument", { documents });
  expect(after.documents.at(-1)).toMatchObject({ title: "Scrisoare", upload: { name: "Scrisoare medicală.pdf" } });
});
