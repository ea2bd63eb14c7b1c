/** What a paper must contain, one by one, each with the rule that asks for it. */
import type { Text } from "../case/commands.ts";
import type { RuleId } from "../law/index.ts";

export interface ContentDefinition<Paper> {
  readonly id: string;
  readonly rule: RuleId;
  readonly title: Text;
  isIn(paper: Paper): boolean;
}

/** One content, and whether the paper has it. */
export interface ContentView {
  readonly id: string;
  readonly rule: RuleId;
  readonly title: Text;
  readonly present: boolean;
}

/** Every content in its order; of a paper that is not there, none is present. */
export function contentsOf<Paper>(
  definitions: readonly ContentDefinition<Paper>[],
  paper: Paper | undefined,
): ContentView[] {
  return definitions.map(({ id, rule, title, isIn }) => ({
    id,
    rule,
    title,
    present: paper !== undefined && isIn(paper),
  }));
}

/** What the paper lacks. */
export function lackingOf(contents: readonly ContentView[]): ContentView[] {
  return contents.filter(({ present }) => !present);
}
