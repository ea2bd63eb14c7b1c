/** Where a file stands on the map. */
import { stepName } from "../../../../domain/case/process.ts";
import { nextOnMap, type MapEdge, type MapNode, type ProcessMap } from "../../../../domain/case/map.ts";
import type { CaseView } from "../../../../domain/case/view.ts";

/** `possible`: one passage away from an open step. `left`: closed without being done. */
export type Position = "done" | "current" | "possible" | "left" | "not-reached";

export function positions(
  map: ProcessMap,
  view: Pick<CaseView, "steps" | "closedSteps" | "outcome">,
): ReadonlyMap<MapNode["id"], Position> {
  const open = new Set(view.steps.map(({ step }) => stepName(step)));
  const closed = new Map(view.closedSteps.map(({ step, cause }) => [stepName(step), cause]));
  const possible = new Set(view.outcome === undefined ? [...open].flatMap((step) => nextOnMap(map, step)) : []);
  return new Map(
    map.nodes.map(({ id, kind }): [MapNode["id"], Position] => {
      if (kind === "start") return [id, "done"];
      if (open.has(id) || view.outcome === id) return [id, "current"];
      const cause = closed.get(id);
      if (cause !== undefined) return [id, cause === "done" ? "done" : "left"];
      return [id, possible.has(id) ? "possible" : "not-reached"];
    }),
  );
}

/** The steps that were opened more than once. */
export function openedAgain(view: Pick<CaseView, "steps" | "closedSteps">): ReadonlySet<MapNode["id"]> {
  const all = [...view.steps, ...view.closedSteps].map(({ step }) => step);
  return new Set(all.filter((step) => stepName(step) !== step).map(stepName));
}

interface Way {
  readonly at: ReadonlyMap<MapNode["id"], Position>;
  readonly again: ReadonlySet<MapNode["id"]>;
}

/**
 * A passage counts as taken when both its ends were reached, and nothing that it passes over was; one that leads back, when
 * the step to which it leads was opened again.
 */
export function isTaken({ nodes }: ProcessMap, { at, again }: Way, { from, to, route }: MapEdge): boolean {
  if (from === "any") return at.get(to) === "current";
  const reached = (id: MapNode["id"]) => ["done", "current", "left"].includes(at.get(id) ?? "");
  if (!reached(from) || !reached(to)) return false;
  const [start, end] = [from, to].map((id) => nodes.find((node) => node.id === id));
  if (route !== "over" || start === undefined || end === undefined) return true;
  if (end.column < start.column) return again.has(to);
  return !nodes.some(
    ({ id, row, column }) => row === start.row && column > start.column && column < end.column && reached(id),
  );
}
