import { beforeAll, expect, test } from "@jest/globals";
import { hasPassage, isMohStep, MOH_MAP, nextOnMap } from "../../domain/moh/map.ts";
import type { MohState } from "../../domain/moh/facts.ts";
import { getStepDefinition, MOH_OUTCOMES, MOH_STEPS } from "../../domain/moh/steps.ts";
import {
  ADULT_DOSSIER,
  correct,
  actOf,
  eventsOf,
  fileAt,
  MohFile,
  rejectedFile,
  skippingWorld,
  today,
} from "./support/world.ts";

const world = await skippingWorld();
/** Passages made, as "from to". */
const made = new Set<string>();
const opened = new Set<string>();

/** Where a step of a file came from: the steps whose acts it runs from, or the start. */
function originsOf(state: MohState, since: readonly { act: number }[]): string[] {
  return since.flatMap(({ act: seq }) => {
    const act = state.acts[seq];
    if (act?.type === "fileDossier") return ["start"];
    return Object.values(state.steps)
      .filter(({ step, seq: openedAt, closed }) => {
        const accepts = getStepDefinition(step).accepts.some((type) => type === act?.type);
        return accepts && openedAt < seq && (closed?.by === undefined || closed.by >= seq);
      })
      .map(({ step }) => nameOf(step));
  });
}

/** A repetition stands at the place of its step. */
function nameOf(step: string): string {
  return step.split("#")[0] ?? step;
}

async function follow(file: MohFile): Promise<void> {
  const state = await file.state();
  for (const { type, data } of await eventsOf(world, file)) {
    if (type === "stepOpened" && data.step !== undefined) {
      opened.add(nameOf(data.step));
      const since = (data as unknown as { since: { act: number }[] }).since;
      for (const origin of originsOf(state, since)) made.add(`${origin} ${nameOf(data.step)}`);
    }
    if (type === "caseClosed" && data.outcome !== undefined) {
      opened.add(data.outcome);
      const last = Object.values(state.acts).at(-1);
      const from = Object.values(state.steps).find(({ closed }) => closed?.cause === "done" && closed.by === last?.seq);
      made.add(`${data.outcome === "withdrawn" ? "any" : nameOf(from?.step ?? "?")} ${data.outcome}`);
    }
  }
}

beforeAll(async () => {
  // Completed later; then the whole way, with a delay, twice over because its watch was moved, to an approval.
  const on = "2026-02-02";
  const file = await MohFile.open(world, { on, documents: ADULT_DOSSIER.slice(1) });
  await file.give("addDocument", { on, payload: { documents: ADULT_DOSSIER.slice(0, 1) } });
  await follow(file);
  const long = await fileAt(world, "sendable", { on });
  const decision = actOf(await long.state(), "registerDecision");
  await correct(long, decision, { field: "registeredOn", to: await today(world) });
  await correct(long, decision, { field: "registeredOn", to: "2026-02-04" });
  await long.give("reportDelay", { payload: { causes: "x" } });
  await long.give("registerDelayReport");
  await long.give("intervene");
  await long.give("notifyPatient");
  await long.give("signUndertaking", { payload: { signedBy: "patient" } });
  await long.give("presentCorrespondence");
  await long.give("sendToMinistry");
  await long.give("registerAtMinistry");
  await long.give("askForMinistryNumber");
  await long.give("decideAtMinistry", {
    payload: { decision: "approved", clinic: "clinic-1", amount: "1", currency: "EUR" },
  });
  await long.give("notifyPatient");
  await follow(long);
  const refused = await fileAt(world, "at-ministry");
  await refused.give("decideAtMinistry", { payload: { decision: "rejected" } });
  await refused.give("notifyPatient");
  await follow(refused);
  const rejected = await rejectedFile(world);
  await rejected.give("notifyPatient");
  await follow(rejected);
  const withdrawn = await fileAt(world, "complete");
  await withdrawn.give("withdrawApplication", { payload: { reason: "x" } });
  await follow(withdrawn);
}, 60_000);

test("design 2: every step that the workflow opens and every end is on the map, and the map has no other", () => {
  const drawn = MOH_MAP.nodes.map(({ id }) => id as string).filter((id) => id !== "start");
  expect([...opened].toSorted()).toEqual(drawn.toSorted());
  expect(drawn.toSorted()).toEqual([...Object.keys(MOH_STEPS), ...Object.keys(MOH_OUTCOMES)].toSorted());
});

test("design 2: every passage that the workflow makes is on the map", () => {
  expect(made.size).toBeGreaterThan(20);
  for (const passage of made) {
    const [from = "", to = ""] = passage.split(" ");
    expect([passage, from === "any" ? hasPassage("send-to-ministry", to) : hasPassage(from, to)]).toEqual([
      passage,
      true,
    ]);
  }
});

test("design 2: no passage of the map is never made", () => {
  expect(MOH_MAP.edges.map(({ from, to }) => `${from} ${to}`).filter((edge) => !made.has(edge))).toEqual([]);
});

test("design 2: nothing on the map is out of reach of its start, and from everywhere an end can be reached", () => {
  const reach = (start: string): Set<string> => {
    const seen = new Set([start]);
    for (const place of seen) for (const next of nextOnMap(place)) seen.add(next);
    return seen;
  };
  const everywhere = MOH_MAP.nodes.map(({ id }) => id as string);
  const fromStart = reach("start");
  expect(
    everywhere.filter((id) => !fromStart.has(id) && !MOH_MAP.edges.some(({ from, to }) => from === "any" && to === id)),
  ).toEqual([]);
  // The ways beside the main line end where they are done.
  const beside = [
    "notify-approval",
    "present-correspondence",
    "ask-for-ministry-number",
    "intervene",
    "report-delay",
    "register-delay-report",
  ];
  const ends = Object.keys(MOH_OUTCOMES);
  expect(everywhere.filter((id) => !ends.some((end) => reach(id).has(end)) && !beside.includes(id))).toEqual([]);
});

test("design 2: every place and passage is told apart, named in both languages, and its steps are steps", () => {
  const places = MOH_MAP.nodes.map(({ column, row }) => `${column}/${row}`);
  expect(new Set(places).size).toBe(places.length);
  const passages = MOH_MAP.edges.map(({ from, to }) => `${from} ${to}`);
  expect(new Set(passages).size).toBe(passages.length);
  for (const { id, kind, label } of MOH_MAP.nodes) {
    expect(label.ro && label.en).toBeTruthy();
    expect(isMohStep(id)).toBe(kind === "step");
  }
  for (const { rules } of MOH_MAP.edges) expect(rules.length).toBeGreaterThan(0);
});
