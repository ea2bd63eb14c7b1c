/** Very many open files at once: rows as their commits would have left them, and workflows that go on from there. */
import { randomUUID } from "node:crypto";
import { chain, CHAIN_START } from "../../activities/case/event-chain.ts";
import { fingerprintOf } from "../../activities/case/fingerprint.ts";
import { deadlineRow, workItems } from "../../activities/case/rows.ts";
import type { CaseEvent, EventBody } from "../../domain/case/events.ts";
import { romanianCalendar } from "../../domain/calendar/working-calendar.ts";
import { applyDues } from "../../domain/case/moves.ts";
import { applyEvent, emptyCase } from "../../domain/case/state.ts";
import type { MohState } from "../../domain/moh/facts.ts";
import { moh } from "../../domain/moh/process.ts";
import { addDays, bucharestDate } from "../../domain/plain-date.ts";
import { seal, sealedAs } from "../../prisma/secrecy/keyring.ts";
import { caseWorkflowId, type CaseInput } from "../../workflows/contract.ts";
import { ADULT, ADULT_DOSSIER, MohFile, type World } from "./moh-file.ts";
import { PEOPLE } from "./people.ts";

const BATCH = 500;
/** Workflows started side by side. */
const STARTERS = 50;

export interface RunningFiles {
  readonly count: number;
  /** When the term of MOH-23 passes in all of them. */
  readonly passesAt: Date;
  readonly spreadSeconds: number;
  readonly officerId?: string;
  readonly workflowTaskTimeout?: number;
}

/** Files complete at the DSP whose next deadline passes at one instant, with their workflows running. */
export async function runningFiles(world: World, options: RunningFiles): Promise<MohFile[]> {
  const files: MohFile[] = [];
  for (let from = 0; from < options.count; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, options.count - from) }, (_, index) => from + index + 1);
    const made = numbers.map((number) => runningFile(world, options, number));
    await insert(world, made);
    files.push(...made.map(({ input, key }) => MohFile.of(world, input.caseId, key)));
    for (let index = 0; index < made.length; index += STARTERS) {
      await Promise.all(made.slice(index, index + STARTERS).map(({ input }) => start(world, options, input)));
    }
  }
  return files;
}

async function start(
  { client, taskQueue }: World,
  { workflowTaskTimeout }: RunningFiles,
  input: CaseInput,
): Promise<void> {
  await client.workflow.start("mohAbroadTreatment", {
    workflowId: caseWorkflowId(input.caseId),
    taskQueue,
    ...(workflowTaskTimeout === undefined ? {} : { workflowTaskTimeout }),
    args: [input],
  });
}

function runningFile(
  { keyring }: World,
  { passesAt, spreadSeconds, officerId = PEOPLE.dsp.userId }: RunningFiles,
  number: number,
) {
  const caseId = randomUUID();
  const commandId = randomUUID();
  const today = bucharestDate(new Date());
  const filedOn = addDays(today, -3);
  const facts = { minor: false, filerRole: "patient", filerIsParent: false, documents: ADULT_DOSSIER };
  const actor = { ...PEOPLE.dsp, userId: officerId };
  const filing = {
    commandId,
    requestHash: "",
    type: "fileDossier",
    expectedVersion: 0,
    occurredOn: filedOn,
    actor,
    facts,
  };
  const since = [{ act: 1, field: "occurredOn" }];
  const bodies: EventBody[] = [
    {
      type: "actRecorded",
      act: {
        type: "fileDossier",
        commandId,
        requestHash: "",
        by: actor,
        dates: { occurredOn: filedOn },
        facts,
        follows: [],
      },
    },
    { type: "deadlineStarted", deadline: "MOH-23", rule: "MOH-23", basis: "term", duty: "DSP", from: since },
    { type: "stepOpened", step: "send-to-commission", since, deadlines: ["MOH-23"] },
  ];
  const at = new Date().toISOString();
  const events = bodies.map((body, index): CaseEvent => ({ ...body, seq: index + 1, at }));
  const state: MohState = emptyCase(caseId, moh);
  for (const event of events) applyEvent(state, event, moh);
  const versions = { calendarVersion: "test", calendarNumber: 0, lawVersion: "test" };
  const due = { startsOn: filedOn, dueOn: today, passesAt: passesAt.toISOString(), ...versions };
  applyDues(state, { "MOH-23": due }, moh);
  const registrationNumber = `DSP-CJ/${passesAt.getTime()}/${number}`;
  const institutions = { dsp: "DSP-CJ", cst: "CST-CJ", ministry: "MS" };
  const place = { registrationNumber, officerId, institutions, urgencyClass: null };
  const { key, wrapped } = keyring.newCaseKey();
  const subject = { patient: ADULT, filer: { role: "patient" } };
  const rows = {
    case: {
      id: caseId,
      number: registrationNumber,
      officer: officerId,
      on: filedOn,
      at,
      batch: fingerprintOf(events),
      seq: state.lastSeq,
      state,
      command: commandId,
      subject: seal(key, subject, sealedAs.subject(caseId)).toString("base64"),
      wrapped: wrapped.toString("base64"),
    },
    events: chain(caseId, events, CHAIN_START, () => null).map((event) => ({ case_id: caseId, ...event })),
    deadlines: Object.values(state.deadlines).map((deadline) => ({
      case_id: caseId,
      ...deadlineRow(state, moh, place, deadline, () => romanianCalendar()),
    })),
    items: Object.values(state.steps).flatMap((step) =>
      workItems(state, moh, place, step).map((item) => ({ case_id: caseId, ...item })),
    ),
  };
  const input: CaseInput = { caseId, filing, snapshot: state, spreadSeconds };
  return { rows, input, key };
}

const INSERT = `
  WITH opened AS (
    INSERT INTO cases (id, process, registration_number, access_code_hash, home_id, cst_id, ministry_id, officer_id, stage,
      stage_since, opened_on, opened_at, version, last_seq, last_batch, state, subject_sealed, patient_has_email,
      surname_index, wrapped_key)
    SELECT id, 'moh', number, '', 'DSP-CJ', 'CST-CJ', 'MS', officer, 'complete', c.on, c.on, at, 1, seq, batch, state,
      decode(subject, 'base64'), false, '', decode(wrapped, 'base64')
    FROM jsonb_to_recordset($1) AS c(id uuid, number text, officer uuid, "on" date, at timestamptz, batch text, seq int,
      state jsonb, subject text, wrapped text)
  ), logged AS (
    INSERT INTO events (case_id, seq, type, at, actor_id, data, prev_hash, hash)
    SELECT * FROM jsonb_to_recordset($2) AS e(case_id uuid, seq int, type text, at timestamptz, actor_id uuid, data jsonb,
      prev_hash text, hash text)
  ), commanded AS (
    INSERT INTO commands (case_id, command_id, type, actor_id, version, seq, occurred_on, request_hash, recorded_at)
    SELECT id, command, 'fileDossier', officer, 1, 1, c.on, '', at
    FROM jsonb_to_recordset($1) AS c(id uuid, command uuid, officer uuid, "on" date, at timestamptz)
  ), due AS (
    INSERT INTO deadlines (case_id, id, rule, duty, institution_id, starts_on, due_on, passes_at, state, passes_in_case)
    SELECT * FROM jsonb_to_recordset($3) AS d(case_id uuid, id text, rule text, duty text, institution_id text,
      starts_on date, due_on date, passes_at timestamptz, state text, passes_in_case boolean)
  )
  INSERT INTO work_items (case_id, step, institution_id, registration_number, duty, acts, since, due_on, stage, officer_id,
    opened_at)
  SELECT * FROM jsonb_to_recordset($4) AS w(case_id uuid, step text, institution_id text, registration_number text,
    duty text, acts boolean, since date, due_on date, stage text, officer_id uuid, opened_at timestamptz)`;

async function insert({ pool }: World, made: readonly ReturnType<typeof runningFile>[]): Promise<void> {
  const values = [
    made.map(({ rows }) => rows.case),
    made.flatMap(({ rows }) => rows.events),
    made.flatMap(({ rows }) => rows.deadlines),
    made.flatMap(({ rows }) => rows.items),
  ];
  await pool.query(
    INSERT,
    values.map((rows) => JSON.stringify(rows)),
  );
}
