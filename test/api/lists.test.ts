/** Queues and lists: order, filters, pages, counts, and what of them a person sees. */
import { describe, expect, test } from "@jest/globals";
import { mergeCounts } from "../../api/tasks/count-tasks.ts";
import type { TaskView } from "../../domain/case/view.ts";
import { addDays, bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { apiWorld } from "./support/api-world.ts";
import { idOf, type PersonName } from "./support/people.ts";
import { seedCase } from "./support/seed-case.ts";

const world = await apiWorld();
const TODAY = bucharestDate(new Date());
const ITEMS = 60;

interface Item {
  readonly due: PlainDate | "9999-12-31";
  readonly urgencyClass: "A" | "B" | null;
  readonly institution: string;
  readonly officer: PersonName;
  readonly acts: boolean;
  readonly step: string;
}

/** Sixty items around today, in two houses. */
const SEEDED: readonly Item[] = Array.from({ length: ITEMS }, (_, index) => ({
  due: index % 10 === 9 ? "9999-12-31" : addDays(TODAY, (index % 7) - 3),
  urgencyClass: ([null, "B", "A"] as const)[index % 3] ?? null,
  institution: index < 50 ? "DSP-CJ" : "CST-CJ",
  officer: index % 2 === 0 ? "officer" : "colleague",
  acts: index % 5 !== 0,
  step: index % 4 === 0 ? "report-delay#2" : "send-to-commission",
}));
for (const [index, { due, urgencyClass, institution, officer, acts, step }] of SEEDED.entries()) {
  const caseId = await seedCase(world, {
    surname: index === 7 ? "Țăranu-Șerban" : "Popescu",
    openedOn: `2026-0${1 + (index % 9)}-15`,
    ...(urgencyClass === null ? {} : { urgencyClass }),
  });
  await world.owner.query(
    `INSERT INTO work_items (case_id, step, institution_id, registration_number, duty, acts, since, due_on, urgency_class, stage, officer_id, opened_at)
     SELECT id, $2, $3, registration_number, 'DSP', $4, $5, $6, $7, stage, $8, now() FROM cases WHERE id = $1`,
    [caseId, step, institution, acts, `2026-0${1 + (index % 9)}-15`, due, urgencyClass, idOf(officer)],
  );
}
const MINE = SEEDED.filter(({ institution }) => institution === "DSP-CJ");

/** Every page of a list. */
async function all(
  name: PersonName,
  path: string,
): Promise<{ items: TaskView[]; pages: number; first: Record<string, number> }> {
  const items: TaskView[] = [];
  let cursor: string | undefined;
  let pages = 0;
  let first: Record<string, number> | undefined;
  do {
    const { status, body } = await world.get(name, `${path}${path.includes("?") ? "&" : "?"}cursor=${cursor ?? ""}`);
    expect(status).toBe(200);
    first ??= body;
    items.push(...body.items);
    cursor = body.nextCursor;
    pages += 1;
  } while (cursor !== undefined);
  return { items, pages, first: first ?? {} };
}

describe("the queue", () => {
  test("is by due date, then class A, B and none, each item once", async () => {
    const { items, pages, first } = await all("officer", "/api/tasks");
    expect([items.length, pages, first["total"]]).toEqual([50, 2, 50]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(50);
    const keys = items.map(
      ({ dueOn, urgencyClass, caseId }) => `${dueOn ?? "9999-12-31"} ${urgencyClass ?? "C"} ${caseId}`,
    );
    expect(keys).toEqual(keys.toSorted());
    expect(first["overdue"]).toBe(MINE.filter(({ due }) => due < TODAY).length);
    expect(first["dueToday"]).toBe(MINE.filter(({ due }) => due === TODAY).length);
    expect(items.at(-1)?.dueOn).toBeUndefined();
    expect(items[0]?.workingDaysLeft).toBeLessThan(0);
  });

  test.each([
    ["overdue=1", ({ due }: Item) => due < TODAY],
    ["dueToday=true", ({ due }: Item) => due === TODAY],
    ["urgencyClass=A", ({ urgencyClass }: Item) => urgencyClass === "A"],
    ["officer=me", ({ officer }: Item) => officer === "officer"],
    ["mine=1", ({ acts }: Item) => acts],
    ["step=report-delay", ({ step }: Item) => step === "report-delay#2"],
    ["rule=MOH-23", ({ step }: Item) => step === "send-to-commission"],
    [
      "rule=MOH-23&overdue=1&urgencyClass=B&mine=1",
      (item: Item) => item.step === "send-to-commission" && item.due < TODAY && item.urgencyClass === "B" && item.acts,
    ],
    ["institution=DSP-CJ", () => true],
    ["institution=CST-CJ", () => false],
    ["step=&rule=&overdue=&sort=", () => true],
  ])("%s", async (query, keeps) => {
    const { items, first } = await all("officer", `/api/tasks?${query}`);
    expect([items.length, first["total"]]).toEqual([MINE.filter(keeps).length, MINE.filter(keeps).length]);
  });

  test("by the longest waiting", async () => {
    const { items } = await all("officer", "/api/tasks?sort=since");
    expect(items).toHaveLength(50);
    expect(items.map(({ since }) => since)).toEqual(items.map(({ since }) => since).toSorted());
  });

  test("is of the own houses only", async () => {
    expect((await all("secretary", "/api/tasks")).items).toHaveLength(10);
    expect((await all("stranger", "/api/tasks")).items).toHaveLength(0);
  });

  test("its counts are those of the items after changes, closings and a merge", async () => {
    const counted = async () => (await world.get("supervisor", "/api/tasks")).body.total;
    await world.owner.query(
      "UPDATE work_items SET closed_at = now() WHERE case_id = (SELECT case_id FROM work_items WHERE institution_id = 'DSP-CJ' ORDER BY case_id LIMIT 1)",
    );
    expect(await counted()).toBe(49);
    await world.owner.query("UPDATE work_items SET due_on = due_on + 1 WHERE due_on < '9999-01-01'");
    await Promise.all([1, 2, 3].map(() => mergeCounts(world.pool, ["DSP-CJ", "CST-CJ"], { unmerged: 5000 } as never)));
    expect(await counted()).toBe(49);
    const { rows } = await world.owner.query("SELECT bool_and(merged) AS merged FROM work_item_counts");
    expect(rows[0]).toEqual({ merged: true });
    await world.owner.query("UPDATE work_items SET closed_at = NULL");
    expect(await counted()).toBe(50);
  });

  test("refuses filters that it does not have", async () => {
    for (const query of [
      "step=fly",
      "rule=MOH-999",
      "officer=you",
      "overdue=maybe",
      "sort=name",
      "color=red",
      "cursor=abc",
    ]) {
      expect([query, (await world.get("officer", `/api/tasks?${query}`)).status]).toEqual([query, 422]);
    }
  });
});

describe("files", () => {
  test("newest first, each once, over pages", async () => {
    const { items, pages } = await all("officer", "/api/cases");
    expect([items.length, pages]).toEqual([60, 3]);
    const dates = items.map((item) => (item as unknown as { openedOn: string }).openedOn);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  test.each([
    ["DSP-CJ/2026/000008", 1],
    ["dsp-cj/2026/00000", 9],
    ["DSP-CJ", 60],
    ["MS/2026", 0],
    ["8", 1],
    ["", 60],
  ])("found by the number “%s”: %s", async (q, found) => {
    expect((await all("officer", `/api/cases?q=${encodeURIComponent(q)}`)).items).toHaveLength(found);
  });

  test.each(["Popescu", "Popescu 2", "Ana-Maria", "%", "DSP-CJ/____/000008", "0000008"])(
    "“%s” is no number: an address carries no name",
    async (q) => {
      const { status, body } = await world.get("officer", `/api/cases?q=${encodeURIComponent(q)}`);
      expect([status, body.fields]).toEqual([422, [expect.objectContaining({ path: "q", code: "NOT_A_NUMBER" })]]);
    },
  );

  test.each([
    ["taranu serban", 1],
    ["ŢĂRANU-ŞERBAN", 1],
    ["Țăranu", 0],
    ["popescu", 25],
    ["%", 0],
  ])("found by the surname “%s”: %s on the first page", async (surname, found) => {
    const { status, body } = await world.post("officer", "/api/cases/search", { surname });
    expect([status, body.items.length]).toEqual([200, found]);
  });

  test("a search by surname has the filters, the pages and the reach of the list", async () => {
    const search = (name: PersonName, body: Record<string, unknown>) => world.post(name, "/api/cases/search", body);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await search("officer", { surname: "Popescu", ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...body.items.map(({ caseId }: { caseId: string }) => caseId));
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    expect([seen.length, new Set(seen).size]).toEqual([59, 59]);
    expect((await search("officer", { surname: "Popescu", urgencyClass: "A" })).body.items).toHaveLength(20);
    expect((await search("officer", { surname: "Popescu", closed: true })).body.items).toHaveLength(0);
    expect((await search("officer", { surname: "Țăranu Șerban", status: "complete" })).body.items).toHaveLength(1);
    expect((await search("stranger", { surname: "Popescu" })).body.items).toHaveLength(0);
    for (const wrong of [{}, { surname: " " }, { surname: "a", q: "1" }, { surname: "a", cursor: "abc" }]) {
      expect([wrong, (await search("officer", wrong)).status]).toEqual([wrong, 422]);
    }
  });

  test("a search by surname is in the audit log, without the name", async () => {
    await world.post("officer", "/api/cases/search", { surname: "Popescu" });
    const entries = async () =>
      (await world.owner.query("SELECT * FROM audit_log WHERE action = 'case.search' AND outcome = 'ok'")).rows;
    for (let wait = 0; wait < 50 && (await entries()).length === 0; wait += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await entries())[0]).toMatchObject({ user_id: idOf("officer"), institution_id: "DSP-CJ" });
    expect(JSON.stringify((await entries()).map(({ id: _id, ...entry }) => entry))).not.toContain("Popescu");
  });

  test("by stage, class, and whether they are closed", async () => {
    expect((await all("officer", "/api/cases?status=complete")).items).toHaveLength(60);
    expect((await all("officer", "/api/cases?status=filed&q=&closed=")).items).toHaveLength(0);
    expect((await all("officer", "/api/cases?urgencyClass=A")).items).toHaveLength(20);
    expect((await all("officer", "/api/cases?closed=1")).items).toHaveLength(0);
    expect((await all("officer", "/api/cases?open=1")).items).toHaveLength(60);
    expect((await all("stranger", "/api/cases")).items).toHaveLength(0);
  });
});

describe("an insurance house", () => {
  test("has its files, work and register with the number of the application and the first day of the treatment, and no term", async () => {
    const caseId = await seedCase(world, { ofCas: true, surname: "Ionescu" });
    await world.owner.query(
      `UPDATE cases SET application_number = 'CAS-CJ/2026/000777',
         state = jsonb_set(state, '{facts,acceptance}', '{"periodFrom": "2026-12-01"}') WHERE id = $1`,
      [caseId],
    );
    await world.owner.query(
      `INSERT INTO work_items (case_id, step, institution_id, registration_number, duty, acts, since, due_on, stage, officer_id, opened_at)
       SELECT id, 'check-insured-status', 'CAS-CJ', registration_number, 'CAS', true, '2026-03-02', '9999-12-31', 'registered', $2, now()
       FROM cases WHERE id = $1`,
      [caseId, idOf("cas")],
    );
    const line = { process: "e112", caseId, treatmentFrom: "2026-12-01" };
    const found = await world.get("cas", "/api/cases?q=777");
    expect(found.body.items).toEqual([expect.objectContaining({ ...line, applicationNumber: "CAS-CJ/2026/000777" })]);
    for (const [query, count] of [
      ["", 1],
      ["?rule=E112-77", 1],
      ["?rule=E112-79", 0],
      ["?step=check-insured-status", 1],
      ["?step=issue-form", 0],
    ] as const) {
      const { items } = (await world.get("cas", `/api/tasks${query}`)).body;
      expect([query, items.length]).toEqual([query, count]);
      if (count === 1) expect(items[0]).toMatchObject(line);
    }
    expect((await world.get("cas", "/api/tasks")).body.items[0].dueOn).toBeUndefined();
    const titles = async (name: PersonName): Promise<string> => {
      const { bytes } = await world.bytes(name, "/api/cases/export", { format: "csv" });
      return new TextDecoder().decode(bytes).split("\r\n")[0] ?? "";
    };
    expect(await titles("cas")).toMatch(/Nr\. cerere.*Tratamentul începe/);
    expect(await titles("cas")).not.toMatch(/Minister|Clasa|termen/);
    expect(await titles("officer")).not.toMatch(/Nr\. cerere|Tratamentul începe/);
  });
});
