/** What a file asked for, was granted and was paid. Amounts that are not in the facts of an act are in no sum. */
import type { Act } from "../case/events.ts";
import type { MoneyFact, MoneyKind } from "../case/money.ts";
import { addAmounts } from "../money/amounts.ts";
import type { MohCommandType } from "./commands.ts";
import { factsOf, type Money, type MohState } from "./facts.ts";

/**
 * Asked: when the file is sent to the Ministry, the offer of the clinic that the DSP proposes; otherwise of the one that
 * the decision selects, and until then the first complete one. Granted: what the Ministry's commission approved. Paid: to
 * the clinic, and back to the patient side for own expenses and companions.
 */
export function mohMoney(state: MohState): MoneyFact[] {
  const acts = Object.values(state.acts);
  return acts.flatMap((act) => {
    const found = sumOf(act, state, acts);
    const on = act.dates["occurredOn"];
    return found === undefined || on === undefined ? [] : [{ seq: act.seq, on, ...found }];
  });
}

function sumOf(
  act: Act,
  { facts }: MohState,
  acts: readonly Act[],
): (Money & { readonly kind: MoneyKind }) | undefined {
  switch (act.type as MohCommandType) {
    case "sendToMinistry": {
      const clinic = factsOf(act, "sendToMinistry").proposedClinic ?? facts.selectedClinic;
      const offer = offerOf(acts, clinic);
      return offer === undefined ? undefined : { kind: "asked", ...offer };
    }
    case "decideAtMinistry": {
      const { amount, currency } = factsOf(act, "decideAtMinistry");
      return amount === undefined || currency === undefined ? undefined : { kind: "granted", amount, currency };
    }
    case "payClinic": {
      const { amount, currency } = factsOf(act, "payClinic");
      return { kind: "paid", amount, currency };
    }
    case "settleClaim": {
      const { claim, settlement } = facts;
      if (claim === undefined || settlement === undefined || settlement.act !== act.seq) return undefined;
      return { kind: "paid", amount: addAmounts(settlement.granted), currency: claim.currency };
    }
    case "settleCompanions": {
      const { amounts, currency } = factsOf(act, "settleCompanions");
      return { kind: "paid", amount: addAmounts(amounts), currency };
    }
    default:
      return undefined;
  }
}

/** What the clinic's last complete offer costs in all; of no clinic in particular, the first one. */
function offerOf(acts: readonly Act[], clinic: string | undefined): Money | undefined {
  const answers = acts.flatMap((act) =>
    act.type === "recordClinicAnswer" ? [factsOf(act, "recordClinicAnswer")] : [],
  );
  const offers = answers.filter(({ kind }) => kind === "offer");
  const { total: amount, currency } = offers.findLast((offer) => offer.clinic === clinic) ?? offers[0] ?? {};
  return amount === undefined || currency === undefined ? undefined : { amount, currency };
}
