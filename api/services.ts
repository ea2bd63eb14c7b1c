/** What the routes work with. Tests give their own. */
import type pg from "pg";
import type { CalendarReader } from "../prisma/calendar-reader.ts";
import type { Keyring } from "../prisma/secrecy/keyring.ts";
import type { AuditLog } from "./admin/audit-log.ts";
import type { Config } from "./config.ts";
import type { Typesetter } from "./documents/typesetter.ts";
import type { CaseEngine } from "./engine/case-engine.ts";

export interface Services {
  readonly config: Config;
  readonly pool: pg.Pool;
  readonly keyring: Keyring;
  readonly engine: CaseEngine;
  /** The clock of legal dates. */
  readonly now: () => Date;
  readonly audit: AuditLog;
  readonly calendars: CalendarReader;
  readonly typesetter: Typesetter;
}

declare module "fastify" {
  interface FastifyInstance {
    readonly services: Services;
  }
}
