/** The map of the process against the procedure itself: every step, end and passage that it makes, and no other. */
import { describe, expect, test } from "@jest/globals";
import { hasPassage, nextOnMap } from "../../domain/case/map.ts";
import { stepName } from "../../domain/case/process.ts";
import type { E112State } from "../../domain/e112/facts.ts";
import { E112_MAP } from "../../domain/e112/map.ts";
import { E112_OUTCOMES, E112_STEPS } from "../../domain/e112/steps.ts";
import { ADULT_DOSSIER, CLINIC, CONDITIONS, REQUEST } from "./support/papers.ts";
import { OPENING, played, preparation, type Entry } from "./support/rehearsed.ts";

const SETTLED = { form: "E125", from: "AOK Bayern", to: "CAS Cluj", amount: "14000.00", currency: "EUR" };
const HANDED: readonly Entry[] = [
  ["handOverCopy", "2026-04-22", { copy: 1, to: "issuer" }],
  ["handOverCopy", "2026-04-23", { copy: 2, to: "applicant" }],
];
const FAILING = { analyseConditions: { ...CONDITIONS, clinicContracted: false } };
const reason = { reason: "x" };

/** Every way through the procedure. */
const WAYS: readonly (readonly [string, readonly Entry[], Record<string, unknown>?])[] = [
  ["to the settlement", [...preparation("recordTreatmentDone"), ["settleInvoice", "2026-09-01", SETTLED]]],
  [
    "settled before the copies were handed over",
    [
      ...preparation("issueForm"),
      ["recordTreatmentDone", "2026-07-25"],
      ["settleInvoice", "2026-09-01", SETTLED],
      ...HANDED.map(([type, , payload = {}]): Entry => [type, "2026-09-02", payload]),
    ],
  ],
  [
    "another clinic, and a dossier that was there before the report",
    [
      ...preparation("sendRequestToClinic"),
      ["recordClinicRefusal", "2026-03-20"],
      ["sendRequestToClinic", "2026-03-21", { ...REQUEST, clinic: { ...CLINIC, name: "Zweites Klinikum" } }],
      ["addDocument", "2026-03-22", { documents: ADULT_DOSSIER }],
      ...preparation("recordMedicalReport").slice(3),
      ["registerApplication", "2026-04-16"],
    ],
  ],
  [
    "not insured, then insured, then met",
    [
      ...preparation("checkInsuredStatus", { checkInsuredStatus: { insured: false } }),
      ["checkInsuredStatus", "2026-05-01", { insured: true }],
      ["analyseConditions", "2026-05-02", CONDITIONS],
    ],
  ],
  ["analysed anew", [...preparation("analyseConditions", FAILING), ["analyseConditions", "2026-05-02", CONDITIONS]]],
  [
    "refused, and then the Ministry’s route",
    [
      ...preparation("analyseConditions", FAILING),
      ["refuseApplication", "2026-04-25", reason],
      ["communicateRefusal", "2026-04-26"],
      ["moveToMinistryRoute", "2026-05-02"],
    ],
  ],
  [
    "refused, and the Ministry’s way is not asked for",
    [
      ...preparation("analyseConditions", FAILING),
      ["refuseApplication", "2026-04-25", reason],
      ["communicateRefusal", "2026-04-26"],
      ["closeRefusedFile", "2026-05-02"],
    ],
  ],
  [
    "refused for what can be given in time",
    [
      ...preparation("analyseConditions", { analyseConditions: { ...CONDITIONS, notTimelyInRomania: false } }),
      ["refuseApplication", "2026-04-25", reason],
      ["communicateRefusal", "2026-04-26"],
    ],
  ],
  [
    "to the Ministry’s route at once",
    [["moveToMinistryRoute", "2026-03-03"]],
    { ...OPENING, clinic: { ...CLINIC, publicInsuranceContract: false } },
  ],
  ["cancelled", [...preparation("issueForm"), ["cancelForm", "2026-04-24", { ...reason, applicantGivesUp: true }]]],
  [
    "departed before the issue",
    [
      ...preparation("analyseConditions"),
      ["recordDeparture", "2026-04-25", { departedOn: "2026-04-21" }],
      ["closeAfterDeparture", "2026-04-26", { ground: "noForceMajeure", ...reason }],
    ],
  ],
  ["withdrawn", [["withdrawApplication", "2026-03-03", reason]]],
  ["died", [["recordDeath", "2026-03-03", { diedOn: "2026-03-03" }]]],
  ["a transfer of residence", [["passOnResidenceTransfer", "2026-03-03", { to: "AOK" }]], { ...OPENING, category: 1 }],
];

/** The steps that an act closed by being done; the opening closes none. */
function closedBy({ steps }: E112State, act: number): string[] {
  return Object.values(steps)
    .filter(({ closed }) => closed?.cause === "done" && closed.by === act)
    .map(({ step }) => stepName(step));
}

/** The passages of a file, as "from to"; a step that opens again after itself is no passage. */
function passagesOf(state: E112State): string[] {
  const opened = Object.values(state.steps).flatMap(({ step, since }) =>
    since.flatMap(({ act }) => {
      const from = closedBy(state, act);
      return (from.length > 0 ? from : [startOf(state, act)]).map((origin) => [origin, stepName(step)] as const);
    }),
  );
  const end = state.outcome === undefined ? [] : [[endedFrom(state), state.outcome] as const];
  return [...opened, ...end].filter(([from, to]) => from !== to).map(([from, to]) => `${from} ${to}`);
}

/** Where a step came from that ran from an act which closed none: the opening, or the form that is there again. */
function startOf(state: E112State, act: number): string {
  if (state.acts[act]?.type === "moveToMinistryRoute") return passedFrom(state);
  return state.acts[act]?.type === "openFile" ? "start" : `act ${String(state.acts[act]?.type)}`;
}

/** A passage is open from any step while A, B or C fails; after a refusal it is what the file waits for. */
function passedFrom({ steps }: E112State): string {
  return steps["ministry-route-open"] === undefined ? "any" : "ministry-route-open";
}

function endedFrom(state: E112State): string {
  const [seq, last] = Object.entries(state.acts).at(-1) ?? [];
  const by = Number(seq);
  if (last?.type === "moveToMinistryRoute") return "open-ministry-file";
  if (last?.type === "cancelForm") return "await-treatment";
  return closedBy(state, by)[0] ?? "any";
}

const files = await Promise.all(
  WAYS.map(async ([name, acts, opening]) => ({ name, ...(await played(acts, opening)) })),
);
const states = files.map(({ state }) => state);
const made = new Set(states.flatMap(passagesOf));

describe("design 2: the map of the E112 process", () => {
  test("every way is walked to its end without a refusal", () => {
    expect(files.filter(({ refusal }) => refusal !== undefined).map(({ name, refusal }) => [name, refusal])).toEqual(
      [],
    );
  });

  test("every step that the procedure opens and every end is on it, and it has no other", () => {
    const drawn = E112_MAP.nodes.map(({ id }) => id as string).filter((id) => id !== "start");
    expect(drawn.toSorted()).toEqual([...Object.keys(E112_STEPS), ...Object.keys(E112_OUTCOMES)].toSorted());
    const reached = new Set(
      states.flatMap(({ steps, outcome }) => [
        ...Object.values(steps).map(({ step }) => stepName(step)),
        ...(outcome === undefined ? [] : [outcome]),
      ]),
    );
    expect([...reached].toSorted()).toEqual(drawn.toSorted());
  });

  test("every passage that the procedure makes is on it, and none is never made", () => {
    expect([...made].filter((passage) => !hasPassage(E112_MAP, ...both(passage)))).toEqual([]);
    expect(E112_MAP.edges.map(({ from, to }) => `${from} ${to}`).filter((edge) => !made.has(edge))).toEqual([]);
  });

  test("from everywhere an end can be reached", () => {
    const ends = Object.keys(E112_OUTCOMES);
    const reach = (start: string): Set<string> => {
      const seen = new Set([start]);
      for (const place of seen) for (const next of nextOnMap(E112_MAP, place)) seen.add(next);
      return seen;
    };
    expect(E112_MAP.nodes.filter(({ id }) => !ends.some((end) => reach(id).has(end)))).toEqual([]);
  });
});

function both(passage: string): [string, string] {
  const [from = "", to = ""] = passage.split(" ");
  return [from, to];
}
