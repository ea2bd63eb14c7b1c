/** Where the parameters of {@link planning} stand in a statement. */
export interface PlanningParameters {
  readonly caseId: string;
  /** The deadlines planned anew: text[]. */
  readonly deadlines: string;
  /** The rows of the plan: JSON. */
  readonly planned: string;
  /** The steps that ended, of which nobody needs to hear any more, and the alerts planned anew: text[]. */
  readonly steps: string;
}

/**
 * The end of a statement, after `WITH`: of these deadlines and steps, what is not in the plan is dropped, and with it the
 * letters that have not left; what is in the plan is planned, unless it was said before. The same plan again changes nothing.
 */
export function planning({ caseId, deadlines, planned, steps }: PlanningParameters): string {
  const concerned = `(m.deadline_id = ANY (${deadlines}::text[]) OR (m.kind IN ('work', 'alert') AND m.about = ANY (${steps}::text[])))`;
  return `plan AS (
    SELECT p.* FROM jsonb_to_recordset(${planned}) AS p(id uuid, deadline_id text, kind text, about text, audience text,
      institution_id text, params jsonb, words jsonb, planned_at timestamptz, if_unsaid boolean)
    WHERE NOT p.if_unsaid OR NOT EXISTS (SELECT FROM planned_messages s WHERE s.case_id = ${caseId}
      AND s.deadline_id = p.deadline_id AND (s.kind, s.audience, s.params->>'days') = (p.kind, p.audience, p.params->>'days')
      AND s.state = 'issued' AND s.id <> p.id)
  ), dropped AS (
    UPDATE messages m SET state = 'dropped'
    WHERE m.case_id = ${caseId} AND m.state = 'planned' AND ${concerned}
      AND NOT EXISTS (SELECT FROM plan p WHERE p.id = m.planned_id)
    RETURNING m.planned_id
  ), unplanned AS (
    UPDATE planned_messages m SET state = 'dropped'
    WHERE m.case_id = ${caseId} AND ${concerned} AND NOT EXISTS (SELECT FROM plan p WHERE p.id = m.id)
      AND (m.state = 'planned' OR m.id IN (SELECT d.planned_id FROM dropped d))
  )
  INSERT INTO planned_messages (id, case_id, deadline_id, kind, about, audience, institution_id, params, words, planned_at,
    state)
  SELECT p.id, ${caseId}, p.deadline_id, p.kind, p.about, p.audience, p.institution_id, p.params, p.words, p.planned_at,
    'planned'
  FROM plan p
  ON CONFLICT (id) DO UPDATE SET state = 'planned', institution_id = excluded.institution_id, params = excluded.params,
    words = excluded.words, planned_at = excluded.planned_at
  WHERE planned_messages.state <> 'issued' AND (planned_messages.state, planned_messages.institution_id,
      planned_messages.params, planned_messages.words, planned_messages.planned_at)
    IS DISTINCT FROM ('planned', excluded.institution_id, excluded.params, excluded.words, excluded.planned_at)`;
}
