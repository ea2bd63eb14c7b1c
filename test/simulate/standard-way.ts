/** How far a file is on the standard way of its process, and what is left of it. */
import type { CaseState } from "../../domain/case/state.ts";
import type { Data, StandardAct, StandardWay } from "./process.ts";

/** What a scenario may say beside `bring to`. */
export function standardData({ belongs }: StandardWay): string[] {
  return Object.values(belongs).flat();
}

/** What is left to do until the act is done; nothing when it is. `state`: absent before the file is filed. */
export function standardWay(way: StandardWay, until: string, given: Data, state: CaseState | undefined): StandardAct[] {
  const { order, belongs, actsOf } = way;
  const done = Object.values(state?.acts ?? {}).map(({ type }) => order.indexOf(type));
  return order.slice(Math.max(-1, ...done) + 1, order.indexOf(until) + 1).flatMap((act) => {
    const own = Object.fromEntries(Object.entries(given).filter(([name]) => belongs[act]?.includes(name)));
    return actsOf(act, own, given);
  });
}
