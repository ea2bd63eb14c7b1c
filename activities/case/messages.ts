/** Which e-mails a commit plans: reminders of its deadlines, news of new work, the receipt to the patient side. */
import type { Process } from "../../domain/case/process.ts";
import type { CalendarOf } from "../../domain/case/calendars.ts";
import { isRunning, type CaseState, type DeadlineRecord } from "../../domain/case/state.ts";
import { institutionOfDuty, type InstitutionKind, type Role } from "../../domain/people/roles.ts";
import type { Audience } from "../../domain/reminders/policy.ts";
import type { CommitBatch } from "../case-activities.ts";
import type { People } from "./people.ts";
import { messageRow, reminderRows, type CasePlace, type MessageRow, type Recipient } from "./rows.ts";

interface Planning<Facts> {
  readonly batch: CommitBatch;
  readonly state: CaseState<Facts>;
  readonly process: Process<Facts>;
  readonly place: CasePlace;
  readonly touched: readonly DeadlineRecord[];
  readonly calendarOf: CalendarOf;
  readonly people: People;
  readonly now: Date;
  readonly patientHasEmail: boolean;
}

const OFFICERS: Readonly<Record<InstitutionKind, readonly Role[]>> = {
  dsp: ["dsp-officer"],
  cst: ["commission-secretary"],
  ministry: ["ministry-officer"],
};
const PATIENT_SIDE: Recipient = { id: null, kind: "patient-side" };

/** The e-mails of one commit. Each is unique for its cause, date and recipient, however often it is planned. */
export async function messagesOf<Facts>(planning: Planning<Facts>): Promise<MessageRow[]> {
  const { state, touched, calendarOf, now } = planning;
  const recipients = await recipientsFor(planning);
  const reminders = touched.flatMap((deadline) => reminderRows(state, deadline, calendarOf, now, recipients));
  return [...reminders, ...(await newWork(planning)), ...receipt(planning)];
}

async function recipientsFor<Facts>(
  planning: Planning<Facts>,
): Promise<(audience: Audience, deadline: DeadlineRecord) => readonly Recipient[]> {
  const owners = new Map<InstitutionKind, readonly Recipient[]>();
  const supervisors = new Map<InstitutionKind, readonly Recipient[]>();
  const kinds = new Set(planning.touched.filter(isRunning).map(({ duty }) => institutionOfDuty(duty)));
  for (const kind of kinds) {
    owners.set(kind, await ownersIn(planning, kind));
    supervisors.set(kind, await supervisorsIn(planning, kind));
  }
  return (audience, { duty }) => {
    const kind = institutionOfDuty(duty);
    if (audience === "supervisor") return supervisors.get(kind) ?? [];
    const own = owners.get(kind) ?? [];
    return duty === "PATIENT_SIDE" && planning.patientHasEmail ? [PATIENT_SIDE, ...own] : own;
  };
}

/** The officer of the file at the DSP; elsewhere, or when that officer has left, everybody whose work it is. */
async function ownersIn<Facts>({ people, place }: Planning<Facts>, kind: InstitutionKind): Promise<Recipient[]> {
  const officers = await people.in(place.institutions[kind], OFFICERS[kind]);
  const own = kind === "dsp" && officers.includes(place.officerId) ? [place.officerId] : officers;
  return own.map(user);
}

/**
 * The supervisors of an institution; where it has none, those of the file's DSP, who may read the file and can act; and
 * where that has none either, the administrators.
 */
async function supervisorsIn<Facts>({ people, place }: Planning<Facts>, kind: InstitutionKind): Promise<Recipient[]> {
  const own = place.institutions[kind];
  for (const [institution, role] of [
    [own, "dsp-supervisor"],
    [place.institutions.dsp, "dsp-supervisor"],
    [own, "administrator"],
  ] as const) {
    const found = await people.in(institution, [role]);
    if (found.length > 0) return found.map(user);
  }
  return [];
}

function user(id: string): Recipient {
  return { id, kind: "user" };
}

/** When work comes to an institution from another one, its people are told. */
async function newWork<Facts>(planning: Planning<Facts>): Promise<MessageRow[]> {
  const { batch, state, process, now } = planning;
  const acting = batch.events.find((event) => event.type === "actRecorded");
  const from = acting?.type === "actRecorded" ? acting.act.by.institution : undefined;
  const rows: MessageRow[] = [];
  for (const event of batch.events) {
    if (event.type !== "stepOpened" || state.steps[event.step]?.closed !== undefined) continue;
    const { institution } = process.getStep(event.step);
    if (planning.place.institutions[institution] === from) continue;
    for (const recipient of await ownersIn(planning, institution)) {
      const about = { deadline_id: null, kind: "work", about: event.step, params: { step: event.step } };
      rows.push(messageRow(state.caseId, { ...about, planned_at: now.toISOString() }, recipient));
    }
  }
  return rows;
}

/** The patient side hears that the file is registered, under which number, and where to follow it (MOH-21, MOH-22). */
function receipt<Facts>({ batch, state, now, patientHasEmail }: Planning<Facts>): MessageRow[] {
  const opened = batch.events.some((event) => event.seq === 1);
  if (!opened || !patientHasEmail) return [];
  const message = {
    deadline_id: null,
    kind: "receipt",
    about: "registration",
    params: {},
    planned_at: now.toISOString(),
  };
  return [messageRow(state.caseId, message, PATIENT_SIDE)];
}
