/** What a command's facts say of the list of states that holds when it is given (E112-A2): the file keeps it. The usual one is not written. */
import type { E112CommandType } from "../../../domain/e112/commands.ts";
import { USUAL_STATE_LIST } from "../../../domain/e112/countries.ts";
import { statesIn, type SettingsInForce } from "../../../domain/settings/settings.ts";
import { readSettings } from "../../../prisma/settings.ts";
import type { Services } from "../../services.ts";
import type { ReadPayload } from "../read-payload.ts";

/** The payload with the list among its facts, where the clinic is named or judged. */
export async function withStates(
  { pool }: Pick<Services, "pool">,
  type: string,
  read: ReadPayload,
): Promise<ReadPayload> {
  if (!isJudged(type, read.facts)) return read;
  return { ...read, facts: factsWith(await readSettings(pool), type, read.facts) };
}

/** The facts with this list among them, where the clinic is named or judged. */
export function factsWith(
  settings: SettingsInForce,
  type: string,
  facts: Record<string, unknown>,
): Record<string, unknown> {
  const states = statesIn(settings);
  return states === USUAL_STATE_LIST || !isJudged(type, facts) ? facts : { ...facts, states };
}

function isJudged(type: string, { clinic }: Readonly<Record<string, unknown>>): boolean {
  switch (type as E112CommandType) {
    case "openFile":
    case "sendRequestToClinic":
      return clinic !== undefined;
    case "analyseConditions":
      return true;
    default:
      return false;
  }
}
