import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { issueDigests } from "../../activities/mail/issue-digests.ts";
import { userOfToken } from "../../prisma/secrecy/unsubscribe.ts";
import type { CaughtMail } from "../../dev/stack/mail.ts";
import { PEOPLE } from "../support/people.ts";
import { MailWorld, PUBLIC_URL } from "./support/mail-world.ts";

const world = await MailWorld.open();
const OFFICER = PEOPLE.dsp.userId;
const COLLEAGUE = randomUUID();
/** A Thursday: the next five working days are the 6th and the 9th to the 12th of March. */
const MORNING = "2026-03-05T06:03:00Z";

beforeAll(async () => {
  await world.pool.query(
    "INSERT INTO users (id, email, name, password_hash) VALUES ($1, 'colega@example.ro', 'Colega', '')",
    [COLLEAGUE],
  );
  await world.pool.query("INSERT INTO memberships VALUES ($1, 'DSP-CJ', 'dsp-officer')", [COLLEAGUE]);
});
beforeEach(() => world.clear());
afterEach(async () => {
  await world.pool.query("UPDATE users SET digest = true, locale = 'ro'");
  await world.pool.query("UPDATE institutions SET office_opens = 8, office_closes = 16");
  await world.pool.query("DELETE FROM declared_days WHERE legal_act = 'Ordinul 1'").catch(() => undefined);
});

async function issue(at: string): Promise<number> {
  world.time = at;
  return await issueDigests({ pool: world.pool, calendars: world.calendars, now: world.now() });
}

async function digestsAt(at: string): Promise<Record<string, CaughtMail>> {
  await issue(at);
  await world.sweep();
  const caught = await world.mail.messages();
  return Object.fromEntries(caught.map((mail) => [mail.to[0]?.split("@")[0] ?? "", mail]));
}

const away = (userId: string, substituteId: string): Promise<unknown> =>
  world.pool.query(
    `INSERT INTO absences (id, institution_id, user_id, substitute_id, from_on, until_on, declared_by)
     SELECT gen_random_uuid(), institution_id, $1, $2, '2026-03-01', '2026-03-31', $1 FROM memberships WHERE user_id = $1`,
    [userId, substituteId],
  );

describe("what it says", () => {
  test("own work overdue, due today and in the next five working days, each with a link to its step; nothing beyond", async () => {
    const [late, today, week, beyond] = [
      await world.addCase(),
      await world.addCase(),
      await world.addCase(),
      await world.addCase(),
    ];
    await world.addWork(late, { dueOn: "2026-03-03" });
    await world.addWork(today, { dueOn: "2026-03-05", step: "send-to-ministry" });
    await world.addWork(week, { dueOn: "2026-03-12" });
    await world.addWork(beyond, { dueOn: "2026-03-13" });
    await world.addWork(beyond, { dueOn: "9999-12-31", step: "complete-dossier" });
    const { "dsp-officer": mail, colega } = await digestsAt(MORNING);
    expect(colega).toBeUndefined();
    expect(mail?.subject).toBe("Dosar: ziua de 05.03.2026");
    const text = mail?.text ?? "";
    const order = ["Termene depășite (1)", "03.03.2026", "Cu termen azi (1)", "În următoarele 5 zile lucrătoare (1)"];
    let at = 0;
    for (const part of order) {
      expect([part, text.indexOf(part, at)]).not.toEqual([part, -1]);
      at = text.indexOf(part, at);
    }
    expect(text).toContain(`${PUBLIC_URL}/dosare/${late}?pas=send-to-commission`);
    expect(text).toContain(`${PUBLIC_URL}/dosare/${today}?pas=send-to-ministry`);
    expect(text).toContain("Trimiterea dosarului la comisia de specialitate");
    expect(text).toContain(week);
    expect(text).not.toContain(beyond);
    expect(mail?.html).toContain(`${PUBLIC_URL}/dosare/${late}?pas=send-to-commission`);
    expect(text).not.toContain("pacient@exemplu.ro");
  });

  test("the queue of the commission and of the Ministry goes to everybody whose work it is; in the language of each", async () => {
    await world.pool.query("UPDATE users SET locale = 'en' WHERE id = $1", [PEOPLE.ministry.userId]);
    const file = await world.addCase();
    await world.addWork(file, { institution: "CST-CJ", step: "begin-examination", dueOn: "2026-03-05" });
    await world.addWork(file, { institution: "MS", step: "register-at-ministry", dueOn: "2026-03-04" });
    const got = await digestsAt(MORNING);
    expect(Object.keys(got).toSorted()).toEqual(["commission-secretary", "ministry-officer"]);
    expect(got["ministry-officer"]?.text).toContain("Overdue (1)");
    expect(got["ministry-officer"]?.text).toContain("due 4 March 2026");
    expect(got["commission-secretary"]?.text).toContain("Cu termen azi (1)");
  });

  test("supervisors and heads: how many, and which are overdue", async () => {
    for (const dueOn of ["2026-03-02", "2026-03-05", "2026-03-05", "2026-03-06"]) {
      await world.addWork(await world.addCase(), { dueOn });
    }
    const got = await digestsAt(MORNING);
    for (const name of ["dsp-supervisor", "institution-head"]) {
      const text = got[name]?.text ?? "";
      expect(text).toContain("DSP Cluj");
      expect(text).toContain("Depășite: un pas. Cu termen azi: 2 pași. În următoarele 5 zile lucrătoare: un pas.");
      expect(text.match(/pas=send-to-commission/g)).toHaveLength(1);
    }
  });

  test("in an insurance house the officer has the work, the supervisor and the head how it stands", async () => {
    await world.addWork(await world.addCase(), {
      institution: "CAS-CJ",
      officer: PEOPLE.cas.userId,
      dueOn: "2026-03-04",
    });
    const got = await digestsAt(MORNING);
    expect(Object.keys(got).toSorted()).toEqual(["cas-head", "cas-officer", "cas-supervisor"]);
    expect(got["cas-officer"]?.text).toContain("Termene depășite (1)");
    for (const name of ["cas-head", "cas-supervisor"]) expect(got[name]?.text).toContain("CAS Cluj");
  });

  test("E112-A4: what an insurance house has to do is named without a term, the oldest first; what others owe is not", async () => {
    const house = { institution: "CAS-CJ", officer: PEOPLE.cas.userId, dueOn: "9999-12-31", duty: "CAS" };
    const [newer, older, clinics] = [await world.addCase(), await world.addCase(), await world.addCase()];
    await world.addWork(newer, { ...house, step: "analyse-conditions", since: "2026-02-20" });
    await world.addWork(older, { ...house, step: "check-insured-status", since: "2026-01-12" });
    await world.addWork(clinics, { ...house, step: "await-acceptance", duty: "CLINIC" });
    const got = await digestsAt(MORNING);
    const text = got["cas-officer"]?.text ?? "";
    expect(text).toContain("Fără termen în lege, de la cele mai vechi (2)");
    expect(text).toMatch(/Verificarea statutului de asigurat[^]*din 12\.01\.2026[^]*Analiza[^]*din 20\.02\.2026/);
    expect(text).not.toContain(clinics);
    expect(text).not.toMatch(/[Dd]epășit|Cu termen|termen 1|termen 2/);
    expect(got["cas-supervisor"]?.text).toContain("Fără termen în lege: 2 pași.");
  });

  test("which way a decision went is not told, in the Ministry's process or in that of E112", async () => {
    for (const step of ["issue-form", "refuse-or-move", "communicate-refusal"]) {
      await world.addWork(await world.addCase(), {
        institution: "CAS-CJ",
        officer: PEOPLE.cas.userId,
        dueOn: "9999-12-31",
        duty: "CAS",
        step,
      });
    }
    const { "cas-officer": ofCas } = await digestsAt("2026-03-04T06:03:00Z");
    expect(ofCas?.text.match(/Hotărârea casei asupra cererii/g)).toHaveLength(3);
    expect(ofCas?.text).not.toMatch(/refuz|eliber|refuse|issue/i);
    await world.clear();
    const file = await world.addCase();
    await world.addWork(file, { step: "notify-rejection", dueOn: "2026-03-05" });
    const { "dsp-officer": mail } = await digestsAt(MORNING);
    expect(mail?.text).toContain("Înștiințarea pacientului despre decizie");
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/respin|notify-rejection/i);
  });

  test("a substitute has the work of who is away, marked; who is away has none", async () => {
    await away(OFFICER, COLLEAGUE);
    await away(PEOPLE.head.userId, PEOPLE.supervisor.userId);
    const [own, others] = [await world.addCase(), await world.addCase()];
    await world.addWork(own, { dueOn: "2026-03-05", officer: COLLEAGUE });
    await world.addWork(others, { dueOn: "2026-03-05" });
    const got = await digestsAt(MORNING);
    expect(Object.keys(got).toSorted()).toEqual(["colega", "dsp-supervisor"]);
    const [first = "", second = ""] = (got["colega"]?.text ?? "").split("* DSP-CJ").slice(1);
    const marked = [first, second].map((text) => text.includes("În locul unui coleg care lipsește."));
    expect(marked.toSorted()).toEqual([false, true]);
    expect([first, second][marked.indexOf(true)]).toContain(others);
  });

  test("long lists end: the rest is in the queue", async () => {
    for (let index = 0; index < 43; index += 1) await world.addWork(await world.addCase(), { dueOn: "2026-03-02" });
    const { "dsp-officer": mail } = await digestsAt(MORNING);
    expect(mail?.text).toContain("Termene depășite (43)");
    expect(mail?.text.match(/pas=send-to-commission/g)).toHaveLength(40);
    expect(mail?.text).toContain("Și încă 3 pași, în lucrări.");
  });
});

describe("when it comes", () => {
  test("once a day, however often and by however many it is issued; again the next day", async () => {
    await world.addWork(await world.addCase(), { dueOn: "2026-03-06" });
    const made = await Promise.all([issue(MORNING), issue(MORNING), issue(MORNING)]);
    expect(made.length).toBe(3);
    await world.sweep();
    expect(await issue("2026-03-05T06:06:00Z")).toBe(0);
    expect(await issue("2026-03-05T11:00:00Z")).toBe(0);
    await world.sweep();
    const count = async (): Promise<number> =>
      (await world.mail.messages()).filter(({ to }) => to.includes("dsp-officer@example.ro")).length;
    expect(await count()).toBe(1);
    await issue("2026-03-06T06:01:00Z");
    await world.sweep();
    expect(await count()).toBe(2);
  });

  test("from the opening of the office on, on its working days; the hour changes with the season", async () => {
    await world.addWork(await world.addCase(), { dueOn: "2026-03-02" });
    expect(await issue("2026-03-05T05:59:00Z")).toBe(0);
    expect(await issue("2026-03-07T08:00:00Z")).toBe(0); // a Saturday
    expect(await issue("2026-04-10T08:00:00Z")).toBe(0); // Good Friday
    expect(await issue("2026-03-05T15:00:00Z")).toBe(0); // closed
    expect(await issue("2026-03-05T06:00:00Z")).toBeGreaterThan(0);
    await world.pool.query("DELETE FROM messages");
    expect(await issue("2026-03-31T05:00:00Z")).toBeGreaterThan(0); // summer time
    await world.pool.query("DELETE FROM messages");
    await world.pool.query("UPDATE institutions SET office_opens = 10 WHERE id = 'DSP-CJ'");
    expect(await issue("2026-03-05T07:59:00Z")).toBe(0);
    expect(await issue("2026-03-05T08:00:00Z")).toBeGreaterThan(0);
  });

  test("nothing when there is nothing to do, and nothing for who declined it, though it was made", async () => {
    expect(await issue(MORNING)).toBe(0);
    await world.addWork(await world.addCase(), { dueOn: "2026-03-05" });
    await issue(MORNING);
    await world.pool.query("UPDATE users SET digest = false WHERE id = $1", [OFFICER]);
    await world.sweep();
    const to = (await world.mail.messages()).flatMap((mail) => mail.to).toSorted();
    expect(to).toEqual(["dsp-supervisor@example.ro", "institution-head@example.ro"]);
    await world.pool.query("DELETE FROM messages");
    await issue(MORNING);
    expect((await world.letters()).length).toBe(2);
  });

  test("what was done before it left is not in it; a digest of yesterday is not sent", async () => {
    const file = await world.addCase();
    await world.addWork(file, { dueOn: "2026-03-05" });
    await issue(MORNING);
    await world.pool.query("UPDATE work_items SET closed_at = now()");
    await world.sweep();
    expect(await world.mail.messages()).toEqual([]);
    expect((await world.letters()).every(({ state }) => state === "dropped")).toBe(true);
    await world.pool.query("DELETE FROM messages");
    await world.pool.query("UPDATE work_items SET closed_at = NULL");
    await issue(MORNING);
    world.time = "2026-03-06T04:00:00Z";
    await world.sweep();
    expect(await world.mail.messages()).toEqual([]);
  });
});

test("it can be declined from the mail program; no other letter can", async () => {
  const file = await world.addCase();
  await world.addWork(file, { dueOn: "2026-03-05" });
  await world.addLetter(file, { to: PEOPLE.cst.userId, plannedAt: "2026-03-05T06:00:00Z" });
  const got = await digestsAt(MORNING);
  const { headers } = got["dsp-officer"] ?? {};
  expect(headers?.["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
  const address = new URL((headers?.["list-unsubscribe"] ?? "").replaceAll(/[<>\s]/g, ""));
  expect(`${address.origin}${address.pathname}`).toBe(`${PUBLIC_URL}/dezabonare`);
  expect(userOfToken(world.keyring, address.searchParams.get("token") ?? "")).toBe(OFFICER);
  expect(got["commission-secretary"]?.headers["list-unsubscribe"]).toBeUndefined();
});
