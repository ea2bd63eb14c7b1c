import type pg from "pg";
import type { Opening } from "../../domain/case/opening.ts";
import type { CaseState } from "../../domain/case/state.ts";
import { housesOf, type HouseColumns, type Houses } from "../../domain/people/houses.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { LATEST_CALENDAR } from "../../prisma/calendar-reader.ts";
import type { CommitBatch } from "../case-activities.ts";

/** A case as the database holds it before a commit; for a new one, what its intake holds. */
export interface CaseRecord {
  readonly isNew: boolean;
  readonly lastSeq: number;
  readonly lastBatch: string;
  readonly lastHash: string | undefined;
  readonly state: CaseState | undefined;
  readonly registrationNumber: string | undefined;
  readonly ministryNumber: string | null;
  readonly officerId: string;
  readonly openedOn: PlainDate;
  readonly patientHasEmail: boolean;
  /** The instant at which the file was brought from a register of before; undefined for one that was filed here. */
  readonly broughtAt: Date | undefined;
  readonly legacyMinistryNumber: string | null;
  readonly institutions: Houses;
  readonly opening: Opening | undefined;
  /** The latest change of the calendar. */
  readonly calendarNumber: number;
  /** Ciphertext, base64, by command. */
  readonly sealed: ReadonlyMap<string, string>;
}

const LOAD = `
  SELECT c.last_seq, c.last_batch, c.state, c.registration_number, c.ministry_number, c.officer_id, c.opened_on,
         c.home_id, c.cst_id, c.ministry_id, c.patient_has_email, c.legacy_ministry_number,
         CASE WHEN c.legacy_number IS NOT NULL THEN c.opened_at END AS brought_at,
         (SELECT e.hash FROM events e WHERE e.case_id = wanted.id AND e.seq = c.last_seq) AS last_hash,
         (SELECT json_agg(json_build_object('commandId', i.command_id, 'sealed', encode(i.sealed, 'base64'),
                 'opening', i.opening))
            FROM intake i WHERE i.case_id = wanted.id AND i.command_id = ANY ($2::uuid[])) AS intake,
         ${LATEST_CALENDAR} AS calendar_number
    FROM (SELECT $1::uuid AS id) wanted LEFT JOIN LATERAL (SELECT * FROM cases WHERE id = wanted.id FOR UPDATE) c ON true`;

interface LoadedRow extends HouseColumns {
  readonly last_seq: number | null;
  readonly last_batch: string;
  readonly state: CaseState;
  readonly registration_number: string;
  readonly ministry_number: string | null;
  readonly officer_id: string;
  readonly opened_on: PlainDate;
  readonly patient_has_email: boolean;
  readonly brought_at: Date | null;
  readonly legacy_ministry_number: string | null;
  readonly last_hash: string | null;
  readonly intake: { commandId: string; sealed: string; opening: Opening | null }[] | null;
  readonly calendar_number: number;
}

/** Reads and locks a case, with what was typed for the batch's commands. @throws RangeError for a case that has neither a row nor an intake. */
export async function loadRecord(client: pg.PoolClient, batch: CommitBatch): Promise<CaseRecord> {
  const at = new Date(batch.events.at(-1)?.at ?? 0);
  const commands = batch.events.flatMap((event) => (event.type === "actRecorded" ? [event.act.commandId] : []));
  const { rows } = await client.query<LoadedRow>({ name: "load-case", text: LOAD, values: [batch.caseId, commands] });
  const [row] = rows;
  if (row === undefined) throw new RangeError(`case ${batch.caseId} cannot be read`);
  const intake = row.intake ?? [];
  const common = {
    calendarNumber: row.calendar_number,
    sealed: new Map(intake.map((entry) => [entry.commandId, entry.sealed.replaceAll("\n", "")])),
  };
  if (row.last_seq !== null) {
    return {
      ...common,
      isNew: false,
      lastSeq: row.last_seq,
      lastBatch: row.last_batch,
      lastHash: row.last_hash ?? undefined,
      state: row.state,
      registrationNumber: row.registration_number,
      ministryNumber: row.ministry_number,
      officerId: row.officer_id,
      openedOn: row.opened_on,
      patientHasEmail: row.patient_has_email,
      broughtAt: row.brought_at ?? undefined,
      legacyMinistryNumber: row.legacy_ministry_number,
      institutions: housesOf(row),
      opening: undefined,
    };
  }
  const opening = intake.find((entry) => entry.opening !== null)?.opening;
  if (opening === undefined || opening === null) throw new RangeError(`case ${batch.caseId} has no opening`);
  return {
    ...common,
    isNew: true,
    lastSeq: 0,
    lastBatch: "",
    lastHash: undefined,
    state: undefined,
    registrationNumber: undefined,
    ministryNumber: null,
    officerId: opening.officerId,
    openedOn: opening.openedOn,
    patientHasEmail: opening.patientHasEmail,
    broughtAt: opening.legacyNumber === undefined ? undefined : at,
    legacyMinistryNumber: opening.legacyMinistryNumber ?? null,
    institutions: housesOf({
      home_id: opening.homeId,
      cst_id: opening.cstId ?? null,
      ministry_id: opening.ministryId ?? null,
    }),
    opening,
  };
}
