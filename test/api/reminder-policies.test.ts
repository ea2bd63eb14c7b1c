/** Reminder policies: read by those who answer for the house, changed by its administrator, seen on a real file first. */
import { beforeEach, describe, expect, test } from "@jest/globals";
import { addDays, bucharestDate } from "../../domain/plain-date.ts";
import { policiesOf, REMINDER_POLICIES, type ReminderStage } from "../../domain/reminders/policy.ts";
import { EngineUnavailable } from "../../api/engine/case-engine.ts";
import { apiWorld, type Answer } from "./support/api-world.ts";
import { idOf, type PersonName } from "./support/people.ts";
import { seedCase } from "./support/seed-case.ts";

/** What the engine was asked to plan anew. */
const replanned: unknown[] = [];
let engineAway = false;
const world = await apiWorld(
  {},
  {
    async replan(scope) {
      if (engineAway) throw new EngineUnavailable(new Error("away"));
      replanned.push(scope);
    },
  },
);
const NUMBER = "DSP-CJ/2026/000777";
const CASE = await seedCase(world, { number: NUMBER, openedOn: "2026-03-02" });
const DEFAULT = REMINDER_POLICIES["MOH-23"].stages;
const OWN: readonly ReminderStage[] = [
  { kind: "before", audience: "owner", workingDays: -2 },
  {
    kind: "due",
    audience: "owner",
    workingDays: 0,
    words: {
      ro: { subject: "{number}: azi, {due}", lead: "Dosarul {number} pleacă azi la comisie ({rule}, {days})." },
      en: {
        subject: "{number}: today, {due}",
        lead: "File {number} leaves for the commission today ({rule}, {days}).",
      },
    },
  },
  { kind: "escalation", audience: "head", workingDays: 2 },
];

const list = async (name: PersonName = "admin", institution = "DSP-CJ") =>
  (await world.get(name, `/api/admin/reminder-policies?institution=${institution}`)).body;
const policy = async (key = "MOH-23") => (await list()).items.find((item: { key: string }) => item.key === key);

async function put(name: PersonName, stages: unknown, expectedVersion = 0, rule = "MOH-23"): Promise<Answer> {
  const body = { institution: "DSP-CJ", expectedVersion, stages };
  return await world.as(name, { method: "PUT", url: `/api/admin/reminder-policies/${rule}`, body });
}

async function reset(name: PersonName, expectedVersion: number, rule = "MOH-23"): Promise<Answer> {
  const url = `/api/admin/reminder-policies/${rule}?institution=DSP-CJ&expectedVersion=${expectedVersion}`;
  return await world.as(name, { method: "DELETE", url });
}

async function preview(
  stages: unknown,
  more: Record<string, unknown> = {},
  name: PersonName = "admin",
): Promise<Answer> {
  const body = { institution: "DSP-CJ", rule: "MOH-23", registrationNumber: NUMBER, stages, ...more };
  return await world.post(name, "/api/admin/reminder-policies/preview", body);
}

beforeEach(async () => {
  await world.owner.query("DELETE FROM reminder_policies");
  replanned.length = 0;
});

describe("the list", () => {
  test("has every term whose reminders the house’s people receive, with its rule and the product’s stages", async () => {
    const { items, hours, mayChange } = await list();
    expect(items.map(({ key }: { key: string }) => key)).toEqual(policiesOf("dsp"));
    expect([hours, mayChange]).toEqual([{ opens: 8, closes: 16 }, true]);
    expect(items[0]).toMatchObject({
      key: "MOH-23",
      rule: "MOH-23",
      title: { ro: "Trimiterea la comisie" },
      value: 2,
      unit: "working_days",
      duties: ["DSP"],
      stages: DEFAULT,
      defaultStages: DEFAULT,
      own: false,
      version: 0,
    });
    expect(items[0].audiences.escalation).toEqual(["supervisor", "head"]);
    expect((await list("supervisor")).mayChange).toBe(false);
    const report = items.find(({ key }: { key: string }) => key === "MOH-73:delay-report");
    expect([report.rule, report.value]).toEqual(["MOH-73", 23]);
  });

  test("of another house is closed to everybody", async () => {
    for (const name of ["admin", "supervisor", "head"] as const) {
      expect((await world.get(name, "/api/admin/reminder-policies?institution=CST-CJ")).status).toBe(403);
    }
    expect((await world.get("admin", "/api/admin/reminder-policies?institution=X")).status).toBe(403);
    expect((await world.get("admin", "/api/admin/reminder-policies")).body.fields[0].path).toBe("institution");
  });
});

describe("a change", () => {
  test("holds from now on, says who made it, and has waiting reminders planned anew", async () => {
    const { status, body } = await put("admin", OWN);
    expect([status, body.version, body.own, body.changedBy]).toEqual([200, 1, true, "Persoana admin"]);
    expect(body.stages).toEqual(OWN);
    expect(await policy()).toEqual(body);
    expect(replanned).toEqual([{ institution: "DSP-CJ", policy: "MOH-23" }]);
  });

  test("on an old version is refused, naming who was faster", async () => {
    await put("admin", OWN);
    const { status, body } = await put("admin", DEFAULT);
    expect([status, body.code, body.version]).toEqual([409, "POLICY_CHANGED", 1]);
    expect(body.message).toContain("Persoana admin");
    expect(body.changes).toMatchObject([
      { by: "Persoana admin", title: "A schimbat mementourile: Trimiterea la comisie" },
    ]);
    expect((await policy()).stages).toEqual(OWN);
    expect(replanned).toHaveLength(1);
  });

  test("sent twice is one change, and is planned by again", async () => {
    await put("admin", OWN);
    expect((await put("admin", OWN)).body.version).toBe(1);
    expect(replanned).toHaveLength(2);
  });

  test("while the engine is away is not kept, so that no reminder waits by a policy that is gone", async () => {
    engineAway = true;
    const { status } = await put("admin", OWN);
    const hours = { url: "/api/admin/institutions/DSP-CJ/office-hours", body: { opens: 9, closes: 12 } };
    const ofHours = await world.as("admin", { method: "PUT", ...hours });
    engineAway = false;
    expect([status, ofHours.status]).toEqual([503, 503]);
    expect(await policy()).toMatchObject({ version: 0, own: false });
    const { rows } = await world.owner.query("SELECT office_opens AS opens FROM institutions WHERE id = 'DSP-CJ'");
    expect(rows).toEqual([{ opens: 8 }]);
  });

  test("of two at once one is refused", async () => {
    const both = await Promise.all([put("admin", OWN), put("admin", OWN.slice(0, 1))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test("is taken back, which is a change too", async () => {
    await put("admin", OWN);
    const { body } = await reset("admin", 1);
    expect([body.version, body.own, body.stages]).toEqual([2, false, DEFAULT]);
    expect(replanned).toHaveLength(2);
    expect((await reset("admin", 1)).body.version).toBe(2); // the same again
    expect((await put("admin", OWN, 1)).status).toBe(409);
    expect((await put("admin", OWN, 2)).body.version).toBe(3);
    expect((await reset("admin", 0)).status).toBe(409);
  });

  test("is the administrator’s of the house alone", async () => {
    for (const name of ["supervisor", "head", "officer", "strangeAdmin"] as const) {
      expect([name, (await put(name, OWN)).status]).toEqual([name, 403]);
      expect([name, (await reset(name, 0)).status]).toEqual([name, 403]);
    }
    expect((await put("admin", OWN, 0, "MOH-26")).status).toBe(404); // the commission's
    expect((await put("admin", OWN, 0, "MOH-01")).status).toBe(404);
    expect(replanned).toEqual([]);
  });

  test.each([
    ["no stage", [], "stages"],
    ["days that do not fit", [{ kind: "before", audience: "owner", workingDays: 1 }], "stages.0.workingDays"],
    ["half a day", [{ kind: "overdue", audience: "owner", workingDays: 1.5 }], "stages.0.workingDays"],
    ["an unknown kind", [{ kind: "never", audience: "owner", workingDays: 1 }], "stages.0.kind"],
    ["an unknown audience", [{ kind: "due", audience: "press", workingDays: 0 }], "stages.0.audience"],
    ["an audience out of place", [{ kind: "due", audience: "patient-side", workingDays: 0 }], "stages.0.audience"],
    ["words in one language", [{ ...OWN[1], words: { ro: OWN[1]?.words?.ro } }], "stages.0.words.en"],
    [
      "a place that nothing fills",
      [{ ...OWN[1], words: { ...OWN[1]?.words, ro: { subject: "{number}", lead: "{patient}" } } }],
      "stages.0.words.ro.lead",
    ],
    ["the same stage twice", [OWN[0], OWN[0]], "stages.1"],
    ["another field", [{ ...OWN[0], hour: 9 }], "stages.0.hour"],
  ])("with %s is refused at its place", async (_what, stages, path) => {
    const { status, body } = await put("admin", stages);
    expect([status, body.fields?.[0]?.path]).toEqual([422, path]);
    expect(body.fields[0].message).not.toBe("");
    expect((await preview(stages)).body.fields?.[0]?.path).toBe(path);
    expect(replanned).toEqual([]);
  });
});

describe("the preview on a real file", () => {
  test("shows each message with its time, its people and its letter, and saves nothing", async () => {
    const { status, body } = await preview(OWN);
    expect(status).toBe(200);
    // MOH-23 from Monday the second: due on the fourth.
    expect(body.term).toMatchObject({ startsOn: "2026-03-02", dueOn: "2026-03-04", duty: "DSP" });
    expect(body.messages.map(({ state }: { state: string }) => state)).toEqual(["before-the-term", "passed", "passed"]);
    const [, due, escalation] = body.messages;
    expect(due).toMatchObject({
      plannedAt: "2026-03-04T06:00:00.000Z", // eight in Bucharest
      recipients: [{ name: "Persoana officer", roles: ["dsp-officer"], locale: "ro" }],
      audienceText: { ro: "cine are lucrarea" },
    });
    expect(due.letters.ro.subject).toBe(`${NUMBER}: azi, 04.03.2026`);
    expect(due.letters.ro.text).toContain(`Dosarul ${NUMBER} pleacă azi la comisie (MOH-23,`);
    expect(due.letters.en.html).toContain("leaves for the commission today");
    expect(escalation).toMatchObject({
      plannedAt: "2026-03-06T06:00:00.000Z",
      recipients: [{ name: "Persoana head" }],
    });
    expect((await policy()).own).toBe(false);
    expect(replanned).toEqual([]);
    expect(JSON.stringify(body)).not.toMatch(/Popescu|Ana/);
  });

  test("in the hours of the office, to who stands in", async () => {
    await world.owner.query("UPDATE institutions SET office_opens = 9 WHERE id = 'DSP-CJ'");
    const today = bucharestDate(new Date());
    await world.owner.query(
      `INSERT INTO absences (id, institution_id, user_id, substitute_id, from_on, until_on, declared_by)
       VALUES (gen_random_uuid(), 'DSP-CJ', $1, $2, $3, $4, $1)`,
      [idOf("officer"), idOf("colleague"), today, addDays(today, 3)],
    );
    const { body } = await preview(OWN.slice(1, 2));
    expect(body.messages[0]).toMatchObject({
      plannedAt: "2026-03-04T07:00:00.000Z",
      recipients: [{ name: "Persoana colleague", inPlaceOf: "Persoana officer" }],
    });
    await world.owner.query("UPDATE institutions SET office_opens = 8");
    await world.owner.query("DELETE FROM absences");
  });

  test("of a term that the file has not is an example from today; without a number a file is chosen", async () => {
    const { body } = await preview(DEFAULT, { rule: "MOH-69", registrationNumber: undefined });
    expect(body.registrationNumber).toBe(NUMBER);
    expect(body.term).toMatchObject({ state: "example", startsOn: bucharestDate(new Date()) });
    expect(body.messages.every(({ state }: { state: string }) => state === "planned")).toBe(true);
  });

  test("says when the patient side has no part in the term, or no address", async () => {
    const toPatient = [{ kind: "due", audience: "patient-side", workingDays: 0 }];
    const states = async () => (await preview(toPatient, { rule: "MOH-42" })).body.messages[0].state;
    expect(await states()).toBe("planned");
    await world.owner.query("UPDATE cases SET patient_has_email = false WHERE id = $1", [CASE]);
    expect(await states()).toBe("no-address");
    await world.owner.query("UPDATE cases SET patient_has_email = true WHERE id = $1", [CASE]);
  });

  test("is of the own files alone", async () => {
    const missing = await preview(OWN, { registrationNumber: "DSP-BH/2026/000001" });
    expect([missing.status, missing.body.code]).toEqual([422, "UNKNOWN_FILE"]);
    expect((await preview(OWN, {}, "strangeAdmin")).status).toBe(403);
    const body = { institution: "DSP-BH", rule: "MOH-23", registrationNumber: NUMBER, stages: OWN };
    const stranger = await world.post("strangeSupervisor", "/api/admin/reminder-policies/preview", body);
    expect([stranger.status, stranger.body.code]).toEqual([422, "UNKNOWN_FILE"]);
    const none = await world.post("strangeSupervisor", "/api/admin/reminder-policies/preview", {
      ...body,
      registrationNumber: undefined,
    });
    expect([none.status, none.body.code]).toEqual([422, "NO_FILE"]);
  });

  test("may be seen by those who read the policies", async () => {
    expect((await preview(OWN, {}, "supervisor")).status).toBe(200);
    expect((await preview(OWN, {}, "head")).status).toBe(200);
    expect((await preview(OWN, {}, "officer")).status).toBe(403);
  });
});
