/** What the public pages of all processes are put together from. */
import type { Text } from "./commands.ts";
import type { Act, Seq } from "./events.ts";
import { dateOf, type CaseState } from "./state.ts";
import type { PlainDate } from "../plain-date.ts";

export const NOTHING: Text = { ro: "Acum nu aveți nimic de făcut.", en: "There is nothing for you to do now." };
export const PATIENT: Text = { ro: "Dumneavoastră", en: "You" };

export function dayOf(act: Act): PlainDate {
  const day = act.dates["occurredOn"];
  if (day === undefined) throw new RangeError(`act ${act.seq} has no date`);
  return day;
}

/** The act of this number; undefined for none. */
export function actOf({ acts }: Pick<CaseState, "acts">, seq: Seq | undefined): Act | undefined {
  return seq === undefined ? undefined : acts[seq];
}

export function stageDay(state: CaseState, openedOn: PlainDate): PlainDate {
  const days = state.stageSince.map((ref) => dateOf(state, ref)).toSorted();
  return days.at(-1) ?? openedOn;
}

/** The day of the last act. @throws RangeError for a file without any. */
export function lastDay(state: CaseState): PlainDate {
  const act = Object.values(state.acts).findLast(({ type }) => type !== "correctDate");
  if (act === undefined) throw new RangeError(`case ${state.caseId} has no act`);
  return dayOf(act);
}
