/** A proposed clinic that is not the cheapest, or not the earliest, is proposed with reasons (MOH-84, decision 5). */
import type { Text } from "../../../domain/case/commands.ts";
import { allowedCommands } from "../../../domain/case/process.ts";
import type { ClinicView } from "../../../domain/case/view.ts";
import { SendToMinistry } from "../../../domain/commands/send-to-ministry.schema.ts";
import { betterThan } from "../../../domain/moh/compare-offers.ts";
import { moh } from "../../../domain/moh/process.ts";
import { invalidField } from "../../http/api-error.ts";
import type { Services } from "../../services.ts";
import { surroundingsOf } from "../surroundings.ts";
import { clinicViews } from "./clinic-views.ts";
import { comparisonOf } from "./offer-comparison.ts";
import { openActs, openFile } from "../open-seals.ts";
import { findCase } from "../read-case.ts";

export interface GivenChoice {
  readonly caseId: string;
  readonly type: string;
  readonly payload: unknown;
  readonly expectedVersion: number;
}

/**
 * Judged by today's rates, as the page shows them. What the file refuses anyway (another step, a stale version, a clinic
 * without an offer) is left to it. @throws ApiError 422 that names the better offers.
 */
export async function checkChoice(
  services: Services,
  { caseId, type, payload, expectedVersion }: GivenChoice,
): Promise<void> {
  if (type !== "sendToMinistry") return;
  const { proposedClinic, reasons } = SendToMinistry.parse(payload);
  if (proposedClinic === undefined || reasons !== undefined) return;
  const row = await findCase(services.pool, caseId);
  if (row?.process !== "moh" || row.version !== expectedVersion) return;
  if (!allowedCommands(row.state, moh).some((command) => command.type === type)) return;
  const around = surroundingsOf(row, await services.calendars.at(row.calendar_number), services.now());
  const clinics = clinicViews(row.state, openActs(row.events ?? [], openFile(row, services.keyring)), around);
  const better = betterThan(proposedClinic, await comparisonOf(services.pool, clinics, around.today));
  if (better === undefined) return;
  const because: Text = {
    ro: [
      ...named(better.cheaper, clinics, "mai ieftină"),
      ...named(better.earlier, clinics, "cu internarea mai devreme"),
    ].join("; "),
    en: [
      ...named(better.cheaper, clinics, "cheaper"),
      ...named(better.earlier, clinics, "with an earlier admission"),
    ].join("; "),
  };
  throw invalidField("CHOICE_NEEDS_REASONS", "reasons", { clinic: proposedClinic, because }, "MOH-84");
}

function named(ids: readonly string[], clinics: readonly ClinicView[], how: string): string[] {
  const names = clinics.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return names.length === 0 ? [] : [`${how}: ${names.join(", ")}`];
}
