/** Office hours and reminder policies of institutions, as they stand in the transaction that plans by them. */
import type pg from "pg";
import { DEFAULT_HOURS, type OfficeHours } from "../../domain/reminders/office-hours.ts";
import { defaultStages, type ReminderStage } from "../../domain/reminders/policy.ts";

export interface Office {
  readonly hours: OfficeHours;
  /** The institution's own stages, by the name of the policy. */
  readonly policies: Readonly<Record<string, readonly ReminderStage[]>>;
}

const READ = `
  SELECT i.id, i.office_opens AS opens, i.office_closes AS closes,
    (SELECT json_object_agg(r.rule, r.stages) FROM reminder_policies r WHERE r.institution_id = i.id) AS policies
  FROM institutions i WHERE i.id = ANY ($1::text[])`;

interface OfficeRow {
  readonly id: string;
  readonly opens: number;
  readonly closes: number;
  readonly policies: Readonly<Record<string, readonly ReminderStage[]>> | null;
}

/**
 * Reads them after the row of the case is locked: whoever changes a policy afterwards plans the case anew, and whoever
 * changed it before is read here.
 */
export async function readOffices(
  client: pg.PoolClient | pg.Pool,
  institutions: readonly string[],
): Promise<ReadonlyMap<string, Office>> {
  const { rows } = await client.query<OfficeRow>({ name: "offices", text: READ, values: [institutions] });
  return new Map(
    rows.map(({ id, opens, closes, policies }) => [id, { hours: { opens, closes }, policies: policies ?? {} }]),
  );
}

/** The stages that an institution follows for a policy: its own, or the product's. */
export function stagesOf(office: Office | undefined, policy: string): readonly ReminderStage[] {
  return office?.policies[policy] ?? defaultStages(policy);
}

export function hoursOf(office: Office | undefined): OfficeHours {
  return office?.hours ?? DEFAULT_HOURS;
}
