/** The calendars that a person may change. The API decides; this keeps people from preparing what it would refuse. */
import type { Session } from "../../api/types.ts";
import type { DeclaredDayView, DoneAct } from "../../../domain/calendar/administration.ts";
import { mayDo } from "../../shell/abilities.ts";
import type { PictureDay } from "./days.ts";

/** In the address and in drafts: the national calendar. */
export const NATIONAL = "national";

export interface OwnedCalendar {
  /** `national`, or the institution's id. */
  readonly id: string;
  /** Whose days are shown. */
  readonly institution: string;
  readonly name: string;
}

/** The Ministry's administrator owns the national calendar; every administrator the days of the own institution. */
export function ownedCalendars({ memberships }: Session): OwnedCalendar[] {
  const administered = memberships.filter(({ role }) => mayDo(role, "administer-calendar"));
  const owned = administered.flatMap(({ institution, kind, name }) => [
    ...(kind === "ministry" ? [{ id: NATIONAL, institution, name }] : []),
    { id: institution, institution, name },
  ]);
  return owned.filter(({ id }, at) => owned.findIndex((other) => other.id === id) === at);
}

/** What may be done with a day: one act, or none and why. */
export type Possible =
  | { readonly type: "declareDayOff" | "declareRecoveryDay" }
  | { readonly type: "withdrawDay"; readonly days: readonly DeclaredDayView[] }
  | { readonly type: "none"; readonly why: "holiday" | "prepared" | "national" };

export function possibleOn(day: PictureDay, owner: string): Possible {
  if (day.reason?.kind === "holiday") return { type: "none", why: "holiday" };
  if (day.drafted.some(({ type }) => type !== "withdrawDay")) return { type: "none", why: "prepared" };
  const withdrawn = new Set(day.drafted.flatMap((act) => (act.type === "withdrawDay" ? [act.id] : [])));
  const standing = day.declared.filter(({ id }) => !withdrawn.has(id));
  const own = standing.filter(
    ({ scope, institution }) => (institution ?? (scope === "institution" ? "" : NATIONAL)) === owner,
  );
  if (own.length > 0) return { type: "withdrawDay", days: own };
  if (owner !== NATIONAL && standing.length > 0) return { type: "none", why: "national" };
  return { type: day.weekday > 5 ? "declareRecoveryDay" : "declareDayOff" };
}

/** The acts by which chosen days change, all by one act of law. */
export function actsOn(
  days: readonly PictureDay[],
  owner: string,
  { audience, legalAct }: { audience: string; legalAct: string },
): DoneAct[] {
  return days.flatMap((day): DoneAct[] => {
    const possible = possibleOn(day, owner);
    switch (possible.type) {
      case "none":
        return [];
      case "withdrawDay":
        return possible.days.map(({ id, date, kind, scope, institution }) => ({
          type: "withdrawDay",
          id,
          legalAct,
          day: { date, kind, for: institution ?? scope },
        }));
      case "declareDayOff":
      case "declareRecoveryDay":
        return [{ type: possible.type, date: day.date, for: audience, legalAct }];
    }
  });
}
