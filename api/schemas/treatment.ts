/** What a file shows from the Ministry's approval on, and the rounds of clinics, in the API's answers. */
import { z } from "zod";
import { EXPENSE_KINDS } from "../../domain/moh/expenses.ts";

const date = z.iso.date();
const text = z.string().optional();
const act = { act: z.int().meta({ description: "Its place in the timeline" }), on: date };
const amount = { amount: z.string(), currency: z.string() };
const sums = z.array(z.object({ purpose: z.string(), amount: z.string(), document: text }));

export const RoundSchema = z
  .object({
    ...act,
    round: z.int().optional().meta({ description: "From 1; absent for minutes that name no clinic" }),
    number: text,
    receivedOn: date,
    urgencyClass: z.enum(["A", "B"]).optional(),
    clinics: z.array(z.string()),
    changes: text,
    announced: z
      .object({ ...act, silent: z.array(z.string()), refused: z.array(z.string()), note: text })
      .optional()
      .meta({ description: "The announcement that these clinics can no longer suffice (MOH-62)" }),
  })
  .meta({ id: "Round" });

export const TreatmentSchema = z
  .object({
    approval: z.object({ ...act, ...amount, clinic: z.string() }).optional(),
    funds: z.object({ ...act, sufficient: z.boolean(), month: z.string(), note: text }).optional(),
    ownExpense: z.object({ ...act, note: text }).optional(),
    labourPart: z
      .object({
        ...act,
        bearsPart: z.boolean(),
        amount: text,
        currency: text,
        confirmedOn: date.optional(),
      })
      .optional(),
    governmentDecision: z.object({ ...act, number: z.string() }).optional(),
    publication: z.object({ ...act, gazette: z.string() }).optional(),
    disposition: z.object({ ...act, number: text, receivedOn: date }).optional(),
    toPay: z
      .object(amount)
      .optional()
      .meta({ description: "The amount decided, less the part of the Ministry of Labour (MOH-84)" }),
    payment: z.object({ ...act, ...amount, differs: z.boolean(), explanation: text, reference: text }).optional(),
    departure: z.object({ ...act, companions: z.array(z.object({ name: z.string(), relation: text })) }).optional(),
    returned: z.object({ ...act, note: text }).optional(),
    companionsSettled: z
      .object({
        ...act,
        currency: z.string(),
        total: z.string(),
        journeys: z.array(
          z.object({ companion: z.string(), direction: z.string(), amount: z.string(), proof: z.string() }),
        ),
      })
      .optional(),
    justification: z.object({ ...act, currency: z.string(), total: z.string(), sums, explanation: text }).optional(),
    firstCheck: z.object({ ...act, doctor: text, findings: text }).optional(),
    appointments: z.array(
      z.object({
        ...act,
        number: z.int(),
        appointedOn: date,
        state: z.enum(["awaited", "came", "missed"]),
        settledOn: date.optional(),
        note: text,
        findings: text,
      }),
    ),
    report: z.object({ ...act, sentToDspOn: date.optional(), report: text }).optional(),
    bar: z
      .object({
        ...act,
        appointment: z.int().optional(),
        confirmedBy: text,
        note: text,
        lifted: z.object({ ...act, reason: text }).optional(),
      })
      .optional(),
    checkUps: z.array(
      z.object({
        ...act,
        clinic: z.string(),
        note: text,
        decided: z
          .object({
            ...act,
            decision: z.enum(["approved", "rejected"]),
            evaluation: text,
            minutes: text,
            amount: text,
            currency: text,
            reason: text,
          })
          .optional(),
      }),
    ),
    claim: z
      .object({
        ...act,
        currency: z.string(),
        lines: z.array(
          z.object({
            line: z.int(),
            kind: z.enum(EXPENSE_KINDS),
            date,
            amount: z.string(),
            proof: text,
            description: text,
            verdict: z.enum(["reimbursable", "kind", "unproven", "before-approval", "on-approval-day"]),
            granted: text,
            reason: text,
          }),
        ),
        settled: z.object({ ...act, granted: z.string(), note: text }).optional(),
      })
      .optional(),
    death: z
      .object({
        ...act,
        diedOn: date,
        announced: z.object({ ...act, announcedBy: text }).optional(),
        statement: z.object({ ...act, sums, currency: text, note: text }).optional(),
      })
      .optional(),
  })
  .meta({ id: "Treatment" });
