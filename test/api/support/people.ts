/** Two counties, the Ministry and the CNAS, with a person in each role. */
import type pg from "pg";
import type { Role } from "../../../domain/people/roles.ts";
import { hashPassword } from "../../../prisma/secrecy/password.ts";
import { tokenHash } from "../../../api/people/session-token.ts";

export const PASSWORD = "o parolă lungă";
/** A cost at which a test signs in quickly. */
const CHEAP = 1024;

const INSTITUTIONS = [
  ["DSP-CJ", "dsp", "CJ", "DSP Cluj", "Cluj DSP", "CST-CJ"],
  ["CST-CJ", "cst", "CJ", "Comisia Cluj", "Cluj commission", null],
  ["DSP-BH", "dsp", "BH", "DSP Bihor", "Bihor DSP", "CST-BH"],
  ["CST-BH", "cst", "BH", "Comisia Bihor", "Bihor commission", null],
  ["MS", "ministry", null, "Ministerul Sănătății", "Ministry of Health", null],
  ["CAS-CJ", "cas", "CJ", "CAS Cluj", "Cluj insurance house", null],
  ["CAS-BH", "cas", "BH", "CAS Bihor", "Bihor insurance house", null],
  ["CNAS", "cnas", null, "Casa Națională de Asigurări de Sănătate", "National insurance house", null],
] as const;

export const PEOPLE = {
  officer: { institution: "DSP-CJ", role: "dsp-officer" },
  colleague: { institution: "DSP-CJ", role: "dsp-officer" },
  supervisor: { institution: "DSP-CJ", role: "dsp-supervisor" },
  secretary: { institution: "CST-CJ", role: "commission-secretary" },
  ministry: { institution: "MS", role: "ministry-officer" },
  admin: { institution: "DSP-CJ", role: "administrator" },
  stranger: { institution: "DSP-BH", role: "dsp-officer" },
  strangeSupervisor: { institution: "DSP-BH", role: "dsp-supervisor" },
  strangeSecretary: { institution: "CST-BH", role: "commission-secretary" },
  strangeAdmin: { institution: "CST-BH", role: "administrator" },
  head: { institution: "DSP-CJ", role: "institution-head" },
  ministryHead: { institution: "MS", role: "institution-head" },
  ministryAdmin: { institution: "MS", role: "administrator" },
  strangeHead: { institution: "DSP-BH", role: "institution-head" },
  cas: { institution: "CAS-CJ", role: "cas-officer" },
  casSupervisor: { institution: "CAS-CJ", role: "cas-supervisor" },
  casHead: { institution: "CAS-CJ", role: "institution-head" },
  casAdmin: { institution: "CAS-CJ", role: "administrator" },
  strangeCas: { institution: "CAS-BH", role: "cas-officer" },
  cnas: { institution: "CNAS", role: "cnas-officer" },
  cnasAdmin: { institution: "CNAS", role: "administrator" },
} as const satisfies Record<string, { institution: string; role: Role }>;
export type PersonName = keyof typeof PEOPLE;
export const NAMES = Object.keys(PEOPLE) as PersonName[];

export function idOf(name: PersonName): string {
  return `00000000-0000-4000-8000-${String(NAMES.indexOf(name) + 1).padStart(12, "0")}`;
}

export function emailOf(name: PersonName): string {
  return `${name.toLowerCase()}@dosar.example`;
}

/** The session token of a person, valid from the seeding on. */
export function tokenOf(name: PersonName): string {
  return `token of ${name}`.padEnd(43, ".").replaceAll(" ", "-");
}

export async function seedPeople(pool: pg.Pool): Promise<void> {
  for (const institution of INSTITUTIONS) {
    await pool.query(
      "INSERT INTO institutions (id, kind, county, name_ro, name_en, cst_id) VALUES ($1, $2, $3, $4, $5, $6)",
      [...institution],
    );
  }
  const password = await hashPassword(PASSWORD, CHEAP);
  for (const name of NAMES) {
    const { institution, role } = PEOPLE[name];
    const id = idOf(name);
    await pool.query("INSERT INTO users (id, email, name, password_hash) VALUES ($1, $2, $3, $4)", [
      id,
      emailOf(name),
      `Persoana ${name}`,
      password,
    ]);
    await pool.query("INSERT INTO memberships (user_id, institution_id, role) VALUES ($1, $2, $3)", [
      id,
      institution,
      role,
    ]);
    await pool.query(
      "INSERT INTO sessions (token_hash, user_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')",
      [tokenHash(tokenOf(name)), id],
    );
  }
}
