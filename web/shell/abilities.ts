/** What the menus offer. The API decides; this only keeps people from pages that would refuse them. */
import { MOH_COMMANDS } from "../../domain/moh/commands.ts";
import type { Role } from "../../domain/people/roles.ts";
import type { Session } from "../api/types.ts";

export type Ability =
  | "see-files"
  | "file-dossier"
  | "see-statistics"
  | "see-outbox"
  | "see-policies"
  | "administer-calendar"
  | "change-funds";

const ROLES: Readonly<Record<Ability, readonly Role[]>> = {
  "see-files": ["dsp-officer", "dsp-supervisor", "commission-secretary", "ministry-officer", "institution-head"],
  "file-dossier": MOH_COMMANDS.fileDossier.roles,
  "see-statistics": [
    "dsp-officer",
    "dsp-supervisor",
    "commission-secretary",
    "ministry-officer",
    "institution-head",
    "administrator",
  ],
  "see-outbox": ["administrator"],
  "see-policies": ["dsp-supervisor", "institution-head", "administrator"],
  "administer-calendar": ["administrator"],
  "change-funds": MOH_COMMANDS.confirmFunds.roles,
};

export function can(session: Session, ability: Ability): boolean {
  return session.memberships.some(({ role }) => mayDo(role, ability));
}

/** The Ministry's officers and its head. */
export function seesFunds({ memberships }: Session): boolean {
  return memberships.some(
    ({ role, kind }) => mayDo(role, "change-funds") || (role === "institution-head" && kind === "ministry"),
  );
}

export function mayDo(role: Role, ability: Ability): boolean {
  return ROLES[ability].includes(role);
}
