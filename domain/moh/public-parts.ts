/** What the public page says of a file is put together from these, wherever the file is. */
import type { Text } from "../case/commands.ts";
import { isRunning, isSuspended, suspensionsOf } from "../case/state.ts";
import type { MohPublicStatus } from "../case/view.ts";
import { getRule, type RuleId } from "../law/index.ts";
import type { MohState } from "./facts.ts";

export type Situation = Omit<MohPublicStatus, "registrationNumber" | "process">;

export const DSP: Text = { ro: "Direcția de Sănătate Publică", en: "The county public-health directorate (DSP)" };

/** The due date of a running deadline, as the citizen's limit; or since when it stands still. */
export function limitOf(state: MohState, rule: RuleId): Pick<MohPublicStatus, "limit" | "suspended"> {
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
