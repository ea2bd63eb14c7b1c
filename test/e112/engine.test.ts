/** The E112 process on the real engine and database: numbers, read models, one transaction for each act. */
import { expect, test } from "@jest/globals";
import { e112View } from "../../domain/e112/view.ts";
import { E112File } from "../support/e112-file.ts";
import { skippingWorld } from "../support/moh-world.ts";
import { preparation } from "./support/rehearsed.ts";

const world = await skippingWorld();
const DAY = "2026-03-02";

/** A file as far as this act, all of it brought from a register of before. */
async function fileAfter(...upTo: Parameters<typeof preparation>): Promise<E112File> {
  const inherited = preparation(...upTo).map(([type, on, payload]) => ({ type, on, payload }));
  return await E112File.open(world, { on: DAY, inherited });
}

async function row(file: E112File): Promise<Record<string, unknown>> {
  const { rows } = await world.pool.query<Record<string, unknown>>(
    "SELECT registration_number, application_number, home_id, cst_id, stage, outcome FROM cases WHERE id = $1",
    [file.caseId],
  );
  return rows[0] ?? {};
}

async function formsOf(file: E112File): Promise<Record<string, unknown>[]> {
  const { rows } = await world.pool.query<Record<string, unknown>>(
    `SELECT number, name, state, issued_on::text, valid_from::text, valid_until::text, replaces FROM issued_forms
     WHERE case_id = $1 ORDER BY seq`,
    [file.caseId],
  );
  return rows;
}

const numberLike = (register: string): unknown => expect.stringMatching(new RegExp(`^${register}/\\d{4}/\\d{6}$`));

test("E112-61 a file has its number from the first day; the application gets one of the registry named", async () => {
  const file = await E112File.open(world, { on: DAY });
  expect(await row(file)).toMatchObject({
    registration_number: numberLike("CAS-CJ"),
    application_number: null,
    home_id: "CAS-CJ",
    cst_id: null,
    stage: "preparing",
  });
  const atHouse = await fileAfter("registerApplication");
  expect(await row(atHouse)).toMatchObject({ application_number: numberLike("CAS-CJ"), stage: "registered" });
  const atCnas = await fileAfter("registerApplication", { registerApplication: { registry: "CNAS" } });
  expect(await row(atCnas)).toMatchObject({ application_number: numberLike("CNAS") });
});

test("E112-10 the engine refuses a refusal, without a trace", async () => {
  const file = await fileAfter("analyseConditions");
  const { version } = await file.state();
  expect(await file.refused("refuseApplication", { payload: { reason: "nu" } })).toMatchObject({
    code: "REFUSAL_IMPOSSIBLE",
    rule: "E112-10",
    allowed: expect.arrayContaining(["issueForm"]),
  });
  expect((await file.state()).version).toBe(version);
});

test("E112-79, E112-90 forms are numbered in a register of their own; a replacement names the one before", async () => {
  const file = await fileAfter("issueForm");
  const [first] = await formsOf(file);
  expect(first).toEqual({
    number: numberLike("E112-CAS-CJ"),
    name: "S2",
    state: "valid",
    issued_on: "2026-04-22",
    valid_from: "2026-07-01",
    valid_until: "2026-07-20",
    replaces: null,
  });
  const state = await file.give("replaceForm", { payload: { reason: "nume greșit" } });
  const forms = await formsOf(file);
  expect(forms.map((form) => form["state"])).toEqual(["replaced", "valid"]);
  expect(forms[1]).toMatchObject({ number: numberLike("E112-CAS-CJ"), replaces: first?.["number"] });
  expect(e112View(state).forms.map(({ number }) => number)).toEqual(forms.map((form) => form["number"]));
});

test("a number is given once: the same command again gives no other", async () => {
  const file = await fileAfter("analyseConditions");
  const { version } = await file.state();
  const commandId = crypto.randomUUID();
  await file.give("issueForm", { commandId, expectedVersion: version });
  const [given] = await formsOf(file);
  await file.give("issueForm", { commandId, expectedVersion: version });
  expect(await formsOf(file)).toEqual([given]);
});

test("E112-85 a claim is matched by the number of the form, and settled with a difference that has its reason", async () => {
  const file = await fileAfter("recordTreatmentDone");
  const [form] = await formsOf(file);
  const claim = { from: "AOK Bayern", to: "CAS Cluj", amount: "14000.00", currency: "EUR", number: "77" };
  const formNumber = String(form?.["number"]);
  const received = await file.give("receiveInvoice", {
    payload: { ...claim, formNumber, careFrom: "2026-07-01", careTo: "2026-07-19" },
  });
  expect(e112View(received).invoices).toMatchObject([{ number: "77", state: "received", differences: [] }]);
  const settlement = { form: "E125", invoice: "77", from: "CAS Cluj", to: "AOK Bayern", currency: "EUR" };
  const less = { ...settlement, amount: "13000.00" };
  expect(await file.refused("settleInvoice", { payload: less })).toMatchObject({ code: "DIFFERENCE_REASON_NEEDED" });
  const state = await file.give("settleInvoice", { payload: { ...less, differenceReason: "servicii necuprinse" } });
  expect(state.outcome).toBe("completed");
  const { rows } = await world.pool.query(
    "SELECT number, state, amount::text, settled_amount::text, differences FROM e125_invoices WHERE case_id = $1",
    [file.caseId],
  );
  expect(rows).toEqual([
    {
      number: "77",
      state: "settled",
      amount: "14000.00",
      settled_amount: "13000.00",
      differences: ["AMOUNT_DIFFERS"],
    },
  ]);
});

test("a file that goes on in a new history keeps its numbers", async () => {
  const file = await E112File.open(world, {
    on: DAY,
    longHistoryEvents: 1,
    inherited: preparation("issueForm").map(([type, on, payload]) => ({ type, on, payload })),
  });
  const [form] = await formsOf(file);
  const state = await file.give("receiveInvoice", {
    payload: { number: "7", formNumber: String(form?.["number"]), from: "A", to: "B", amount: "1.00", currency: "EUR" },
  });
  expect(e112View(state).invoices).toMatchObject([{ differences: [] }]);
});
