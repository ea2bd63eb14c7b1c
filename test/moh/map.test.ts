import { beforeAll, expect, test } from "@jest/globals";
import { stepName } from "../../domain/case/process.ts";
import { hasPassage, nextOnMap } from "../../domain/case/map.ts";
import { isMohStep, MOH_MAP } from "../../domain/moh/map.ts";
import type { MohCommandType } from "../../domain/moh/commands.ts";
import type { MohState } from "../../domain/moh/facts.ts";
import { getStepDefinition, MOH_OUTCOMES, MOH_STEPS } from "../../domain/moh/steps.ts";
import {
  ADULT_DOSSIER,
  correct,
  decline,
  actOf,
  eventsOf,
  fileAt,
  MINUTES,
  MohFile,
  rejectedFile,
  skippingWorld,
  today,
} from "./support/world.ts";

const world = await skippingWorld();
/** Passages made, as "from to". */
const made = new Set<string>();
const opened = new Set<string>();

/**
 * Where a step of a file came from: the steps whose acts it runs from, or the start. An act that waits for no step comes
 * after the acts that it follows; a death may come at any time.
 */
function originsOf(state: MohState, since: readonly { act: number }[]): string[] {
  return since.flatMap(({ act: seq }): string[] => {
    const act = state.acts[seq];
    if (act?.type === "fileDossier") return ["start"];
    if (act?.type === "recordDeath") return ["any"];
    const from = Object.values(state.steps)
      .filter(({ step, seq: openedAt, closed }) => {
        const accepts = getStepDefinition(step).accepts.some((type) => type === act?.type);
        return accepts && openedAt < seq && (closed?.by === undefined || closed.by >= seq);
      })
      .map(({ step }) => stepName(step));
    return from.length > 0
      ? from
      : originsOf(
          state,
          (act?.follows ?? []).map((followed) => ({ act: followed })),
        );
  });
}

/** The place from which a file came to its end. */
function endedFrom(state: MohState): string {
  const last = Object.values(state.acts).at(-1);
  if (last?.type === "withdrawApplication" || last?.type === "recordDeath") return "any";
  if (last?.type === "closeWithoutClinic") return "correspond-with-clinics";
  const from = Object.values(state.steps).find(({ closed }) => closed?.cause === "done" && closed.by === last?.seq);
  return stepName(from?.step ?? "?");
}

async function follow(file: MohFile): Promise<void> {
  const state = await file.state();
  for (const { type, data } of await eventsOf(world, file)) {
    if (type === "stepOpened" && data.step !== undefined) {
      opened.add(stepName(data.step));
      const since = (data as unknown as { since: { act: number }[] }).since;
      const goesOn = data.step.includes("#"); // a claim that waited when the patient died is settled all the same
      for (const origin of originsOf(state, since)) {
        if (origin !== "any" || !goesOn) made.add(`${origin} ${stepName(data.step)}`);
      }
    }
    // The clinics that new minutes name are asked in the correspondence, which is open.
    if (type === "stepClosed" && stepName(data.step ?? "") === "name-other-clinics" && data.cause === "done") {
      made.add("name-other-clinics correspond-with-clinics");
    }
    if (type === "caseClosed" && data.outcome !== undefined) {
      opened.add(data.outcome);
      made.add(`${endedFrom(state)} ${data.outcome}`);
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
  await otherClinics();
  await afterTheApproval();
  await atOwnExpense();
  await deaths();
}, 180_000);

const ON = "2025-06-02"; // a Monday
type Acts = readonly (readonly [type: MohCommandType, payload?: Record<string, unknown>, on?: string])[];

async function give(file: MohFile, acts: Acts): Promise<void> {
  for (const [type, payload = {}, on = ON] of acts) await file.give(type, { on, payload });
}

/** Nobody gives an offer: other clinics are named, and in the end there is none. */
async function otherClinics(): Promise<void> {
  const file = await fileAt(world, "asked", { on: ON, urgencyClass: "B" });
  for (const clinic of [1, 2]) await decline(file, clinic, ON);
  await give(file, [
    ["announceCommission"],
    ["registerNewMinutes", MINUTES(1)],
    ["closeWithoutClinic", { reason: "x" }],
  ]);
  await follow(file);
}

const PAID: Acts = [
  ["confirmFunds", { sufficient: true }],
  ["recordLabourMinistryPart", { bearsPart: false }],
  ["recordGovernmentDecision", { number: "HG 1" }],
  ["recordPublication", { gazette: "nr. 1" }],
  ["recordDisposition"],
  ["payClinic", { clinic: "clinic-1", amount: "21500.00", currency: "EUR" }],
];
const JUSTIFIED = [
  "fileJustification",
  { sums: [{ purpose: "x", amount: "21500" }], currency: "EUR" },
] as const satisfies Acts[number];
const MISSED = "2025-07-01";

/** Funded files: each has another of the ways beside each other that is the last to end. */
async function afterTheApproval(): Promise<void> {
  const ways: readonly Acts[] = [
    [
      ["confirmFunds", { sufficient: false }],
      ...PAID,
      ["recordReturn"],
      ["scheduleAppointment", { appointmentOn: ON }],
      JUSTIFIED,
      ["confirmMissedCheck", { appointment: 1 }, MISSED],
      ["liftBar", { reason: "x" }, MISSED],
      ["recordFirstCheck", {}, MISSED],
      ["drawOneYearReport", {}, MISSED],
    ],
    [
      ...PAID,
      ["recordReturn"],
      ["confirmMissedCheck", {}, MISSED],
      ["recordFirstCheck", {}, MISSED],
      ["liftBar", { reason: "x" }, MISSED],
      ["drawOneYearReport", {}, MISSED],
      JUSTIFIED,
    ],
    [...PAID, ["recordReturn"], JUSTIFIED, ["confirmMissedCheck", {}, MISSED], ["liftBar", { reason: "x" }, MISSED]],
    [
      ...PAID,
      ["recordReturn"],
      ["scheduleAppointment", { appointmentOn: ON }],
      JUSTIFIED,
      ["recordFirstCheck"],
      ["drawOneYearReport"],
      ["recordLaterCheck", { appointment: 1 }],
    ],
    [
      ...PAID,
      ["recordReturn"],
      ["requestClinicCheckUp", { clinic: "clinic-1" }],
      JUSTIFIED,
      ["recordFirstCheck"],
      ["drawOneYearReport"],
      ["fundCheckUp", { evaluation: "x", minutes: "y" }],
    ],
  ];
  for (const acts of ways) {
    const file = await fileAt(world, "verdict", { on: ON, urgencyClass: "B" });
    await give(file, acts);
    expect((await file.state()).outcome).toBe("completed");
    await follow(file);
  }
}

const CLAIM: Acts[number] = [
  "fileExpenseClaim",
  { currency: "EUR", expenses: [{ kind: "treatment", date: MISSED, amount: "100", proof: "x" }] },
  MISSED,
];

async function atOwnExpense(): Promise<void> {
  const file = await fileAt(world, "verdict", { on: ON, urgencyClass: "A" });
  await give(file, [
    ["chooseOwnExpense"],
    ["recordReturn", {}, MISSED],
    ["scheduleAppointment", { appointmentOn: MISSED }, MISSED],
    ["requestClinicCheckUp", { clinic: "clinic-1" }, MISSED],
    ["recordLaterCheck", { appointment: 1 }, MISSED],
    ["fundCheckUp", { decision: "rejected", reason: "x" }, MISSED],
    ["recordFirstCheck", {}, MISSED],
    ["drawOneYearReport", {}, MISSED],
    CLAIM,
    ["settleClaim", {}, MISSED],
  ]);
  await follow(file);
}

/** Before any money; while a claim waits, of which nothing is granted; after the clinic was paid. */
async function deaths(): Promise<void> {
  const early = await fileAt(world, "complete", { on: ON });
  await give(early, [["recordDeath", { diedOn: ON }]]);
  await follow(early);
  const claiming = await fileAt(world, "verdict", { on: ON, urgencyClass: "A" });
  await give(claiming, [
    ["confirmFunds", { sufficient: false }],
    ["chooseOwnExpense"],
    ["recordReturn", {}, MISSED],
    CLAIM,
    ["recordDeath", { diedOn: MISSED }, MISSED],
    ["settleClaim", { lines: [{ line: 1, granted: "0", reason: "x" }] }, MISSED],
  ]);
  await follow(claiming);
  const paid = await fileAt(world, "verdict", { on: ON, urgencyClass: "B" });
  await give(paid, [
    ...PAID,
    ["recordDeath", { diedOn: MISSED }, MISSED],
    ["announceDeath", {}, MISSED],
    ["drawStatementOfExpenses", {}, MISSED],
  ]);
  await follow(paid);
}

/** The end of files that were closed before the procedure went on after the approval; nothing leads to it any more. */
const OF_BEFORE = "approved-by-ministry";

test("design 2: every step that the workflow opens and every end is on the map, and the map has no other", () => {
  const drawn = MOH_MAP.nodes.map(({ id }) => id as string).filter((id) => id !== "start");
  expect([...opened].toSorted()).toEqual(drawn.toSorted());
  expect(drawn.toSorted()).toEqual(
    [...Object.keys(MOH_STEPS), ...Object.keys(MOH_OUTCOMES)].filter((id) => id !== OF_BEFORE).toSorted(),
  );
});

test("design 2: every passage that the workflow makes is on the map", () => {
  expect(made.size).toBeGreaterThan(20);
  for (const passage of made) {
    const [from = "", to = ""] = passage.split(" ");
    expect([
      passage,
      from === "any" ? hasPassage(MOH_MAP, "send-to-ministry", to) : hasPassage(MOH_MAP, from, to),
    ]).toEqual([passage, true]);
  }
});

test("design 2: no passage of the map is never made", () => {
  expect(MOH_MAP.edges.map(({ from, to }) => `${from} ${to}`).filter((edge) => !made.has(edge))).toEqual([]);
});

test("design 2: nothing on the map is out of reach of its start, and from everywhere an end can be reached", () => {
  const reach = (start: string): Set<string> => {
    const seen = new Set([start]);
    for (const place of seen) for (const next of nextOnMap(MOH_MAP, place)) seen.add(next);
    return seen;
  };
  const everywhere = MOH_MAP.nodes.map(({ id }) => id as string);
  const atAnyTime = MOH_MAP.edges.filter(({ from }) => from === "any").map(({ to }) => to);
  const fromStart = new Set(["start", ...atAnyTime].flatMap((place) => [...reach(place)]));
  expect(everywhere.filter((id) => !fromStart.has(id))).toEqual([]);
  // The ways beside the main line end where they are done.
  const beside = [
    "notify-approval",
    "present-correspondence",
    "ask-for-ministry-number",
    "intervene",
    "report-delay",
    "register-delay-report",
    "notify-ministry-approval",
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
