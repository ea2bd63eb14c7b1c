/** What a command's facts say of the settings that hold when it is given: the file keeps them. A default is not written. */
import type { MohCommandFacts, MohCommandType } from "../../../domain/moh/commands.ts";
import { numberIn, SETTINGS, type SettingKey, type SettingsInForce } from "../../../domain/settings/settings.ts";
import { readSettings } from "../../../prisma/settings.ts";
import type { Services } from "../../services.ts";
import type { ReadPayload } from "../read-payload.ts";

/**
 * The payload with the settings that act in it among its facts: the complete offers needed when the decision is registered
 * (MOH-A8), the last age of a child whose companions are reimbursed when they are settled (MOH-A22).
 */
export async function withSettings(
  { pool }: Pick<Services, "pool">,
  type: string,
  read: ReadPayload,
): Promise<ReadPayload> {
  if (SETTING_OF[type] === undefined) return read;
  return { ...read, facts: factsWith(await readSettings(pool), type, read.facts) };
}

/** The facts with these settings among them, where they act. */
export function factsWith(
  settings: SettingsInForce,
  type: string,
  facts: Record<string, unknown>,
): Record<string, unknown> {
  const wanted = SETTING_OF[type];
  if (wanted === undefined || !wanted.acts(facts)) return facts;
  const { key, fact } = wanted;
  const value = numberIn(settings, key);
  return value === undefined || value === SETTINGS[key].default ? facts : { ...facts, [fact]: value };
}

interface SettingInFacts {
  readonly key: SettingKey;
  readonly fact: keyof MohCommandFacts["registerDecision"] | keyof MohCommandFacts["settleCompanions"];
  acts(facts: Readonly<Record<string, unknown>>): boolean;
}

const SETTING_OF: Readonly<Record<string, SettingInFacts | undefined>> = {
  registerDecision: { key: "offers-needed", fact: "offersNeeded", acts: ({ decision }) => decision === "approved" },
  settleCompanions: { key: "last-companion-age", fact: "lastAge", acts: () => true },
} satisfies Partial<Record<MohCommandType, SettingInFacts>>;
