/** Absences: who declares and withdraws whose, what is refused and in which words, and what the substitute then has. */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { canStandIn, standInOf } from "../../domain/people/absences.ts";
import { addDays, bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { apiWorld, type Answer } from "./support/api-world.ts";
import { idOf, NAMES, PEOPLE, type PersonName } from "./support/people.ts";
import { seedCase } from "./support/seed-case.ts";

const world = await apiWorld();
const TODAY = bucharestDate(new Date());
const day = (days: number): PlainDate => addDays(TODAY, days);

async function declare(by: PersonName, absence: Record<string, unknown>): Promise<Answer> {
  return await world.post(by, "/api/absences", { fromOn: TODAY, untilOn: day(4), ...absence });
}

async function declared(by: PersonName, absence: Record<string, unknown>): Promise<string> {
  const { status, body, text } = await declare(by, absence);
  if (status !== 201) throw new Error(text);
  return body.id as string;
}

async function withdraw(by: PersonName, id: string): Promise<Answer> {
  return await world.post(by, `/api/absences/${id}/withdraw`, {});
}

/** Runs with this absence alone, which is then gone. */
async function during(
  by: PersonName,
  absence: Record<string, unknown>,
  run: (id: string) => Promise<void>,
): Promise<void> {
  const id = await declared(by, absence);
  try {
    await run(id);
  } finally {
    await world.owner.query("DELETE FROM absences");
  }
}

const OFFICER_AWAY = { substituteId: idOf("colleague") };

describe("an own absence", () => {
  test("is declared, listed for the colleagues, and withdrawn once", async () => {
    await during("officer", OFFICER_AWAY, async (id) => {
      const { body } = await world.get("colleague", "/api/absences");
      expect(body.items).toEqual([
        {
          id,
          institution: "DSP-CJ",
          user: { id: idOf("officer"), name: "Persoana officer" },
          substitute: { id: idOf("colleague"), name: "Persoana colleague" },
          fromOn: TODAY,
          untilOn: day(4),
          declaredBy: "Persoana officer",
          declaredAt: expect.any(String),
          mayWithdraw: false,
        },
      ]);
      const withdrawn = await withdraw("officer", id);
      expect(withdrawn.body.withdrawnAt).toEqual(expect.any(String));
      expect((await withdraw("officer", id)).body).toEqual(withdrawn.body);
    });
  });

  test("declared twice is one absence", async () => {
    await during("officer", OFFICER_AWAY, async (id) => {
      const again = await declare("officer", OFFICER_AWAY);
      expect([again.status, again.body.id]).toEqual([200, id]);
    });
  });

  test("declared twice at the same instant is one absence", async () => {
    const both = await Promise.all([declare("officer", OFFICER_AWAY), declare("officer", OFFICER_AWAY)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 201]);
    await world.owner.query("DELETE FROM absences");
  });

  test("leaves the colleagues’ list a month after its end, and is not seen in another house", async () => {
    const insert = (until: PlainDate) =>
      world.owner.query(
        `INSERT INTO absences (id, institution_id, user_id, substitute_id, from_on, until_on, declared_by)
         VALUES ($1, 'DSP-CJ', $2, $3, $4, $4, $2)`,
        [randomUUID(), idOf("officer"), idOf("colleague"), until],
      );
    await insert(day(-31));
    await insert(day(-32));
    const { body } = await world.get("supervisor", "/api/absences");
    expect(body.items.map(({ untilOn }: { untilOn: string }) => untilOn)).toEqual([day(-31)]);
    expect(body.items[0].mayWithdraw).toBe(false);
    const over = await withdraw("officer", body.items[0].id);
    expect([over.status, over.body.code]).toEqual([409, "ABSENCE_OVER"]);
    expect((await world.get("stranger", "/api/absences")).body.items).toEqual([]);
    await world.owner.query("DELETE FROM absences");
  });
});

describe("somebody else’s absence", () => {
  const MAY: readonly PersonName[] = ["officer", "supervisor", "admin"];
  test.each(NAMES)("by %s", async (name) => {
    const answer = await declare(name, { userId: idOf("officer"), ...OFFICER_AWAY });
    expect([answer.status, answer.body.code]).toEqual(
      MAY.includes(name)
        ? [201, undefined]
        : // Elsewhere one may answer for people, but not for these.
          ["dsp-supervisor", "cas-supervisor", "administrator"].includes(PEOPLE[name].role)
          ? [422, "NOT_A_COLLEAGUE"]
          : [403, "FORBIDDEN"],
    );
    if (answer.status !== 201) return;
    expect(answer.body.declaredBy).toBe(`Persoana ${name}`);
    await world.owner.query("DELETE FROM absences");
  });

  test.each(NAMES)("withdrawn by %s", async (name) => {
    await during("officer", OFFICER_AWAY, async (id) => {
      const { status } = await withdraw(name, id);
      const own = PEOPLE[name].institution === "DSP-CJ";
      expect(status).toBe(MAY.includes(name) ? 200 : own ? 403 : 404);
    });
  });

  test("is not declared in the name of another house", async () => {
    const answer = await declare("strangeSupervisor", {
      institution: "DSP-CJ",
      userId: idOf("officer"),
      ...OFFICER_AWAY,
    });
    expect([answer.status, answer.body.code]).toEqual([403, "FORBIDDEN"]);
    expect((await world.get("strangeSupervisor", "/api/absences?institution=DSP-CJ")).status).toBe(403);
  });
});

describe("what is refused, in clear words", () => {
  test.each([
    ["a day that is over", { fromOn: day(-1) }, 422, "ABSENCE_IN_THE_PAST", /a trecut/],
    [
      "an end before its start",
      { fromOn: day(3), untilOn: day(2) },
      422,
      "ABSENCE_ENDS_BEFORE_START",
      /înainte de prima zi/,
    ],
    ["oneself", { substituteId: idOf("officer") }, 422, "OWN_SUBSTITUTE", /Persoana colleague, Persoana supervisor/],
    [
      "somebody of another house",
      { substituteId: idOf("stranger") },
      422,
      "SUBSTITUTE_ELSEWHERE",
      /aceeași instituție/,
    ],
    [
      "somebody unknown",
      { substituteId: randomUUID() },
      422,
      "SUBSTITUTE_ELSEWHERE",
      /Pot înlocui: Persoana colleague/,
    ],
    [
      "a role that does no such work",
      { substituteId: idOf("admin") },
      422,
      "SUBSTITUTE_ROLE",
      /Persoana admin nu are un rol/,
    ],
    ["no date", { fromOn: "2026-02-30" }, 422, "VALIDATION", /lipsesc sau nu sunt corecte/],
    ["no id", { substituteId: "x" }, 422, "VALIDATION", /lipsesc sau nu sunt corecte/],
    ["another field", { reason: "boală" }, 422, "VALIDATION", /lipsesc sau nu sunt corecte/],
  ])("%s", async (_what, absence, status, code, words) => {
    const answer = await declare("officer", { ...OFFICER_AWAY, ...absence });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.message).toMatch(words);
    expect(answer.body.fields?.length).toBeGreaterThan(0);
  });

  test.each([
    [0, 4, 409],
    [4, 9, 409],
    [2, 2, 409],
    [5, 9, 201],
  ])("another one from day %d to day %d of a person away until the fourth", async (from, until, status) => {
    await during("officer", OFFICER_AWAY, async () => {
      const answer = await declare("officer", {
        substituteId: idOf("supervisor"),
        fromOn: day(from),
        untilOn: day(until),
      });
      expect([answer.status, answer.body.code]).toEqual([status, status === 201 ? undefined : "ABSENCE_OVERLAPS"]);
    });
  });

  test("a substitute who is away too, naming who is not", async () => {
    await during("colleague", { substituteId: idOf("officer") }, async () => {
      const away = await declare("supervisor", { substituteId: idOf("colleague"), fromOn: day(4), untilOn: day(6) });
      expect([away.status, away.body.code]).toEqual([422, "SUBSTITUTE_ABSENT"]);
      expect(away.body.message).toMatch(/Persoana colleague lipsește .* Pot înlocui: Persoana officer\.$/);
      expect(
        (await declare("supervisor", { substituteId: idOf("colleague"), fromOn: day(5), untilOn: day(6) })).status,
      ).toBe(201);
    });
  });

  test("a withdrawn absence is in nobody’s way", async () => {
    await during("officer", OFFICER_AWAY, async (id) => {
      await withdraw("officer", id);
      expect((await declare("officer", { substituteId: idOf("supervisor") })).status).toBe(201);
    });
  });

  test("in English when asked so", async () => {
    const { body } = await world.as("officer", {
      method: "POST",
      url: "/api/absences",
      body: { substituteId: idOf("colleague"), fromOn: day(-1), untilOn: day(1) },
      headers: { "accept-language": "en" },
    });
    expect(body.message).toMatch(/^The first day, .* is over\./);
  });
});

describe("who can stand in", () => {
  test.each([
    [["dsp-officer"], ["dsp-officer"], true],
    [["dsp-officer"], ["dsp-supervisor"], true],
    [["dsp-officer"], ["administrator"], false],
    [["dsp-officer", "administrator"], ["dsp-officer"], true],
    [["administrator"], ["administrator", "dsp-officer"], true],
    [["administrator"], ["dsp-supervisor"], false],
    [["commission-secretary"], ["dsp-officer"], false],
    [["dsp-officer", "dsp-supervisor"], ["dsp-officer"], true],
  ] as const)("for %j somebody with %j: %s", (absent, substitute, can) => {
    expect(canStandIn(absent, substitute)).toBe(can);
  });

  test("a substitute who falls ill has a substitute; a circle has none", () => {
    const away = (...pairs: readonly (readonly [string, string])[]) =>
      pairs.map(([userId, substituteId]) => ({ userId, substituteId }));
    expect(standInOf("a", away(["a", "b"]))).toBe("b");
    expect(standInOf("a", away(["a", "b"], ["b", "c"], ["c", "d"]))).toBe("d");
    expect(standInOf("a", away(["a", "b"], ["b", "a"]))).toBeUndefined();
    expect(standInOf("b", away(["a", "b"]))).toBeUndefined();
  });
});

describe("the substitute’s work", () => {
  test("my files include those of who is away, marked; the file says who stands in; until it ends", async () => {
    const caseId = await seedCase(world);
    await world.owner.query(
      `INSERT INTO work_items (case_id, step, institution_id, registration_number, duty, acts, since, due_on, stage, officer_id, opened_at)
       SELECT id, 'send-to-commission', 'DSP-CJ', registration_number, 'DSP', true, opened_on, '2026-03-04', stage, officer_id, now()
       FROM cases WHERE id = $1`,
      [caseId],
    );
    const mine = async (name: PersonName) => (await world.get(name, "/api/tasks?officer=me")).body;
    expect((await mine("colleague")).total).toBe(0);
    await during("supervisor", { userId: idOf("officer"), ...OFFICER_AWAY }, async (id) => {
      const { items, total } = await mine("colleague");
      expect([total, items[0].caseId, items[0].inPlaceOf]).toEqual([1, caseId, "Persoana officer"]);
      expect((await world.get("colleague", "/api/tasks")).body.items[0].inPlaceOf).toBe("Persoana officer");
      expect((await mine("officer")).items[0].inPlaceOf).toBeUndefined();
      expect((await mine("supervisor")).total).toBe(0);
      const file = async () => (await world.get("colleague", `/api/cases/${caseId}`)).body.officer;
      expect(await file()).toEqual({
        name: "Persoana officer",
        standIn: { name: "Persoana colleague", untilOn: day(4) },
      });
      // The colleague falls ill: the work goes on to the one who stands in for the colleague.
      await declared("supervisor", { userId: idOf("colleague"), substituteId: idOf("supervisor") });
      expect((await mine("supervisor")).total).toBe(1);
      expect((await mine("colleague")).total).toBe(0);
      expect((await file()).standIn.name).toBe("Persoana supervisor");
      await withdraw("officer", id);
      expect(await file()).toEqual({ name: "Persoana officer" });
      expect((await mine("supervisor")).total).toBe(0);
    });
  });

  test("does not begin before its first day", async () => {
    await during("officer", { ...OFFICER_AWAY, fromOn: day(1) }, async () => {
      expect((await world.get("colleague", "/api/tasks?officer=me")).body.total).toBe(0);
    });
  });
});
