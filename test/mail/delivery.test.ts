import { createServer } from "node:net";
import { beforeEach, describe, expect, test } from "@jest/globals";
import { PEOPLE } from "../support/people.ts";
import { MailWorld } from "./support/mail-world.ts";

const world = await MailWorld.open();
/** Nothing listens there. */
const AWAY = "smtp://127.0.0.1:9";
const SECOND = PEOPLE.supervisor.userId;

beforeEach(() => world.clear());

/** A mail server that answers every conversation with this. */
async function grumpyServer(answer: string): Promise<{ url: string; stop(): void; asked(): number }> {
  let asked = 0;
  const server = createServer((socket) => {
    asked += 1;
    socket.on("error", () => undefined);
    socket.end(`${answer}\r\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, stop: () => server.close(), asked: () => asked };
}

describe("a mail server that is away", () => {
  test("for eight days: no letter is lost, none has lost an attempt, one letter asks each quarter of an hour", async () => {
    const server = await grumpyServer("421 later");
    const caseId = await world.addCase();
    for (let letter = 0; letter < 5; letter += 1) {
      await world.addLetter(caseId, { plannedAt: "2026-03-06T06:00:00Z" });
    }
    const start = Date.parse("2026-03-06T06:00:00Z");
    const asks: number[] = [];
    for (let minute = 0; minute <= 8 * 24 * 60; minute += minute < 60 ? 1 : 7) {
      world.time = new Date(start + minute * 60_000).toISOString();
      const before = server.asked();
      expect(await world.sweep({ to: server.url })).toEqual({ sent: 0, more: false });
      if (server.asked() > before) asks.push(minute);
      expect(server.asked() - before).toBeLessThanOrEqual(1);
    }
    server.stop();
    expect(asks.slice(0, 6)).toEqual([0, 1, 2, 4, 8, 16]); // half a minute, twice as long each time, at most 15 minutes
    const pauses = asks.slice(8).map((minute, index) => minute - (asks[index + 7] ?? 0));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(21); // the sweeps of this test come every 7 minutes
    expect((await world.letters()).map(({ state, attempts }) => [state, attempts])).toEqual(
      Array.from({ length: 5 }, () => ["planned", 0]),
    );
    world.time = new Date(start + 9 * 24 * 3_600_000).toISOString();
    expect((await world.sweep()).sent).toBe(5);
    expect(await world.tasks()).toEqual([]);
  });

  test("back in the night: reminders, and what became of them, leave when the office of their reader opens; news and receipts at once", async () => {
    const caseId = await world.addCase();
    await world.addDeadline(caseId, "MOH-23", "2026-03-05");
    const plannedAt = "2026-03-06T06:00:00Z";
    for (let letter = 0; letter < 7; letter += 1) await world.addLetter(caseId, { deadline: "MOH-23", plannedAt });
    await world.addLetter(caseId, { kind: "receipt", to: "patient-side", plannedAt });
    world.time = "2026-03-06T06:00:00Z";
    await world.sweep({ to: AWAY });
    const sentAt = async (at: string): Promise<number> => {
      world.time = at;
      return (await world.sweep()).sent;
    };
    expect(await sentAt("2026-03-06T23:30:00Z")).toBe(1);
    expect(await sentAt("2026-03-07T09:00:00Z")).toBe(0); // a Saturday
    expect(await sentAt("2026-03-09T05:59:00Z")).toBe(0);
    expect(await sentAt("2026-03-09T06:00:00Z")).toBe(1); // the summary of all
    expect(await sentAt("2026-03-09T20:00:00Z")).toBe(0);
  });

  test("back after a day: more than five letters for one person become one, of what still stands; the patient side gets each", async () => {
    const caseId = await world.addCase();
    await world.addDeadline(caseId, "MOH-23", "2026-03-05");
    await world.addDeadline(caseId, "MOH-69", "2026-03-05");
    await world.pool.query("UPDATE deadlines SET state = 'ended' WHERE id = 'MOH-69'");
    const crowd: string[] = [];
    for (let letter = 0; letter < 8; letter += 1) {
      crowd.push(await world.addLetter(caseId, { deadline: "MOH-23", plannedAt: `2026-03-06T06:0${letter}:00Z` }));
    }
    const over = await world.addLetter(caseId, { deadline: "MOH-69", plannedAt: "2026-03-06T06:00:00Z" });
    for (let letter = 0; letter < 5; letter += 1) {
      await world.addLetter(caseId, { to: SECOND, kind: "escalation", plannedAt: "2026-03-06T06:00:30Z" });
      await world.addLetter(caseId, { to: "patient-side", kind: "receipt", plannedAt: "2026-03-06T06:00:30Z" });
      await world.addLetter(caseId, { to: "patient-side", kind: "receipt", plannedAt: "2026-03-06T06:00:30Z" });
    }
    for (const hour of ["06", "09", "15", "23"]) {
      world.time = `2026-03-06T${hour}:10:00Z`;
      await world.sweep({ to: AWAY });
    }
    world.time = "2026-03-09T06:00:00Z"; // the Monday
    const late = await world.addLetter(caseId, { plannedAt: "2026-03-09T05:30:00Z" });
    await world.sweep();
    const caught = await world.mail.messages();
    const to = (address: string) => caught.filter((mail) => mail.to.includes(address));
    expect(to("pacient@exemplu.ro")).toHaveLength(10);
    expect(to("dsp-supervisor@example.ro")).toHaveLength(5);
    // One that has not waited for an hour asked whether the server was there; then one instead of all the others.
    const own = to("dsp-officer@example.ro");
    expect(own).toHaveLength(2);
    const summary = own.find(({ subject }) => subject.startsWith("Dosar: "));
    expect(summary?.subject).toBe("Dosar: 8 mesaje care au așteptat");
    expect(summary?.text.match(/DSP-CJ\/2026\/000/g)).toHaveLength(8);
    const states = await Promise.all(crowd.map(async (id) => (await world.letter(id)).state));
    expect(states.filter((state) => state === "merged")).toHaveLength(8);
    const merged = (await world.letters()).filter(({ state }) => state === "merged");
    const made = (await world.letters()).find(({ kind }) => kind === "summary");
    expect(new Set(merged.map(({ mergedInto }) => mergedInto))).toEqual(new Set([made?.id]));
    expect([made?.state, (await world.letter(over)).state, (await world.letter(late)).state]).toEqual([
      "sent",
      "dropped",
      "sent",
    ]);
    await world.sweep();
    expect(await world.mail.messages()).toHaveLength(caught.length);
  });

  test("a summary of which nothing stands any more is not sent", async () => {
    const caseId = await world.addCase();
    await world.addDeadline(caseId, "MOH-23", "2026-03-05");
    await world.addLetter(caseId, { kind: "receipt", to: "patient-side", plannedAt: "2026-03-06T05:00:00Z" });
    for (let letter = 0; letter < 6; letter += 1) {
      await world.addLetter(caseId, { deadline: "MOH-23", plannedAt: "2026-03-06T06:00:00Z" });
    }
    world.time = "2026-03-06T08:00:00Z";
    world.mail.refuse("dsp-officer@example.ro", 450);
    await world.sweep();
    const summary = (await world.letters()).find(({ kind }) => kind === "summary");
    expect(summary).toMatchObject({ state: "planned", attempts: 1 });
    await world.pool.query("UPDATE deadlines SET state = 'ended'");
    world.mail.acceptAll();
    world.time = "2026-03-06T09:00:00Z";
    await world.sweep();
    expect((await world.letter(summary?.id ?? "")).state).toBe("dropped");
    expect((await world.mail.messages()).map(({ to }) => to)).toEqual([["pacient@exemplu.ro"]]);
  });

  test("everything refused for a while, of many people: that is the server, and costs nobody an attempt", async () => {
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const caseId = await world.addCase({ email: `p${index}@exemplu.ro` });
      ids.push(
        await world.addLetter(caseId, { kind: "receipt", to: "patient-side", plannedAt: "2026-03-06T06:00:00Z" }),
      );
    }
    world.time = "2026-03-06T06:01:00Z";
    world.mail.refuse("*", 451);
    await world.sweep();
    const attempts = await Promise.all(ids.map(async (id) => (await world.letter(id)).attempts));
    expect(attempts.reduce((sum, each) => sum + each, 0)).toBe(1); // that of the letter which went first
    world.mail.acceptAll();
    world.time = "2026-03-06T06:10:00Z";
    expect((await world.sweep()).sent).toBe(12);
  });

  test("it goes away in the middle of a batch: each letter leaves once, the others when it is back", async () => {
    const { SMTPServer } = await import("smtp-server");
    let accepted = 0;
    const got: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      logger: false,
      onData(stream, session, done) {
        stream.resume();
        stream.on("end", () => {
          accepted += 1;
          if (accepted > 20) return done(Object.assign(new Error("closing"), { responseCode: 421 }));
          got.push(String(session.envelope.rcptTo[0]?.address));
          done();
        });
      },
    });
    server.on("error", () => undefined);
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", () => resolve()));
    const address = server.server.address();
    const url = `smtp://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    for (let index = 0; index < 40; index += 1) {
      const caseId = await world.addCase({ email: `p${index}@exemplu.ro` });
      await world.addLetter(caseId, { kind: "receipt", to: "patient-side", plannedAt: "2026-03-06T06:00:00Z" });
    }
    world.time = "2026-03-06T06:01:00Z";
    await world.sweep({ to: url });
    await new Promise<void>((resolve) => server.close(resolve));
    expect(got).toHaveLength(20);
    world.time = "2026-03-06T06:05:00Z";
    await world.sweep();
    const later = (await world.mail.messages()).flatMap(({ to }) => to);
    expect(new Set([...got, ...later]).size).toBe(40);
    expect(got.length + later.length).toBe(40);
    expect((await world.letters()).every(({ state, attempts }) => state === "sent" && attempts === 1)).toBe(true);
  });
});

describe("what is refused for good becomes work", () => {
  test("of the institution of the recipient; for the patient side of the DSP of the file; without the address", async () => {
    const caseId = await world.addCase();
    const toOfficer = await world.addLetter(caseId, {
      to: PEOPLE.cst.userId,
      institution: "CST-CJ",
      plannedAt: "2026-03-06T06:00:00Z",
    });
    const toPatient = await world.addLetter(caseId, {
      to: "patient-side",
      kind: "receipt",
      plannedAt: "2026-03-06T06:00:00Z",
    });
    world.time = "2026-03-06T06:01:00Z";
    world.mail.refuse("*", 550, "no mailbox pacient@exemplu.ro or commission-secretary@example.ro");
    await world.sweep();
    const tasks = await world.tasks();
    expect(
      tasks.map(({ institution, kind, messageId, open }) => [institution, kind, messageId, open]).toSorted(),
    ).toEqual(
      [
        ["CST-CJ", "mail-refused", toOfficer, true],
        ["DSP-CJ", "mail-refused", toPatient, true],
      ].toSorted(),
    );
    expect(JSON.stringify([tasks, await world.letters()])).not.toMatch(/@(exemplu|example)\.ro/);
    // Sent again and refused again, the task that was closed is open again.
    await world.pool.query("UPDATE admin_tasks SET closed_at = now(), resolution = 'x'");
    await world.pool.query("UPDATE messages SET state = 'planned', next_attempt_at = '2026-03-06' WHERE id = $1", [
      toPatient,
    ]);
    await world.sweep();
    expect((await world.tasks()).filter(({ open }) => open).map(({ messageId }) => messageId)).toEqual([toPatient]);
  });

  test("one that is refused for a while is tried for days, then it is work too", async () => {
    const caseId = await world.addCase();
    const id = await world.addLetter(caseId, { plannedAt: "2026-03-06T06:00:00Z" });
    world.mail.refuse("*", 452);
    let at = Date.parse("2026-03-06T06:00:00Z");
    const waits: number[] = [];
    for (let attempt = 0; attempt < 20 && (await world.letter(id)).state === "planned"; attempt += 1) {
      world.time = new Date(at).toISOString();
      await world.sweep();
      const { next } = await world.letter(id);
      waits.push(Math.round((next.getTime() - at) / 60_000));
      at = next.getTime();
    }
    expect(waits.slice(0, 15)).toEqual([1, 2, 5, 15, 30, 60, 120, 240, 480, 720, 720, 720, 720, 720, 720]);
    expect(await world.letter(id)).toMatchObject({ state: "failed", attempts: 16 });
    expect((await world.tasks()).map(({ messageId }) => messageId)).toEqual([id]);
  });
});

describe("what is no longer true when its turn comes", () => {
  test("is not said: the deadline was met, moved, suspended or its day is over, the step is done", async () => {
    const caseId = await world.addCase();
    for (const [id, due] of [
      ["met", "2026-03-10"],
      ["moved", "2026-03-11"],
      ["suspended", "2026-03-10"],
      ["stands", "2026-03-10"],
      ["over", "2026-03-08"],
    ] as const) {
      await world.addDeadline(caseId, id, due);
    }
    await world.pool.query("UPDATE deadlines SET state = 'ended' WHERE id = 'met'");
    await world.pool.query("UPDATE deadlines SET state = 'suspended' WHERE id = 'suspended'");
    const letter = (deadline: string, kind: string, about = "2026-03-10"): Promise<string> =>
      world.addLetter(caseId, { deadline, kind, about, plannedAt: "2026-03-09T06:00:00Z" });
    const ids = {
      met: await letter("met", "before"),
      moved: await letter("moved", "before"),
      suspended: await letter("suspended", "before"),
      stands: await letter("stands", "before"),
      tooLate: await letter("over", "before", "2026-03-08"),
      dayOver: await letter("over", "due", "2026-03-08"),
      overdue: await letter("over", "overdue", "2026-03-08"),
      work: await world.addLetter(caseId, {
        kind: "work",
        about: "send-to-commission",
        params: { step: "send-to-commission" },
        plannedAt: "2026-03-09T06:00:00Z",
      }),
    };
    world.time = "2026-03-09T06:00:10Z";
    await world.sweep();
    const states = Object.fromEntries(
      await Promise.all(Object.entries(ids).map(async ([name, id]) => [name, (await world.letter(id)).state] as const)),
    );
    expect(states).toEqual({
      met: "dropped",
      moved: "dropped",
      suspended: "dropped",
      stands: "sent",
      tooLate: "dropped",
      dayOver: "dropped",
      overdue: "sent",
      work: "dropped",
    });
  });
});

describe("a date in a year whose calendar is not confirmed", () => {
  const provisional = {
    deadlines: {
      "MOH-23": { due: { provisionalYears: [2027] } },
      "MOH-69": { due: { provisionalYears: [2027, 2028] } },
    },
  };
  const SAID = "Termen provizoriu: calendarul anului 2027 nu este confirmat.";

  test("is said to be provisional, as it stands when the letter leaves, and in a summary", async () => {
    const caseId = await world.addCase({ state: provisional });
    const plain = await world.addCase({ state: { deadlines: { "MOH-23": { due: {} } } } });
    const plannedAt = "2027-01-11T06:00:00Z";
    for (const [file, deadline] of [
      [caseId, "MOH-23"],
      [caseId, "MOH-69"],
      [plain, "MOH-23"],
    ] as const) {
      await world.addDeadline(file, deadline, "2027-01-08");
      await world.addLetter(file, { deadline, about: "2027-01-08", plannedAt });
    }
    world.time = "2027-01-11T06:01:00Z";
    await world.sweep();
    const letters = (await world.mail.messages()).map(({ text }) => text);
    expect(letters).toHaveLength(3);
    expect(letters.filter((text) => text.includes(SAID))).toHaveLength(1);
    expect(letters.filter((text) => text.includes("calendarele anilor 2027, 2028 nu sunt confirmate"))).toHaveLength(1);
    await world.mail.clear();
    for (let letter = 0; letter < 7; letter += 1) {
      await world.addLetter(caseId, { deadline: "MOH-23", about: "2027-01-08", plannedAt });
    }
    world.time = "2027-01-11T08:00:00Z";
    await world.sweep();
    const [summary] = (await world.mail.messages()).filter(({ subject }) => subject.startsWith("Dosar: "));
    expect(summary?.text.split(SAID).length).toBeGreaterThan(6);
  });
});
