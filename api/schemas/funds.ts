/** What the API answers about the monthly funds, for its own description. */
import { z } from "zod";

const lei = z.string().meta({ description: "Lei, an exact decimal", examples: ["107050.00"] });
const estimate = z.int().min(1).max(5);

const request = z.object({
  caseId: z.uuid(),
  registrationNumber: z.string(),
  ministryNumber: z.string(),
  registeredOn: z.iso.date(),
  decidedOn: z.iso.date(),
  amount: z.string(),
  currency: z.string(),
  lei: lei.optional().meta({ description: "Absent while no rate of the day of the decision, or before it, is known" }),
  rate: z.object({ rate: z.string(), date: z.iso.date(), old: z.boolean() }).optional(),
  vitalRisk: estimate.optional(),
  benefit: estimate.optional(),
  place: z.int(),
  verdict: z.enum(["funded", "does-not-fit", "no-rate", "after-stop"]),
  left: lei.meta({ description: "What is left before this request is looked at" }),
  wouldFit: z.literal(true).optional(),
  after: z
    .object({
      ministryNumber: z.string(),
      by: z.enum(["vitalRisk", "benefit", "registeredOn", "ministryNumber"]),
      before: z.union([z.string(), z.number(), z.null()]),
      own: z.union([z.string(), z.number(), z.null()]),
    })
    .optional()
    .meta({ description: "Why it comes after the one before it" }),
  patient: z.string(),
});

const allocation = z.object({
  version: z.int(),
  amount: lei,
  legalAct: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});

const ranking = z.object({
  number: z.int(),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  state: z.enum(["made", "confirmed", "running", "done"]),
  confirmedBy: z.string().optional(),
  confirmedAt: z.iso.datetime().optional(),
  finishedAt: z.iso.datetime().optional(),
  allocated: lei,
  granted: lei,
  left: lei,
  files: z.int(),
  funded: z.int(),
  done: z.int(),
  refused: z.int(),
});

export const FundMonthSchema = z
  .object({
    month: z.string(),
    today: z.iso.date(),
    allocation: allocation.optional(),
    allocations: z.array(allocation),
    granted: lei,
    left: lei.optional(),
    asked: lei,
    withoutRate: z.int(),
    exceeded: z.boolean().meta({ description: "More is asked than is left: a ranking is needed (MOH-77)" }),
    requests: z.array(request.extend({ step: z.enum(["confirm-funds", "wait-for-funds"]) })),
    grants: z.array(
      z.object({
        caseId: z.uuid(),
        registrationNumber: z.string(),
        ministryNumber: z.string(),
        patient: z.string(),
        amount: z.string(),
        currency: z.string(),
        lei: lei.optional(),
        state: z.enum(["reserved", "granted", "freed"]),
        by: z.string(),
        at: z.iso.datetime(),
        freedAt: z.iso.datetime().optional(),
      }),
    ),
    rankings: z.array(ranking),
  })
  .meta({ id: "FundMonth" });

export const RankingSchema = ranking
  .extend({
    month: z.string(),
    lines: z.array(
      request.extend({
        funded: z.boolean(),
        state: z.enum(["waiting", "done", "refused"]),
        problem: z.string().optional(),
      }),
    ),
  })
  .meta({ id: "FundRanking" });

export const FundPlaceSchema = z
  .object({
    month: z.string(),
    waits: z.boolean(),
    place: z.int().optional(),
    of: z.int().optional(),
    missing: z.array(z.enum(["rate", "vitalRisk", "benefit"])),
    vitalRisk: estimate.optional(),
    benefit: estimate.optional(),
    lei: lei.optional(),
    grantedIn: z.string().optional(),
  })
  .meta({ id: "FundPlace" });
