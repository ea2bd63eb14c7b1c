import type { FastifyBaseLogger } from "fastify";
import type pg from "pg";

/** One read of a file or one act, refused ones included. */
export interface AuditEntry {
  readonly userId: string | null;
  readonly institutionId: string | null;
  readonly action: string;
  readonly caseId: string | null;
  readonly outcome: string;
}

export interface AuditLog {
  /** Writes an entry beside the answer, which does not wait for it. */
  note(entry: AuditEntry): void;
  /** Answers when everything noted is written. */
  flush(): Promise<void>;
}

const INSERT = `
  INSERT INTO audit_log (at, user_id, institution_id, action, case_id, outcome)
  SELECT a.at, a."userId", a."institutionId", a.action, a."caseId", a.outcome
  FROM jsonb_to_recordset($1) AS a(at timestamptz, "userId" uuid, "institutionId" text, action text, "caseId" uuid, outcome text)`;
const RETRY_MS = 1_000;
/** More entries than this are not kept in memory while the database is away; they go to the log instead. */
const KEPT = 10_000;

/**
 * The audit log. What is noted while an insert is on its way goes with the next one, so a busy API writes few and large
 * statements. An entry that cannot be written is tried again, and never lost without a word in the log.
 */
export function auditLog(pool: pg.Pool, log: Pick<FastifyBaseLogger, "error">): AuditLog {
  let waiting: (AuditEntry & { readonly at: string })[] = [];
  let writing: Promise<void> | undefined;

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await pool.query({ name: "audit", text: INSERT, values: [JSON.stringify(batch)] });
      } catch (error) {
        if (batch.length > KEPT) {
          log.error({ err: error, entries: batch }, "audit entries could not be written");
          continue;
        }
        log.error({ err: error, entries: batch.length }, "audit entries wait for the database");
        waiting = [...batch, ...waiting];
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
        if (closing) {
          log.error({ entries: waiting }, "audit entries could not be written");
          return;
        }
      }
    }
  }

  let closing = false;
  function start(): void {
    writing ??= write().finally(() => {
      writing = undefined;
      if (waiting.length > 0 && !closing) start();
    });
  }
  return {
    note(entry) {
      waiting.push({ ...entry, at: new Date().toISOString() });
      start();
    },
    async flush() {
      closing = true;
      await writing;
      closing = false;
    },
  };
}
