/** Sweeps once, in a process of its own that a test may kill: the addresses come as arguments. */
import { mailTransport } from "../../../activities/mail/sender.ts";
import { sendDue } from "../../../activities/mail/send-due.ts";
import { serverHealth } from "../../../activities/mail/server-health.ts";
import { createCalendarReader } from "../../../prisma/calendar-reader.ts";
import { openDatabase } from "../../../prisma/client.ts";
import { openKeyring } from "../../../prisma/secrecy/keyring.ts";

const [databaseUrl = "", smtpUrl = ""] = process.argv.slice(2);
const { pool, close } = openDatabase(databaseUrl);
const transport = mailTransport(smtpUrl);
await sendDue({
  pool,
  calendars: createCalendarReader(pool),
  keyring: openKeyring(Buffer.alloc(32, 7).toString("base64")),
  transport,
  from: "Dosar <dosar@example.ro>",
  publicUrl: "https://dosar.example.ro",
  health: serverHealth(),
  now: () => new Date(),
});
transport.close();
await close();
