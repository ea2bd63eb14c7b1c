import type pg from "pg";
import type { Role } from "../../domain/people/roles.ts";

const KEPT_MS = 30_000;

interface Member {
  readonly userId: string;
  readonly institution: string;
  readonly role: Role;
}

/** Who works where, as the database says; kept for half a minute. */
export interface People {
  /** Active people with one of these roles in an institution. */
  in(institution: string, roles: readonly Role[]): Promise<readonly string[]>;
}

export function people(pool: pg.Pool): People {
  let members: Promise<readonly Member[]> | undefined;
  let readAt = 0;
  async function read(): Promise<readonly Member[]> {
    const { rows } = await pool.query<Member>(
      `SELECT m.user_id AS "userId", m.institution_id AS institution, m.role
         FROM memberships m JOIN users u ON u.id = m.user_id WHERE u.active`,
    );
    return rows;
  }
  return {
    async in(institution, roles) {
      if (members === undefined || Date.now() - readAt > KEPT_MS) {
        readAt = Date.now();
        members = read();
        members.catch(() => (members = undefined));
      }
      const found = (await members).filter(
        (member) => member.institution === institution && roles.includes(member.role),
      );
      return [...new Set(found.map(({ userId }) => userId))];
    },
  };
}
