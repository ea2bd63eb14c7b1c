/** What turns out otherwise: a departure that was none, an appointment that moved, a refusal after which nothing more is asked. */
import { describe, expect, test } from "@jest/globals";
import { e112View } from "../../domain/e112/view.ts";
import { CONDITIONS } from "./support/papers.ts";
import { ACCEPTANCE } from "./support/papers.ts";
import { played, preparation, type Entry } from "./support/rehearsed.ts";

const LEFT: Entry = ["recordDeparture", "2026-04-21", { departedOn: "2026-04-21" }];
const PAID: Entry = [
  "recordCosts",
  "2026-04-21",
  { currency: "EUR", costs: [{ kind: "treatment", amount: "100.00", payer: "patient", paid: true }] },
];

describe("mistaken entries", () => {
  test("E112-83: a departure and a payment that were none no longer bar the form", async () => {
    const barred = await played([...preparation("analyseConditions"), LEFT, PAID, ["issueForm", "2026-04-22"]]);
    expect(barred.refusal?.code).toBe("FORCE_MAJEURE_NEEDED");
    const { acts } = barred.state;
    const seqOf = (type: string): number => Object.values(acts).find((act) => act.type === type)?.seq ?? 0;
    const mended = await played([
      ...preparation("analyseConditions"),
      LEFT,
      PAID,
      ["annulEntry", "2026-04-22", { entry: seqOf("recordDeparture"), reason: "nu a plecat" }],
      ["annulEntry", "2026-04-22", { entry: seqOf("recordCosts"), reason: "altă factură" }],
      ["issueForm", "2026-04-22"],
    ]);
    expect([mended.refusal, mended.state.facts.forms.length, mended.state.facts.costs]).toEqual([undefined, 1, []]);
  });

  test("DEC-10: what comes after the departure is not held against one that was none", async () => {
    const left = [...preparation("analyseConditions"), LEFT];
    const entry = (await played(left)).state.facts.departure?.act;
    const died: Entry = ["recordDeath", "2026-04-22", { diedOn: "2026-04-20" }];
    expect((await played([...left, died])).refusal).toMatchObject({ code: "DATE_ORDER", field: "diedOn" });
    const annulled: Entry = ["annulEntry", "2026-04-22", { entry, reason: "nu a plecat" }];
    expect((await played([...left, annulled, died])).state.outcome).toBe("died");
  });

  test("another entry cannot be annulled, nor one twice", async () => {
    const { refusal } = await played([
      ...preparation("analyseConditions"),
      LEFT,
      ["annulEntry", "2026-04-22", { entry: 1, reason: "x" }],
    ]);
    expect(refusal).toMatchObject({ code: "NOT_ANNULLABLE", field: "entry" });
  });
});

describe("after the issue", () => {
  test("E112-34, E112-79: the clinic moves the appointment; the file asks for another form, which has the new period", async () => {
    const moved: Entry = [
      "recordAcceptance",
      "2026-05-04",
      { acceptance: { ...ACCEPTANCE, periodFrom: "2026-08-01", periodTo: "2026-08-20" } },
    ];
    const before = await played([...preparation("issueForm"), moved]);
    expect(before.refusal).toBeUndefined();
    expect(e112View(before.state).warnings.map(({ code }) => code)).toContain("PERIOD_CHANGED_SINCE_ISSUE");
    const { state } = await played([
      ...preparation("issueForm"),
      moved,
      ["replaceForm", "2026-05-05", { reason: "altă perioadă" }],
    ]);
    expect(e112View(state).forms.map((form) => [form.state, form.validFrom])).toEqual([
      ["replaced", "2026-07-01"],
      ["valid", "2026-08-01"],
    ]);
    expect(e112View(state).warnings).toEqual([]);
  });
});

test("E112-05: after a refusal the Ministry’s way stays open until it is asked for, or the file is ended", async () => {
  const refused: Entry[] = [
    ...preparation("analyseConditions", { analyseConditions: { ...CONDITIONS, clinicContracted: false } }),
    ["refuseApplication", "2026-04-21", { reason: "fără contract" }],
    ["communicateRefusal", "2026-04-22"],
  ];
  const waiting = await played(refused);
  expect([waiting.state.outcome, waiting.waits]).toEqual([undefined, ["ministry-route-open"]]);
  const { state } = await played([...refused, ["closeRefusedFile", "2026-05-04", {}]]);
  expect(state.outcome).toBe("refused");
});
