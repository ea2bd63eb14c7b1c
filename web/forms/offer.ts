/** How the acts of a process are offered on a file, beside what its open steps accept. */
import type { CaseView } from "../../domain/case/view.ts";
import { E112_OFFER } from "./e112/offer.ts";
import { MOH_OFFER } from "./moh/offer.ts";

export interface Offer<Type extends string = string, Step extends string = string> {
  /** Acts that wait for no step, of every day. */
  readonly usual: readonly Type[];
  /** Acts that wait for no step and that seldom happen, or end a file. */
  readonly rare: readonly Type[];
  /** Acts that cannot be undone, or that weigh on the patient: their button says so. */
  readonly grave: readonly Type[];
  /** Acts that wait for no step and belong to the work of one all the same. */
  readonly beside: Readonly<Partial<Record<Step, readonly Type[]>>>;
}

const OFFERS: Readonly<Record<CaseView["process"], Offer>> = { moh: MOH_OFFER, e112: E112_OFFER };

export function offerOf({ process }: Pick<CaseView, "process">): Offer {
  return OFFERS[process];
}
