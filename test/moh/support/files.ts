/** A file brought to where a test needs it, what can be read of it there, and the clock. */
import { deadlineStatus, lastAct, type DeadlineStatus } from "../../../domain/case/state.ts";
import type { Actor } from "../../../domain/case/events.ts";
import type { MohCommandType } from "../../../domain/moh/commands.ts";
import type { MohState } from "../../../domain/moh/facts.ts";
import { atLocalTime, bucharestDate, plainDate } from "../../../domain/plain-date.ts";
import { MohFile, OFFER } from "../../support/moh-file.ts";
import type { SkippingWorld } from "../../support/moh-world.ts";
import { plusDays, weekdayOf, works } from "./days.ts";

export { ADULT, ADULT_DOSSIER, MohFile, OFFER } from "../../support/moh-file.ts";
export { PEOPLE } from "../../support/people.ts";
export { skippingWorld, type SkippingWorld } from "../../support/moh-world.ts";

/** A file complete, at the commission, under examination, decided, approved, asked, sendable, sent, registered, decided on. */
const WAY = [
  "complete",
  "at-commission",
  "under-examination",
  "decided",
  "approved",
  "asked",
  "sendable",
  "sent",
  "at-ministry",
  "verdict",
] as const;
export type Place = (typeof WAY)[number];

export interface Way {
  /** The date of every act that has none of its own; today when not given. */
  readonly on?: string;
  readonly dates?: Partial<Record<MohCommandType, string>>;
  readonly urgencyClass?: "A" | "B";
  /** How many clinics the minutes name. */
  readonly clinics?: number;
  /** What the decision says beside its minutes. */
  readonly decision?: Record<string, unknown>;
  readonly minutes?: Record<string, unknown>;
  readonly open?: Parameters<typeof MohFile.open>[1];
  readonly by?: Actor;
}

export const MINUTES = (clinics: number, urgencyClass?: "A" | "B"): Record<string, unknown> => ({
  ...(urgencyClass === undefined ? {} : { urgencyClass }),
  clinics: Array.from({ length: clinics }, (_, index) => ({ name: `Clinica Discretă ${index + 1}`, country: "DE" })),
});

export const REJECTION = {
  decision: "rejected",
  causes: "cauze secrete",
  medicalConduct: "conduită secretă",
  recommendedUnitInRomania: "Spitalul Secret",
};

/** A new file, brought so far by acts that are all in order. */
export async function fileAt(world: SkippingWorld, place: Place, way: Way = {}): Promise<MohFile> {
  const { clinics = 2 } = way;
  const on = (type: MohCommandType): { on?: string } => {
    const date = way.dates?.[type] ?? way.on;
    return date === undefined ? {} : { on: date };
  };
  const file = await MohFile.open(world, { ...on("fileDossier"), ...way.open });
  const give = async (type: MohCommandType, payload: Record<string, unknown> = {}): Promise<void> => {
    await file.give(type, { ...on(type), payload });
  };
  const acts: Record<Place, () => Promise<void>> = {
    complete: async () => undefined,
    "at-commission": () => give("sendToCommission"),
    "under-examination": () => give("beginExamination"),
    decided: () => give("finishExamination", { decision: "approved" }),
    approved: () =>
      give("registerDecision", {
        decision: "approved",
        ...way.decision,
        minutes: { ...MINUTES(clinics, way.urgencyClass), ...way.minutes },
      }),
    asked: async () => {
      for (let clinic = 1; clinic <= clinics; clinic += 1) await ask(file, clinic, on("sendClinicRequest").on);
    },
    sendable: async () => {
      await offer(file, 1, on("recordClinicAnswer").on);
      await decline(file, 2, on("recordClinicAnswer").on);
    },
    sent: () => give("sendToMinistry"),
    "at-ministry": () => give("registerAtMinistry"),
    verdict: () =>
      give("decideAtMinistry", { decision: "approved", clinic: "clinic-1", amount: "21500", currency: "EUR" }),
  };
  for (const next of WAY.slice(0, WAY.indexOf(place) + 1)) await acts[next]();
  return file;
}

/** A file whose rejection by the commission is registered. */
export async function rejectedFile(world: SkippingWorld, way: Way = {}): Promise<MohFile> {
  const file = await fileAt(world, "under-examination", way);
  const on = way.on === undefined ? {} : { on: way.on };
  await file.give("finishExamination", { ...on, payload: { decision: "rejected" } });
  await file.give("registerDecision", { ...on, payload: REJECTION });
  return file;
}

const dated = (on: string | undefined): { on?: string } => (on === undefined ? {} : { on });

export function ask(file: MohFile, clinic: number, on?: string, more: Record<string, unknown> = {}): Promise<MohState> {
  return file.give("sendClinicRequest", {
    ...dated(on),
    payload: { clinic: `clinic-${clinic}`, evidence: "dovadă secretă", ...more },
  });
}

export function offer(file: MohFile, clinic: number, on?: string): Promise<MohState> {
  return file.give("recordClinicAnswer", {
    ...dated(on),
    payload: { clinic: `clinic-${clinic}`, kind: "offer", offer: OFFER },
  });
}

export function incompleteOffer(file: MohFile, clinic: number, on?: string): Promise<MohState> {
  return file.give("recordClinicAnswer", {
    ...dated(on),
    payload: { clinic: `clinic-${clinic}`, kind: "incomplete-offer", offer: { costTotal: "100.00" } },
  });
}

export function decline(file: MohFile, clinic: number, on?: string): Promise<MohState> {
  return file.give("recordClinicAnswer", { ...dated(on), payload: { clinic: `clinic-${clinic}`, kind: "refusal" } });
}

export function correct(
  file: MohFile,
  act: number,
  change: { on: string } | { field: string; to: string },
  give: Parameters<MohFile["give"]>[1] = {},
): Promise<MohState> {
  return file.give("correctDate", { ...give, payload: correction(act, change) });
}

export function correction(
  act: number,
  change: { on: string } | { field: string; to: string },
): Record<string, unknown> {
  const what = "on" in change ? { newOccurredOn: change.on } : { field: change.field, newValue: change.to };
  return { corrects: act, ...what, reason: "motiv secret" };
}

/** The place of the last act of a type. */
export function actOf(state: MohState, type: MohCommandType): number {
  const act = lastAct(state, type);
  if (act === undefined) throw new Error(`no ${type}`);
  return act.seq;
}

/** The steps that wait for somebody. */
export function openStepsOf(state: MohState): string[] {
  return Object.values(state.steps)
    .filter(({ closed }) => closed === undefined)
    .map(({ step }) => step)
    .toSorted();
}

export interface DeadlineNow {
  readonly status: DeadlineStatus;
  readonly startsOn?: string;
  readonly dueOn?: string;
  readonly practicalDueOn?: string;
  readonly effectOn?: string;
  readonly duty: string;
}

/** A deadline as it stands; undefined when it was never started. */
export function deadlineOf(state: MohState, id: string, today: string): DeadlineNow | undefined {
  const deadline = state.deadlines[id];
  if (deadline === undefined) return undefined;
  const { startsOn, dueOn, practicalDueOn, effectOn } = deadline.due ?? {};
  return {
    status: deadlineStatus(state, deadline, plainDate(today)),
    duty: deadline.duty,
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(practicalDueOn === undefined ? {} : { practicalDueOn }),
    ...(effectOn === undefined ? {} : { effectOn }),
  };
}

export interface LoggedRow {
  readonly seq: number;
  readonly type: string;
  /** The transaction that wrote it. */
  readonly transaction: string;
  readonly data: {
    readonly step?: string;
    readonly deadline?: string;
    readonly cause?: string;
    readonly outcome?: string;
    readonly act?: { readonly type: string; readonly commandId: string };
  };
}

export async function eventsOf(world: Pick<SkippingWorld, "pool">, { caseId }: MohFile): Promise<LoggedRow[]> {
  const { rows } = await world.pool.query<LoggedRow>(
    "SELECT seq, type, xmin::text AS transaction, data FROM events WHERE case_id = $1 ORDER BY seq",
    [caseId],
  );
  return rows;
}

/** How often the case recorded that a deadline passed. */
export async function timesPassed(world: SkippingWorld, file: MohFile, deadline: string): Promise<number> {
  const events = await eventsOf(world, file);
  return events.filter(({ type, data }) => type === "deadlinePassed" && data.deadline === deadline).length;
}

/** Waits, in real time, for what the engine does by itself. */
export async function eventually(what: () => Promise<void>): Promise<void> {
  const until = Date.now() + 10_000;
  for (;;) {
    try {
      await what();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The civil date by the engine's clock. */
export async function today(world: SkippingWorld): Promise<string> {
  return bucharestDate(await world.now());
}

/** Lets time pass until a time of day in Bucharest. */
export async function sleepTo(world: SkippingWorld, date: string, hour = 9, minute = 0): Promise<void> {
  const wait = atLocalTime(plainDate(date), hour, minute).getTime() - (await world.now());
  if (wait < 0) throw new Error(`${date} ${hour}:${minute} is over`);
  await world.sleep(`${wait} ms`);
}

/** The morning of the next day that fits; a working day when nothing is said. */
export async function morning(world: SkippingWorld, fits: (date: string) => boolean = works): Promise<string> {
  let date = plusDays(await today(world), 1);
  while (!fits(date)) date = plusDays(date, 1);
  await sleepTo(world, date);
  return date;
}

/** A Friday that works, with a Monday after it that works. */
export function isPlainFriday(date: string): boolean {
  return weekdayOf(date) === 5 && works(date) && works(plusDays(date, 3));
}
