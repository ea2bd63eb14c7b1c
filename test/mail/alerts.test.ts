/** MOH-A4: who waits long for the examination is told of once, in office hours, by a setting, and nothing is late by it. */
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "@jest/globals";
import { issueDue } from "../../activities/mail/issue-due.ts";
import { replanPage } from "../../activities/mail/replan.ts";
import { LANGUAGES } from "../../domain/i18n/language.ts";
import { writeLetter } from "../../domain/messages/letter.ts";
import { atLocalTime, plainDate } from "../../domain/plain-date.ts";
import type { SettingValue } from "../../domain/settings/settings.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { plusDays, workingDay } from "../moh/support/days.ts";
import { actOf, correct, fileAt, morning, PEOPLE, skippingWorld, type MohFile } from "../moh/support/world.ts";

const world = await skippingWorld();
const calendars = createCalendarReader(world.pool);

/** Sets the days, and plans the files anew as the change does. */
async function setDays(value: SettingValue): Promise<void> {
  await world.pool.query(
    `INSERT INTO setting_changes (key, version, from_value, value, reason, changed_by)
     SELECT 'examination-alert', coalesce(max(version), 0) + 1, '30', $1, 'probă', $2 FROM setting_changes`,
    [JSON.stringify(value), PEOPLE.ministry.userId],
  );
  await replan({ alert: "examination-alert" });
}

async function replan(scope: Parameters<typeof replanPage>[1]): Promise<void> {
  await replanPage({ pool: world.pool, calendars, now: new Date(await world.now()) }, scope);
}

type Planned = [audience: string, institution: string, at: string];

async function planned({ caseId }: MohFile, state = "planned"): Promise<Planned[]> {
  const { rows } = await world.pool.query<{ audience: string; institution: string; at: Date }>(
    `SELECT audience, institution_id AS institution, planned_at AS at FROM planned_messages
       WHERE case_id = $1 AND kind = 'alert' AND state = $2 ORDER BY audience`,
    [caseId, state],
  );
  return rows.map(({ audience, institution, at }) => [audience, institution, at.toISOString()]);
}

const at = (date: string, hour: number): string => atLocalTime(plainDate(date), hour).toISOString();
const both = (when: string): Planned[] => [
  ["owner", "CST-CJ", when],
  ["supervisor", "DSP-CJ", when],
];

async function letters({ caseId }: MohFile): Promise<(string | null)[]> {
  const { rows } = await world.pool.query<{ to: string | null }>(
    "SELECT recipient_id AS to FROM messages WHERE case_id = $1 AND kind = 'alert' ORDER BY recipient_id",
    [caseId],
  );
  return rows.map(({ to }) => to);
}

afterEach(async () => {
  await world.pool.query("UPDATE institutions SET office_opens = 8, office_closes = 16");
  await setDays(30);
});

describe("an alert over the examination", () => {
  test("is planned for the commission's people and the DSP's supervisor, 30 working days after the dossier was sent; dropped when it ends", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "complete");
    expect(await planned(file)).toEqual([]);
    await file.give("sendToCommission");
    const expected = both(at(workingDay(day, 30), 8));
    expect(await planned(file)).toEqual(expected);
    await file.give("beginExamination");
    expect(await planned(file)).toEqual(expected);
    await file.give("finishExamination", { payload: { decision: "approved" } });
    expect(await planned(file)).toEqual([]);
    expect(await planned(file, "dropped")).toHaveLength(2);
  });

  test("is dropped when the application is withdrawn", async () => {
    await morning(world);
    const file = await fileAt(world, "at-commission");
    await file.give("withdrawApplication", { payload: { reason: "motiv secret" } });
    expect(await planned(file)).toEqual([]);
  });

  test("follows the setting, in files that are at the commission too; off, nobody is told; a corrected date moves it", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "at-commission", { on: plusDays(day, -3) });
    const sent = plusDays(day, -3);
    expect(await planned(file)).toEqual(both(at(workingDay(sent, 30), 8)));
    await setDays(10);
    expect(await planned(file)).toEqual(both(at(workingDay(sent, 10), 8)));
    await setDays("off");
    expect(await planned(file)).toEqual([]);
    const silent = await fileAt(world, "at-commission");
    expect(await planned(silent)).toEqual([]);
    await setDays(20);
    expect(await planned(file)).toEqual(both(at(workingDay(sent, 20), 8)));
    expect(await planned(silent)).toEqual(both(at(workingDay(day, 20), 8)));
    await correct(file, actOf(await file.state(), "sendToCommission"), { on: day });
    expect(await planned(file)).toEqual(both(at(workingDay(day, 20), 8)));
  });

  test("keeps office hours: those of a house that changes them, and the next opening for what is entered late", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "at-commission");
    await world.pool.query("UPDATE institutions SET office_opens = 10 WHERE id = 'CST-CJ'");
    await replan({ institution: "CST-CJ" });
    const alertDay = workingDay(day, 30);
    expect(await planned(file)).toEqual([
      ["owner", "CST-CJ", at(alertDay, 10)],
      ["supervisor", "DSP-CJ", at(alertDay, 8)],
    ]);
    const late = await fileAt(world, "at-commission", { on: plusDays(day, -90) });
    for (const [, institution, when] of await planned(late))
      expect(when >= at(day, institution === "CST-CJ" ? 10 : 8) && when < at(plusDays(day, 1), 0)).toBe(true);
  });

  test("is said once, to the secretary and the supervisor, however often the setting changes and the file moves", async () => {
    const day = await morning(world);
    const file = await fileAt(world, "at-commission");
    await issueDue({ pool: world.pool, calendars, now: atLocalTime(plainDate(workingDay(day, 29)), 15) });
    expect(await letters(file)).toEqual([]);
    await issueDue({ pool: world.pool, calendars, now: atLocalTime(plainDate(workingDay(day, 30)), 8) });
    const told = [PEOPLE.supervisor.userId, PEOPLE.cst.userId];
    expect(await letters(file)).toEqual(told);
    await file.give("beginExamination");
    await setDays(40);
    await issueDue({ pool: world.pool, calendars, now: atLocalTime(plainDate(workingDay(day, 60)), 10) });
    expect(await letters(file)).toEqual(told);
  });
});

test.each(LANGUAGES)(
  "the letter (%s) says that it is no legal term, by which reading, and names nothing personal",
  (language) => {
    const letter = writeLetter(
      {
        id: randomUUID(),
        kind: "alert",
        registrationNumber: "DSP-CJ/2026/000123",
        caseId: randomUUID(),
        about: "examination-alert",
        params: {
          alert: "examination-alert",
          step: "finish-examination",
          steps: "begin-examination,finish-examination",
          since: "2026-03-02",
          days: "30",
        },
        toPatientSide: false,
        publicUrl: "http://dosar.test",
      },
      language,
    );
    const said = {
      ro: [
        "alertă de urmărire, nu termen legal",
        "după 30 de zile lucrătoare de la trimiterea la comisie (02.03.2026)",
      ],
      en: ["monitoring alert, not a legal term", "30 working days after the dossier was sent to the commission"],
    }[language];
    const [title = "", lead = ""] = said;
    expect(letter.subject).toContain(title);
    const nature = { ro: "Nu este un termen legal", en: "It is not a legal term" }[language];
    for (const body of [letter.text, letter.html])
      for (const words of [lead, nature, "MOH-A4", "pas=finish-examination"]) expect(body).toContain(words);
    expect(letter.text).not.toMatch(/termen depășit|overdue since/);
  },
);

test.each(LANGUAGES)(
  "E112-A4: the letter of an insurance house (%s) names the CNAS, and not which way the decision went",
  (language) => {
    const letter = writeLetter(
      {
        id: "00000000-0000-4000-8000-00000000a1e7",
        kind: "alert",
        registrationNumber: "CAS-CJ/2026/000123",
        caseId: randomUUID(),
        about: "handover-alert",
        params: { alert: "handover-alert", step: "communicate-refusal", since: "2026-03-02", days: "15" },
        toPatientSide: false,
        publicUrl: "http://dosar.test",
      },
      language,
    );
    const setting = { ro: "o setare a CNAS", en: "a setting of the CNAS" }[language];
    for (const words of [setting, "E112-A4", "?mesaj=00000000-0000-4000-8000-00000000a1e7"])
      expect(letter.text).toContain(words);
    expect(letter.text).not.toMatch(
      /Ministeru|Ministry|communicate-refusal|Comunicarea refuzului|Communicate the refusal/,
    );
  },
);
