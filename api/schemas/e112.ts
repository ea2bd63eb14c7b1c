/** What an E112 file answers beside what every file does. */
import { z } from "zod";

const Text = z.object({ ro: z.string(), en: z.string() });
const date = z.string().meta({ format: "date" });
const Rule = z.object({ rule: z.string(), title: Text });
const Content = Rule.extend({ id: z.string(), present: z.boolean() });
const Condition = Rule.extend({
  id: z.enum(["clinicInEu", "clinicContracted", "inBasicPackage", "notTimely", "insured"]),
  met: z.boolean().optional().meta({ description: "Absent while it is not known" }),
});
const Warning = z.object({
  code: z.string(),
  text: Text,
  rules: z.array(z.string()),
  readings: z.array(z.string()),
});

export const E112PartSchema = z
  .object({
    category: z.union([z.literal(1), z.literal(2)]),
    clinic: z
      .object({
        name: z.string(),
        country: z.string(),
        onRoute: z.boolean().meta({ description: "Form E112 leads there, by the list of states in force today" }),
        city: z.string().optional(),
        email: z.string().optional(),
        doctor: z.string().optional(),
        publicInsuranceContract: z.boolean().optional(),
      })
      .optional(),
    preparation: z.array(
      z.object({
        step: z.string(),
        rules: z.array(z.string()),
        title: Text,
        status: z.enum(["done", "open", "todo", "lacking"]),
        on: date.optional(),
        lacks: z.array(Rule),
        warnings: z.array(Warning),
      }),
    ),
    acceptance: z.object({ form: z.enum(["original", "scan"]).optional(), contents: z.array(Content) }),
    report: z.object({ contents: z.array(Content) }),
    period: z.object({ from: date.optional(), to: date.optional() }).optional(),
    conditions: z.array(Condition),
    refusal: z
      .object({
        possible: z.boolean(),
        why: Text,
        rule: z.string(),
        on: date.optional(),
        communicatedOn: date.optional(),
      })
      .meta({ description: "Whether a refusal exists for this file now, and why (E112-10)" }),
    route: z
      .object({ open: z.boolean(), failing: z.array(Condition) })
      .meta({ description: "The Ministry’s way, when A, B or C fails (E112-05)" }),
    departure: z.object({ on: date, beforeIssue: z.boolean(), forceMajeureReportOn: date.optional() }).optional(),
    costs: z.array(
      z.object({
        kind: z.enum(["treatment", "transport", "companionAccommodation"]),
        amount: z.string(),
        currency: z.string(),
        payer: z.enum(["patient", "institution"]),
        paid: z.boolean(),
      }),
    ),
    forms: z.array(
      z.object({
        number: z.string().optional(),
        name: z.enum(["E112", "S2"]),
        state: z.enum(["valid", "replaced", "cancelled"]),
        issuedOn: date.optional(),
        validFrom: date.optional(),
        validUntil: date.optional(),
        replaces: z.string().optional(),
        copies: z.array(
          z.object({
            copy: z.union([z.literal(1), z.literal(2)]),
            to: z.enum(["issuer", "applicant"]),
            on: date.optional(),
          }),
        ),
      }),
    ),
    invoices: z.array(z.looseObject({ amount: z.string(), currency: z.string() })),
    waiver: z.object({ proof: z.enum(["death", "soleCustody", "guardianship"]), on: date }).optional(),
    warnings: z.array(Warning),
  })
  .meta({ id: "E112Part" });
