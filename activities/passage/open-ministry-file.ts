/**
 * The file of the Ministry's route on which an E112 file goes on (E112-05). Its id follows from that of the first one; the
 * link, the key and all that the new file begins with are written in one transaction, and its workflow has one id: however
 * often and at whatever time this is asked again, there is one file.
 */
import { ApplicationFailure } from "@temporalio/common";
import type pg from "pg";
import type { Command } from "../../domain/case/commands.ts";
import type { Act } from "../../domain/case/events.ts";
import type { Opening } from "../../domain/case/opening.ts";
import { withPlaces } from "../../domain/case/places.ts";
import { lastAct } from "../../domain/case/state.ts";
import { fileDossier, type FileDossier } from "../../domain/commands/file-dossier.schema.ts";
import { hasAddress } from "../../domain/commands/person.schema.ts";
import { factsOf } from "../../domain/e112/commands.ts";
import type { E112State } from "../../domain/e112/facts.ts";
import { ministryFiling, PASSAGE_REASON, type PassingFile } from "../../domain/passage/ministry-filing.ts";
import { bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import { seal, sealBytes, sealedAs, unseal, unsealBytes, type Keyring } from "../../prisma/secrecy/keyring.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import type { EngineCalls } from "../engine-calls.ts";
import { atWork } from "../heartbeat.ts";
import type { PassageActivities } from "../passage-activities.ts";

interface Dependencies {
  readonly pool: pg.Pool;
  readonly keyring: Keyring;
  readonly engine: EngineCalls;
}

export function passageActivities(dependencies: Dependencies): PassageActivities {
  return { openMinistryFile: ({ caseId }) => atWork(() => openMinistryFile(dependencies, caseId)) };
}

async function openMinistryFile(dependencies: Dependencies, fromCase: string): Promise<void> {
  const { pool, keyring, engine } = dependencies;
  const toCase = namedUuid(`case/ministry-route/${fromCase}`);
  const { rowCount } = await pool.query("SELECT FROM cases WHERE id = $1", [toCase]);
  if (rowCount === 1) return;
  const row = await getPassed(pool, fromCase);
  const passage = passageOf(row);
  const house = await getHouse(pool, passage.dsp);
  const key = keyring.unwrapCaseKey(row.wrapped_key);
  const scans = new Map((row.uploads ?? []).map((id) => [id.toLowerCase(), namedUuid(`upload/${toCase}/${id}`)]));
  const payload = ministryFiling(passingFile(row, key), passage.on, (id) => scans.get(id.toLowerCase()) ?? id);
  const filing = filingOf(keyring, toCase, passage, payload);
  await setDown(dependencies, { row, key, house, toCase, filing, payload, scans });
  await engine.bring({ process: "moh", caseId: toCase, filing });
}

interface PassedRow {
  readonly id: string;
  readonly state: E112State;
  readonly subject_sealed: Buffer;
  readonly wrapped_key: Buffer;
  readonly patient_has_email: boolean;
  readonly surname_index: string;
  readonly cnp_index: string | null;
  readonly person_index: string | null;
  /** Base64. */
  readonly acts: readonly { readonly seq: number; readonly sealed: string }[] | null;
  readonly uploads: readonly string[] | null;
}

const READ = `
  SELECT c.id, c.state, c.subject_sealed, c.wrapped_key, c.patient_has_email, c.surname_index, c.cnp_index, c.person_index,
    (SELECT json_agg(json_build_object('seq', e.seq, 'sealed', encode(e.sealed, 'base64')))
       FROM events e WHERE e.case_id = c.id AND e.sealed IS NOT NULL) AS acts,
    (SELECT json_agg(u.id) FROM uploads u WHERE u.case_id = c.id) AS uploads
  FROM cases c WHERE c.id = $1`;

async function getPassed(pool: pg.Pool, caseId: string): Promise<PassedRow> {
  const { rows } = await pool.query<PassedRow>(READ, [caseId]);
  const [row] = rows;
  if (row === undefined) throw waiting("NO_FILE", caseId);
  if (row.wrapped_key.length === 0) throw waiting("FILE_ERASED", caseId);
  return row;
}

/** The act by which it passed. */
interface Passage {
  readonly act: Act;
  readonly on: PlainDate;
  readonly dsp: string;
}

function passageOf({ id, state }: PassedRow): Passage {
  const act = lastAct(state, "moveToMinistryRoute");
  const on = act?.dates["occurredOn"];
  if (act === undefined || on === undefined) throw waiting("NOT_PASSED", id);
  const { dsp } = factsOf(act, "moveToMinistryRoute");
  if (dsp === undefined) throw waiting("NO_DSP", id);
  return { act, on, dsp };
}

/** What the file knows, with the words that it keeps sealed. */
function passingFile({ id, state, subject_sealed: subject, acts }: PassedRow, key: Buffer): PassingFile {
  const { patient, filer } = unseal(key, subject, sealedAs.subject(id)) as Subject;
  const typed = (seq: number): Typed => {
    const sealed = acts?.find((act) => act.seq === seq)?.sealed;
    const commandId = state.acts[seq]?.commandId;
    if (sealed === undefined || commandId === undefined) return {};
    const opened = unseal(key, Buffer.from(sealed, "base64"), sealedAs.payload(id, commandId));
    return (opened as { readonly payload?: Typed }).payload ?? {};
  };
  const { existing, documents, waiver } = state.facts;
  return {
    patient,
    applicant: filer,
    existing,
    documents: withPlaces(documents).map(({ act, place, ...document }) => {
      const title = typed(act).documents?.[place]?.title;
      return { ...document, ...(title === undefined ? {} : { title }) };
    }),
    ...(waiver === undefined ? {} : { waiver: { proof: waiver.proof, reason: typed(waiver.act).reason ?? "–" } }),
  };
}

interface Subject {
  readonly patient: PassingFile["patient"];
  readonly filer: PassingFile["applicant"];
}

/** What was typed with an act that lists documents, or that waives some. */
interface Typed {
  readonly documents?: readonly { readonly title?: string }[];
  readonly reason?: string;
}

interface House {
  readonly id: string;
  readonly cst: string;
  readonly ministry: string;
  /** Who will have the file. */
  readonly officer: string;
}

const HOUSE = `
  SELECT i.id, i.cst_id AS cst,
    (SELECT m.id FROM institutions m WHERE m.kind = 'ministry' ORDER BY m.id LIMIT 1) AS ministry,
    (SELECT u.id FROM memberships p JOIN users u ON u.id = p.user_id AND u.active
       WHERE p.institution_id = i.id AND p.role IN ('dsp-supervisor', 'dsp-officer')
       ORDER BY p.role = 'dsp-supervisor' DESC, u.id LIMIT 1) AS officer
  FROM institutions i WHERE i.id = $1 AND i.kind = 'dsp'`;

async function getHouse(pool: pg.Pool, dsp: string): Promise<House> {
  const { rows } = await pool.query<{ [Part in keyof House]: string | null }>(HOUSE, [dsp]);
  const { id = null, cst = null, ministry = null, officer = null } = rows[0] ?? {};
  if (id === null || cst === null || ministry === null) throw waiting("NO_DSP", dsp);
  if (officer === null) throw waiting("NO_OFFICER", dsp);
  return { id, cst, ministry, officer };
}

/** The act is that of the person who passed it on. */
function filingOf(keyring: Keyring, toCase: string, { act, on }: Passage, payload: FileDossier): Command {
  return {
    commandId: namedUuid(`filing/${toCase}`),
    requestHash: keyring.index("request", `${toCase}/${act.commandId}`),
    type: fileDossier.type,
    expectedVersion: 0,
    occurredOn: on,
    actor: act.by,
    facts: { ...fileDossier.facts(payload, on) },
  };
}

interface NewFile {
  readonly row: PassedRow;
  /** The key of the file that passed. */
  readonly key: Buffer;
  readonly house: House;
  readonly toCase: string;
  readonly filing: Command;
  readonly payload: FileDossier;
  /** Ids of the scans in the new file, by those of before. */
  readonly scans: ReadonlyMap<string, string>;
}

const LINK = `
  INSERT INTO case_links (from_case, to_case, kind) VALUES ($1, $2, 'ministry-route') ON CONFLICT (from_case) DO NOTHING`;

/** What the first commit takes; not again when it waits, or was taken. */
const SET_DOWN = `
  INSERT INTO intake (case_id, command_id, type, request_hash, actor_id, sealed, opening, wrapped_key, subject_sealed)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
  WHERE NOT EXISTS (SELECT FROM intake i WHERE i.case_id = $1) AND NOT EXISTS (SELECT FROM commands k WHERE k.case_id = $1)`;

/** The link and all that the new file begins with, sealed with a key of its own; nothing when that is done. */
async function setDown({ pool, keyring }: Dependencies, file: NewFile): Promise<void> {
  const { row, house, toCase, filing, payload } = file;
  await inTransaction(pool, async (client) => {
    // One at a time: who comes second finds what the first one wrote.
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [toCase]);
    await client.query(LINK, [row.id, toCase]);
    const { key, wrapped } = keyring.newCaseKey();
    const { rowCount } = await client.query(SET_DOWN, [
      toCase,
      filing.commandId,
      filing.type,
      filing.requestHash,
      filing.actor.userId,
      seal(key, typedOf(filing, payload), sealedAs.payload(toCase, filing.commandId)),
      JSON.stringify(openingOf(keyring, file, house)),
      wrapped,
      seal(key, { patient: payload.patient, filer: payload.filer }, sealedAs.subject(toCase)),
    ]);
    if (rowCount === 1) await bringScans(client, keyring, file, key);
  });
}

function typedOf({ occurredOn }: Command, payload: FileDossier): object {
  const today = bucharestDate(Date.now());
  return { payload, ...(occurredOn < today ? { lateReason: PASSAGE_REASON.ro } : {}) };
}

function openingOf(keyring: Keyring, { row, toCase, filing, payload }: NewFile, house: House): Opening {
  const { patient, filer } = payload;
  return {
    homeId: house.id,
    cstId: house.cst,
    ministryId: house.ministry,
    officerId: house.officer,
    openedOn: filing.occurredOn,
    surnameIndex: row.surname_index,
    ...(row.cnp_index === null ? {} : { cnpIndex: row.cnp_index }),
    ...(row.person_index === null ? {} : { personIndex: row.person_index }),
    accessCodeHash: keyring.accessCodeHash(keyring.accessCode(toCase, filing.commandId)),
    patientHasEmail: hasAddress(patient, filer),
  };
}

interface ScanRow {
  readonly id: string;
  readonly sealed: Buffer;
  readonly name_sealed: Buffer;
}

/** The scans that the filing names, each sealed anew with the key of the new file. */
async function bringScans(
  client: pg.PoolClient,
  keyring: Keyring,
  { row, key: oldKey, toCase, payload, scans }: NewFile,
  key: Buffer,
): Promise<void> {
  const named = new Set(payload.documents.map(({ upload }) => upload));
  for (const [from, to] of scans) {
    if (!named.has(to)) continue;
    // One after the other: a scan may be large.
    const { rows } = await client.query<ScanRow>("SELECT id, sealed, name_sealed FROM uploads WHERE id = $1", [from]);
    const [scan] = rows;
    if (scan === undefined) throw waiting("NO_SCAN", from);
    const bytes = unsealBytes(oldKey, scan.sealed, sealedAs.upload(row.id, scan.id));
    const name = unsealBytes(oldKey, scan.name_sealed, sealedAs.uploadName(row.id, scan.id));
    await client.query(
      `INSERT INTO uploads (id, case_id, sealed, name_sealed, mime, size, sha256, uploaded_by)
       SELECT $2, $3, $4, $5, mime, size, sha256, uploaded_by FROM uploads WHERE id = $1 ON CONFLICT (id) DO NOTHING`,
      [
        from,
        to,
        toCase,
        sealBytes(key, bytes, sealedAs.upload(toCase, to)),
        sealBytes(key, name, sealedAs.uploadName(toCase, to)),
      ],
    );
  }
}

/** Why it cannot be opened now: it is tried again until it can. A code and an id, for the log. */
function waiting(code: string, id: string): ApplicationFailure {
  return ApplicationFailure.retryable(`${code} ${id}`, code);
}
