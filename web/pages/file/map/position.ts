/** Where a file stands on the map. */
import { stepName } from "../../../../domain/case/process.ts";
import { nextOnMap, type MapNode, type ProcessMap } from "../../../../domain/case/map.ts";
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
