import { RULES } from "../../domain/law/index.ts";
import { hasPassage, type ProcessMap } from "../../domain/case/map.ts";
import { E112_MAP } from "../../domain/e112/map.ts";
import { E112_OUTCOMES, E112_STEPS } from "../../domain/e112/steps.ts";
import { MOH_MAP } from "../../domain/moh/map.ts";
import { MOH_OUTCOMES, MOH_STEPS, type MohStep } from "../../domain/moh/steps.ts";
import { centre, lineOf, sizeOf, wrap } from "../../web/pages/file/map/layout.ts";
import { isTaken, openedAgain, positions } from "../../web/pages/file/map/position.ts";
import { caseViewWith } from "./support/case-view.ts";

/** The end of files that were closed before the procedure went on after the approval. */
const OF_BEFORE = "approved-by-ministry";

interface Drawn {
  readonly map: ProcessMap;
  readonly steps: object;
  readonly outcomes: object;
}
const MAPS: readonly (readonly [string, Drawn])[] = [
  ["moh", { map: MOH_MAP, steps: MOH_STEPS, outcomes: MOH_OUTCOMES }],
  ["e112", { map: E112_MAP, steps: E112_STEPS, outcomes: E112_OUTCOMES }],
];

describe.each(MAPS)("process map of %s", (process, { map, steps, outcomes }) => {
  const nodes = new Set<string>(map.nodes.map(({ id }) => id));

  test("has every step and every end, and a place for each", () => {
    expect([...nodes].toSorted()).toEqual(
      ["start", ...Object.keys(steps), ...Object.keys(outcomes).filter((end) => end !== OF_BEFORE)].toSorted(),
    );
    const places = map.nodes.map(({ column, row }) => `${column}/${row}`);
    expect(new Set(places).size).toBe(places.length);
    const rows = map.phases.flatMap(({ firstRow, lastRow }) =>
      Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index),
    );
    expect(rows).toEqual([...new Set(map.nodes.map(({ row }) => row))].toSorted((a, b) => a - b));
  });

  test("its passages join places of the map by rules of the law, and reach all of it", () => {
    const rules = new Set<string>(RULES.map(({ id }) => id));
    for (const { from, to, rules: acting } of map.edges) {
      expect(from === "any" || nodes.has(from)).toBe(true);
      expect(nodes.has(to)).toBe(true);
      // The guide of the E112 route knows nothing of a death or a withdrawal.
      if (process === "moh" || from !== "any") expect(acting.length).toBeGreaterThan(0);
      for (const rule of acting) expect(rules.has(rule)).toBe(true);
    }
    const reached = new Set(["start"]);
    for (let grew = true; grew;) {
      const next = map.edges.filter(({ from, to }) => (from === "any" || reached.has(from)) && !reached.has(to));
      grew = next.length > 0;
      for (const { to } of next) reached.add(to);
    }
    expect([...nodes].filter((id) => !reached.has(id))).toEqual([]);
  });

  test("every label fits its box in both languages", () => {
    for (const { label } of map.nodes) {
      for (const text of [label.ro, label.en]) {
        expect(wrap(text).length).toBeLessThanOrEqual(2);
        for (const line of wrap(text)) expect(line.length).toBeLessThanOrEqual(18);
      }
    }
  });

  test("every line can be drawn", () => {
    const { width } = sizeOf(map);
    for (const edge of map.edges) {
      const to = map.nodes.find(({ id }) => id === edge.to);
      const from = map.nodes.find(({ id }) => id === edge.from);
      expect(to).toBeDefined();
      const { path, label } = lineOf(map, edge, from, to!);
      expect(path).toMatch(/^M[-\d. ]+([HV][-\d.]+)+$/);
      expect(label.x).toBeLessThan(width);
      expect(centre(map, to!).x).toBeGreaterThan(0);
    }
  });
});

describe("process map", () => {
  test("a withdrawal is open from every step; a step is not skipped", () => {
    for (const step of Object.keys(MOH_STEPS) as MohStep[]) expect(hasPassage(MOH_MAP, step, "withdrawn")).toBe(true);
    expect(hasPassage(MOH_MAP, "send-to-commission", "register-decision")).toBe(false);
    expect(hasPassage(E112_MAP, "check-insured-status", "issue-form")).toBe(false);
  });

  test("shows where a file stands: done, now, what may follow, what ended", () => {
    const at = positions(
      MOH_MAP,
      caseViewWith({
        view: {
          steps: [openStep("send-to-ministry"), openStep("report-delay#2")],
          closedSteps: [
            { step: "register-decision", cause: "done", at: "2026-11-20T08:00:00Z" },
            { step: "notify-approval", cause: "superseded", at: "2026-11-20T08:00:00Z" },
          ],
        },
      }),
    );
    expect(at.get("register-decision")).toBe("done");
    expect(at.get("send-to-ministry")).toBe("current");
    expect(at.get("report-delay")).toBe("current");
    expect(at.get("register-at-ministry")).toBe("possible");
    expect(at.get("notify-approval")).toBe("left");
    expect(at.get("decide-at-ministry")).toBe("not-reached");
  });

  test("the way to another clinic is taken once a clinic has refused, not while the first one is asked", () => {
    const back = E112_MAP.edges.find(({ from, to }) => from === "await-acceptance" && to === "request-acceptance");
    const asked = [{ step: "request-acceptance", cause: "done", at: "2026-11-20T08:00:00Z" }];
    const again = [
      ...asked,
      { step: "await-acceptance", cause: "done", at: "2026-11-21T08:00:00Z" },
      { step: "request-acceptance#2", cause: "done", at: "2026-11-22T08:00:00Z" },
    ];
    const taken = (open: string, closedSteps: typeof asked): boolean => {
      const view = caseViewWith({ view: { steps: [openStep(open)], closedSteps } });
      return isTaken(E112_MAP, { at: positions(E112_MAP, view), again: openedAgain(view) }, back!);
    };
    expect(taken("await-acceptance", asked)).toBe(false);
    expect(taken("await-acceptance#2", again)).toBe(true);
  });
});

function openStep(step: string) {
  const { title } = MOH_STEPS["send-to-ministry"];
  const since = caseViewWith({}).today;
  return {
    step,
    title,
    institution: "dsp",
    institutionId: "DSP-CJ",
    duty: "DSP",
    rules: [],
    since,
    deadlines: [],
    accepts: [],
  } as const;
}
