/** Corrections of dates, as every process judges them: which date may become which (decision 10). */
import type { Refusal } from "./commands.ts";
import { firstOutOfOrder, type OrdersOf } from "./dates-in-order.ts";
import type { Act } from "./events.ts";
import { correctedActs, isCorrection, type CaseState, type CorrectionFacts, type ProcessFold } from "./state.ts";
import type { PlainDate } from "../plain-date.ts";

/** Where a correction says the new date. */
export function correctedPath(field: string): string {
  return field === "occurredOn" ? "newOccurredOn" : "newValue";
}

/** The act that a correction names, or why it cannot be corrected so. */
export function refuseCorrection<Facts>(
  state: CaseState<Facts>,
  { corrects, field, newDate }: CorrectionFacts,
  process: Pick<ProcessFold<Facts>, "datesOf">,
  ordersOf: OrdersOf,
): Refusal | undefined {
  const act = state.acts[corrects];
  if (act === undefined) return { kind: "invalid", code: "UNKNOWN_ACT", field: "corrects", params: { act: corrects } };
  if (isCorrection(act) || !Object.hasOwn(act.dates, field) || newDate === undefined) {
    const allowed = isCorrection(act) ? "" : Object.keys(act.dates).join(", ");
    return { kind: "invalid", code: "NOT_CORRECTABLE", field: "field", params: { field, act: act.type, allowed } };
  }
  if (act.dates[field] === newDate) {
    return { kind: "invalid", code: "UNCHANGED", field: correctedPath(field), params: { date: newDate } };
  }
  return (
    refuseBetweenFollowed(state, act, field, newDate) ?? refuseOutOfOrder(state, act, field, newDate, process, ordersOf)
  );
}

/** A corrected act stays between the act that it follows and those that follow it. */
function refuseBetweenFollowed(state: CaseState, act: Act, field: string, newDate: PlainDate): Refusal | undefined {
  if (field !== "occurredOn") return undefined;
  const path = correctedPath(field);
  for (const seq of act.follows) {
    const earlier = state.acts[seq];
    const earlierOn = earlier?.dates["occurredOn"];
    if (earlier !== undefined && earlierOn !== undefined && newDate < earlierOn) {
      const params = { date: newDate, precedingAct: earlier.type, precedingOn: earlierOn };
      return { kind: "invalid", code: "BEFORE_PRECEDING_ACT", field: path, params };
    }
  }
  for (const later of Object.values(state.acts)) {
    const laterOn = later.dates["occurredOn"];
    if (later.follows.includes(act.seq) && laterOn !== undefined && newDate > laterOn) {
      return afterFollowing(path, newDate, later.type, laterOn);
    }
  }
  return undefined;
}

/** Nothing that was in order comes out of it. */
function refuseOutOfOrder<Facts>(
  state: CaseState<Facts>,
  act: Act,
  field: string,
  newDate: PlainDate,
  process: Pick<ProcessFold<Facts>, "datesOf">,
  ordersOf: OrdersOf,
): Refusal | undefined {
  const path = correctedPath(field);
  const acts = correctedActs(state, { corrects: act.seq, field, newDate }, process);
  for (const each of Object.values(acts)) {
    const wrong = firstOutOfOrder(acts, each, ordersOf);
    const before = state.acts[each.seq];
    const wasWrong = before !== undefined && firstOutOfOrder(state.acts, before, ordersOf) !== undefined;
    if (wrong === undefined || wasWrong) continue;
    const { date, notBefore, what } = wrong;
    return each.seq === act.seq
      ? { kind: "invalid", code: "DATE_ORDER", field: path, params: { date, notBefore, what } }
      : afterFollowing(path, newDate, each.type, date);
  }
  return undefined;
}

function afterFollowing(field: string, date: PlainDate, followingAct: string, followingOn: PlainDate): Refusal {
  return { kind: "invalid", code: "AFTER_FOLLOWING_ACT", field, params: { date, followingAct, followingOn } };
}
