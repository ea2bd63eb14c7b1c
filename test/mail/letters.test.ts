/** What stands in the letters, and what comes with them. */
import { beforeEach, describe, expect, test } from "@jest/globals";
import ICAL from "ical.js";
import { simpleParser } from "mailparser";
import { writeLetter } from "../../domain/messages/letter.ts";
import { linkOf, type MessageSubject } from "../../domain/messages/subject.ts";
import { MOH_STEPS } from "../../domain/moh/steps.ts";
import { isPolicyKey, deadlinesOfPolicy, REMINDER_KINDS, REMINDER_POLICIES } from "../../domain/reminders/policy.ts";
import { PEOPLE } from "../support/people.ts";
import { MailWorld, PUBLIC_URL } from "./support/mail-world.ts";

const world = await MailWorld.open();
beforeEach(() => world.clear());

const CASE = "7204856b-808d-4133-bab7-6bfea3f7bee9";
const MESSAGE = "459085f0-3f2e-41d7-88d8-2924ea9aaf60";

function subject(change: Partial<MessageSubject> = {}): MessageSubject {
  return {
    id: MESSAGE,
    kind: "before",
    registrationNumber: "DSP-CJ/2026/000012",
    caseId: CASE,
    deadline: "MOH-23",
    about: "2026-03-05",
    params: { rule: "MOH-23", step: "send-to-commission", days: "-1" },
    toPatientSide: false,
    publicUrl: PUBLIC_URL,
    ...change,
  };
}

describe("every kind, in both languages", () => {
  const toPatientSide = ["receipt", "opened", "registered", "lacking", "deciding", "form-ready"];
  const kinds = [...REMINDER_KINDS, "work", ...toPatientSide];
  test.each(kinds)("%s: number and date, as text and as HTML, nothing left to fill", (kind) => {
    for (const language of ["ro", "en"] as const) {
      const { subject: title, text, html } = writeLetter(subject({ kind }), language);
      expect(title).toContain("DSP-CJ/2026/000012");
      for (const part of [title, text, html]) expect(part).not.toMatch(/undefined|NaN|\{[a-z]+\}/);
      expect(html).toContain(`<html lang="${language}">`);
      expect(text).toContain(linkOf(subject({ kind })));
      expect(html).toContain(linkOf(subject({ kind })));
      if (kind !== "work" && !toPatientSide.includes(kind))
        expect(text).toContain({ ro: "05.03.2026", en: "5 March 2026" }[language]);
    }
  });

  test("Romanian agrees with its numbers", () => {
    const of = (days: string) =>
      writeLetter(subject({ kind: "second-escalation", params: { rule: "MOH-23", days } }), "ro").subject;
    expect(of("1")).toContain("cu cel puțin o zi lucrătoare");
    expect(of("3")).toContain("cu cel puțin 3 zile lucrătoare");
    expect(of("20")).toContain("cu cel puțin 20 de zile lucrătoare");
    expect(of("101")).toContain("cu cel puțin 101 zile lucrătoare");
  });

  test("who stands in for somebody is told so", () => {
    expect(writeLetter(subject({ inPlaceOfAnother: true }), "ro").text).toContain("în locul unui coleg care lipsește");
    expect(writeLetter(subject(), "ro").text).not.toContain("coleg");
  });
});

describe("which way a decision went is told by no letter", () => {
  const keys = Object.keys(REMINDER_POLICIES).filter(isPolicyKey);
  test.each(keys)("%s", (key) => {
    const { rule } = deadlinesOfPolicy(key);
    const step = Object.entries(MOH_STEPS).find(([, { rules }]) => (rules as readonly string[]).includes(rule))?.[0];
    for (const kind of [...REMINDER_KINDS, "work"]) {
      for (const language of ["ro", "en"] as const) {
        const params = { rule, days: "1", ...(step === undefined ? {} : { step }) };
        const { subject: title, text, html } = writeLetter(subject({ kind, deadline: rule, params }), language);
        for (const part of [title, text, html]) expect(part).not.toMatch(/aprob|respin|approv|reject|MOH-2[78]/i);
      }
    }
  });
});

test("E112-61: who is told of the registration reads the number of the application, and how to follow the file", () => {
  const letter = { kind: "registered", params: { application: "CNAS/2026/000031" }, toPatientSide: true };
  const { subject: title, text } = writeLetter(subject(letter), "ro");
  expect(title).toBe("Cererea a fost înregistrată cu numărul CNAS/2026/000031");
  for (const words of ["DSP-CJ/2026/000012", "CNAS/2026/000031", `${PUBLIC_URL}/stare`]) expect(text).toContain(words);
});

describe("the link opens exactly what the letter is about", () => {
  test("the step; the term where no step keeps it; the message where the step's name would tell; the patient's page", () => {
    expect(linkOf(subject())).toBe(`${PUBLIC_URL}/dosare/${CASE}?pas=send-to-commission`);
    expect(linkOf(subject({ deadline: "MOH-61:clinic-1", params: { rule: "MOH-61" } }))).toBe(
      `${PUBLIC_URL}/dosare/${CASE}?fila=termene&termen=MOH-61%3Aclinic-1`,
    );
    expect(linkOf(subject({ params: { rule: "MOH-28", step: "notify-rejection" } }))).toBe(
      `${PUBLIC_URL}/dosare/${CASE}?mesaj=${MESSAGE}`,
    );
    expect(linkOf(subject({ toPatientSide: true }))).toBe(`${PUBLIC_URL}/stare`);
  });
});

describe("the date for the reader's calendar", () => {
  interface Entry {
    readonly uid: string;
    readonly sequence: number;
    readonly start: string;
    readonly end: string;
    readonly text: string;
    readonly type: string;
  }
  async function entryOf(letter: Parameters<MailWorld["addLetter"]>[1], caseId: string): Promise<Entry | undefined> {
    await world.mail.clear();
    await world.addLetter(caseId, letter);
    world.time = "2026-03-04T06:01:00Z";
    await world.sweep();
    const [caught] = await world.mail.messages();
    const raw = await (await fetch(`${world.mail.pageUrl}messages/${caught?.id}/raw`)).text();
    const [attachment, ...more] = (await simpleParser(raw)).attachments;
    expect(more).toEqual([]);
    if (attachment === undefined) return undefined;
    const text = attachment.content.toString("utf8");
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent") ?? undefined);
    const { uid, sequence, startDate, endDate } = event;
    expect(startDate.isDate).toBe(true);
    return { uid, sequence, start: String(startDate), end: String(endDate), text, type: attachment.contentType };
  }

  test("a whole day, the same event for the same term, replaced when the date has moved; no personal data", async () => {
    const caseId = await world.addCase();
    await world.addDeadline(caseId, "MOH-23", "2026-03-05");
    const params = { rule: "MOH-23", step: "send-to-commission", days: "-1" };
    const letter = { deadline: "MOH-23", plannedAt: "2026-03-04T06:00:00Z", params };
    const first = await entryOf({ ...letter, kind: "before" }, caseId);
    expect(first).toMatchObject({ start: "2026-03-05", end: "2026-03-06", sequence: 0, type: "text/calendar" });
    expect(first?.text).toContain("DTSTAMP:20260304T060100Z");
    expect(first?.text.split(/\r?\n/).filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    await world.pool.query("UPDATE deadlines SET due_on = '2026-03-06'");
    const moved = await entryOf(
      { ...letter, kind: "before", about: "2026-03-06", params: { ...params, moves: "1" } },
      caseId,
    );
    expect(moved).toMatchObject({ uid: first?.uid, sequence: 1, start: "2026-03-06" });
    const toPatient = await entryOf({ ...letter, kind: "before", about: "2026-03-06", to: "patient-side" }, caseId);
    expect(toPatient?.text).not.toContain(caseId);
    for (const entry of [first, moved, toPatient])
      expect(entry?.text).not.toMatch(/@exemplu|Popescu|send-to-commission@/);
  });

  test("with what lies ahead or ends today, not with what has passed", async () => {
    const caseId = await world.addCase();
    await world.addDeadline(caseId, "MOH-23", "2026-03-04");
    const letter = { deadline: "MOH-23", about: "2026-03-04", plannedAt: "2026-03-04T06:00:00Z" };
    expect(await entryOf({ ...letter, kind: "due" }, caseId)).toBeDefined();
    expect(await entryOf({ ...letter, kind: "escalation", to: PEOPLE.supervisor.userId }, caseId)).toBeUndefined();
    expect(
      await entryOf({ kind: "receipt", to: "patient-side", plannedAt: "2026-03-04T06:00:00Z" }, caseId),
    ).toBeUndefined();
  });
});
