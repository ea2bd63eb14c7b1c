/** Letters that come back. */
import type pg from "pg";
import { findDeliveryStatus, type DeliveryStatus } from "./delivery-status.ts";
import { markBounced, noteOf } from "./outcomes.ts";
import { messageOfBounce } from "./sender.ts";

/** What was done with a returned letter. */
export type Returned = "bounced" | "noted" | "ignored";

/**
 * Records what came back to an address of {@link bounceAddress}: a letter that could not be delivered is work for an
 * administrator; one that is late, or an answer, is noted or ignored. Addresses that name no letter of ours are ignored,
 * so that whoever guesses one learns and changes nothing. Idempotent: a letter comes back once.
 */
export async function recordReturned(pool: pg.Pool, address: string, raw: string, now: Date): Promise<Returned> {
  const id = messageOfBounce(address);
  const status = findDeliveryStatus(raw);
  if (id === undefined || status === undefined) return "ignored";
  const reason = reasonOf(status);
  // "Failed" is said when nobody tries any more, with 4.4.7 too: days of delay ended in giving up.
  if (status.action === "failed") return (await markBounced(pool, id, reason, now)) ? "bounced" : "ignored";
  return (await noteOf(pool, id, reason)) ? "noted" : "ignored";
}

function reasonOf({ action, status = "", diagnostic = "" }: DeliveryStatus): string {
  return [action, status, diagnostic].filter((part) => part !== "").join(" ");
}
