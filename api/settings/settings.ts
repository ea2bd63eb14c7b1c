/** The settings: what holds, how it came to be so, and a change of one. */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { z } from "zod";
import { getReading } from "../../domain/law/index.ts";
import { alertOfSetting } from "../../domain/reminders/alerts.ts";
import {
  allowedText,
  definitionOf,
  houseOfSetting,
  isAllowed,
  SETTING_KEYS,
  type SettingKey,
  type SettingValue,
} from "../../domain/settings/settings.ts";
import type { SettingChangeView, SettingList, SettingView } from "../../domain/settings/views.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import { may, type Person } from "../authorisation.ts";
import { ApiError, invalidField } from "../http/api-error.ts";
import type { Services } from "../services.ts";

export const SettingChange = z.strictObject({
  /** The version that the person saw; 0 for one that was never changed. */
  expectedVersion: z.int().min(0),
  value: z.union([z.number(), z.string().max(20)]),
  /** Why. */
  reason: z.string().trim().min(1).max(500),
  legalBasis: z.string().trim().min(1).max(300).optional(),
});
export type SettingChange = z.output<typeof SettingChange>;

interface Row {
  readonly key: SettingKey;
  readonly version: number;
  readonly from_value: SettingValue;
  readonly value: SettingValue;
  readonly reason: string;
  readonly legal_basis: string | null;
  readonly by_id: string;
  readonly by: string | null;
  readonly changed_at: Date;
}

const SELECT = `
  SELECT s.key, s.version, s.from_value, s.value, s.reason, s.legal_basis, s.changed_by AS by_id, u.name AS by, s.changed_at
  FROM setting_changes s LEFT JOIN users u ON u.id = s.changed_by`;

/** SQL: until the transaction ends nobody else changes a setting. Any constant will do. */
const LOCK_SETTINGS = "SELECT pg_advisory_xact_lock(4217006)";

export async function listSettings(pool: pg.Pool, person: Person): Promise<SettingList> {
  const { rows } = await pool.query<Row>(`${SELECT} ORDER BY s.version DESC`);
  return {
    mayChange: SETTING_KEYS.some((key) => mayChange(person, key)),
    items: SETTING_KEYS.map((key) => ({
      ...settingView(
        key,
        rows.filter((row) => row.key === key),
      ),
      mayChange: mayChange(person, key),
    })),
  };
}

export function mayChange(person: Person, key: SettingKey): boolean {
  return may(person, "setting.change", { houses: [houseOfSetting(key)] });
}

function settingView(key: SettingKey, rows: readonly Row[]): Omit<SettingView, "mayChange"> {
  const { reading, rules, title, effect, allowed, default: standard, say } = definitionOf(key);
  const value = rows[0]?.value ?? standard;
  return {
    key,
    house: houseOfSetting(key),
    reading,
    readingText: getReading(reading).text,
    rules,
    title,
    effect,
    allowed: allowedText(key),
    ...("values" in allowed ? { values: allowed.values } : {}),
    mayBeOff: "mayBeOff" in allowed && allowed.mayBeOff,
    default: standard,
    value,
    valueText: say(value),
    defaultText: say(standard),
    version: rows[0]?.version ?? 0,
    history: rows.map(changeView),
  };
}

function changeView({ version, from_value, value, by, changed_at, reason, legal_basis }: Row): SettingChangeView {
  return {
    version,
    from: from_value,
    to: value,
    by: by ?? "?",
    at: changed_at.toISOString(),
    reason,
    ...(legal_basis === null ? {} : { legalBasis: legal_basis }),
  };
}

/**
 * Sets a setting, and has what open files were told by it planned anew: while the engine is away nothing is changed.
 * Idempotent by its content: the same change given again by the same person stands.
 * @throws ApiError 409 when somebody changed it meanwhile, saying who and when; 422. @throws EngineUnavailable.
 */
export async function changeSetting(
  { pool, engine }: Pick<Services, "pool" | "engine">,
  person: Person,
  key: SettingKey,
  change: SettingChange,
): Promise<void> {
  const { expectedVersion, value, reason, legalBasis } = change;
  const { ro: allowedRo, en: allowedEn } = allowedText(key);
  if (!isAllowed(key, value)) throw invalidField("SETTING_VALUE", "value", { allowedRo, allowedEn });
  await inTransaction(pool, async (client) => {
    await client.query(LOCK_SETTINGS);
    const { rows } = await client.query<Row>(`${SELECT} WHERE s.key = $1 ORDER BY s.version DESC LIMIT 1`, [key]);
    const [row] = rows;
    const version = row?.version ?? 0;
    if (row !== undefined && isRepeated(row, person, change)) return;
    if (version !== expectedVersion) throw changedMeanwhile(key, row, expectedVersion);
    const standing = row?.value ?? definitionOf(key).default;
    if (standing === value) throw invalidField("SETTING_UNCHANGED", "value");
    await client.query(
      `INSERT INTO setting_changes (key, version, from_value, value, reason, legal_basis, changed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [key, version + 1, JSON.stringify(standing), JSON.stringify(value), reason, legalBasis ?? null, person.id],
    );
    const alert = alertOfSetting(key);
    if (alert !== undefined) await engine.replan({ alert: alert.id }, `${alert.id}-${randomUUID()}`);
  });
}

function isRepeated(row: Row, person: Person, { expectedVersion, value, reason, legalBasis }: SettingChange): boolean {
  return (
    row.version === expectedVersion + 1 &&
    row.by_id === person.id &&
    row.value === value &&
    row.reason === reason &&
    row.legal_basis === (legalBasis ?? null)
  );
}

function changedMeanwhile(key: SettingKey, row: Row | undefined, expected: number): ApiError {
  const by = row?.by ?? "?";
  const at = row?.changed_at.toISOString() ?? "";
  const actual = row?.version ?? 0;
  const { title, say } = definitionOf(key);
  return new ApiError(409, "SETTING_CHANGED", {
    params: { by, at, expected, actual },
    body: (language) => ({
      version: actual,
      changes:
        row === undefined
          ? []
          : [{ type: "setting", title: `${title[language]}: ${say(row.value)[language]}`, by, at }],
    }),
  });
}
