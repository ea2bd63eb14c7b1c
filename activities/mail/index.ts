import type pg from "pg";
import type { CalendarReader } from "../../prisma/calendar-reader.ts";
import type { MailActivities } from "../mail-activities.ts";
import type { ComposeDependencies } from "./compose.ts";
import { issueDigests } from "./issue-digests.ts";
import { issueDue } from "./issue-due.ts";
import { replanPage } from "./replan.ts";
import { sendDue } from "./send-due.ts";
import { mailTransport } from "./sender.ts";
import { serverHealth } from "./server-health.ts";

export interface MailActivityDependencies extends Omit<ComposeDependencies, "now"> {
  readonly pool: pg.Pool;
  readonly calendars: CalendarReader;
  readonly smtpUrl: string;
}

/** The activities of planning, issuing and sending messages; what is known of the mail server lasts as long as they. */
export function mailActivities(dependencies: MailActivityDependencies): MailActivities {
  const { pool, calendars, smtpUrl } = dependencies;
  const health = serverHealth();
  const now = (): Date => new Date();
  return {
    issueDueMessages: () => issueDue({ pool, calendars, now: now() }),
    async sendDueMessages() {
      const transport = mailTransport(smtpUrl);
      try {
        return await sendDue({ ...dependencies, transport, health, now });
      } finally {
        transport.close(); // no connection outlives its sweep
      }
    },
    issueDigests: () => issueDigests({ pool, calendars, now: now() }),
    replanPage: (scope) => replanPage({ pool, calendars, now: now() }, scope),
  };
}
