/** What a file asks of the Ministry's monthly funds and what it was given, written with its case. */
import type pg from "pg";
import type { CaseEvent } from "../../domain/case/events.ts";
import { lastAct, openSteps } from "../../domain/case/state.ts";
import type { MohCommandType } from "../../domain/moh/commands.ts";
import { factsOf, type MohState } from "../../domain/moh/facts.ts";
import type { MohStep } from "../../domain/moh/steps.ts";
import { approvedOn } from "../../domain/moh/treatment.ts";
import { getHouse } from "../../domain/people/houses.ts";
import type { Written } from "./writers.ts";

const WAITING: readonly string[] = ["confirm-funds", "wait-for-funds"] satisfies MohStep[];

/** Acts from which the request follows: what it asks and its place, and what ends its wait. */
const ACTS: readonly string[] = [
  "decideAtMinistry",
  "confirmFunds",
  "chooseOwnExpense",
  "correctDate",
] satisfies MohCommandType[];

function concernsFunds(event: CaseEvent): boolean {
  switch (event.type) {
    case "actRecorded":
      return ACTS.includes(event.act.type);
    case "stepOpened":
    case "stepClosed":
      return WAITING.includes(event.step);
    case "caseClosed":
      return true;
    default:
      return false;
  }
}

/**
 * In the transaction of the commit, when one of its events concerns the funds; nothing for a file that the Ministry has not
 * approved. A confirmation that nobody reserved money for, as of an inherited act, is a grant all the same; one of a file
 * that ends unpaid is freed.
 */
export async function writeFunds(
  client: pg.PoolClient,
  state: MohState,
  { houses, events, at }: Written,
): Promise<void> {
  const ministry = getHouse(houses, "ministry");
  const { approval, payment } = state.facts;
  const decidedOn = approvedOn(state);
  if (approval === undefined || decidedOn === undefined || !events.some(concernsFunds)) return;
  const registered = lastAct(state, "registerAtMinistry");
  const step = openSteps(state).find((open) => WAITING.includes(open.step))?.step;
  await client.query({
    name: "write-fund-request",
    text: `INSERT INTO fund_requests (case_id, institution_id, step, amount, currency, decided_on, registered_on, vital_risk, benefit)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (case_id) DO UPDATE SET step = excluded.step, amount = excluded.amount, currency = excluded.currency,
        decided_on = excluded.decided_on, registered_on = excluded.registered_on, vital_risk = excluded.vital_risk,
        benefit = excluded.benefit`,
    values: [
      state.caseId,
      ministry,
      step ?? null,
      approval.amount,
      approval.currency,
      decidedOn,
      registered?.dates["occurredOn"] ?? decidedOn,
      approval.vitalRisk ?? null,
      approval.benefit ?? null,
    ],
  });
  for (const event of events) {
    if (event.type !== "actRecorded" || event.act.type !== "confirmFunds") continue;
    const { sufficient, month } = factsOf(event.act, "confirmFunds");
    if (!sufficient) continue;
    await client.query(
      `INSERT INTO fund_grants (case_id, institution_id, month, command_id, by, state, at)
       VALUES ($1, $2, $3, $4, $5, 'granted', $6)
       ON CONFLICT (case_id) DO UPDATE SET month = excluded.month, state = 'granted', at = excluded.at, by = excluded.by,
         lei = CASE WHEN fund_grants.command_id = excluded.command_id THEN fund_grants.lei END,
         command_id = excluded.command_id`,
      [state.caseId, ministry, month, event.act.commandId, event.act.by.userId, event.at],
    );
  }
  if (state.outcome !== undefined && payment === undefined) {
    await client.query(
      "UPDATE fund_grants SET state = 'freed', freed_at = $2 WHERE case_id = $1 AND state <> 'freed'",
      [state.caseId, at],
    );
  }
}
