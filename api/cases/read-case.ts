/** A whole file in one round trip: the projection, its events, e-mails and uploads. */
import type pg from "pg";
import type { CaseEvent } from "../../domain/case/events.ts";
import type { E112State } from "../../domain/e112/facts.ts";
import type { MohState } from "../../domain/moh/facts.ts";
import type { HouseColumns } from "../../domain/people/houses.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import type { SettingsInForce } from "../../domain/settings/settings.ts";
import { LATEST_CALENDAR } from "../../prisma/calendar-reader.ts";
import { SETTINGS_IN_FORCE } from "../../prisma/settings.ts";
import type { LinkedFile } from "../../domain/case/view.ts";
import { LINKED } from "./links.ts";

export interface EventRow {
  readonly seq: number;
  readonly type: CaseEvent["type"];
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Base64. */
  readonly sealed: string | null;
  /** Name of the person who acted. */
  readonly by: string | null;
  /** Name of the absent officer in whose place. */
  readonly inPlaceOf: string | null;
}

export interface MessageRow {
  readonly id: string;
  readonly kind: string;
  readonly deadlineId: string | null;
  /** The step that it speaks of. */
  readonly step: string | null;
  readonly recipientKind: string;
  readonly recipient: string | null;
  /** Of a planned one: whom it is meant for. */
  readonly audience: string | null;
  readonly inPlaceOf: string | null;
  /** The institution whose outbox shows it. */
  readonly institution: string | null;
  readonly state: "planned" | "sending" | "sent" | "failed" | "bounced" | "merged" | "dropped";
  readonly plannedAt: string;
  readonly sentAt: string | null;
  readonly attempts: number;
  readonly lastError: string | null;
}

export interface UploadRow {
  readonly id: string;
  /** Base64. */
  readonly nameSealed: string;
  readonly mime: string;
  readonly size: number;
}

export interface AbsenceRow {
  readonly userId: string;
  readonly substituteId: string;
  readonly substitute: string;
  readonly fromOn: PlainDate;
  readonly untilOn: PlainDate;
}

interface CommonRow extends HouseColumns {
  readonly id: string;
  readonly registration_number: string;
  readonly ministry_number: string | null;
  readonly application_number: string | null;
  readonly legacy_number: string | null;
  readonly officer_id: string;
  readonly officer: string;
  /** Absences at the DSP that are not over. */
  readonly absences: readonly AbsenceRow[] | null;
  readonly urgency_class: "A" | "B" | null;
  readonly opened_on: PlainDate;
  readonly version: number;
  readonly subject_sealed: Buffer;
  readonly wrapped_key: Buffer;
  readonly events: readonly EventRow[] | null;
  readonly messages: readonly MessageRow[] | null;
  readonly uploads: readonly UploadRow[] | null;
  /** The latest change of the calendar. */
  readonly calendar_number: number;
  readonly settings: SettingsInForce | null;
  /** On the other route; null until it is opened there. */
  readonly linked: Required<LinkedFile> | null;
  /** Hash of the request behind the command asked about; null when the case has no such command. */
  readonly request_hash: string | null;
}

export interface MohRow extends CommonRow {
  readonly process: "moh";
  readonly cst_id: string;
  readonly ministry_id: string;
  readonly state: MohState;
}

export interface E112Row extends CommonRow {
  readonly process: "e112";
  readonly state: E112State;
}

/** A file with all that belongs to it; its process says what its state holds. */
export type CaseRow = MohRow | E112Row;

/** What is planned for a file, and the letters that it became; what was given up before it became one stands for itself. */
const MESSAGES = `(SELECT json_agg(to_jsonb(e) ORDER BY e."plannedAt", e.id) FROM (
    SELECT m.id, m.kind, m.deadline_id AS "deadlineId", m.params ->> 'step' AS step, m.recipient_kind AS "recipientKind", r.name AS recipient,
      NULL AS audience, a.name AS "inPlaceOf", m.institution_id AS institution, m.state, m.planned_at AS "plannedAt", m.sent_at AS "sentAt", m.attempts,
      m.last_error AS "lastError"
    FROM messages m LEFT JOIN users r ON r.id = m.recipient_id LEFT JOIN users a ON a.id = m.in_place_of
    WHERE m.case_id = c.id
    UNION ALL
    SELECT p.id, p.kind, p.deadline_id, p.params ->> 'step', CASE p.audience WHEN 'patient-side' THEN 'patient-side' ELSE 'user' END, NULL,
      p.audience, NULL, p.institution_id, p.state, p.planned_at, NULL, 0, NULL
    FROM planned_messages p WHERE p.case_id = c.id AND (p.state = 'planned'
      OR (p.state = 'dropped' AND NOT EXISTS (SELECT FROM messages m WHERE m.planned_id = p.id)))) e)`;

const READ = `
  SELECT c.id, c.process, c.registration_number, c.ministry_number, c.application_number, c.legacy_number, c.home_id, c.cst_id, c.ministry_id, c.urgency_class, c.opened_on,
    c.version, c.state, c.subject_sealed, c.wrapped_key, c.officer_id,
    (SELECT u.name FROM users u WHERE u.id = c.officer_id) AS officer,
    (SELECT json_agg(json_build_object('userId', a.user_id, 'substituteId', a.substitute_id, 'substitute', s.name,
              'fromOn', a.from_on, 'untilOn', a.until_on))
       FROM absences a JOIN users s ON s.id = a.substitute_id
       WHERE a.institution_id = c.home_id AND a.withdrawn_at IS NULL AND a.until_on >= current_date - 1) AS absences,
    (SELECT json_agg(json_build_object('seq', e.seq, 'type', e.type, 'at', e.at, 'data', e.data,
              'sealed', encode(e.sealed, 'base64'), 'by', u.name, 'inPlaceOf', p.name) ORDER BY e.seq)
       FROM events e LEFT JOIN users u ON u.id = e.actor_id
       LEFT JOIN users p ON p.id = (e.data->'act'->'by'->>'inPlaceOf')::uuid WHERE e.case_id = c.id) AS events,
    ${MESSAGES} AS messages,
    (SELECT json_agg(json_build_object('id', f.id, 'nameSealed', encode(f.name_sealed, 'base64'), 'mime', f.mime,
              'size', f.size)) FROM uploads f WHERE f.case_id = c.id) AS uploads,
    ${LATEST_CALENDAR} AS calendar_number, ${SETTINGS_IN_FORCE} AS settings, ${LINKED} AS linked,
    (SELECT k.request_hash FROM commands k WHERE k.case_id = c.id AND k.command_id = $2) AS request_hash
  FROM cases c WHERE c.id = $1`;

/** The file, or undefined while it is not registered. `commandId`: the command whose request hash is asked for. */
export async function findCase(
  pool: pg.Pool,
  caseId: string,
  commandId: string | null = null,
): Promise<CaseRow | undefined> {
  const { rows } = await pool.query<CaseRow>({ name: "case", text: READ, values: [caseId, commandId] });
  return rows[0];
}
