/** Who guesses the payload of an act wrongly is told what there is. */
import { describe, expect, test } from "@jest/globals";
import type { z } from "zod";
import { ApiError } from "../../api/http/api-error.ts";
import { parse } from "../../api/http/validation.ts";
import { E112_COMMAND_SCHEMAS as SCHEMAS } from "../../domain/commands/e112/index.schema.ts";
import { REPORT, REQUEST } from "../e112/support/papers.ts";

function sentences(schema: z.ZodType, input: unknown): readonly string[] {
  try {
    parse(schema, input);
  } catch (error) {
    if (error instanceof ApiError) return (error.toBody("en").fields ?? []).map(({ message }) => message);
    throw error;
  }
  return [];
}

describe("a wrong guess", () => {
  test("of a field is answered with the fields that are there, also inside an object", () => {
    const { payload } = SCHEMAS.recordMedicalReport;
    const [sentence] = sentences(payload, {
      report: { ...REPORT, date: "2026-04-10" },
      doctor: "x",
      casContract: true,
    });
    expect(sentence).toMatch(/^There is no field “report.date” here; the fields are: recommendation, .*datedOn.*\.$/);
    const entry = sentences(SCHEMAS.addDocument.payload, {
      documents: [{ kind: "procura", form: "notarised", type: 1 }],
    });
    expect(entry).toEqual(["There is no field “documents.0.type” here; the fields are: kind, form, title, upload."]);
  });

  test("of a text where an object is read names its fields; nothing of the Ministry’s minutes stands in an E112 answer", () => {
    expect(sentences(SCHEMAS.sendRequestToClinic.payload, { ...REQUEST, clinic: "Klinikum" })).toEqual([
      "Field “Clinic” must be a JSON object with the fields: name, country, city, email, doctor, publicInsuranceContract.",
    ]);
    expect(
      sentences(SCHEMAS.recordAcceptance.payload, { acceptance: { form: "scan", estimatedCost: 15_000 } }),
    ).toEqual(["Field “Estimated cost” must be a JSON object with the fields: amount, currency."]);
  });

  test("of a number where an amount is written as a text says both", () => {
    const input = { form: "E125", from: "CAS", to: "AOK", amount: 100, currency: "EUR" };
    expect(sentences(SCHEMAS.settleInvoice.payload, input)).toEqual([
      expect.stringMatching(/^Field “Amount” must be a text; is written in digits, .* 12500\.00\.$/),
    ]);
  });

  test("of a country says that no country has that code", () => {
    const asked = { ...REQUEST, clinic: { name: "Ευαγγελισμός", country: "EL", publicInsuranceContract: true } };
    expect(sentences(SCHEMAS.sendRequestToClinic.payload, asked)).toEqual([
      expect.stringMatching(/^Field “Country” .* Greece is GR/),
    ]);
    const known = { ...asked, clinic: { ...asked.clinic, country: "GR" } };
    expect(sentences(SCHEMAS.sendRequestToClinic.payload, known)).toEqual([]);
  });

  test("of one alternative among several names the fields of each", () => {
    const opening = { patient: 1, applicant: { role: "patient", name: "Ana" } };
    expect(sentences(SCHEMAS.openFile.payload, opening)[1]).toMatch(
      /“applicant.name” here; the fields are: role, surname/,
    );
  });
});

test("E112-40 who keeps a copy of a document may be said", () => {
  const documents = [{ kind: "acceptClinica", form: "originalWithTranslation" }];
  expect(sentences(SCHEMAS.addDocument.payload, { documents, copyKeptBy: "doctor" })).toEqual([]);
});
