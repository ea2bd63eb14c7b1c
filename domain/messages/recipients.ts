/** Who receives what is meant for an audience: the people who have that part now, or who stand in for them. */
import { standInOf } from "../people/absences.ts";
import type { Role } from "../people/roles.ts";
import type { Audience } from "./audience.ts";

/** A person in an institution, active. */
export interface Member {
  readonly userId: string;
  readonly institution: string;
  readonly role: Role;
}

/** Who is away today from an institution, and who has their work. */
export interface Absentee {
  readonly userId: string;
  readonly institution: string;
  readonly substituteId: string;
}

/** The people of the institutions concerned, as they are today. */
export interface Staff {
  readonly members: readonly Member[];
  readonly absent: readonly Absentee[];
}

/** What is said to whom in a file. */
export interface Part {
  readonly audience: Exclude<Audience, "patient-side">;
  readonly institution: string;
  /** The house that keeps the file, and its officer there. */
  readonly home: string;
  readonly officer: string;
}

export interface Recipient {
  readonly userId: string;
  /** By which institution the message comes to them: the one whose outbox shows it. */
  readonly institution: string;
  /** The absent person whose message it is. */
  readonly inPlaceOf?: string;
}

const OFFICERS: readonly Role[] = ["dsp-officer", "commission-secretary", "ministry-officer", "cas-officer"];
const SUPERVISORS: readonly Role[] = ["dsp-supervisor", "cas-supervisor"];

/**
 * Who receives it. The officer of the file in its house, or else everybody whose work it is; the supervisors of the
 * institution, or else of the file's house, who may read the file and can act, or else the administrators; the heads, or
 * else the supervisors. Nobody is left out because of an absence: the substitute receives it, and where the chain of
 * substitutes ends with somebody who is away, everybody present whose work it is. Empty when there is nobody at all.
 */
export function recipientsOf(part: Part, staff: Staff): Recipient[] {
  const groups = groupsOf(part, staff);
  const [group = []] = groups;
  const all = group.flatMap((member) => standInsOf(member, groups, staff));
  // Somebody who is meant, and stands in for another one who is meant too, hears of it once, in their own right.
  const sorted = [...all].sort((a, b) => Number(a.inPlaceOf !== undefined) - Number(b.inPlaceOf !== undefined));
  return sorted.filter(({ userId }, index) => sorted.findIndex((other) => other.userId === userId) === index);
}

/** The people who may be meant, in the order in which they are asked for; none of the groups is empty. */
function groupsOf(part: Part, { members }: Staff): Member[][] {
  const inPlace = (institution: string, roles: readonly Role[]): Member[] =>
    members.filter((member) => member.institution === institution && roles.includes(member.role));
  const { institution, home, officer, audience } = part;
  const officers = inPlace(institution, OFFICERS);
  const own = institution === home ? officers.filter(({ userId }) => userId === officer) : [];
  const supervisors = [inPlace(institution, SUPERVISORS), inPlace(home, SUPERVISORS)];
  const administrators = [inPlace(institution, ["administrator"]), inPlace(home, ["administrator"])];
  const heads = audience === "head" ? [inPlace(institution, ["institution-head"])] : [];
  const first = audience === "owner" ? [own, officers] : heads;
  return [...first, ...supervisors, ...administrators].filter((group) => group.length > 0);
}

/** The person, or the substitute, or everybody present in the first group that has somebody, or the person after all. */
function standInsOf(member: Member, groups: readonly (readonly Member[])[], staff: Staff): Recipient[] {
  const { userId, institution } = member;
  if (findAbsence(member, staff) === undefined) return [{ userId, institution }];
  const substitute = findSubstitute(member, staff);
  if (substitute !== undefined) return [{ userId: substitute, institution, inPlaceOf: userId }];
  const officers = staff.members.filter(
    (other) => other.institution === institution && OFFICERS.includes(other.role) && OFFICERS.includes(member.role),
  );
  const present = [officers, ...groups]
    .map((group) => group.filter((other) => findAbsence(other, staff) === undefined))
    .find((group) => group.length > 0);
  if (present === undefined) return [{ userId, institution }];
  return present.map((other) => ({ userId: other.userId, institution: other.institution, inPlaceOf: userId }));
}

/** The first in the chain of substitutes who is there; undefined when nobody of it is, or that person has left. */
function findSubstitute({ userId, institution }: Member, { members, absent }: Staff): string | undefined {
  const found = standInOf(
    userId,
    absent.filter((absentee) => absentee.institution === institution),
  );
  const works = members.some((member) => member.userId === found && member.institution === institution);
  return works ? found : undefined;
}

function findAbsence(
  { userId, institution }: Pick<Member, "userId" | "institution">,
  { absent }: Staff,
): Absentee | undefined {
  return absent.find((absentee) => absentee.userId === userId && absentee.institution === institution);
}
