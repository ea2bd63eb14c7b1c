/** The payloads of the E112 process: what of them travels, and what stays in the database. */
import { describe, expect, test } from "@jest/globals";
import { E112_COMMAND_SCHEMAS } from "../../domain/commands/e112/index.schema.ts";
import { E112_COMMANDS, factsOf, findCommandDefinition } from "../../domain/e112/commands.ts";
import { E112_OUTCOMES, E112_STAGES, E112_STEPS, getStepDefinition } from "../../domain/e112/steps.ts";
import { isRuleId } from "../../domain/law/index.ts";
import { plainDate } from "../../domain/plain-date.ts";

const ON = plainDate("2026-03-02");

const OPENING = {
  patient: { surname: "Pop", givenName: "Ion", birthDate: "1980-05-01", domicileCounty: "CJ", casId: "CAS-CJ" },
  applicant: { role: "patient" },
  clinic: { name: "Klinikum", country: "DE", doctor: "Dr. Muster" },
};

describe("what travels is ids, codes, dates and amounts", () => {
  test("of an opening: no name, no doctor", () => {
    const payload = E112_COMMAND_SCHEMAS.openFile.payload.parse(OPENING);
    expect(E112_COMMAND_SCHEMAS.openFile.facts(payload, ON)).toEqual({
      minor: false,
      applicantRole: "patient",
      category: 2,
      casId: "CAS-CJ",
      clinic: { country: "DE" },
    });
  });

  test("of a report: that its reasons, city and hospital are there, not what they say", () => {
    const { recordMedicalReport } = E112_COMMAND_SCHEMAS;
    const payload = recordMedicalReport.payload.parse({
      report: {
        recommendation: true,
        inBasicPackage: true,
        notTimely: true,
        reasons: "liste de așteptare",
        travelSafe: true,
        point7: { a: true, b: true, c: true, d: false },
        signature: true,
        stamp: true,
        datedOn: "2026-03-01",
        hospital: "Klinikum",
      },
      doctor: "Dr. Ionescu",
      casContract: true,
    });
    const act = { type: "recordMedicalReport", facts: recordMedicalReport.facts(payload, ON) };
    const facts = factsOf(act, "recordMedicalReport");
    expect(facts.report).toMatchObject({ reasons: true, hospital: true, city: false, datedOn: "2026-03-01" });
    expect(JSON.stringify(facts)).not.toMatch(/așteptare|Ionescu|Klinikum/);
  });
});

describe("payloads", () => {
  test("E112-02 a clinic in Romania is none abroad: it opens neither way", () => {
    const opening = (country: string): boolean =>
      E112_COMMAND_SCHEMAS.openFile.payload.safeParse({ ...OPENING, clinic: { name: "Spital", country } }).success;
    expect([opening("RO"), opening("TR")]).toEqual([false, true]);
  });

  test("E112-85 the patient is no party of a settlement", () => {
    const { settleInvoice } = E112_COMMAND_SCHEMAS;
    const settle = (from: string, to: string): boolean =>
      settleInvoice.facts(
        settleInvoice.payload.parse({ form: "E125", from, to, amount: "100.00", currency: "EUR" }),
        ON,
      ).betweenInstitutions;
    expect(settle("CAS Cluj", "AOK Bayern")).toBe(true);
    expect(settle("CAS Cluj", "pacientul")).toBe(false);
    expect(settle("the patient", "CAS Cluj")).toBe(false);
  });

  test("a correction names one date", () => {
    const { payload } = E112_COMMAND_SCHEMAS.correctDate;
    const reason = "greșeală";
    expect(payload.safeParse({ corrects: 3, newOccurredOn: "2026-03-01", reason }).success).toBe(true);
    expect(payload.safeParse({ corrects: 3, field: "departedOn", newValue: "2026-03-01", reason }).success).toBe(true);
    expect(payload.safeParse({ corrects: 3, field: "departedOn", reason }).success).toBe(false);
    expect(payload.safeParse({ corrects: 3, field: "departedOn", newValue: "4", reason }).success).toBe(false);
  });
});

describe("the names of the process", () => {
  test("every rule that a command or a step names is in the law", () => {
    const rules = [...Object.values(E112_COMMANDS), ...Object.values(E112_STEPS)].flatMap(
      (each): readonly string[] => each.rules,
    );
    expect(rules.filter((rule) => !isRuleId(rule))).toEqual([]);
  });

  test("every outcome but the refusal, which keeps its stage, has a stage at the end of the chart", () => {
    for (const outcome of Object.keys(E112_OUTCOMES)) {
      const { state } = E112_STAGES[outcome as keyof typeof E112_STAGES];
      expect(state).toBe(outcome === "refused" ? "E12" : "END");
    }
  });

  test("a command is found by its own name alone", () => {
    expect(findCommandDefinition("issueForm")).toBe(E112_COMMANDS.issueForm);
    expect(findCommandDefinition("toString")).toBeUndefined();
  });

  test("a repeated step is the step of its name", () => {
    expect(getStepDefinition("request-acceptance#2")).toBe(E112_STEPS["request-acceptance"]);
  });
});
