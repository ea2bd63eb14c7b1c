/** What the menus offer. The API decides; this only keeps people from pages that would refuse them. */
import { MOH_COMMANDS } from "../../domain/moh/commands.ts";
import type { Role } from "../../domain/people/roles.ts";
import type { Session } from "../api/types.ts";

export type Ability =
  "see-files" | "file-dossier" | "see-statistics" | "see-outbox" | "see-policies" | "administer-calendar";

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
};

export function can(session: Session, ability: Ability): boolean {
  return session.memberships.some(({ role }) => mayDo(role, ability));
}

export function mayDo(role: Role, ability: Ability): boolean {
  return ROLES[ability].includes(role);
}
