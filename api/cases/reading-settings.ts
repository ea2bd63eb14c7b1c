/** Readings of the law that are settings: what they say on the day of an act goes into its facts, and stays so for its file. */
import type { MohCommandType } from "../../domain/moh/commands.ts";
import type { Config } from "../config.ts";
import type { ReadPayload } from "./read-payload.ts";

/**
 * With the registered decision, how many complete offers the file needs (MOH-A8); with the companions' travel, until which
 * age of the child it is reimbursed (MOH-A22).
 */
export function withReadings(
  { MOH_OFFERS_NEEDED: offersNeeded, MOH_LAST_COMPANION_AGE: lastAge }: Config,
  type: MohCommandType,
  read: ReadPayload,
): ReadPayload {
  if (type === "registerDecision") return { ...read, facts: { ...read.facts, offersNeeded } };
  return type === "settleCompanions" ? { ...read, facts: { ...read.facts, lastAge } } : read;
}
