/** The letters that are due leave through the mail server, several at a time. */
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { CalendarReader } from "../../prisma/calendar-reader.ts";
import type { SentBatch } from "../mail-activities.ts";
import { heartbeat, isStopping } from "../heartbeat.ts";
import { mailOf, saysNothing, type ComposeDependencies, type Surroundings } from "./compose.ts";
import { mergeWaiting } from "./merge-waiting.ts";
import { dropSilently, giveBack, keepWaiting, markFailed, markSent } from "./outcomes.ts";
import { CONNECTIONS, type Sender } from "./sender.ts";
import type { ServerHealth } from "./server-health.ts";
import { closedOffices } from "./offices-open.ts";
import { digestsFor } from "./read-digests.ts";
import { readSummarised } from "./summarised.ts";
import { takeDue, type TakenMessage } from "./take-due.ts";

const BATCH = 500;
/** Letters under way at a time: each connection has one, and the next is written meanwhile. */
const ABREAST = CONNECTIONS * 2;
/** A sender that has been at it for so long ends, well before the lease of its last batch is over. */
const SWEEP_MS = 4 * 60_000;
/** Waits between attempts, in minutes: about four days in all, after which the message has failed. */
const RETRY_MINUTES = [1, 2, 5, 15, 30, 60, 120, 240, 480, 720, 720, 720, 720, 720, 720];
/** So many different letters refused for a while, and none accepted: that is the server, not its recipients. */
const SUSPICIOUS = 8;
/** Failures of one message; any other is the server's. */
const OF_THE_MESSAGE: readonly (string | undefined)[] = ["EENVELOPE", "EMESSAGE"];
/** Before a letter that was accepted is left to be sent again, the database is asked so often to keep that it was. */
const WRITE_PAUSES_MS = [200, 1_000, 3_000, 10_000];
/** "Service not available, closing": said of one letter, meant of all. */
const CLOSING = 421;

export interface MailDependencies extends Sender, ComposeDependencies {
  readonly pool: pg.Pool;
  readonly calendars: CalendarReader;
  readonly health: ServerHealth;
}

/**
 * Sends what is due. One letter goes first and asks whether the server is there; while it is away nothing else is touched,
 * no attempt is counted, and the next asks after a pause. When it is back, what has piled up for one person is merged.
 */
export async function sendDue(dependencies: MailDependencies): Promise<SentBatch> {
  const { pool, calendars, health, now } = dependencies;
  if (!health.mayTry(now())) return { sent: 0, more: false };
  const endsAt = Date.now() + SWEEP_MS;
  const goesOn = (): boolean => Date.now() < endsAt && !isStopping();
  const closed = await closedOffices(pool, calendars, now());
  let sent = 0;
  let batch: Batch;
  do {
    batch = await sendBatch(dependencies, 1, closed, goesOn);
    sent += batch.sent;
  } while (batch.full && batch.tried === 0 && goesOn());
  if (batch.full && !batch.away) await mergeWaiting(pool, now());
  while (batch.full && !batch.away && goesOn()) {
    batch = await sendBatch(dependencies, BATCH, closed, goesOn);
    sent += batch.sent;
  }
  if (batch.away) health.wentAway(now());
  else health.isBack();
  return { sent, more: batch.full && !batch.away };
}

interface Batch {
  readonly sent: number;
  /** Letters that the server was asked to take. */
  readonly tried: number;
  /** There may be more. */
  readonly full: boolean;
  /** The server does not do its work. */
  readonly away: boolean;
}

async function sendBatch(
  dependencies: MailDependencies,
  limit: number,
  closed: readonly string[],
  goesOn: () => boolean,
): Promise<Batch> {
  const { pool, now } = dependencies;
  const { messages, full } = await takeDue(pool, now(), limit, closed);
  const around = await surroundings(dependencies, messages);
  const waiting = messages.toReversed();
  const accepted = recorder(pool, now);
  const refused: Refused[] = [];
  let [tried, away] = [0, false];
  async function work(): Promise<void> {
    while (!away && goesOn()) {
      const message = waiting.pop();
      if (message === undefined) return;
      heartbeat();
      const outcome = await sendOne(dependencies, message, around);
      if (outcome !== "not-sent") tried += 1;
      if (outcome === "accepted") accepted.add(message.id);
      if (typeof outcome === "string") continue;
      refused.push(outcome);
      away ||= outcome.ofServer || (accepted.count === 0 && refused.length >= SUSPICIOUS);
    }
  }
  await Promise.all(Array.from({ length: Math.min(ABREAST, messages.length) }, work));
  await accepted.settled();
  if (away) {
    const ids = refused.map(({ message }) => message.id);
    await giveBack(pool, ids, now(), refused.find(({ ofServer }) => ofServer)?.said ?? refused[0]?.said);
  } else {
    for (const each of refused) await keep(pool, each, now());
  }
  const untried = waiting.map(({ id }) => id);
  await giveBack(pool, untried, now());
  return { sent: accepted.count, tried, full, away };
}

/** What letters about several things say now. */
async function surroundings(
  { pool, calendars, now }: MailDependencies,
  messages: readonly TakenMessage[],
): Promise<Surroundings> {
  return {
    summarised: await readSummarised(pool, messages, now()),
    digests: await digestsFor(pool, calendars, messages, now()),
  };
}

/** A letter that was not accepted this time. */
interface Refused {
  readonly message: TakenMessage;
  readonly said: string;
  readonly ofServer: boolean;
}

async function sendOne(
  dependencies: MailDependencies,
  message: TakenMessage,
  around: Surroundings,
): Promise<"accepted" | "refused-for-good" | "not-sent" | Refused> {
  const { pool, transport, now } = dependencies;
  if (saysNothing(message, around)) {
    await dropSilently(pool, message.id);
    return "not-sent";
  }
  let mail;
  try {
    mail = mailOf(dependencies, message, around);
  } catch (error) {
    await markFailed(pool, message.id, error instanceof Error ? error.message : "it cannot be written", now());
    return "not-sent";
  }
  try {
    await transport.sendMail(mail);
    return "accepted";
  } catch (error) {
    return await refusedBy(dependencies, message, error);
  }
}

/** What the mail server has said, as the mail library reports it. */
interface SmtpError {
  readonly code?: string;
  /** The command of the conversation that failed. */
  readonly command?: string;
  readonly responseCode?: number;
  readonly message?: string;
}

/** A letter refused for good has failed; one refused for a while waits; a server that does not do its work ends the batch. */
async function refusedBy(
  { pool, now }: MailDependencies,
  message: TakenMessage,
  error: unknown,
): Promise<"refused-for-good" | Refused> {
  const { code, command, responseCode, message: said = "unknown error" } = error as SmtpError;
  const ofMessage = OF_THE_MESSAGE.includes(code) && command !== "MAIL FROM" && responseCode !== CLOSING;
  if (!ofMessage) return { message, said, ofServer: true };
  if (responseCode !== undefined && responseCode < 500) return { message, said, ofServer: false };
  await markFailed(pool, message.id, said, now());
  return "refused-for-good";
}

/** Until its next attempt; after the last one it has failed. */
async function keep(pool: pg.Pool, { message, said }: Refused, now: Date): Promise<void> {
  const minutes = RETRY_MINUTES[message.attempts - 1];
  if (minutes === undefined) await markFailed(pool, message.id, said, now);
  else await keepWaiting(pool, message.id, new Date(now.getTime() + minutes * 60_000), said);
}

/** Writes down what was accepted, at once: whatever comes in while one writing is under way goes into the next one. */
function recorder(
  pool: pg.Pool,
  now: () => Date,
): { readonly count: number; add(id: string): void; settled(): Promise<void> } {
  let count = 0;
  let unwritten: string[] = [];
  let writing: Promise<void> | undefined;
  async function write(): Promise<void> {
    while (unwritten.length > 0) {
      const ids = unwritten;
      unwritten = [];
      try {
        await markSent(pool, ids, now());
      } catch (error) {
        unwritten.push(...ids);
        throw error;
      }
    }
  }
  function start(): Promise<void> {
    writing ??= write().finally(() => (writing = undefined));
    return writing;
  }
  return {
    get count() {
      return count;
    },
    add(id) {
      count += 1;
      unwritten.push(id);
      start().catch(() => undefined); // tried again by `settled`
    },
    async settled() {
      for (const pause of WRITE_PAUSES_MS) {
        try {
          return await start();
        } catch {
          heartbeat();
          await sleep(pause);
        }
      }
      await start();
    },
  };
}
