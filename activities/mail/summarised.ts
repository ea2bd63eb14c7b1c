import type pg from "pg";
import { bucharestDate } from "../../domain/plain-date.ts";
import { PROVISIONAL_YEARS, stillTrue, type TakenMessage } from "./take-due.ts";

/** A letter that a summary stands for. */
export type SummarisedMessage = Pick<
  TakenMessage,
  | "id"
  | "case_id"
  | "deadline_id"
  | "kind"
  | "about"
  | "params"
  | "in_place_of"
  | "registration_number"
  | "provisional_years"
>;

const MERGED = `
  SELECT m.merged_into AS summary, m.id, m.case_id, m.deadline_id, m.kind, m.about, m.params, m.in_place_of,
    c.registration_number, ${PROVISIONAL_YEARS("m")} AS provisional_years
  FROM messages m JOIN cases c ON c.id = m.case_id
  WHERE m.merged_into = ANY ($1::uuid[]) AND m.state = 'merged' AND ${stillTrue("$2::text")}
  ORDER BY m.about, c.registration_number, m.id`;

/** What the summaries among these letters still have to say, by summary. */
export async function readSummarised(
  pool: pg.Pool,
  messages: readonly TakenMessage[],
  now: Date,
): Promise<ReadonlyMap<string, readonly SummarisedMessage[]>> {
  const ids = messages.flatMap(({ id, kind }) => (kind === "summary" ? [id] : []));
  const found = new Map<string, SummarisedMessage[]>();
  if (ids.length === 0) return found;
  const { rows } = await pool.query<SummarisedMessage & { summary: string }>(MERGED, [ids, bucharestDate(now)]);
  for (const { summary, ...message } of rows) found.set(summary, [...(found.get(summary) ?? []), message]);
  return found;
}
