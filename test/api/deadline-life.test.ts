/** What a file says of its deadlines over HTTP: when they stood still and why, how they moved and by whom. */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { CaseViewSchema } from "../../api/schemas/answers.ts";
import type { MohCaseView, DeadlineView } from "../../domain/case/view.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { engineWorld } from "./support/api-world.ts";
import { idOf, type PersonName } from "./support/people.ts";

const world = await engineWorld();
const { file, give, given } = world;
const ON = "2026-06-15"; // a Monday
const WORDS = { cause: "se așteaptă o traducere", legalBasis: "art. 7 din ordin" };

function deadlineOf({ deadlines }: MohCaseView, id: string): DeadlineView | undefined {
  return deadlines.find((deadline) => deadline.id === id);
}

describe("DEC-21 a suspension over HTTP", () => {
  test("MOH-23 the file says when the term stood still, who caused it, why, on which ground, and who recorded it", async () => {
    const { view: filed } = await file("officer", { occurredOn: ON });
    const suspension = { deadline: "MOH-23", causedBy: "PATIENT_SIDE", ...WORDS };
    const supervisor = { name: "Persoana supervisor", institution: "DSP-CJ" };
    let view = await given("supervisor", filed, "suspendDeadline", suspension, { occurredOn: "2026-06-16" });
    expect(CaseViewSchema.parse(view)).toBeTruthy();
    const suspended = deadlineOf(view, "MOH-23");
    expect(suspended).toMatchObject({
      state: "suspended",
      suspensions: [{ from: "2026-06-16", causedBy: "PATIENT_SIDE", ...WORDS, by: supervisor }],
    });
    expect(suspended).not.toHaveProperty("workingDaysLeft");
    expect(view.steps[0]).not.toHaveProperty("dueOn");
    view = await given("supervisor", view, "resumeDeadline", { deadline: "MOH-23" }, { occurredOn: "2026-06-22" });
    expect(deadlineOf(view, "MOH-23")).toMatchObject({
      state: "overdue",
      dueOn: "2026-06-23",
      moves: [{ cause: "suspension", from: "2026-06-17", to: "2026-06-23", by: supervisor }],
    });
    // Its working names the days that were left out.
    const { body } = await world.get("officer", `/api/cases/${view.caseId}/deadlines/MOH-23`);
    const days = body.days as { date: string; kind: string; counted: boolean; number?: number }[];
    expect(days.filter(({ kind }) => kind === "suspended").map(({ date }) => date)).toEqual([
      "2026-06-16",
      "2026-06-17",
      "2026-06-18",
      "2026-06-19",
      "2026-06-20",
      "2026-06-21",
    ]);
    expect(days.filter(({ counted }) => counted).map(({ date }) => date)).toEqual(["2026-06-22", "2026-06-23"]);
    const entry = view.timeline.find(({ type }) => type === "resumeDeadline");
    expect(entry?.moves).toEqual([{ deadline: "MOH-23", rule: "MOH-23", from: "2026-06-17", to: "2026-06-23" }]);
  });

  test("MOH-23 the command is offered with the deadlines that the person may name, to nobody else", async () => {
    const { view } = await file("officer");
    const offered = async (name: PersonName): Promise<MohCaseView["allowedCommands"][number] | undefined> => {
      const { body } = await world.get(name, `/api/cases/${view.caseId}`);
      return (body as MohCaseView).allowedCommands.find(({ type }) => type === "suspendDeadline");
    };
    expect(await offered("supervisor")).toMatchObject({
      deadlines: ["MOH-23"],
      schema: "SuspendDeadline",
      institution: "dsp",
    });
    expect(await offered("officer")).toBeUndefined();
    const payload = { deadline: "MOH-23", causedBy: "DSP", ...WORDS };
    expect(await give("officer", view, "suspendDeadline", payload)).toMatchObject({ status: 403 });
    expect(await give("strangeSupervisor", view, "suspendDeadline", payload)).toMatchObject({ status: 404 });
  });

  test("what is refused says what is wrong and what is allowed, in both languages", async () => {
    const { view } = await file("officer", { occurredOn: ON });
    const payload = { deadline: "MOH-76", causedBy: "DSP", ...WORDS };
    const unknown = await give("supervisor", view, "suspendDeadline", payload, { occurredOn: "2026-06-16" });
    expect(unknown).toMatchObject({ status: 422, body: { code: "UNKNOWN_DEADLINE" } });
    expect(unknown.body.fields).toMatchObject([
      { path: "deadline", message: "Dosarul nu are termenul MOH-76. Aici se pot numi: MOH-23." },
    ]);
    const over = { ...payload, deadline: "MOH-23" };
    const late = await give("supervisor", view, "suspendDeadline", over, { occurredOn: "2026-06-18" });
    expect(late.body.fields[0]).toMatchObject({
      path: "occurredOn",
      message: "Ultima zi a termenului MOH-23 a fost 17.06.2026; nu mai are zile care să se suspende din 18.06.2026.",
    });
    const empty = await give("supervisor", view, "suspendDeadline", { deadline: "69" });
    expect(empty.body.fields.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      "cause",
      "causedBy",
      "deadline",
      "legalBasis",
    ]);
  });
});

describe("a corrected date", () => {
  test("MOH-23 the move says who corrected it", async () => {
    const { view: filed } = await file("officer", { occurredOn: ON });
    const correction = { corrects: 1, newOccurredOn: "2026-06-16", reason: "ștampila" };
    const view = await given("colleague", filed, "correctDate", correction);
    expect(deadlineOf(view, "MOH-23")?.moves).toMatchObject([
      { cause: "correction", from: "2026-06-17", to: "2026-06-18", by: { name: "Persoana colleague" } },
    ]);
  });
});

describe("an act in the place of the officer of the file", () => {
  async function away(userId: string, substituteId: string, withdrawn = false): Promise<void> {
    const today = bucharestDate(new Date());
    await world.pool.query(
      `INSERT INTO absences (id, institution_id, user_id, substitute_id, from_on, until_on, declared_by, withdrawn_at)
       VALUES ($1, 'DSP-CJ', $2, $3, $4, $4, $2, $5)`,
      [randomUUID(), userId, substituteId, today, withdrawn ? new Date() : null],
    );
  }
  const byOf = (view: MohCaseView, type: string) => view.timeline.findLast((entry) => entry.type === type)?.by;
  const papers = { documents: [{ kind: "altDocument", form: "copy" }] };

  test("names both while the officer is away, and nobody else's act does", async () => {
    const { view: filed } = await file("officer");
    await away(idOf("officer"), idOf("colleague"), true);
    let view = await given("colleague", filed, "addDocument", papers);
    expect(byOf(view, "addDocument")).toEqual({ name: "Persoana colleague", institution: "DSP-CJ" });
    await away(idOf("officer"), idOf("colleague"));
    view = await given("colleague", view, "addDocument", papers);
    expect(byOf(view, "addDocument")).toEqual({
      name: "Persoana colleague",
      institution: "DSP-CJ",
      inPlaceOf: "Persoana officer",
    });
    view = await given("supervisor", view, "addDocument", papers);
    expect(byOf(view, "addDocument")).not.toHaveProperty("inPlaceOf");
    view = await given("officer", view, "sendToCommission");
    expect(byOf(view, "sendToCommission")).not.toHaveProperty("inPlaceOf");
    view = await given("secretary", view, "beginExamination");
    expect(byOf(view, "beginExamination")).not.toHaveProperty("inPlaceOf");
  });
});
