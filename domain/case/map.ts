/**
 * The map of a process: its steps, where it starts and ends, and the passages between them with the rules that act. Data
 * alone: the screen draws it, the tests hold the workflow against it.
 */
import type { RuleId } from "../law/index.ts";
import type { Text } from "./commands.ts";

/** A place on the map. `column` and `row` count from 0, from the top left corner of the drawing. */
export interface MapNode<Id extends string = string> {
  readonly id: Id;
  readonly kind: "start" | "step" | "end";
  /** A few words that fit in the box; the step's title says it in full. */
  readonly label: Text;
  readonly column: number;
  readonly row: number;
}

/** A part of the way, over some rows of the drawing. */
export interface MapPhase {
  readonly title: Text;
  readonly firstRow: number;
  readonly lastRow: number;
}

/**
 * A passage. `from: "any"` is open from every step while the file is open, as far as its process allows it then. `route`
 * tells the drawing which way the line takes when it is not the straight one: over the boxes of its row, under them, or
 * back to the left margin, where the next rows begin.
 */
export interface MapEdge<Id extends string = string> {
  readonly from: Id | "any";
  readonly to: Id;
  readonly rules: readonly RuleId[];
  readonly label?: Text;
  readonly route?: "over" | "under" | "return";
}

export interface ProcessMap<Id extends string = string> {
  /** What stands on a box beside its name: the house that records the act, or who owes it. */
  readonly owner: "institution" | "duty";
  readonly phases: readonly MapPhase[];
  readonly nodes: readonly MapNode<Id>[];
  readonly edges: readonly MapEdge<Id>[];
}

/** From any step, as it is written beside the passage. */
export const FROM_ANY_STEP: Text = { ro: "din orice pas", en: "from any step" };

/** True when the map has this passage. */
export function hasPassage(map: ProcessMap, from: string, to: string): boolean {
  return map.edges.some((edge) => edge.to === to && (edge.from === from || edge.from === "any"));
}

/** Where a file may go next from this place, what is open from any step aside. */
export function nextOnMap(map: ProcessMap, from: string): string[] {
  return map.edges.filter((edge) => edge.from === from).map((edge) => edge.to);
}

export function phase(firstRow: number, lastRow: number, title: Text): MapPhase {
  return { title, firstRow, lastRow };
}
