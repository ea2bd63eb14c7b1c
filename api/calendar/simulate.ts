/** What acts on the calendar would do to the open files, were they saved now. Deadlines that are alike are computed once. */
import type pg from "pg";
import { z } from "zod";
import { reachOf, type CalendarAct } from "../../domain/calendar/acts.ts";
import type { CalendarEffect, MovePage, SimulationView } from "../../domain/calendar/administration.ts";
import { effectOf, type TermEffect } from "../../domain/calendar/effect.ts";
import { countFiles, groupTerms, listDeadlines, type TermFilter, type TermGroup } from "../../prisma/open-terms.ts";
import { listScopes, may, type Person } from "../authorisation.ts";
import { ApiError } from "../http/api-error.ts";
import { fromCursor, toCursor } from "../http/cursor.ts";
import type { Services } from "../services.ts";
import { withActs } from "./checked-acts.ts";
import { institutionsById, standingCalendar, type Institution } from "./standing.ts";

const PAGE = 100;
/** In which the deadlines are grouped without writing them to disk. */
const MEMORY = "64MB";
/** The change that it was made on, the group, and the last deadline shown of it. */
const Place = z.tuple([z.int(), z.string().max(200), z.uuid(), z.string().max(60)]);
type Place = z.output<typeof Place>;

/** Deadlines that are alike, and what becomes of them. */
interface AffectedGroup extends TermGroup {
  readonly effect: TermEffect;
  /** By which the groups are ordered: by institution, what becomes late first. */
  readonly place: string;
}

interface Affected {
  readonly number: number;
  readonly filter: TermFilter;
  readonly groups: readonly AffectedGroup[];
  readonly institutions: ReadonlyMap<string, Institution>;
}

/** The effect on each institution that the person answers for, and the first page of moves. @throws ApiError 422. */
export async function simulate(
  services: Services,
  person: Person,
  acts: readonly CalendarAct[],
): Promise<SimulationView> {
  const started = performance.now();
  return await inSnapshot(services.pool, async (database) => {
    const affected = await affectedBy(database, services, person, acts);
    const { number, filter, groups, institutions } = affected;
    const keys = groups.map(({ key }) => key);
    const files = keys.length === 0 ? new Map<string | null, number>() : await countFiles(database, filter, keys);
    const effects = [...new Set(groups.map(({ term }) => term.institution))].map((id) => {
      const own = groups.filter(({ term }) => term.institution === id);
      return { id, name: institutions.get(id)?.name ?? { ro: id, en: id }, ...summed(own, files.get(id) ?? 0) };
    });
    const page = await pageOfMoves(database, affected, undefined);
    return {
      number,
      institutions: effects,
      totals: summed(groups, files.get(null) ?? 0),
      ...page,
      tookMs: Math.round(performance.now() - started),
    };
  });
}

/** More of the moves. @throws ApiError 409 CALENDAR_CHANGED when the calendar is no longer the one that was simulated on. */
export async function moreMoves(
  services: Services,
  person: Person,
  { acts, cursor }: { readonly acts: readonly CalendarAct[]; readonly cursor: string },
): Promise<MovePage> {
  const place = fromCursor(Place, cursor);
  return await inSnapshot(services.pool, async (database) => {
    const affected = await affectedBy(database, services, person, acts);
    const [expected] = place;
    if (expected !== affected.number) {
      throw new ApiError(409, "CALENDAR_CHANGED", { params: { expected, actual: affected.number } });
    }
    return await pageOfMoves(database, affected, place);
  });
}

/** One view of the database for all that an answer asks of it. */
async function inSnapshot<Answer>(pool: pg.Pool, work: (database: pg.PoolClient) => Promise<Answer>): Promise<Answer> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(`SET LOCAL work_mem = '${MEMORY}'`);
    return await work(client);
  } finally {
    await client.query("ROLLBACK").catch(() => undefined);
    client.release();
  }
}

async function affectedBy(
  database: pg.PoolClient,
  { calendars, now }: Services,
  person: Person,
  acts: readonly CalendarAct[],
): Promise<Affected> {
  const standing = await standingCalendar(database, calendars);
  const institutions = await institutionsById(database);
  const { data: after } = withActs(standing, acts, new Set(institutions.keys()));
  const filter = { reach: reachOf(acts, standing.days), institutions: visibleTo(person) };
  const context = { before: standing.data, after, now: now() };
  const groups = (await groupTerms(database, filter)).flatMap((group): AffectedGroup[] => {
    const effect = effectOf(group.term, context);
    return effect === undefined ? [] : [{ ...group, effect, place: placeOf(group, effect) }];
  });
  const ordered = groups.toSorted((a, b) => (a.place < b.place ? -1 : 1));
  return { number: standing.data.number, filter, groups: ordered, institutions };
}

/** The Ministry sees the whole country; others what their own institution owes. */
function visibleTo(person: Person): readonly string[] | undefined {
  if (may(person, "calendar.simulate", { national: true })) return undefined;
  return listScopes(person, "calendar.simulate").map(({ institution }) => institution);
}

function placeOf({ key, term }: TermGroup, { from, to, becomesLate, ceasesToBeLate }: TermEffect): string {
  const rank = becomesLate ? 0 : ceasesToBeLate ? 1 : 2;
  return [term.institution, rank, from, to, term.rule, key].join("|");
}

function summed(groups: readonly AffectedGroup[], files: number): CalendarEffect {
  const count = (which: (effect: TermEffect) => boolean): number =>
    groups.reduce((sum, { effect, deadlines }) => (which(effect) ? sum + deadlines : sum), 0);
  return {
    files,
    moved: count(({ moves }) => moves),
    becomeLate: count(({ becomesLate }) => becomesLate),
    ceaseToBeLate: count(({ ceasesToBeLate }) => ceasesToBeLate),
    confirmed: count(({ confirmed }) => confirmed),
    becomeProvisional: count(({ becomesProvisional }) => becomesProvisional),
  };
}

async function pageOfMoves(
  database: pg.PoolClient,
  { number, filter, groups }: Affected,
  place: Place | undefined,
): Promise<MovePage> {
  const [, from = "", caseId = "", deadline = ""] = place ?? [];
  const left = groups.filter((group) => group.effect.moves && group.place >= from);
  const isContinued = left[0]?.place === from;
  const wanted = enough(left, isContinued);
  if (wanted.length === 0) return { moves: [] };
  const after = isContinued ? ([caseId, deadline] as const) : undefined;
  const rows = await listDeadlines(database, filter, wanted, { after, limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  const byKey = new Map(wanted.map((group) => [group.key, group]));
  const moves = shown.flatMap(({ key, ...row }) => {
    const group = byKey.get(key);
    if (group === undefined) return [];
    const { moves: _moves, confirmed: _confirmed, becomesProvisional: _provisional, ...dates } = group.effect;
    return [{ ...row, institution: group.term.institution, rule: group.term.rule, ...dates }];
  });
  const last = shown.at(-1);
  const lastGroup = last && byKey.get(last.key);
  if (rows.length <= PAGE || last === undefined || lastGroup === undefined) return { moves };
  return { moves, nextCursor: toCursor([number, lastGroup.place, last.caseId, last.deadline]) };
}

/** As many groups as fill a page and one place more; of the first one there may be nothing left. */
function enough(groups: readonly AffectedGroup[], isContinued: boolean): AffectedGroup[] {
  const wanted: AffectedGroup[] = [];
  let deadlines = 0;
  for (const group of groups) {
    if (deadlines > PAGE) break;
    wanted.push(group);
    deadlines += isContinued && wanted.length === 1 ? 0 : group.deadlines;
  }
  return wanted;
}
