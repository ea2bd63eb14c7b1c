/**
 * Who may do what. ONE function, `may`, with one table; every route names its action and is refused by it.
 *
 * A role holds in the institution of its membership: a DSP and a CAS see the files that they keep, a commission those sent
 * to it, the Ministry those that reached it. Administrators and the CNAS see no file.
 */
import type { CommandDefinition } from "../domain/case/commands.ts";
import type { LawProcess } from "../domain/law/index.ts";
import type { ActingRole, InstitutionKind } from "../domain/people/roles.ts";
import { COUNTED } from "../domain/statistics/processes.ts";

export interface Membership {
  readonly institution: string;
  readonly kind: InstitutionKind;
  readonly nameRo: string;
  readonly nameEn: string;
  readonly county: string | null;
  readonly cstId: string | null;
  readonly role: ActingRole;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly memberships: readonly Membership[];
}

/** Where a file belongs and who may read it by now. */
export interface CaseScope {
  /** The house that keeps it: a DSP, or the CAS of an E112 file. */
  readonly homeId: string;
  /** Null for an E112 file, as the Ministry's. */
  readonly cstId: string | null;
  readonly ministryId: string | null;
  /** True once the file was sent to the commission. */
  readonly cstSent: boolean;
  /** True once the file, or a report of its delay, was sent to the Ministry. */
  readonly ministrySent: boolean;
}

/** Figures of one institution, or of all that handle the files of a process. */
export interface Figures {
  readonly institution?: string;
  readonly process: LawProcess;
}

export interface Resource {
  readonly case?: CaseScope;
  readonly institution?: string;
  /** The person whose own affair it is; for others it takes a role that answers for people. */
  readonly of?: string;
  /** True for the calendar of the country, which the Ministry keeps. */
  readonly national?: boolean;
  /** The kinds of houses whose affair it is, for example the letters that they make. */
  readonly houses?: readonly InstitutionKind[];
  /** Whose figures are asked for: the Ministry counts its route everywhere, the CNAS that of E112, the others their own. */
  readonly figuresOf?: Figures;
  /** A command to be given, which narrows the roles further. */
  readonly command?: CommandDefinition;
}

const DSP = ["dsp-officer", "dsp-supervisor"] as const;
const CAS = ["cas-officer", "cas-supervisor"] as const;
/** In whose houses files are kept. */
const KEEPERS = [...DSP, ...CAS] as const;
const OFFICES = [...KEEPERS, "commission-secretary", "ministry-officer"] as const;
/** The head of an institution reads what its people read, and gives no command. */
const READERS = [...OFFICES, "institution-head"] as const;
const ANY_ROLE = [...READERS, "cnas-officer", "administrator"] as const;
const SUPERVISORS = ["dsp-supervisor", "cas-supervisor"] as const;

/** Who may act for the people of the own institution. */
const ANSWERS_FOR_PEOPLE: readonly ActingRole[] = [...SUPERVISORS, "administrator"];

/** Roles for each action; `anyone` needs no session, `signed-in` needs no role. */
export const ACTIONS = {
  "session.open": "anyone",
  "session.close": "anyone",
  "session.read": "signed-in",
  "session.preferences": "signed-in",
  "public.read": "anyone",
  "public.status": "anyone",
  "public.route": "anyone",
  "public.preparation": "anyone",
  "public.unsubscribe": "anyone",
  "deadline.preview": "anyone",
  "deadline.verify": "anyone",
  "operations.read": "anyone",
  "case.create": KEEPERS,
  "case.list": READERS,
  "case.read": READERS,
  // The patient side has no account: number and code of a file make it a person in that file alone.
  "case.command": [...OFFICES, "patient-side"],
  "case.upload": KEEPERS,
  "case.download": READERS,
  "case.letter": READERS,
  "case.receipt": KEEPERS,
  "letter.blank": "anyone",
  "case.export": READERS,
  "import.files": KEEPERS,
  "import.codes": SUPERVISORS,
  "task.list": READERS,
  "statistics.read": ANY_ROLE,
  "message.list": ["administrator"],
  "message.resend": ["administrator", ...KEEPERS],
  "mail-task.list": ["administrator"],
  "mail-task.close": ["administrator"],
  "user.address": ["administrator"],
  "office-hours.set": ["administrator"],
  "policy.read": [...SUPERVISORS, "institution-head", "administrator"],
  "policy.change": ["administrator"],
  "policy.preview": [...SUPERVISORS, "institution-head", "administrator"],
  "audit.list": ["administrator"],
  "calendar.read": "anyone",
  "calendar.simulate": ["administrator"],
  "calendar.change": ["administrator"],
  "calendar.history": ["administrator"],
  "rate.list": ["ministry-officer", "institution-head", "administrator"],
  "rate.change": ["ministry-officer", "administrator"],
  "funds.read": ["ministry-officer", "institution-head"],
  "funds.change": ["ministry-officer"],
  "setting.read": "signed-in",
  "setting.change": ["administrator"],
  "absence.list": ANY_ROLE,
  "absence.declare": ANY_ROLE,
  "absence.withdraw": ANY_ROLE,
} as const satisfies Record<string, "anyone" | "signed-in" | readonly ActingRole[]>;
export type Action = keyof typeof ACTIONS;

/** True when the person may do this to that; without a resource, when there is anything at all to which they may. */
export function may(person: Person | undefined, action: Action, resource: Resource = {}): boolean {
  const allowed: "anyone" | "signed-in" | readonly ActingRole[] = ACTIONS[action];
  if (allowed === "anyone") return true;
  if (person === undefined) return false;
  return allowed === "signed-in" || membershipFor(person, action, resource) !== undefined;
}

/** The membership by which the person may do this; the first one when several would do. */
export function membershipFor(person: Person, action: Action, resource: Resource = {}): Membership | undefined {
  return membershipsFor(person, action, resource)[0];
}

export function membershipsFor(person: Person, action: Action, resource: Resource = {}): Membership[] {
  const allowed: "anyone" | "signed-in" | readonly ActingRole[] = ACTIONS[action];
  const roles: readonly ActingRole[] = typeof allowed === "string" ? ANY_ROLE : allowed;
  return person.memberships.filter(
    (membership) =>
      roles.includes(membership.role) &&
      (resource.command === undefined || mayGive(membership, resource.command)) &&
      (resource.institution === undefined || resource.institution === membership.institution) &&
      (resource.houses === undefined || resource.houses.includes(membership.kind)) &&
      (resource.national !== true || membership.kind === "ministry") &&
      (resource.figuresOf === undefined || counts(membership, resource.figuresOf)) &&
      (resource.of === undefined || resource.of === person.id || ANSWERS_FOR_PEOPLE.includes(membership.role)) &&
      (resource.case === undefined || reaches(membership, resource.case)),
  );
}

/** The own figures, and those of every house of its process for the Ministry and the CNAS. */
function counts({ kind, institution }: Membership, figures: Figures): boolean {
  return figures.institution === institution || COUNTED[figures.process].countedBy === kind;
}

/** The patient side gives what its process leaves to it, the people of a house what their roles give. */
function mayGive({ role }: Membership, { roles, patientSide = false }: CommandDefinition): boolean {
  return role === "patient-side" ? patientSide : roles.includes(role);
}

/** True when the file lies in the membership's house. */
function reaches({ role, kind, institution }: Membership, scope: CaseScope): boolean {
  switch (role) {
    case "institution-head":
      return houseReaches(kind, institution, scope);
    case "dsp-officer":
    case "dsp-supervisor":
    case "cas-officer":
    case "cas-supervisor":
    case "patient-side":
      return scope.homeId === institution;
    case "commission-secretary":
      return scope.cstId === institution && scope.cstSent;
    case "ministry-officer":
      return scope.ministryId === institution && scope.ministrySent;
    case "cnas-officer":
      return false;
    case "administrator":
      return [scope.homeId, scope.cstId, scope.ministryId].includes(institution);
  }
}

/** A DSP and a CAS have the files that they keep, a commission and the Ministry those that reached them, the CNAS none. */
function houseReaches(kind: InstitutionKind, institution: string, scope: CaseScope): boolean {
  switch (kind) {
    case "dsp":
    case "cas":
      return scope.homeId === institution;
    case "cst":
      return scope.cstId === institution && scope.cstSent;
    case "ministry":
      return scope.ministryId === institution && scope.ministrySent;
    case "cnas":
      return false;
  }
}

/** The part of all files that a membership may list, as the list queries ask it. */
export interface ListScope {
  readonly kind: InstitutionKind;
  readonly institution: string;
}

/** Where the person's files are, each place once. */
export function listScopes(person: Person, action: Action): ListScope[] {
  const scopes = membershipsFor(person, action).map(({ kind, institution }) => ({ kind, institution }));
  return scopes.filter(
    (scope, index) => scopes.findIndex(({ institution }) => institution === scope.institution) === index,
  );
}
