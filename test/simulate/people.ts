/** Who acts in a simulation: two counties, the Ministry and the CNAS, with a person in each part. */
import type pg from "pg";
import { tokenHash } from "../../api/people/session-token.ts";
import type { Text } from "../../domain/case/commands.ts";
import type { InstitutionKind, Role } from "../../domain/people/roles.ts";

const INSTITUTIONS = {
  "DSP-CJ": { kind: "dsp", county: "CJ", cst: "CST-CJ", name: { ro: "DSP Cluj", en: "Cluj DSP" } },
  "CST-CJ": { kind: "cst", county: "CJ", cst: null, name: { ro: "Comisia Cluj", en: "Cluj commission" } },
  "DSP-BH": { kind: "dsp", county: "BH", cst: "CST-BH", name: { ro: "DSP Bihor", en: "Bihor DSP" } },
  "CST-BH": { kind: "cst", county: "BH", cst: null, name: { ro: "Comisia Bihor", en: "Bihor commission" } },
  MS: { kind: "ministry", county: null, cst: null, name: { ro: "Ministerul Sănătății", en: "Ministry of Health" } },
  "CAS-CJ": { kind: "cas", county: "CJ", cst: null, name: { ro: "CAS Cluj", en: "Cluj CAS" } },
  "CAS-BH": { kind: "cas", county: "BH", cst: null, name: { ro: "CAS Bihor", en: "Bihor CAS" } },
  CNAS: { kind: "cnas", county: null, cst: null, name: { ro: "CNAS", en: "CNAS" } },
} as const satisfies Record<string, { kind: InstitutionKind; county: string | null; cst: string | null; name: Text }>;
type InstitutionId = keyof typeof INSTITUTIONS;

const PARTS: Readonly<Record<Role, Text>> = {
  "dsp-officer": { ro: "ofițerul", en: "the officer" },
  "dsp-supervisor": { ro: "șeful de compartiment", en: "the supervisor" },
  "commission-secretary": { ro: "secretarul", en: "the secretary" },
  "ministry-officer": { ro: "ofițerul", en: "the officer" },
  "cas-officer": { ro: "referentul", en: "the officer" },
  "cas-supervisor": { ro: "șeful de compartiment", en: "the supervisor" },
  "cnas-officer": { ro: "consilierul", en: "the adviser" },
  "institution-head": { ro: "conducerea", en: "the head" },
  administrator: { ro: "administratorul", en: "the administrator" },
};

/** By the name that a scenario uses. */
export const PEOPLE = {
  dsp: { institution: "DSP-CJ", role: "dsp-officer" },
  "dsp-supervisor": { institution: "DSP-CJ", role: "dsp-supervisor" },
  "dsp-head": { institution: "DSP-CJ", role: "institution-head" },
  "dsp-administrator": { institution: "DSP-CJ", role: "administrator" },
  cst: { institution: "CST-CJ", role: "commission-secretary" },
  ministry: { institution: "MS", role: "ministry-officer" },
  "ministry-head": { institution: "MS", role: "institution-head" },
  "ministry-administrator": { institution: "MS", role: "administrator" },
  "dsp-bihor": { institution: "DSP-BH", role: "dsp-officer" },
  "dsp-bihor-supervisor": { institution: "DSP-BH", role: "dsp-supervisor" },
  "cst-bihor": { institution: "CST-BH", role: "commission-secretary" },
  cas: { institution: "CAS-CJ", role: "cas-officer" },
  "cas-supervisor": { institution: "CAS-CJ", role: "cas-supervisor" },
  "cas-head": { institution: "CAS-CJ", role: "institution-head" },
  "cas-administrator": { institution: "CAS-CJ", role: "administrator" },
  "cas-bihor": { institution: "CAS-BH", role: "cas-officer" },
  "cas-bihor-supervisor": { institution: "CAS-BH", role: "cas-supervisor" },
  cnas: { institution: "CNAS", role: "cnas-officer" },
  "cnas-administrator": { institution: "CNAS", role: "administrator" },
} as const satisfies Record<string, { institution: InstitutionId; role: Role }>;
export type PersonName = keyof typeof PEOPLE;
export const PERSON_NAMES = Object.keys(PEOPLE) as PersonName[];

export function idOf(name: PersonName): string {
  return `00000000-0000-4000-8000-${String(PERSON_NAMES.indexOf(name) + 1).padStart(12, "0")}`;
}

/** The person of an id; undefined for one of nobody here. */
export function findPerson(id: string): PersonName | undefined {
  return PERSON_NAMES.find((name) => idOf(name) === id);
}

/** `DSP Cluj, ofițerul`. */
export function personText(name: PersonName): Text {
  const { institution, role } = PEOPLE[name];
  const of = INSTITUTIONS[institution].name;
  return { ro: `${of.ro}, ${PARTS[role].ro}`, en: `${of.en}, ${PARTS[role].en}` };
}

/** Who gives a command by default: somebody of these roles, in the county of the file. */
export function personFor(roles: readonly Role[], county: string): PersonName | undefined {
  return PERSON_NAMES.find((name) => {
    const { institution, role } = PEOPLE[name];
    const home = INSTITUTIONS[institution].county;
    return roles.includes(role) && (home === null || home === county);
  });
}

export function tokenOf(name: PersonName): string {
  return `simulation-${name}`.padEnd(43, ".");
}

/** The institutions and people, signed in. `pool`: of the owner of the database. */
export async function seedPeople(pool: pg.Pool): Promise<void> {
  for (const [id, { kind, county, name, cst }] of Object.entries(INSTITUTIONS)) {
    await pool.query(
      "INSERT INTO institutions (id, kind, county, name_ro, name_en, cst_id) VALUES ($1, $2, $3, $4, $5, $6)",
      [id, kind, county, name.ro, name.en, cst],
    );
  }
  for (const name of PERSON_NAMES) {
    const { institution, role } = PEOPLE[name];
    const id = idOf(name);
    await pool.query("INSERT INTO users (id, email, name, password_hash) VALUES ($1, $2, $3, '')", [
      id,
      `${name}@dosar.example`,
      personText(name).ro,
    ]);
    await pool.query("INSERT INTO memberships (user_id, institution_id, role) VALUES ($1, $2, $3)", [
      id,
      institution,
      role,
    ]);
    await pool.query("INSERT INTO sessions (token_hash, user_id, expires_at) VALUES ($1, $2, now() + '1 day')", [
      tokenHash(tokenOf(name)),
      id,
    ]);
  }
}
