import { z } from "zod";
import { contentField, countryField, dateField, text } from "../define.schema.ts";
import { defineCommand } from "./define.schema.ts";

/** The standard medical report as it was drawn, content by content (E112-41 to E112-58). One that lacks something is recorded as well. */
export const RecordMedicalReport = z.strictObject({
  report: z.strictObject({
    recommendation: contentField,
    inBasicPackage: contentField,
    notTimely: contentField,
    /** Why it cannot be given in time in Romania, in the doctor's words. */
    reasons: text(8000).optional(),
    travelSafe: contentField,
    maxPeriodUntil: dateField.optional(),
    /** The letters of point 7 that are circled. */
    point7: z
      .strictObject({ a: contentField, b: contentField, c: contentField, d: contentField })
      .default({ a: false, b: false, c: false, d: false }),
    datedOn: dateField.optional(),
    signature: contentField,
    stamp: contentField,
    country: countryField.optional(),
    city: text(100).optional(),
    hospital: text(200).optional(),
    periodFrom: dateField.optional(),
    periodTo: dateField.optional(),
  }),
  doctor: text(150),
  casContract: z.boolean(),
});
export type RecordMedicalReport = z.infer<typeof RecordMedicalReport>;

export const recordMedicalReport = defineCommand({
  type: "recordMedicalReport",
  payload: RecordMedicalReport,
  facts: ({ report, casContract }) => {
    const { reasons, maxPeriodUntil, datedOn, country, city, hospital, periodFrom, periodTo, ...contents } = report;
    return {
      casContract,
      ...(datedOn === undefined ? {} : { datedOn }),
      report: {
        ...contents,
        reasons: reasons !== undefined,
        city: city !== undefined,
        hospital: hospital !== undefined,
        ...(maxPeriodUntil === undefined ? {} : { maxPeriodUntil }),
        ...(datedOn === undefined ? {} : { datedOn }),
        ...(country === undefined ? {} : { country }),
        ...(periodFrom === undefined ? {} : { periodFrom }),
        ...(periodTo === undefined ? {} : { periodTo }),
      },
    };
  },
  sealed: true,
});
