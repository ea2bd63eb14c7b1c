/** What the public page says of a file is put together from these, wherever the file is. */
import type { Text } from "../case/commands.ts";
import type { Act } from "../case/events.ts";
import { dateOf, isRunning, isSuspended, suspensionsOf } from "../case/state.ts";
import type { PublicStatus } from "../case/view.ts";
import { getRule, type RuleId } from "../law/index.ts";
import type { PlainDate } from "../plain-date.ts";
import type { MohState } from "./facts.ts";

export type Situation = Omit<PublicStatus, "registrationNumber" | "process">;

export const DSP: Text = { ro: "Direcția de Sănătate Publică", en: "The county public-health directorate (DSP)" };
export const NOTHING: Text = { ro: "Acum nu aveți nimic de făcut.", en: "There is nothing for you to do now." };

export function dayOf(act: Act): PlainDate {
  const day = act.dates["occurredOn"];
  if (day === undefined) throw new RangeError(`act ${act.seq} has no date`);
  return day;
}

export function stageDay(state: MohState, openedOn: PlainDate): PlainDate {
  const days = state.stageSince.map((ref) => dateOf(state, ref)).toSorted();
  return days.at(-1) ?? openedOn;
}

/** The due date of a running deadline, as the citizen's limit; or since when it stands still. */
export function limitOf(state: MohState, rule: RuleId): Pick<PublicStatus, "limit" | "suspended"> {
  const deadline = Object.values(state.deadlines).find((candidate) => candidate.rule === rule && isRunning(candidate));
  if (deadline?.due === undefined) return {};
  const { startsOn, dueOn, practicalDueOn, provisionalYears } = deadline.due;
  const { citation } = getRule(rule, startsOn);
  if (isSuspended(deadline)) {
    const since = suspensionsOf(state, deadline).at(-1)?.from ?? startsOn;
    return { suspended: { since, citation, rule } };
  }
  const provisional = provisionalYears === undefined ? {} : { provisionalYears };
  return { limit: { on: practicalDueOn ?? dueOn, ...provisional, citation, rule } };
}
