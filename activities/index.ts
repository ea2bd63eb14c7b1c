import { createCalendarReader } from "../prisma/calendar-reader.ts";
import type { Database } from "../prisma/client.ts";
import type { Keyring } from "../prisma/secrecy/keyring.ts";
import type { CalendarActivities } from "./calendar-activities.ts";
import { calendarActivities } from "./calendar/apply-change.ts";
import type { CaseActivities, PassingActivities } from "./case-activities.ts";
import { commit } from "./case/commit.ts";
import { findAhead } from "./case/find-ahead.ts";
import { recordPassed } from "./case/record-passed.ts";
import type { FundsActivities } from "./funds-activities.ts";
import { fundsActivities } from "./funds/confirm-ranking.ts";
import type { EngineCalls } from "./engine-calls.ts";
import type { ImportActivities } from "./import-activities.ts";
import { importActivities } from "./imports/bring-files.ts";
import { removeLeftovers, type HousekeepingActivities } from "./housekeeping.ts";
import type { MailActivities } from "./mail-activities.ts";
import { mailActivities } from "./mail/index.ts";
import type { PassageActivities } from "./passage-activities.ts";
import { passageActivities } from "./passage/open-ministry-file.ts";

export interface ActivityDependencies {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly engine: EngineCalls;
  readonly smtpUrl: string;
  /** The sender of the product's e-mails. */
  readonly mailFrom: string;
  /** The domain to which letters that cannot be delivered are returned, when something listens there. */
  readonly bounceDomain?: string | undefined;
  /** Where people open the product; links in e-mails begin with it. */
  readonly publicUrl: string;
}

/** Every activity of the product, on its database and its mail server. */
export function createActivities(
  dependencies: ActivityDependencies,
): CaseActivities &
  PassingActivities &
  CalendarActivities &
  ImportActivities &
  FundsActivities &
  PassageActivities &
  MailActivities &
  HousekeepingActivities {
  const { database, keyring, engine, smtpUrl, mailFrom: from, bounceDomain, publicUrl } = dependencies;
  const { pool } = database;
  const calendars = createCalendarReader(pool);
  return {
    commitCase: (batch) => commit(batch, { pool, calendars }),
    findAhead: (known) => findAhead(pool, known),
    recordPassed: ({ at }) => recordPassed(pool, at),
    ...calendarActivities({ pool, calendars, engine }),
    ...importActivities({ pool, keyring, engine }),
    ...fundsActivities({ pool, engine }),
    ...passageActivities({ pool, keyring, engine }),
    ...mailActivities({ pool, calendars, keyring, smtpUrl, from, bounceDomain, publicUrl }),
    removeLeftovers: () => removeLeftovers(pool),
  };
}
