import { RULES } from "../../domain/law/index.ts";
import { hasPassage, MOH_MAP } from "../../domain/moh/map.ts";
import { MOH_OUTCOMES, MOH_STEPS, type MohStep } from "../../domain/moh/steps.ts";
import { centre, lineOf, wrap } from "../../web/pages/file/map/layout.ts";
import { positions } from "../../web/pages/file/map/position.ts";
import { caseViewWith } from "./support/case-view.ts";

const NODES = new Set<string>(MOH_MAP.nodes.map(({ id }) => id));

/** The end of files that were closed before the procedure went on after the approval. */
const OF_BEFORE = "approved-by-ministry";

describe("process map", () => {
  test("has every step and every end, and a place for each", () => {
    expect([...NODES].toSorted()).toEqual(
      ["start", ...Object.keys(MOH_STEPS), ...Object.keys(MOH_OUTCOMES).filter((end) => end !== OF_BEFORE)].toSorted(),
    );
    const places = MOH_MAP.nodes.map(({ column, row }) => `${column}/${row}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test("its passages join places of the map by rules of the law, and reach all of it", () => {
    const rules = new Set<string>(RULES.map(({ id }) => id));
    for (const { from, to, rules: acting } of MOH_MAP.edges) {
      expect(from === "any" || NODES.has(from)).toBe(true);
      expect(NODES.has(to)).toBe(true);
      expect(acting.length).toBeGreaterThan(0);
      for (const rule of acting) expect(rules.has(rule)).toBe(true);
    }
    const reached = new Set(["start"]);
    for (let grew = true; grew;) {
      const next = MOH_MAP.edges.filter(({ from, to }) => (from === "any" || reached.has(from)) && !reached.has(to));
      grew = next.length > 0;
      for (const { to } of next) reached.add(to);
    }
    expect([...NODES].filter((id) => !reached.has(id))).toEqual([]);
  });

  test("a withdrawal is open from every step; a step is not skipped", () => {
    for (const step of Object.keys(MOH_STEPS) as MohStep[]) expect(hasPassage(step, "withdrawn")).toBe(true);
    expect(hasPassage("send-to-commission", "register-decision")).toBe(false);
  });

  test("every label fits its box in both languages", () => {
    for (const { label } of MOH_MAP.nodes) {
      for (const text of [label.ro, label.en]) {
        expect(wrap(text).length).toBeLessThanOrEqual(2);
        for (const line of wrap(text)) expect(line.length).toBeLessThanOrEqual(18);
      }
    }
  });

  test("every line can be drawn", () => {
    for (const edge of MOH_MAP.edges) {
      const to = MOH_MAP.nodes.find(({ id }) => id === edge.to);
      const from = MOH_MAP.nodes.find(({ id }) => id === edge.from);
      expect(to).toBeDefined();
      expect(lineOf(edge, from, to!).path).toMatch(/^M[-\d. ]+([HV][-\d.]+)+$/);
      expect(centre(to!).x).toBeGreaterThan(0);
    }
  });

  test("shows where a file stands: done, now, what may follow, what ended", () => {
    const at = positions(
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
