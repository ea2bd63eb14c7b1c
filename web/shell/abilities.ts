/** What the menus offer. The API decides; this only keeps people from pages that would refuse them. */
import { E112_COMMANDS } from "../../domain/e112/commands.ts";
import { MOH_COMMANDS } from "../../domain/moh/commands.ts";
import type { CaseView } from "../../domain/case/view.ts";
import type { InstitutionKind, Role } from "../../domain/people/roles.ts";
import { COUNTED_PROCESSES, countedProcess } from "../../domain/statistics/processes.ts";
import type { SettingHouse } from "../../domain/settings/settings.ts";
import type { Session } from "../api/types.ts";

export type Ability =
  | "see-files"
  | "file-dossier"
  | "open-file"
  | "have-files"
  | "see-statistics"
  | "see-outbox"
  | "see-policies"
  | "administer-calendar"
  | "change-funds"
  | "see-rates"
  | "change-rates";

const ROLES: Readonly<Record<Ability, readonly Role[]>> = {
  "see-files": [
    "dsp-officer",
    "dsp-supervisor",
    "commission-secretary",
    "ministry-officer",
    "cas-officer",
    "cas-supervisor",
    "institution-head",
  ],
  "file-dossier": MOH_COMMANDS.fileDossier.roles,
  "open-file": [...MOH_COMMANDS.fileDossier.roles, ...E112_COMMANDS.openFile.roles],
  "have-files": ["dsp-officer", "dsp-supervisor", "cas-officer", "cas-supervisor"],
  "see-statistics": [
    "dsp-officer",
    "dsp-supervisor",
    "commission-secretary",
    "ministry-officer",
    "cas-officer",
    "cas-supervisor",
    "cnas-officer",
    "institution-head",
    "administrator",
  ],
  "see-outbox": ["administrator"],
  "see-policies": ["dsp-supervisor", "cas-supervisor", "institution-head", "administrator"],
  "administer-calendar": ["administrator"],
  "change-funds": MOH_COMMANDS.confirmFunds.roles,
  "see-rates": ["ministry-officer", "institution-head", "administrator"],
  "change-rates": ["ministry-officer", "administrator"],
};
/** What only the Ministry's people do. */
const OF_MINISTRY: ReadonlySet<Ability> = new Set<Ability>(["see-rates", "change-rates"]);

/** The CNAS has no files. */
function isIn(kind: InstitutionKind, ability: Ability): boolean {
  if (ability === "see-files") return kind !== "cnas";
  return kind === "ministry" || !OF_MINISTRY.has(ability);
}

export function can(session: Session, ability: Ability): boolean {
  return session.memberships.some(({ role, kind }) => mayDo(role, ability) && isIn(kind, ability));
}

/** The processes whose files lie in the houses of this person, in the order of the product. */
export function processesOf({ memberships }: Session): readonly CaseView["process"][] {
  const handled = memberships.flatMap(({ role, kind }) => (mayDo(role, "see-files") ? [countedProcess(kind)] : []));
  return COUNTED_PROCESSES.filter((process) => handled.includes(process));
}

/** True for people of the Ministry's route: nothing at an insurance house has a term (E112-A4). */
export function countsTerms({ memberships }: Session): boolean {
  return memberships.some(({ kind }) => kind !== "cas" && kind !== "cnas");
}

/** The houses whose settings act on the work of this person: the Ministry's on its route, the CNAS's on E112 files. */
export function settingHousesOf({ memberships }: Session): readonly SettingHouse[] {
  return [...new Set(memberships.map(({ kind }) => (kind === "cas" || kind === "cnas" ? "cnas" : "ministry")))];
}

/** The Ministry's officers and its head. */
export function seesFunds({ memberships }: Session): boolean {
  return memberships.some(
    ({ role, kind }) => mayDo(role, "change-funds") || (role === "institution-head" && kind === "ministry"),
  );
}

/** Who opens files of a process. */
const OPENERS: Readonly<Record<CaseView["process"], readonly Role[]>> = {
  moh: MOH_COMMANDS.fileDossier.roles,
  e112: E112_COMMANDS.openFile.roles,
};

export function mayOpen(role: Role, process: CaseView["process"]): boolean {
  return OPENERS[process].includes(role);
}

export function mayDo(role: Role, ability: Ability): boolean {
  return ROLES[ability].includes(role);
}

/** The settings are national: administrators of the Ministry and of the CNAS keep them. */
export function administersSettings(session: Session): boolean {
  return session.memberships.some(
    ({ kind, role }) => (kind === "ministry" || kind === "cnas") && role === "administrator",
  );
}
