/** The institutions and people of tests that need no HTTP. */
import type pg from "pg";
import type { Actor } from "../../domain/case/events.ts";

const INSTITUTIONS = [
  ["DSP-CJ", "dsp", "CJ", "DSP Cluj", "DSP Cluj", "CST-CJ"],
  ["CST-CJ", "cst", "CJ", "Comisia Cluj", "Cluj commission", null],
  ["MS", "ministry", null, "Ministerul Sănătății", "Ministry of Health", null],
  ["CAS-CJ", "cas", "CJ", "CAS Cluj", "Cluj CAS", null],
  ["CNAS", "cnas", null, "Casa Națională de Asigurări de Sănătate", "National Insurance House", null],
] as const;

export const PEOPLE = {
  dsp: { userId: "00000000-0000-4000-8000-000000000001", institution: "DSP-CJ", role: "dsp-officer" },
  supervisor: { userId: "00000000-0000-4000-8000-000000000002", institution: "DSP-CJ", role: "dsp-supervisor" },
  head: { userId: "00000000-0000-4000-8000-000000000005", institution: "DSP-CJ", role: "institution-head" },
  cst: { userId: "00000000-0000-4000-8000-000000000003", institution: "CST-CJ", role: "commission-secretary" },
  ministry: { userId: "00000000-0000-4000-8000-000000000004", institution: "MS", role: "ministry-officer" },
  cas: { userId: "00000000-0000-4000-8000-000000000006", institution: "CAS-CJ", role: "cas-officer" },
  casSupervisor: { userId: "00000000-0000-4000-8000-000000000007", institution: "CAS-CJ", role: "cas-supervisor" },
  casHead: { userId: "00000000-0000-4000-8000-000000000008", institution: "CAS-CJ", role: "institution-head" },
  cnas: { userId: "00000000-0000-4000-8000-000000000009", institution: "CNAS", role: "cnas-officer" },
} as const satisfies Record<string, Actor>;

/** `dsp-officer@example.ro`; the head of the CAS is `cas-head@example.ro`. `pool` may insert. */
export async function seedPeople(pool: pg.Pool): Promise<void> {
  for (const institution of INSTITUTIONS) {
    await pool.query(
      "INSERT INTO institutions (id, kind, county, name_ro, name_en, cst_id) VALUES ($1, $2, $3, $4, $5, $6)",
      [...institution],
    );
  }
  for (const [person, { userId, institution, role }] of Object.entries<Actor>(PEOPLE)) {
    const name = person === "casHead" ? "cas-head" : role;
    await pool.query("INSERT INTO users (id, email, name, password_hash) VALUES ($1, $2, $3, '')", [
      userId,
      `${name}@example.ro`,
      name,
    ]);
    await pool.query("INSERT INTO memberships (user_id, institution_id, role) VALUES ($1, $2, $3)", [
      userId,
      institution,
      role,
    ]);
  }
}
