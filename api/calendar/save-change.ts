/** Saving a change of the calendar: all of its acts in one transaction, under the next number. */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { z } from "zod";
import { declaredBy, ownerOf, type CalendarAct, type StandingDay } from "../../domain/calendar/acts.ts";
import { calendarActs } from "../../domain/calendar/acts.schema.ts";
import type { CalendarChangeView } from "../../domain/calendar/administration.ts";
import { actText } from "../../domain/i18n/calendar-acts.ts";
import { LOCK_CALENDAR } from "../../prisma/calendar-reader.ts";
import { inTransaction } from "../../prisma/transaction.ts";
import { may, listScopes, type Person } from "../authorisation.ts";
import { requestHash } from "../cases/request-hash.ts";
import { ApiError } from "../http/api-error.ts";
import type { Services } from "../services.ts";
import { changesSince, changesVisibleTo, getChange, type ChangeScope } from "./changes.ts";
import { withActs } from "./checked-acts.ts";
import { institutionsById, standingCalendar, type Institution } from "./standing.ts";

export const CalendarChangeRequest = z.strictObject({
  /** Chosen by the caller; the same one sent again is the same change. */
  commandId: z.uuid().transform((id) => id.toLowerCase()),
  /** The latest change of the calendar that the person saw, when it was simulated. */
  expectedNumber: z.int().min(0),
  acts: calendarActs,
});
export type CalendarChangeRequest = z.output<typeof CalendarChangeRequest>;

/**
 * Saves a change; carrying it into the files is the engine's. Idempotent by the command id.
 * @throws ApiError 403 for a calendar that is not the person's, 409 when it has changed meanwhile, 422 for acts that cannot stand.
 */
export async function saveChange(
  services: Services,
  person: Person,
  request: CalendarChangeRequest,
): Promise<CalendarChangeView> {
  return await inTransaction(services.pool, async (client) => {
    await client.query(LOCK_CALENDAR);
    const number = await saveIn(client, services, person, request);
    return await getChange(client, undefined, number);
  });
}

async function saveIn(
  client: pg.PoolClient,
  { keyring, calendars }: Services,
  person: Person,
  { commandId, expectedNumber, acts }: CalendarChangeRequest,
): Promise<number> {
  const hash = requestHash(keyring, { type: "calendarChange", payload: { by: person.id, acts } });
  const earlier = await findEarlier(client, commandId);
  if (earlier !== undefined) {
    if (earlier.requestHash !== hash) throw new ApiError(409, "COMMAND_ID_REUSED");
    return earlier.number;
  }
  const standing = await standingCalendar(client, calendars);
  const institutions = await institutionsById(client);
  const owner = ownerFor(person, acts, standing.days, institutions);
  const scope = owner === null ? changesVisibleTo(person, "calendar.change") : [owner];
  await requireUnchanged(client, scope, { expected: expectedNumber, actual: standing.data.number });
  withActs(standing, acts, new Set(institutions.keys()));
  const number = standing.data.number + 1;
  await client.query(
    `INSERT INTO calendar_changes (number, command_id, request_hash, institution_id, acts, by, state)
     VALUES ($1, $2, $3, $4, $5, $6, 'saved')`,
    [number, commandId, hash, owner, JSON.stringify(acts), person.id],
  );
  for (const act of acts) await perform(client, number, act);
  return number;
}

async function findEarlier(
  client: pg.PoolClient,
  commandId: string,
): Promise<{ readonly number: number; readonly requestHash: string } | undefined> {
  const { rows } = await client.query<{ number: number; requestHash: string }>(
    `SELECT number, request_hash AS "requestHash" FROM calendar_changes WHERE command_id = $1`,
    [commandId],
  );
  return rows[0];
}

type Institutions = ReadonlyMap<string, Institution>;

/** The institution whose calendar the acts change, null for the national one. @throws ApiError 403 or 422. */
function ownerFor(
  person: Person,
  acts: readonly CalendarAct[],
  days: readonly StandingDay[],
  institutions: Institutions,
): string | null {
  const owners = new Set<string | null>();
  for (const act of acts) {
    const owner = ownerOf(act, days);
    const { institution } = owner ?? {};
    const exists = institution === undefined || institutions.has(institution);
    if (owner === undefined || !exists) continue; // refused with the other mistakes
    requireOwn(person, institution, institutions);
    owners.add(institution ?? null);
  }
  const [owner = null, ...others] = owners;
  if (others.length > 0) throw new ApiError(422, "ONE_CALENDAR");
  return owner;
}

/** @throws ApiError 403 that says whose calendar it is; undefined is the national one. */
export function requireOwn(person: Person, institution: string | undefined, institutions: Institutions): void {
  if (may(person, "calendar.change", institution === undefined ? { national: true } : { institution })) return;
  const ministry = [...institutions.values()].find(({ kind }) => kind === "ministry");
  const country = { ro: "toată țara", en: "the whole country" };
  throw new ApiError(403, "NOT_YOUR_CALENDAR", {
    params: {
      whom: institution ?? country,
      owner:
        institution === undefined
          ? (ministry?.name ?? "–")
          : { ro: `administratorul ${institution}`, en: `the administrator of ${institution}` },
      own: listScopes(person, "calendar.change")
        .map((scope) => scope.institution)
        .join(", "),
    },
  });
}

/**
 * What others did since does not matter to a calendar that it does not touch: that of another institution.
 * @throws ApiError 409 that says who did what.
 */
async function requireUnchanged(
  client: pg.PoolClient,
  scope: ChangeScope,
  { expected, actual }: { readonly expected: number; readonly actual: number },
): Promise<void> {
  const since = await changesSince(client, scope, expected);
  if (since.length === 0 && expected <= actual) return;
  throw new ApiError(409, "CALENDAR_CHANGED", {
    params: { expected, actual },
    body: (language) => ({
      version: actual,
      changes: since.flatMap(({ acts, by = "", at }) =>
        acts.map((act) => ({ type: act.type, title: actText(act, act.day?.date)[language], by, at })),
      ),
    }),
  });
}

async function perform(client: pg.PoolClient, number: number, act: CalendarAct): Promise<void> {
  switch (act.type) {
    case "declareDayOff":
    case "declareRecoveryDay": {
      const { date, kind, scope, institution, legalAct } = declaredBy(act);
      await client.query(
        `INSERT INTO declared_days (id, date, kind, scope, institution_id, legal_act, declared_in)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [randomUUID(), date, kind, scope, institution ?? null, legalAct, number],
      );
      return;
    }
    case "withdrawDay":
      await client.query("UPDATE declared_days SET withdrawn_in = $2 WHERE id = $1 AND withdrawn_in IS NULL", [
        act.id,
        number,
      ]);
      return;
    case "confirmYear":
      await client.query("INSERT INTO confirmed_years (year, confirmed_in, note) VALUES ($1, $2, $3)", [
        act.year,
        number,
        act.legalAct,
      ]);
      return;
    case "setInterruption":
      await client.query(
        "INSERT INTO rule_interruptions (rule, set_in, interrupted, citation) VALUES ($1, $2, $3, $4)",
        [act.rule, number, act.interrupted, act.citation],
      );
      return;
  }
}
