/** The Ministry's monthly funds over HTTP: reserved once, ranked, confirmed as seen, carried into the files (MOH-77 to MOH-79). */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { FundMonthSchema, RankingSchema } from "../../api/schemas/funds.ts";
import type { MohCaseView } from "../../domain/case/view.ts";
import type { FundMonth } from "../../domain/moh/fund-views.ts";
import type { Answer } from "../api/support/api-world.ts";
import { fundsWorld, openStepsOf } from "./support/funds-world.ts";

const world = await fundsWorld();
const { approved, month, allocate, rank, confirm, carried, view, give, given } = world;

const LEAVES = { reason: "nu mai dorește" };

/** Each test has the funds to itself: whoever waits from before withdraws. */
async function alone(): Promise<void> {
  const { requests } = await month("2026-01");
  for (const request of requests) await given("officer", await view(request), "withdrawApplication", LEAVES);
}

const order = ({ requests }: FundMonth): string[] => requests.map(({ patient }) => patient.split(" ")[0] ?? "");
const verdicts = ({ requests }: FundMonth): string[] => requests.map(({ verdict }) => verdict);
const codeOf = ({ status, body }: Answer): unknown => [status, body?.code];
const grantsOf = ({ grants }: FundMonth): unknown => grants.map(({ patient, state }) => [patient.split(" ")[0], state]);

async function confirmFunds(file: MohCaseView, of: string, sufficient = true): Promise<Answer> {
  return await give("ministry", await view(file), "confirmFunds", { sufficient, month: of });
}

beforeAll(alone);

describe("one file at a time", () => {
  test("MOH-77: what fits is reserved and granted; what does not fit is refused by the command route", async () => {
    await alone();
    const one = await approved({ amount: "600.00", surname: "Unu" });
    expect((await allocate("2026-02", "1000.00")).status).toBe(200);
    const answer = await confirmFunds(one, "2026-02");
    expect([answer.status, openStepsOf(answer.body)]).toEqual([200, ["record-labour-part"]]);
    const two = await approved({ amount: "400.01", surname: "Doi" });
    const refused = await confirmFunds(two, "2026-02");
    expect(codeOf(refused)).toEqual([409, "FUNDS_EXCEEDED"]);
    expect(refused.body).toMatchObject({ rule: "MOH-77" });
    expect(refused.body.message).toContain("400,00");
    expect((await allocate("2026-02", "1000.01")).status).toBe(200);
    expect((await confirmFunds(two, "2026-02")).status).toBe(200);
    const page = await month("2026-02");
    expect(FundMonthSchema.parse(page)).toBeTruthy();
    expect(page).toMatchObject({ granted: "1000.01", left: "0.00", requests: [] });
    expect(page.allocations.map(({ amount }) => amount)).toEqual(["1000.01", "1000.00"]);
    expect(codeOf(await allocate("2026-02", "1000.00"))).toEqual([422, "ALLOCATION_TOO_SMALL"]);
  });

  test("a month without an allocation: who confirms answers for it, in whatever currency", async () => {
    await alone();
    const file = await approved({ amount: "10.00", currency: "JPY" });
    expect((await confirmFunds(file, "2026-03")).status).toBe(200);
    expect(await month("2026-03")).toMatchObject({ granted: "0.00", withoutRate: 1, requests: [] });
  });

  test("in lei at the rate of the day of the decision, or of the last one before it; without a rate nothing is granted", async () => {
    await alone();
    await allocate("2026-04", "1000.00");
    const file = await approved({ amount: "100.00", currency: "CHF", on: "2026-03-05" });
    const none = await confirmFunds(file, "2026-04");
    expect(codeOf(none)).toEqual([409, "FUNDS_RATE_NEEDED"]);
    expect(none.body.message).toContain(String(file.ministryNumber));
    expect(verdicts(await month("2026-04"))).toEqual(["no-rate"]);
    for (const [date, rate] of [
      ["2026-03-03", "5.0000"],
      ["2026-03-06", "9.0000"],
    ])
      await world.post("ministry", "/api/exchange-rates", { currency: "CHF", date, rate });
    const [line] = (await month("2026-04")).requests;
    expect(line).toMatchObject({ lei: "500.00", rate: { rate: "5.0000", date: "2026-03-03" }, verdict: "funded" });
    expect((await confirmFunds(file, "2026-04")).status).toBe(200);
    // What was given stays as it was given, whatever the rate becomes.
    await world.pool.query("UPDATE exchange_rates SET withdrawn_at = now() WHERE currency = 'CHF'");
    expect(await month("2026-04")).toMatchObject({ granted: "500.00" });
  });

  test("MOH-77: when those that wait exceed what is left, nobody goes by hand before the order", async () => {
    await alone();
    const [first, second] = [await approved({ amount: "600.00" }), await approved({ amount: "600.00" })];
    await allocate("2026-05", "1000.00");
    expect(await month("2026-05")).toMatchObject({ exceeded: true, asked: "1200.00" });
    for (const file of [first, second]) {
      expect(codeOf(await confirmFunds(file, "2026-05"))).toEqual([409, "RANKING_NEEDED"]);
    }
    expect(grantsOf(await month("2026-05"))).toEqual([]);
  });

  test("two that act at once on money for one: one has it, and the same file never twice", async () => {
    await alone();
    await allocate("2026-06", "1000.00");
    const file = await approved({ amount: "700.00", surname: "Ambii" });
    const both = await Promise.all([confirmFunds(file, "2026-06"), confirmFunds(file, "2026-06")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await month("2026-06")).toMatchObject({ granted: "700.00", grants: [{ state: "granted" }] });
  });

  test("a command that its case refuses gives the money back", async () => {
    await alone();
    await allocate("2026-07", "1000.00");
    const file = await approved({ amount: "700.00" });
    const stale = await give("ministry", { ...file, version: 1 }, "confirmFunds", {
      sufficient: true,
      month: "2026-07",
    });
    expect(codeOf(stale)).toEqual([409, "STALE_VERSION"]);
    expect(await month("2026-07")).toMatchObject({ granted: "0.00", grants: [], left: "1000.00" });
    expect((await confirmFunds(file, "2026-07")).status).toBe(200);
  });

  test("money reserved for a command that nobody gave is given back once the case was asked", async () => {
    await alone();
    const file = await approved({ amount: "700.00", surname: "Uitat" });
    await allocate("2026-08", "1000.00");
    await world.pool.query(
      `INSERT INTO fund_grants (case_id, institution_id, month, lei, command_id, by, state, at)
       SELECT $1, 'MS', '2026-08', 700, $2, id, 'reserved', now() - interval '1 hour' FROM users LIMIT 1`,
      [file.caseId, randomUUID()],
    );
    expect(await month("2026-08")).toMatchObject({ granted: "700.00", requests: [] });
    expect(codeOf(await confirmFunds(file, "2026-08"))).toEqual([409, "FUNDS_RESERVED"]);
    await world.runWorkflow("watchFunds");
    expect(await month("2026-08")).toMatchObject({ granted: "0.00", requests: [{ patient: "Uitat Ana" }] });
  });
});

describe("the order", () => {
  test("MOH-78, MOH-79, DEC-16: two months exceeded; who is not funded stays, and is ranked anew", async () => {
    await alone();
    const low = await approved({ amount: "100.00", vitalRisk: 2, benefit: 5, surname: "Mic" });
    await approved({ amount: "300.00", vitalRisk: 3, benefit: 2, surname: "Ultim" });
    const big = await approved({ amount: "900.00", vitalRisk: 4, benefit: 1, surname: "Mare" });
    const high = await approved({ amount: "500.00", vitalRisk: 5, benefit: 1, surname: "Prim" });
    await allocate("2026-09", "1000.00");
    const september = await month("2026-09");
    expect(order(september)).toEqual(["Prim", "Mare", "Ultim", "Mic"]);
    expect(verdicts(september)).toEqual(["funded", "does-not-fit", "after-stop", "after-stop"]);
    expect(september.requests.map(({ wouldFit }) => wouldFit)).toEqual([undefined, undefined, true, true]);

    const made = await rank("2026-09");
    expect([made.status, made.body.number, made.body.state]).toEqual([201, 1, "made"]);
    expect(RankingSchema.parse(made.body)).toBeTruthy();
    expect(grantsOf(await month("2026-09"))).toEqual([]); // seen, not confirmed
    const commandId = randomUUID();
    const confirmed = await confirm("2026-09", 1, commandId);
    expect(confirmed.status).toBe(200);
    const done = await carried("2026-09", 1);
    expect(done).toMatchObject({ funded: 1, done: 4, refused: 0, confirmedBy: "Persoana ministry" });
    expect((await confirm("2026-09", 1, commandId)).status).toBe(200);
    expect(codeOf(await confirm("2026-09", 1))).toEqual([409, "RANKING_CONFIRMED"]);
    expect(openStepsOf(await view(high))).toEqual(["record-labour-part"]);
    expect(openStepsOf(await view(big))).toEqual(["wait-for-funds"]);
    expect((await view(low)).status).toBe("waiting-for-funds");
    const act = (await view(high)).timeline.findLast(({ type }) => type === "confirmFunds");
    expect(act).toMatchObject({ by: { name: "Persoana ministry", institution: "MS" } });

    // October: somebody new comes before those that stayed, and the smaller ones are not moved ahead.
    await approved({ amount: "200.00", vitalRisk: 5, benefit: 5, surname: "Nou" });
    await allocate("2026-10", "1100.00");
    expect(order(await month("2026-10"))).toEqual(["Nou", "Mare", "Ultim", "Mic"]);
    expect((await rank("2026-10")).body.number).toBe(1);
    await confirm("2026-10", 1);
    expect((await carried("2026-10", 1)).funded).toBe(2);
    const october = await month("2026-10");
    expect([order(october), october.left]).toEqual([["Ultim", "Mic"], "0.00"]);
    expect(await month("2026-09")).toMatchObject({ granted: "500.00", left: "500.00" });
  });

  test("MOH-A16: an estimate, a withdrawal, a new request, a rate or an allocation makes it another order: 409 with who did what", async () => {
    await alone();
    const old = await approved({ amount: "500.00", vitalRisk: 3, benefit: 3, surname: "Vechi", on: "2026-03-02" });
    await approved({ amount: "500.00", vitalRisk: 3, benefit: 3, surname: "Nou", on: "2026-03-04" });
    const gone = await approved({ amount: "500.00", vitalRisk: 3, benefit: 3, surname: "Plecat", on: "2026-03-05" });
    await allocate("2025-01", "600.00");
    let number = 0;
    const changed = async (what: () => Promise<unknown>): Promise<string[]> => {
      ({ number } = (await rank("2025-01")).body as { number: number });
      await what();
      const refused = await confirm("2025-01", number);
      expect(codeOf(refused)).toEqual([409, "RANKING_CHANGED"]);
      expect((await month("2025-01")).grants).toEqual([]);
      return (refused.body.changes as { type: string; by: string }[]).map(({ type, by }) => `${type} ${by}`);
    };
    const correct = async (file: MohCaseView, payload: Record<string, unknown>): Promise<void> => {
      const now = await view(file);
      const seq = now.timeline.findLast(({ type }) => type === "decideAtMinistry")?.seq;
      await given("ministry", now, "correctDate", { corrects: seq, reason: "greșit", ...payload });
    };

    expect(order(await month("2025-01"))).toEqual(["Vechi", "Nou", "Plecat"]);
    expect(await changed(() => correct(old, { field: "benefit", newValue: "2" }))).toEqual([
      "correctDate Persoana ministry",
    ]);
    expect(order(await month("2025-01"))).toEqual(["Nou", "Plecat", "Vechi"]);
    expect(await changed(() => allocate("2025-01", "700.00"))).toEqual(["allocate Persoana ministry"]);
    const leave = async (): Promise<unknown> => given("officer", await view(gone), "withdrawApplication", LEAVES);
    expect(await changed(leave)).toEqual(["withdrawApplication Persoana officer"]);
    expect(await changed(() => rank("2025-01"))).toEqual(["rankRequests Persoana ministry"]);
    expect(
      await changed(() => approved({ amount: "1.00", currency: "SEK", vitalRisk: 5, surname: "Sosit" })),
    ).toContain("decideAtMinistry Persoana ministry");
    const rate = { currency: "SEK", date: "2026-03-02", rate: "0.4500" };
    expect(await changed(() => world.post("ministry", "/api/exchange-rates", rate))).toEqual([
      "rate Persoana ministry",
    ]);
    expect(
      await changed(async () => confirmFunds(old, "2025-02").then(({ status }) => expect(status).toBe(200))),
    ).toEqual(["confirmFunds Persoana ministry"]);
    const settled = await give("ministry", await view(old), "correctDate", {
      corrects: (await view(old)).timeline.findLast(({ type }) => type === "decideAtMinistry")?.seq,
      field: "vitalRisk",
      newValue: "5",
      reason: "x",
    });
    expect(codeOf(settled)).toEqual([409, "ESTIMATE_SETTLED"]);
  });

  test("a corrected day of registration moves the order", async () => {
    await alone();
    const first = await approved({ amount: "5.00", vitalRisk: 3, benefit: 3, surname: "Intai", on: "2026-03-02" });
    await approved({ amount: "5.00", vitalRisk: 3, benefit: 3, surname: "Apoi", on: "2026-03-03" });
    await allocate("2025-03", "6.00");
    expect(order(await month("2025-03"))).toEqual(["Intai", "Apoi"]);
    const now = await view(first);
    const decided = now.timeline.findLast(({ type }) => type === "decideAtMinistry");
    await given("ministry", now, "correctDate", { corrects: decided?.seq, newOccurredOn: "2026-03-06", reason: "x" });
    const again = await view(first);
    const registered = again.timeline.findLast(({ type }) => type === "registerAtMinistry");
    await given("ministry", again, "correctDate", {
      corrects: registered?.seq,
      newOccurredOn: "2026-03-05",
      reason: "x",
    });
    expect(order(await month("2025-03"))).toEqual(["Apoi", "Intai"]);
  });

  test("two confirm at once, or while the allocation changes: one of them, whole", async () => {
    await alone();
    await approved({ amount: "500.00", vitalRisk: 5 });
    await approved({ amount: "500.00", vitalRisk: 4 });
    await allocate("2025-04", "600.00");
    await rank("2025-04");
    const [first, second, allocated] = await Promise.all([
      confirm("2025-04", 1),
      confirm("2025-04", 1),
      allocate("2025-04", "500.00"),
    ]);
    const won = [first, second].filter(({ status }) => status === 200);
    expect(won.length).toBeLessThanOrEqual(1);
    expect(allocated?.status).toBe(200);
    if (won.length === 1) await carried("2025-04", 1);
    const page = await month("2025-04");
    expect(page.granted).toBe(won.length === 1 ? "500.00" : "0.00");
    expect(page.allocation?.amount).toBe("500.00");
  });

  test("a worker that stops in the middle: every file is told once, by the one who confirmed", async () => {
    await alone();
    const files: MohCaseView[] = [];
    for (let index = 0; index < 4; index += 1) files.push(await approved({ amount: "10.00", vitalRisk: 1 + index }));
    await allocate("2025-05", "25.00");
    await rank("2025-05");
    await world.stopWorker();
    expect((await confirm("2025-05", 1)).body.state).toBe("confirmed");
    // The money is away at once, whoever carries it out and when.
    expect(await month("2025-05")).toMatchObject({ granted: "20.00", left: "5.00" });
    expect(codeOf(await rank("2025-05"))).toEqual([409, "RANKING_RUNNING"]);
    await world.startWorker();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await world.stopWorker();
    await world.startWorker();
    expect(await carried("2025-05", 1)).toMatchObject({ funded: 2, done: 4, refused: 0 });
    for (const file of files) {
      const acts = (await view(file)).timeline.filter(({ type }) => type === "confirmFunds");
      expect(acts).toHaveLength(1);
    }
    expect(await month("2025-05")).toMatchObject({ granted: "20.00" });
  });

  test("a file that closes before it is told gives the money back; one that ends unpaid frees it, and the order is made again", async () => {
    await alone();
    const [withdrawn, dies] = [
      await approved({ amount: "10.00", vitalRisk: 5 }),
      await approved({ amount: "10.00", vitalRisk: 4 }),
    ];
    const waits = await approved({ amount: "10.00", vitalRisk: 1, surname: "Asteapta" });
    await allocate("2025-06", "20.00");
    await rank("2025-06");
    await confirm("2025-06", 1);
    await carried("2025-06", 1);
    const alive = await view(dies);
    await given("officer", alive, "recordDeath", { diedOn: alive.today });
    await given("officer", await view(withdrawn), "withdrawApplication", LEAVES);
    const freed = await month("2025-06");
    expect(freed).toMatchObject({ granted: "0.00", left: "20.00" });
    expect(freed.grants.map(({ state }) => state)).toEqual(["freed", "freed"]);
    expect((await rank("2025-06")).body).toMatchObject({ number: 2, funded: 1 });
    await confirm("2025-06", 2);
    await carried("2025-06", 2);
    expect(openStepsOf(await view(waits))).toEqual(["record-labour-part"]);
  });

  test("without an allocation, or with nobody waiting, there is nothing to rank; the same request is the same order", async () => {
    await alone();
    expect(codeOf(await rank("2025-07"))).toEqual([409, "ALLOCATION_NEEDED"]);
    await allocate("2025-07", "20.00");
    expect(codeOf(await rank("2025-07"))).toEqual([409, "NOBODY_WAITS"]);
    await approved({ amount: "10.00" });
    const commandId = randomUUID();
    expect((await rank("2025-07", commandId)).body.number).toBe(1);
    expect((await rank("2025-07", commandId)).body.number).toBe(1);
    const outdated = await allocate("2025-07", "30.00", { expectedVersion: 0 });
    expect(codeOf(outdated)).toEqual([409, "ALLOCATION_CHANGED"]);
    expect(outdated.body.message).toContain("Persoana ministry");
  });
});

describe("who sees what", () => {
  test("the DSP sees the place of its own file, and nothing of the others", async () => {
    await alone();
    await approved({ amount: "10.00", vitalRisk: 5, surname: "Altul" });
    const own = await approved({ amount: "10.00", surname: "Propriu" });
    const place = await world.get("officer", `/api/cases/${own.caseId}/funds`);
    expect(place.body).toMatchObject({ waits: true, place: 2, of: 2, missing: ["vitalRisk", "benefit"] });
    expect(place.text).not.toContain("Altul");
    expect((await world.get("stranger", `/api/cases/${own.caseId}/funds`)).status).toBe(404);
    for (const name of ["officer", "supervisor", "head", "ministryAdmin"] as const) {
      expect([name, (await world.get(name, "/api/funds/2026-01")).status]).toEqual([name, 403]);
    }
    expect((await world.get("ministryHead", "/api/funds/2026-01")).status).toBe(200);
    const body = { commandId: randomUUID(), expectedVersion: 0, amount: "1", legalAct: "x" };
    const put = await world.as("ministryHead", { method: "PUT", url: "/api/funds/2026-01/allocation", body });
    expect(put.status).toBe(403);
  });

  test("an address with no month, or an order that was never made", async () => {
    expect((await world.get("ministry", "/api/funds/2026-13")).status).toBe(422);
    expect((await world.get("ministry", "/api/funds/2026-01/rankings/9")).status).toBe(404);
    expect((await world.get("ministry", "/api/funds/2026-01/rankings/x")).status).toBe(404);
  });
});
