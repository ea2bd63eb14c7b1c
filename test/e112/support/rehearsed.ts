/** An E112 file without an engine: its procedure, its rules, its refusals, and nothing written. */
import { randomUUID } from "node:crypto";
import type { Command, Refusal } from "../../../domain/case/commands.ts";
import { openSteps } from "../../../domain/case/state.ts";
import { E112_COMMAND_SCHEMAS } from "../../../domain/commands/e112/index.schema.ts";
import type { E112CommandType } from "../../../domain/e112/commands.ts";
import type { E112State } from "../../../domain/e112/facts.ts";
import { plainDate } from "../../../domain/plain-date.ts";
import { E112_PIECE, rehearse } from "../../../workflows/rehearsal.ts";
import { ADULT, ADULT_DOSSIER, ACCEPTANCE, CLINIC, CONDITIONS, REPORT, REQUEST } from "./papers.ts";

const OFFICER = {
  userId: "00000000-0000-4000-8000-000000000011",
  institution: "CAS-CJ",
  role: "cas-officer",
} as const;

/** An act, its day and its payload. */
export type Entry = readonly [type: E112CommandType, on: string, payload?: Record<string, unknown>];

export interface Played {
  readonly state: E112State;
  /** Where the file waits, in the order in which it came to wait. */
  readonly waits: readonly string[];
  /** Why the last act was refused; those before it were taken. */
  readonly refusal?: Refusal;
}

export const OPENING: Record<string, unknown> = { patient: ADULT, applicant: { role: "patient" }, clinic: CLINIC };

/** Opens a file on the second of March and gives it these acts; the first that is refused ends them. */
export async function played(acts: readonly Entry[], opening: Record<string, unknown> = OPENING): Promise<Played> {
  const { state, stopped } = await rehearse(
    E112_PIECE,
    {
      caseId: randomUUID(),
      filing: commandOf(["openFile", "2026-03-02", opening]),
      inherited: acts.map(commandOf),
    },
    { calendarOf: noCalendar, turn: () => new Promise((resolve) => setImmediate(resolve)) },
  );
  const waits = openSteps(state).map(({ step }) => step);
  return { state, waits, ...(stopped === undefined ? {} : { refusal: stopped.refusal }) };
}

/** No step of this process has a term (E112-A4), so no calendar is ever asked. */
function noCalendar(): never {
  throw new Error("a term was computed");
}

export function commandOf([type, on, payload = {}]: Entry): Command {
  const occurredOn = plainDate(on);
  const schema = E112_COMMAND_SCHEMAS[type] as (typeof E112_COMMAND_SCHEMAS)["addDocument"]; // one signature for all
  const facts = { ...schema.facts(schema.payload.parse(payload), occurredOn) };
  return { commandId: randomUUID(), requestHash: "", type, expectedVersion: 0, occurredOn, actor: OFFICER, facts };
}

/** The acts of the preparation, in their order, as far as this one; some of them told otherwise. */
export function preparation(
  upTo: E112CommandType,
  otherwise: Partial<Record<E112CommandType, Record<string, unknown>>> = {},
): Entry[] {
  const all: readonly Entry[] = [
    ["recordPriorAgreement", "2026-03-03", { casContract: true, doctor: "Dr. Ionescu" }],
    ["recordTranslations", "2026-03-10", { existing: ["ct", "rmn"], translated: ["ct", "rmn"], language: "de" }],
    ["sendRequestToClinic", "2026-03-12", REQUEST],
    ["recordAcceptance", "2026-03-25", { acceptance: ACCEPTANCE }],
    ["recordLegalisedTranslation", "2026-04-02", { originalKeptBy: "patient" }],
    ["recordMedicalReport", "2026-04-10", { report: REPORT, doctor: "Dr. Ionescu", casContract: true }],
    ["assembleDossier", "2026-04-15", { documents: ADULT_DOSSIER }],
    ["registerApplication", "2026-04-16"],
    ["checkInsuredStatus", "2026-04-17", { insured: true }],
    ["analyseConditions", "2026-04-20", CONDITIONS],
    ["issueForm", "2026-04-22"],
    ["handOverCopy", "2026-04-22", { copy: 1, to: "issuer" }],
    ["handOverCopy", "2026-04-23", { copy: 2, to: "applicant" }],
    ["recordDeparture", "2026-06-30", { departedOn: "2026-06-30" }],
    ["recordTreatmentDone", "2026-07-25"],
  ];
  const last = all.findLastIndex(([type]) => type === upTo);
  return all.slice(0, last + 1).map(([type, on, payload]) => [type, on, otherwise[type] ?? payload ?? {}]);
}
