/** Absences: who may stand in for whom, and which declaration is refused and why. */
import type { PlainDate } from "../plain-date.ts";
import type { Role } from "./roles.ts";

/** The roles that can do the work of a role. */
const STANDS_IN_FOR: Readonly<Record<Role, readonly Role[]>> = {
  "dsp-officer": ["dsp-officer", "dsp-supervisor"],
  "dsp-supervisor": ["dsp-supervisor", "dsp-officer"],
  "commission-secretary": ["commission-secretary"],
  "ministry-officer": ["ministry-officer"],
  "cas-officer": ["cas-officer", "cas-supervisor"],
  "cas-supervisor": ["cas-supervisor", "cas-officer"],
  "cnas-officer": ["cnas-officer"],
  "institution-head": [
    "institution-head",
    "dsp-supervisor",
    "commission-secretary",
    "ministry-officer",
    "cas-supervisor",
    "cnas-officer",
  ],
  administrator: ["administrator"],
};

/** Somebody who works in an institution, with the roles held there. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Days away, the first and the last included. */
export interface DaysAway {
  readonly fromOn: PlainDate;
  readonly untilOn: PlainDate;
}

export interface Absence extends DaysAway {
  readonly userId: string;
  readonly substituteId: string;
}

/** What the institution is like when an absence is declared. */
export interface AbsenceContext {
  readonly today: PlainDate;
  /** Everybody who works there. */
  readonly colleagues: readonly Colleague[];
  /** Absences of the institution that are not withdrawn and not over. */
  readonly standing: readonly Absence[];
}

export const ABSENCE_REFUSALS = [
  "ABSENCE_IN_THE_PAST",
  "ABSENCE_ENDS_BEFORE_START",
  "NOT_A_COLLEAGUE",
  "OWN_SUBSTITUTE",
  "SUBSTITUTE_ELSEWHERE",
  "SUBSTITUTE_ROLE",
  "ABSENCE_OVERLAPS",
  "SUBSTITUTE_ABSENT",
] as const;

export interface AbsenceRefusal {
  readonly code: (typeof ABSENCE_REFUSALS)[number];
  /** The field of the declaration that it is about. */
  readonly field: keyof Absence;
  readonly params: Readonly<Record<string, string>>;
}

/** True when somebody with these roles can do all the work of an absent person; administration only of who does nothing else. */
export function canStandIn(absent: readonly Role[], substitute: readonly Role[]): boolean {
  const work = absent.filter((role) => role !== "administrator");
  return (work.length === 0 ? absent : work).every((role) =>
    STANDS_IN_FOR[role].some((fitting) => substitute.includes(fitting)),
  );
}

/** Those who can stand in for a colleague and are not away themselves in these days. */
export function possibleSubstitutes(absent: Colleague, days: DaysAway, context: AbsenceContext): Colleague[] {
  return context.colleagues.filter(
    ({ id, roles }) =>
      id !== absent.id &&
      canStandIn(absent.roles, roles) &&
      !context.standing.some(({ userId, ...other }) => userId === id && overlap(days, other)),
  );
}

/** Why an absence cannot be declared so; undefined when it can. */
export function refuseAbsence(asked: Absence, context: AbsenceContext): AbsenceRefusal | undefined {
  const { fromOn, untilOn, userId, substituteId } = asked;
  const { today, colleagues, standing } = context;
  if (fromOn < today) return refusal("ABSENCE_IN_THE_PAST", "fromOn", { date: fromOn, today });
  if (untilOn < fromOn) return refusal("ABSENCE_ENDS_BEFORE_START", "untilOn", { fromOn, untilOn });
  const absent = colleagues.find(({ id }) => id === userId);
  if (absent === undefined) return refusal("NOT_A_COLLEAGUE", "userId", {});
  const nameOf = (id: string): string => colleagues.find((colleague) => colleague.id === id)?.name ?? "?";
  const able = possibleSubstitutes(absent, asked, context).map(({ name }) => name);
  const can = able.join(", ");
  if (userId === substituteId) return refusal("OWN_SUBSTITUTE", "substituteId", { able: can });
  const substitute = colleagues.find(({ id }) => id === substituteId);
  if (substitute === undefined) return refusal("SUBSTITUTE_ELSEWHERE", "substituteId", { able: can });
  if (!canStandIn(absent.roles, substitute.roles)) {
    return refusal("SUBSTITUTE_ROLE", "substituteId", { substitute: substitute.name, absent: absent.name, able: can });
  }
  const during = standing.filter((other) => overlap(asked, other));
  const own = during.find((other) => other.userId === userId);
  if (own !== undefined) {
    const { fromOn: from, untilOn: until } = own;
    return refusal("ABSENCE_OVERLAPS", "fromOn", {
      absent: absent.name,
      from,
      until,
      substitute: nameOf(own.substituteId),
    });
  }
  const away = during.find((other) => other.userId === substituteId);
  if (away !== undefined) {
    const { fromOn: from, untilOn: until } = away;
    return refusal("SUBSTITUTE_ABSENT", "substituteId", { substitute: substitute.name, from, until, able: can });
  }
  return undefined;
}

/** A substitute who falls ill has a substitute too; after so many the work is everybody's. */
const LONGEST_CHAIN = 3;

/** Who has the work of a person today; undefined when the person is there, or when nobody of the chain is. */
export function standInOf(
  userId: string,
  awayToday: readonly Pick<Absence, "userId" | "substituteId">[],
): string | undefined {
  let who = userId;
  for (let step = 0; step <= LONGEST_CHAIN; step += 1) {
    const absence = awayToday.find((other) => other.userId === who);
    if (absence === undefined) return who === userId ? undefined : who;
    who = absence.substituteId;
  }
  return undefined;
}

function refusal(
  code: AbsenceRefusal["code"],
  field: AbsenceRefusal["field"],
  params: AbsenceRefusal["params"],
): AbsenceRefusal {
  return { code, field, params };
}

function overlap(a: DaysAway, b: DaysAway): boolean {
  return a.fromOn <= b.untilOn && b.fromOn <= a.untilOn;
}
