/** When an institution's people are reminded: the product's policy for each term, or the institution's own. */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { z } from "zod";
import type { Text } from "../../domain/case/commands.ts";
import { getDeadlineRule, type RuleId } from "../../domain/law/index.ts";
import type { CountingMode } from "../../domain/law/rule.ts";
import { AUDIENCES, type Audience } from "../../domain/messages/audience.ts";
import { institutionOfDuty, type Duty, type InstitutionKind } from "../../domain/people/roles.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { audiencesOf, policyProblems } from "../../domain/reminders/check-policy.ts";
import type { OfficeHours } from "../../domain/reminders/office-hours.ts";
import {
  deadlinesOfPolicy,
  policiesOf,
  REMINDER_KINDS,
  REMINDER_POLICIES,
  type PolicyKey,
  type ReminderKind,
  type ReminderStage,
} from "../../domain/reminders/policy.ts";
import { POLICY_TITLES, policyChangeTitle } from "../../domain/reminders/policy-titles.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import { may, type Person } from "../authorisation.ts";
import { ApiError, invalid, notFound } from "../http/api-error.ts";
import { language } from "../http/query.ts";
import type { Services } from "../services.ts";

const institution = z.string().min(1).max(20);

export const PolicyQuery = z.strictObject({ institution, lang: language });

/** More than any policy may hold; the rule itself tells how many it may. */
const ANY_NUMBER = 100;
const LONGEST_TEXT = 5_000;
const text = z.string().max(LONGEST_TEXT);
const words = z.strictObject({ subject: text, lead: text });

/** The form of a stage; whether it makes sense for its term is told by `policyProblems`. */
export const Stage = z.strictObject({
  kind: z.enum(REMINDER_KINDS),
  audience: z.enum(AUDIENCES),
  /** Working days from the due date: negative before it, 0 on it, positive after it. */
  workingDays: z.number(),
  /** The institution's own words, in both languages. */
  words: z.strictObject({ ro: words, en: words }).optional(),
});
export const stagesField = z.array(Stage).max(ANY_NUMBER);

export const PolicyChange = z.strictObject({
  institution,
  /** The version that the person saw; 0 for the product's policy, never changed. */
  expectedVersion: z.int().min(0),
  stages: stagesField,
});
export type PolicyChange = z.output<typeof PolicyChange>;

export const PolicyReset = z.strictObject({
  institution,
  expectedVersion: z.coerce.number().int().min(0),
  lang: language,
});

export interface PolicyView {
  /** The rule, with the basis where that is not the rule's own term: `MOH-73:delay-report`. */
  readonly key: PolicyKey;
  readonly rule: RuleId;
  readonly title: Text;
  readonly text: Text;
  readonly value: number;
  readonly unit: string;
  readonly mode: CountingMode;
  readonly duties: readonly Duty[];
  /** Whom each kind of message may go to. */
  readonly audiences: Readonly<Record<ReminderKind, readonly Audience[]>>;
  /** What holds: the institution's own stages, or the product's. */
  readonly stages: readonly ReminderStage[];
  readonly defaultStages: readonly ReminderStage[];
  readonly own: boolean;
  readonly version: number;
  readonly changedBy?: string;
  readonly changedAt?: string;
}

export interface PolicyList {
  readonly institution: string;
  readonly hours: OfficeHours;
  readonly mayChange: boolean;
  readonly items: readonly PolicyView[];
}

interface PolicyRow {
  readonly rule: string;
  /** Null when the institution went back to the product's policy. */
  readonly stages: readonly ReminderStage[] | null;
  readonly version: number;
  readonly changed_by: string | null;
  readonly changed_at: Date;
}

interface OfficeRow extends OfficeHours {
  readonly kind: InstitutionKind;
}

/** The policies of the terms whose reminders the people of an institution receive. @throws ApiError 404 for an unknown one. */
export async function listPolicies(pool: pg.Pool, person: Person, id: string, today: PlainDate): Promise<PolicyList> {
  const { kind, opens, closes } = await getOffice(pool, id);
  const { rows } = await pool.query<PolicyRow>(
    `SELECT p.rule, p.stages, p.version, u.name AS changed_by, p.changed_at
     FROM reminder_policies p LEFT JOIN users u ON u.id = p.changed_by WHERE p.institution_id = $1`,
    [id],
  );
  const known = new Map(rows.map((row) => [row.rule, row]));
  return {
    institution: id,
    hours: { opens, closes },
    mayChange: may(person, "policy.change", { institution: id }),
    items: policiesOf(kind).map((key) => policyView(key, kind, known.get(key), today)),
  };
}

/** The office of an institution. @throws ApiError 404 when there is none of that name. */
export async function getOffice(pool: pg.Pool, id: string): Promise<OfficeRow> {
  const { rows } = await pool.query<OfficeRow>(
    "SELECT kind, office_opens AS opens, office_closes AS closes FROM institutions WHERE id = $1",
    [id],
  );
  const [row] = rows;
  if (row === undefined) throw notFound();
  return row;
}

function policyView(key: PolicyKey, kind: InstitutionKind, row: PolicyRow | undefined, today: PlainDate): PolicyView {
  const { rule: id, basis } = deadlinesOfPolicy(key);
  const { stages: defaultStages, duties } = REMINDER_POLICIES[key];
  const { text: sentence, deadline } = getDeadlineRule(id, today);
  const stages = row?.stages ?? null;
  return {
    key,
    rule: id,
    title: POLICY_TITLES[key],
    text: sentence,
    // The report of a delay is owed on the first day after its term (decision 8).
    value: basis === "delay-report" ? deadline.value + 1 : deadline.value,
    unit: deadline.unit,
    mode: deadline.mode,
    duties: duties.filter((duty) => institutionOfDuty(duty) === kind),
    audiences: Object.fromEntries(REMINDER_KINDS.map((each) => [each, audiencesOf(key, each)])) as Record<
      ReminderKind,
      readonly Audience[]
    >,
    stages: stages ?? defaultStages,
    defaultStages,
    own: stages !== null,
    version: row?.version ?? 0,
    ...(row === undefined ? {} : { changedBy: row.changed_by ?? "", changedAt: row.changed_at.toISOString() }),
  };
}

/** The policy of that name. @throws ApiError 404 for a term that the institution's people are not reminded of. */
export function getPolicyKey(kind: InstitutionKind, name: string): PolicyKey {
  const key = policiesOf(kind).find((known) => known === name);
  if (key === undefined) throw notFound();
  return key;
}

/** @throws ApiError 422 with a sentence for each stage that makes no sense. */
export function requireSensible(key: PolicyKey, stages: readonly ReminderStage[]): void {
  const problems = policyProblems(key, stages);
  if (problems.length === 0) return;
  throw invalid((spoken) => problems.map(({ path, code, message }) => ({ path, code, message: message[spoken] })));
}

interface Change {
  readonly institution: string;
  readonly key: PolicyKey;
  readonly expectedVersion: number;
  /** Null to go back to the product's policy. */
  readonly stages: readonly ReminderStage[] | null;
}

/**
 * Sets an institution's own stages, or goes back to the product's, and has the reminders planned anew: while the engine
 * is away nothing is changed. Idempotent by its content: the same change given again by the same person stands.
 * @throws ApiError 409 when somebody changed it meanwhile, saying who and when. @throws EngineUnavailable.
 */
export async function changePolicy(
  { pool, engine }: Pick<Services, "pool" | "engine">,
  person: Person,
  change: Change,
): Promise<void> {
  const { institution, key } = change;
  await inTransaction(pool, async (client) => {
    await setStages(client, person, change);
    await engine.replan({ institution, policy: key }, `${institution}-${key}-${randomUUID()}`);
  });
}

async function setStages(
  client: pg.PoolClient,
  person: Person,
  { institution: id, key, expectedVersion, stages }: Change,
): Promise<void> {
  // The institution's row orders changes of policies that have no row yet.
  await client.query("SELECT FROM institutions WHERE id = $1 FOR UPDATE", [id]);
  const { rows } = await client.query<PolicyRow & { readonly own: boolean; readonly same: boolean }>(
    `SELECT p.stages, p.version, p.changed_at, u.name AS changed_by, p.changed_by = $3 AS own,
       p.stages IS NOT DISTINCT FROM $4::jsonb AS same
     FROM reminder_policies p LEFT JOIN users u ON u.id = p.changed_by WHERE p.institution_id = $1 AND p.rule = $2`,
    [id, key, person.id, JSON.stringify(stages)],
  );
  const [row] = rows;
  const version = row?.version ?? 0;
  if (row !== undefined && row.own && row.same && version === expectedVersion + 1) return;
  if (version !== expectedVersion) throw changedMeanwhile(key, row, expectedVersion);
  await client.query(
    `INSERT INTO reminder_policies (institution_id, rule, stages, version, changed_by, changed_at)
     VALUES ($1, $2, $3, $4, $5, now())
     ON CONFLICT (institution_id, rule) DO UPDATE SET stages = excluded.stages, version = excluded.version,
       changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [id, key, JSON.stringify(stages), version + 1, person.id],
  );
}

function changedMeanwhile(key: PolicyKey, row: PolicyRow | undefined, expected: number): ApiError {
  const by = row?.changed_by ?? "?";
  const at = row?.changed_at.toISOString() ?? "";
  const actual = row?.version ?? 0;
  return new ApiError(409, "POLICY_CHANGED", {
    params: { by, at, expected, actual },
    body: (language) => ({
      version: actual,
      changes:
        row === undefined
          ? []
          : [{ type: "reminder-policy", title: policyChangeTitle(key, row.stages)[language], by, at }],
    }),
  });
}
