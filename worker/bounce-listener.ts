/** A small mail server that takes letters which come back, and nothing else. */
import { buffer } from "node:stream/consumers";
import type pg from "pg";
import { SMTPServer } from "smtp-server";
import { recordReturned } from "../activities/mail/bounces.ts";
import { messageOfBounce } from "../activities/mail/sender.ts";

/** A report holds a few lines and, at most, the letter that it is about. */
const MOST_BYTES = 256 * 1024;
const MOST_CLIENTS = 20;

export interface BounceListener {
  readonly port: number;
  stop(): Promise<void>;
}

export interface BounceOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  readonly pool: pg.Pool;
}

/** Listens until it is stopped. Nothing of what it receives is kept. @throws when the port cannot be had. */
export async function listenForBounces({ port, host, pool }: BounceOptions): Promise<BounceListener> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    size: MOST_BYTES,
    maxClients: MOST_CLIENTS,
    logger: false,
    onRcptTo({ address }, _session, done) {
      done(messageOfBounce(address) === undefined ? refusal(550, "only letters that come back") : null);
    },
    onData(stream, { envelope }, done) {
      async function take(): Promise<void> {
        const raw = await buffer(stream);
        if (stream.sizeExceeded) throw refusal(552, "too large");
        for (const { address } of envelope.rcptTo) {
          await recordReturned(pool, address, raw.toString("utf8"), new Date());
        }
      }
      take().then(
        () => done(),
        (error: unknown) => done(isRefusal(error) ? error : refusal(451, "later")), // a database that is away
      );
    },
  });
  server.on("error", () => undefined); // a client that hangs up in the middle
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, host, () => {
      server.server.off("error", reject);
      resolve();
    });
  });
  const address = server.server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

interface Refusal extends Error {
  readonly responseCode: number;
}

function refusal(responseCode: number, said: string): Refusal {
  return Object.assign(new Error(said), { responseCode });
}

function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && "responseCode" in error;
}
