/** The administrator's outbox, the addresses that do not take their mail, and what people may decline. */
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "@jest/globals";
import { apiWorld } from "./support/api-world.ts";
import { emailOf, idOf, NAMES, PEOPLE, type PersonName } from "./support/people.ts";
import { seedCase } from "./support/seed-case.ts";

/** What the engine was asked to plan anew. */
const replanned: unknown[] = [];
const world = await apiWorld({}, { replan: async (scope) => void replanned.push(scope) });
const CASE = await seedCase(world, { number: "DSP-CJ/2026/000123" });
const OTHER_CASE = await seedCase(world, { number: "DSP-CJ/2026/000124" });

interface Letter {
  readonly state?: string;
  readonly kind?: string;
  readonly to?: PersonName | null;
  readonly inPlaceOf?: PersonName;
  readonly caseId?: string | null;
  readonly institution?: string;
  /** Minutes from now. */
  readonly planned?: number;
}

async function letter(given: Letter = {}): Promise<string> {
  const { state = "sent", kind = "due", to = "officer", caseId = CASE, institution = "DSP-CJ", planned = 0 } = given;
  const id = randomUUID();
  await world.owner.query(
    `INSERT INTO messages (id, case_id, kind, about, recipient_id, recipient_kind, in_place_of, institution_id, params,
       planned_at, state, attempts, next_attempt_at)
     VALUES ($1, $2, $3, 'x', $4, $5, $6, $7, '{}', now() + make_interval(mins => $8), $9, 15, now())`,
    [
      id,
      caseId,
      kind,
      to === null ? null : idOf(to),
      to === null ? "patient-side" : "user",
      given.inPlaceOf === undefined ? null : idOf(given.inPlaceOf),
      institution,
      planned,
      state,
    ],
  );
  return id;
}

async function plan(audience: string, minutes: number, institution = "DSP-CJ"): Promise<string> {
  const id = randomUUID();
  await world.owner.query(
    `INSERT INTO planned_messages (id, case_id, kind, about, audience, institution_id, params, planned_at, state)
     VALUES ($1, $2, 'before', 'x', $3, $4, '{}', now() + make_interval(mins => $5), 'planned')`,
    [id, CASE, audience, institution, minutes],
  );
  return id;
}

let opened = 0;

/** Each is opened a second after the one before. */
async function task(message: string, kind = "mail-refused", institution = "DSP-CJ"): Promise<string> {
  const id = randomUUID();
  opened += 1;
  await world.owner.query(
    `INSERT INTO admin_tasks (id, institution_id, kind, message_id, reason, opened_at)
     VALUES ($1, $2, $3, $4, '550 no such user', now() + make_interval(secs => $5))`,
    [id, institution, kind, message, opened],
  );
  return id;
}

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const outbox = async (query = "", name: PersonName = "admin") =>
  (await world.get(name, `/api/admin/messages${query}`)).body;
const tasks = async (query = "", name: PersonName = "admin") =>
  (await world.get(name, `/api/admin/mail-tasks${query}`)).body;

afterEach(async () => {
  await world.owner.query("DELETE FROM messages");
  await world.owner.query("DELETE FROM planned_messages");
  await world.owner.query("DELETE FROM admin_tasks");
});

describe("the outbox", () => {
  test("is of the own house, newest first, without contents", async () => {
    const older = await letter({ planned: -5 });
    const newer = await letter({ to: null, kind: "receipt", planned: -1 });
    const digest = await letter({ caseId: null, kind: "digest", planned: -9 });
    await letter({ to: "secretary", institution: "CST-CJ" });
    const body = await outbox();
    expect(idsOf(body.items)).toEqual([newer, older, digest]);
    expect(body.items[0]).toMatchObject({
      registrationNumber: "DSP-CJ/2026/000123",
      caseId: CASE,
      recipient: "patient-side",
      mayResend: true,
    });
    expect(body.items[2].caseId).toBeUndefined();
    expect(JSON.stringify(body)).not.toMatch(/Popescu|@/);
    expect((await outbox("", "strangeAdmin")).items).toEqual([]);
    expect((await world.get("admin", "/api/admin/messages?institution=CST-CJ")).status).toBe(403);
  });

  test("says for whom a message is planned, and in whose place one went", async () => {
    await letter({ to: "colleague", inPlaceOf: "officer" });
    const [later, next] = [await plan("head", 90), await plan("owner", 30)];
    await plan("owner", 10, "CST-CJ");
    expect((await outbox()).items[0]).toMatchObject({ recipient: "Persoana colleague", inPlaceOf: "Persoana officer" });
    const { items } = await outbox("?state=planned");
    expect(idsOf(items)).toEqual([next, later]);
    expect(items[1]).toMatchObject({
      recipient: "",
      audience: { ro: "conducerea instituției", en: "the head of the institution" },
      state: "planned",
      mayResend: false,
    });
  });

  test("by state, kind and number", async () => {
    const failed = await letter({ state: "failed", kind: "work" });
    const bounced = await letter({ state: "bounced", caseId: OTHER_CASE });
    expect(idsOf((await outbox("?state=failed")).items)).toEqual([failed]);
    expect(idsOf((await outbox("?state=bounced")).items)).toEqual([bounced]);
    expect(idsOf((await outbox("?kind=work")).items)).toEqual([failed]);
    expect(idsOf((await outbox("?number=123")).items)).toEqual([failed]);
    expect(idsOf((await outbox("?number=dsp-cj/2026/000124")).items)).toEqual([bounced]);
    expect((await outbox("?number=%25")).items).toEqual([]);
    expect((await outbox("?state=failed&number=124")).items).toEqual([]);
    expect((await world.get("admin", "/api/admin/messages?state=lost")).body.fields[0].path).toBe("state");
  });

  test.each([
    ["", (minutes: number) => -minutes],
    ["state=planned&", (minutes: number) => minutes],
  ])("comes in pages, each message once (%s)", async (query, when) => {
    const made: string[] = [];
    for (let index = 0; index < 60; index += 1) {
      made.push(query === "" ? await letter({ planned: when(index) }) : await plan("owner", when(index)));
    }
    const first = await outbox(`?${query}`);
    const second = await outbox(`?${query}cursor=${first.nextCursor}`);
    expect([...idsOf(first.items), ...idsOf(second.items)]).toEqual(made);
    expect(second.nextCursor).toBeUndefined();
  });

  test("a message that was sent, failed or came back is sent again, by those of its house", async () => {
    const resend = (name: PersonName, id: string) => world.post(name, `/api/admin/messages/${id}/resend`, {});
    const failed = await letter({ state: "failed" });
    for (const name of NAMES) {
      await world.owner.query("UPDATE messages SET state = 'failed'");
      const { institution, role } = PEOPLE[name];
      const has = ["administrator", "dsp-officer", "dsp-supervisor", "cas-officer", "cas-supervisor"].includes(role);
      expect([name, (await resend(name, failed)).status]).toEqual([
        name,
        has ? (institution === "DSP-CJ" ? 202 : 404) : 403,
      ]);
    }
    await world.owner.query("UPDATE messages SET state = 'bounced'");
    expect((await resend("officer", failed)).status).toBe(202);
    expect((await resend("admin", failed)).body.code).toBe("NOT_RESENDABLE");
    const { rows } = await world.owner.query("SELECT state, attempts FROM messages WHERE id = $1", [failed]);
    expect(rows[0]).toEqual({ state: "planned", attempts: 0 });
    for (const state of ["merged", "dropped"]) {
      expect((await resend("admin", await letter({ state }))).status).toBe(409);
    }
    expect((await resend("admin", "x")).status).toBe(404);
  });
});

describe("addresses that do not take their mail", () => {
  test("are work of the administrator of the house: whose, of which message, why, and what is to be done", async () => {
    const [own, patient] = [await letter({ state: "failed" }), await letter({ state: "bounced", to: null })];
    const refused = await task(own);
    const returned = await task(patient, "mail-bounced");
    await task(
      await letter({ state: "failed", institution: "CST-BH", to: "strangeSecretary" }),
      "mail-refused",
      "CST-BH",
    );
    const { items, open } = await tasks();
    expect(open).toBe(2);
    expect(idsOf(items)).toEqual([returned, refused]);
    expect(items[1]).toMatchObject({
      kind: "mail-refused",
      reason: "550 no such user",
      recipient: { kind: "user", id: idOf("officer"), name: "Persoana officer", email: emailOf("officer") },
      message: { id: own, state: "failed", mayResend: true },
      registrationNumber: "DSP-CJ/2026/000123",
    });
    expect(items[0].recipient).toEqual({ kind: "patient-side", officer: "Persoana officer" });
    expect((await tasks("", "strangeAdmin")).open).toBe(1);
    expect((await world.get("admin", "/api/admin/mail-tasks?institution=CST-BH")).status).toBe(403);
  });

  test("are closed with a note, once", async () => {
    const id = await task(await letter({ state: "failed" }));
    const close = (name: PersonName, note: string) => world.post(name, `/api/admin/mail-tasks/${id}/close`, { note });
    expect((await close("admin", " ")).body.fields[0]).toMatchObject({ path: "note" });
    expect((await close("strangeAdmin", "închis")).status).toBe(404);
    const closed = await close("admin", "adresa corectată");
    expect(closed.body.closed).toMatchObject({ by: "Persoana admin", note: "adresa corectată" });
    expect((await close("admin", "altceva")).body.closed.note).toBe("adresa corectată");
    expect((await tasks()).open).toBe(0);
    expect(idsOf((await tasks("?closed=1")).items)).toEqual([id]);
  });
});

describe("the address of a person", () => {
  const put = (name: PersonName, of: PersonName, email: string) =>
    world.as(name, { method: "PUT", url: `/api/admin/users/${idOf(of)}/email`, body: { email } });

  test("is corrected by the administrator of the house, and signs in", async () => {
    expect((await put("admin", "colleague", "radu.pop@dosar.example")).body).toEqual({
      id: idOf("colleague"),
      name: "Persoana colleague",
      email: "radu.pop@dosar.example",
    });
    expect((await world.get("colleague", "/api/session")).body.user.email).toBe("radu.pop@dosar.example");
    expect((await put("admin", "colleague", emailOf("colleague"))).status).toBe(200);
  });

  test("is not that of another person, in whatever letters, and is an address", async () => {
    const taken = await put("admin", "colleague", emailOf("stranger").toUpperCase());
    expect([taken.status, taken.body.code]).toEqual([409, "EMAIL_TAKEN"]);
    expect(taken.body.message).toContain("se autentifică deja altă persoană");
    expect((await put("admin", "colleague", "nu e adresă")).body.fields[0].path).toBe("email");
  });

  test("of somebody elsewhere is out of reach", async () => {
    expect((await put("admin", "stranger", "x@dosar.example")).status).toBe(404);
    expect((await put("admin", "secretary", "x@dosar.example")).status).toBe(404);
    expect((await put("supervisor", "officer", "x@dosar.example")).status).toBe(403);
    const { rows } = await world.owner.query("SELECT FROM users WHERE email = 'x@dosar.example'");
    expect(rows).toEqual([]);
  });
});

describe("the hours of an office", () => {
  const put = (name: PersonName, institution: string, hours: unknown) =>
    world.as(name, { method: "PUT", url: `/api/admin/institutions/${institution}/office-hours`, body: hours });

  test("are set by the administrator of the house alone", async () => {
    expect((await put("admin", "DSP-CJ", { opens: 7, closes: 15 })).body).toEqual({
      institution: "DSP-CJ",
      opens: 7,
      closes: 15,
    });
    const { rows } = await world.owner.query(
      "SELECT office_opens, office_closes FROM institutions WHERE id = 'DSP-CJ'",
    );
    expect(rows[0]).toEqual({ office_opens: 7, office_closes: 15 });
    expect(replanned).toEqual([{ institution: "DSP-CJ" }]);
    expect((await put("strangeAdmin", "DSP-CJ", { opens: 7, closes: 15 })).status).toBe(403);
    expect((await put("admin", "CST-CJ", { opens: 7, closes: 15 })).status).toBe(403);
  });

  test.each([
    [{ opens: 16, closes: 8 }, "closes"],
    [{ opens: 8, closes: 8 }, "closes"],
    [{ opens: 8, closes: 24 }, "closes"],
    [{ opens: -1, closes: 8 }, "opens"],
    [{ opens: 7.5, closes: 8 }, "opens"],
  ])("%j is refused at %s", async (hours, path) => {
    const { status, body } = await put("admin", "DSP-CJ", hours);
    expect([status, body.fields[0].path]).toEqual([422, path]);
  });
});

describe("the morning digest", () => {
  test("is declined and wanted again by the person alone", async () => {
    const set = (digest: unknown) =>
      world.as("officer", { method: "PUT", url: "/api/session/preferences", body: { digest } });
    expect((await world.get("officer", "/api/session")).body.digest).toBe(true);
    expect((await set(false)).body.digest).toBe(false);
    expect((await world.get("officer", "/api/session")).body.digest).toBe(false);
    expect((await world.get("colleague", "/api/session")).body.digest).toBe(true);
    expect((await set(true)).body.digest).toBe(true);
    expect((await set("da")).body.fields[0].path).toBe("digest");
  });
});
