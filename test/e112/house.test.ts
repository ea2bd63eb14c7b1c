/** The insurance house: insured status, conditions, refusal or issue, departure, copies, settlement. Each test names its rule. */
import { describe, expect, test } from "@jest/globals";
import { e112View } from "../../domain/e112/view.ts";
import { ADULT, CLINIC, CONDITIONS } from "./support/papers.ts";
import { OPENING, played, preparation, type Entry, type Played } from "./support/rehearsed.ts";

const REFUSE: Entry = ["refuseApplication", "2026-04-21", { reason: "condiția nu este îndeplinită" }];
const TELL: Entry = ["communicateRefusal", "2026-04-22", { how: "post" }];
const MOVE: Entry = ["moveToMinistryRoute", "2026-04-23", {}];

const withClinic = (clinic: object) => ({ ...OPENING, clinic: { ...CLINIC, ...clinic } });
const analysed = (found: Partial<typeof CONDITIONS>): Entry[] =>
  preparation("analyseConditions", { analyseConditions: { ...CONDITIONS, ...found } });

describe("the conditions (E112-A1)", () => {
  const NOT_INSURED = preparation("checkInsuredStatus", { checkInsuredStatus: { insured: false } });

  test("E112-77, E112-78 not insured: the medical dossier is not analysed, and a refusal names it", async () => {
    const { state, waits } = await played(NOT_INSURED);
    expect([state.stage, waits]).toEqual(["not-met", ["refuse-or-move"]]);
    const { refusal, route } = e112View(state);
    expect(refusal).toMatchObject({ possible: true, rule: "E112-78" });
    expect(refusal.why.en).toContain("insured");
    expect(route.open).toBe(false);
    const early = await played([...NOT_INSURED, ["analyseConditions", "2026-04-20", CONDITIONS]]);
    expect(early.refusal?.code).toBe("NOT_ALLOWED_NOW");
    const refused = await played([...NOT_INSURED, REFUSE, TELL]);
    expect(refused.state.outcome).toBe("refused");
  });

  test("E112-77 who is insured later is checked anew, and the analysis goes on", async () => {
    const again: Entry = ["checkInsuredStatus", "2026-05-04", { insured: true }];
    const { waits } = await played([...NOT_INSURED, again]);
    expect(waits).toEqual(["analyse-conditions"]);
    const met = await played([...NOT_INSURED, again, ["analyseConditions", "2026-05-05", CONDITIONS]]);
    expect(met.waits).toEqual(["issue-form"]);
  });

  test("E112-08 available in time in Romania: a refusal, and no other way", async () => {
    const { state, waits } = await played(analysed({ notTimelyInRomania: false }));
    expect([waits, e112View(state).route.open]).toEqual([["refuse-or-move"], false]);
    const moved = await played([...analysed({ notTimelyInRomania: false }), MOVE]);
    expect(moved.refusal).toMatchObject({ kind: "conflict", code: "ROUTE_NOT_OPEN", rule: "E112-05" });
    const refused = await played([...analysed({ notTimelyInRomania: false }), REFUSE, TELL]);
    expect(refused.state.outcome).toBe("refused");
    const { refusal } = e112View(refused.state);
    expect(refusal).toMatchObject({ possible: false, rule: "E112-78" });
    expect(refusal.why.en).toMatch(/^Not met: /);
  });

  test("E112-78 an analysis that was wrong is made anew; met, it leaves nothing to refuse", async () => {
    const corrected = await played([
      ...analysed({ notTimelyInRomania: false }),
      ["analyseConditions", "2026-04-21", CONDITIONS],
      REFUSE,
    ]);
    expect(corrected.refusal).toMatchObject({ code: "REFUSAL_IMPOSSIBLE", rule: "E112-10" });
    expect(corrected.waits).toEqual(["issue-form"]);
  });

  test.each([
    ["E112-07 outside the package", OPENING, { inBasicPackage: false }],
    ["E112-03 no contract", withClinic({ publicInsuranceContract: false }), { clinicContracted: false }],
    ["E112-02 outside the EU", withClinic({ country: "US" }), { clinicInEu: false }],
  ])(
    "%s: refused and told, or moved to the Ministry’s route, before and after (E112-05)",
    async (_rule, opening, found) => {
      const english = { recordTranslations: { existing: ["ct"], translated: ["ct"], language: "en" } };
      const acts = preparation("analyseConditions", {
        ...("clinicInEu" in found ? english : {}),
        analyseConditions: { ...CONDITIONS, ...found },
      });
      const { state, waits } = await played(acts, opening);
      expect(waits).toEqual(["refuse-or-move"]);
      expect(e112View(state).route).toMatchObject({ open: true, failing: [{ met: false }] });
      const ends = async (...more: Entry[]): Promise<Played> => await played([...acts, ...more], opening);
      expect((await ends(MOVE)).state.outcome).toBe("moved-to-ministry-route");
      expect((await ends(REFUSE, MOVE)).state.outcome).toBe("moved-to-ministry-route");
      const told = await ends(REFUSE, TELL);
      expect([told.state.outcome, told.waits]).toEqual([undefined, ["ministry-route-open"]]);
      expect((await ends(REFUSE, TELL, MOVE)).state.outcome).toBe("moved-to-ministry-route");
    },
  );

  test.each([
    ["E112-02 a clinic outside the EU", withClinic({ country: "US" })],
    ["E112-03 a clinic without a contract", withClinic({ publicInsuranceContract: false })],
    ["E112-04 a treatment outside the package", { ...OPENING, inBasicPackage: false }],
  ])("%s is known from the first day: the Ministry’s route is open", async (_rule, opening) => {
    const move: Entry = ["moveToMinistryRoute", "2026-03-03", {}];
    expect((await played([move], opening)).state.outcome).toBe("moved-to-ministry-route");
    expect((await played([move])).refusal?.code).toBe("ROUTE_NOT_OPEN");
  });

  test("E112-A2 an EEA state and one of the list are taken", async () => {
    for (const country of ["NO", "CH"]) {
      const { state } = await played([], withClinic({ country }));
      expect(e112View(state).conditions[0]).toMatchObject({ id: "clinicInEu", met: true });
    }
  });

  test("E112-02 the analysis agrees with the clinic’s country", async () => {
    const { refusal } = await played(analysed({ clinicInEu: false }));
    expect(refusal).toMatchObject({ code: "CLINIC_COUNTRY", field: "clinicInEu", rule: "E112-02" });
  });
});

describe("issue before the departure, or after it in force majeure", () => {
  const LEFT: Entry = ["recordDeparture", "2026-04-21", { departedOn: "2026-04-21" }];
  const REPORT: Entry = ["drawForceMajeureReport", "2026-04-24", { reasons: "internare de urgență" }];
  const IN_FORCE = { forceMajeure: true, couldNotIssueBefore: true, costPaid: false };
  const PAID: Entry = [
    "recordCosts",
    "2026-04-23",
    { currency: "EUR", costs: [{ kind: "treatment", amount: "900.00", payer: "patient", paid: true }] },
  ];
  const issue = (payload: Record<string, unknown>): Entry => ["issueForm", "2026-04-25", payload];
  const after = async (...acts: Entry[]): Promise<Played> =>
    await played([...preparation("analyseConditions"), LEFT, ...acts]);

  test("E112-79 in two copies", async () => {
    const { refusal } = await played(preparation("issueForm", { issueForm: { copies: 1 } }));
    expect(refusal).toMatchObject({ code: "TWO_COPIES", field: "copies", rule: "E112-79" });
  });

  test("E112-83, E112-84 after the departure: all three conditions and the report", async () => {
    expect((await after(REPORT, issue({}))).refusal).toMatchObject({ code: "FORCE_MAJEURE_NEEDED", rule: "E112-83" });
    const could = await after(REPORT, issue({ ...IN_FORCE, couldNotIssueBefore: false }));
    expect(could.refusal).toMatchObject({ code: "COULD_BE_ISSUED_BEFORE", rule: "E112-83" });
    const unsaid = await after(REPORT, issue({ forceMajeure: true, couldNotIssueBefore: true }));
    expect(unsaid.refusal).toMatchObject({ code: "COST_PAID" });
    expect((await after(issue(IN_FORCE))).refusal).toMatchObject({
      code: "FORCE_MAJEURE_REPORT_NEEDED",
      rule: "E112-84",
    });
    const { state, waits } = await after(REPORT, issue(IN_FORCE));
    expect(waits).toEqual(["await-treatment", "hand-over-copies"]);
    expect(e112View(state).departure).toMatchObject({ on: "2026-04-21", beforeIssue: true });
  });

  test("E112-83 the day of the departure itself is not after it", async () => {
    const { refusal } = await after(["issueForm", "2026-04-21", {}]);
    expect(refusal).toBeUndefined();
  });

  test("E112-83 paid: no form, whatever is said; the file is closed on that ground (E112-A9)", async () => {
    expect((await after(PAID, REPORT, issue(IN_FORCE))).refusal).toMatchObject({ code: "COST_PAID", rule: "E112-83" });
    const close: Entry = ["closeAfterDeparture", "2026-04-25", { ground: "paid", reason: "achitat" }];
    expect((await after(PAID, REPORT, close)).state.outcome).toBe("departed-before-issue");
    expect((await after(close)).refusal).toMatchObject({ code: "COST_NOT_PAID" });
  });

  test("E112-83 without force majeure the file is closed; with the report and unpaid it is not (E112-10)", async () => {
    const close: Entry = [
      "closeAfterDeparture",
      "2026-04-25",
      { ground: "noForceMajeure", reason: "a plecat de voie" },
    ];
    expect((await after(close)).state.outcome).toBe("departed-before-issue");
    expect((await after(REPORT, close)).refusal).toMatchObject({ code: "ISSUE_POSSIBLE" });
    const stayed = await played([...preparation("analyseConditions"), close]);
    const [type, , payload = {}] = close;
    expect((await after([type, "2026-04-21", payload])).refusal).toMatchObject({
      code: "ISSUE_POSSIBLE",
      rule: "E112-82",
    });
    expect(stayed.refusal?.code).toBe("NOT_ALLOWED_NOW");
  });

  test("E112-38 an institution does not pay the journey, nor the carers’ accommodation", async () => {
    const costs = (kind: string): Entry => [
      "recordCosts",
      "2026-04-23",
      { currency: "EUR", costs: [{ kind, amount: "100.00", payer: "institution", paid: true }] },
    ];
    for (const kind of ["transport", "companionAccommodation"]) {
      expect((await after(costs(kind))).refusal).toMatchObject({
        code: "COST_OF_PATIENT",
        field: "costs.0.payer",
        rule: "E112-38",
      });
    }
    expect((await after(costs("treatment"))).refusal).toBeUndefined();
  });

  test("E112-82 a departure entered after the issue that it came before is pointed out", async () => {
    const { state } = await played([
      ...preparation("issueForm"),
      ["recordDeparture", "2026-04-28", { departedOn: "2026-04-20" }],
    ]);
    expect(e112View(state).warnings).toMatchObject([{ code: "DEPARTED_BEFORE_ISSUE" }]);
  });

  test.each([
    ["on that day", "2026-04-21T08:00:00.000Z", []],
    ["later", "2026-04-22T08:00:00.000Z", ["ISSUE_ENTERED_LATE"]],
  ])("E112-82 an issue of the day of the departure, entered %s", async (_when, recordedAt, codes) => {
    const { state } = await after(["issueForm", "2026-04-21", {}]);
    const issued = state.facts.forms[0]?.act ?? 0;
    state.acts = { ...state.acts, [issued]: { ...state.acts[issued]!, recordedAt } };
    expect(e112View(state).warnings.map(({ code }) => code)).toEqual(codes);
  });
});

describe("the form and its copies", () => {
  const hand = (copy: number, to: string, on = "2026-04-23"): Entry => ["handOverCopy", on, { copy, to }];
  const REPLACE: Entry = ["replaceForm", "2026-04-27", { reason: "nume greșit" }];

  test("E112-80, E112-81 copy 1 stays, copy 2 goes to the applicant, each once", async () => {
    const issued = preparation("issueForm");
    const first = await played([...issued, hand(1, "applicant")]);
    expect(first.refusal).toMatchObject({ code: "COPY_RECIPIENT", rule: "E112-80" });
    const second = await played([...issued, hand(2, "issuer")]);
    expect(second.refusal).toMatchObject({ code: "COPY_RECIPIENT", rule: "E112-81" });
    const twice = await played([...issued, hand(2, "applicant"), hand(2, "applicant")]);
    expect(twice.refusal).toMatchObject({ code: "COPY_HANDED_OVER" });
    const both = await played([...issued, hand(2, "applicant"), hand(1, "issuer", "2026-04-24")]);
    expect(both.waits).toEqual(["await-treatment"]);
    const [form] = e112View(both.state).forms;
    expect(form).toMatchObject({ state: "valid", validFrom: "2026-07-01", validUntil: "2026-07-20" });
    expect(form?.copies.map(({ on }) => on)).toEqual(["2026-04-24", "2026-04-23"]);
  });

  test("a replacement leaves its trace, and its copies are handed over anew", async () => {
    const { state, waits } = await played([...preparation("handOverCopy"), REPLACE]);
    expect(waits).toEqual(["await-treatment", "hand-over-copies#2"]);
    expect(e112View(state).forms.map((form) => form.state)).toEqual(["replaced", "valid"]);
    const early = await played([...preparation("issueForm"), REPLACE]);
    expect(early.waits).toEqual(["await-treatment", "hand-over-copies#2"]);
  });

  test("E112-10 a form is not taken back against the applicant: that would be a refusal after the fact", async () => {
    const { state, refusal } = await played([
      ...preparation("issueForm"),
      ["cancelForm", "2026-04-24", { reason: "x" }],
    ]);
    expect(refusal).toMatchObject({ code: "FORM_NOT_GIVEN_UP", rule: "E112-10" });
    expect(e112View(state).forms).toMatchObject([{ state: "valid" }]);
  });

  test("a cancellation closes the file", async () => {
    const { state } = await played([
      ...preparation("issueForm"),
      ["cancelForm", "2026-04-24", { reason: "renunță", applicantGivesUp: true }],
    ]);
    expect(state.outcome).toBe("form-cancelled");
    expect(e112View(state).forms).toMatchObject([{ state: "cancelled" }]);
  });

  test("E112-81 a file is not completed while a copy is not handed over", async () => {
    const acts = preparation("recordTreatmentDone").filter(
      ([type, , payload]) => type !== "handOverCopy" || payload?.["copy"] === 1,
    );
    const settled: Entry[] = [
      ...acts,
      ["settleInvoice", "2026-09-01", { form: "E125", from: "CAS", to: "AOK", amount: "1.00", currency: "EUR" }],
    ];
    expect((await played(settled)).waits).toEqual(["hand-over-copies"]);
    expect((await played([...settled, hand(2, "applicant", "2026-09-02")])).state.outcome).toBe("completed");
  });
});

describe("settlement on E125 (E112-85)", () => {
  const DONE = preparation("recordTreatmentDone");
  const SETTLEMENT = { form: "E125", from: "CAS Cluj", to: "AOK Bayern", amount: "14000.00", currency: "EUR" };
  const claim = (number: string, more: object = {}): Entry => [
    "receiveInvoice",
    "2026-08-20",
    {
      number,
      formNumber: "E112-CAS-CJ/2026/000001",
      from: "AOK Bayern",
      to: "CAS Cluj",
      amount: "14000.00",
      currency: "EUR",
      ...more,
    },
  ];
  const settle = (more: object = {}): Entry => ["settleInvoice", "2026-09-01", { ...SETTLEMENT, ...more }];

  test("only between institutions", async () => {
    const { refusal } = await played([...DONE, settle({ to: "pacientul" })]);
    expect(refusal).toMatchObject({ code: "NOT_BETWEEN_INSTITUTIONS", rule: "E112-85" });
  });

  test("a claim that does not match needs a reason; here no number is known without a register", async () => {
    const { state, refusal } = await played([...DONE, claim("7"), settle({ invoice: "7" })]);
    expect(refusal).toMatchObject({ code: "DIFFERENCE_REASON_NEEDED", field: "differenceReason" });
    expect(e112View(state).invoices).toMatchObject([
      { number: "7", state: "received", differences: [{ code: "UNKNOWN_FORM" }] },
    ]);
    const reasoned = settle({ invoice: "7", differenceReason: "număr scris greșit" });
    expect((await played([...DONE, claim("7"), reasoned])).state.outcome).toBe("completed");
  });

  test("what is settled otherwise than it was claimed stays to be read", async () => {
    const otherwise = { amount: "70000.00", currency: "RON", differenceReason: "decontat în lei" };
    const { state } = await played([...DONE, claim("7"), settle({ invoice: "7", ...otherwise })]);
    const [invoice] = e112View(state).invoices;
    expect(invoice?.differences.map(({ code }) => code)).toEqual([
      "UNKNOWN_FORM",
      "AMOUNT_DIFFERS",
      "CURRENCY_DIFFERS",
    ]);
  });

  test("every claim that came is settled before the file is completed", async () => {
    const two = [...DONE, claim("7"), claim("8")];
    const [first, second] = ["7", "8"].map((invoice) => settle({ invoice, differenceReason: "-" }));
    expect((await played([...two, first!])).waits).toEqual(["settle-invoices"]);
    expect((await played([...two, first!, second!])).state.outcome).toBe("completed");
    expect((await played([...two, first!, first!])).refusal).toMatchObject({ code: "INVOICE_SETTLED" });
    expect((await played([...DONE, claim("7"), claim("7")])).refusal).toMatchObject({ code: "INVOICE_KNOWN" });
    expect((await played([...DONE, settle({ invoice: "9" })])).refusal).toMatchObject({ code: "UNKNOWN_INVOICE" });
  });

  test("not the last one: another is awaited", async () => {
    expect((await played([...DONE, settle({ last: false })])).waits).toEqual(["settle-invoices"]);
  });
});

describe("ways out, and dates", () => {
  test("a withdrawal before the issue closes the file; after it there is none", async () => {
    const withdraw: Entry = ["withdrawApplication", "2026-04-24", { reason: "s-a răzgândit" }];
    expect((await played([...preparation("analyseConditions"), withdraw])).state.outcome).toBe("withdrawn");
    expect((await played([...preparation("issueForm"), withdraw])).refusal?.code).toBe("NOT_ALLOWED_NOW");
  });

  test("a death before the issue closes the file, and is not before the opening", async () => {
    const died = (diedOn: string): Entry => ["recordDeath", "2026-03-20", { diedOn }];
    expect((await played([died("2026-03-18")])).state.outcome).toBe("died");
    expect((await played([died("2026-02-18")])).refusal).toMatchObject({ code: "DATE_ORDER", field: "diedOn" });
  });

  test("DEC-10 an act is not dated before the one that it follows", async () => {
    const { refusal } = await played([
      ...preparation("recordTranslations"),
      ["sendRequestToClinic", "2026-03-09", { phoned: true, asksAcceptance: true, asksCompleteCost: true }],
    ]);
    expect(refusal).toMatchObject({ code: "BEFORE_PRECEDING_ACT", field: "occurredOn" });
  });

  test("DEC-10 nor the treatment before the departure", async () => {
    const { refusal } = await played([...preparation("recordDeparture"), ["recordTreatmentDone", "2026-06-29"]]);
    expect(refusal).toMatchObject({ code: "DATE_ORDER", field: "occurredOn" });
  });

  test("a correction moves a date between its neighbours, and the advice of E112-35 with it", async () => {
    const acts = preparation("recordAcceptance");
    const { state } = await played(acts);
    const sent = state.facts.request?.act ?? 0;
    const correct = (newOccurredOn: string): Entry => [
      "correctDate",
      "2026-03-26",
      { corrects: sent, newOccurredOn, reason: "dată greșită" },
    ];
    const late = await played([...acts, correct("2026-03-27")]);
    expect(late.refusal).toMatchObject({ code: "AFTER_FOLLOWING_ACT", field: "newOccurredOn" });
    const moved = await played([...acts, correct("2026-03-11")]);
    expect(moved.state.acts[sent]?.dates["occurredOn"]).toBe("2026-03-11");
  });

  test("a corrected departure moves what the form hangs on (E112-83)", async () => {
    const left = [
      ...preparation("analyseConditions"),
      ["recordDeparture", "2026-04-21", { departedOn: "2026-04-21" }],
    ] as Entry[];
    const { state } = await played(left);
    const corrects = state.facts.departure?.act ?? 0;
    const correct = (newValue: string): Entry => [
      "correctDate",
      "2026-04-22",
      { corrects, field: "departedOn", newValue, reason: "-" },
    ];
    const wrong = await played([...left, correct("2026-04-22")]);
    expect(wrong.refusal).toMatchObject({ code: "DATE_ORDER", field: "newValue" });
    const right = await played([...left, correct("2026-04-20"), ["issueForm", "2026-04-21", {}]]);
    expect(right.refusal).toMatchObject({ code: "FORCE_MAJEURE_NEEDED", params: { departedOn: "2026-04-20" } });
  });
});

describe("the whole view", () => {
  test("of a file without a clinic nothing is known of it", async () => {
    const { state } = await played([], { patient: ADULT, applicant: { role: "patient" } });
    const { conditions, refusal, route, preparation: lines } = e112View(state);
    expect(conditions.filter(({ met }) => met !== undefined)).toEqual([]);
    expect([refusal.possible, route.open]).toEqual([false, false]);
    expect(lines.map(({ status }) => status)).toEqual(["open", ...Array.from({ length: 7 }, () => "todo")]);
  });
});
