/** Workers and mail servers that die in the middle: nothing is lost, and nothing comes twice beyond what SMTP cannot tell. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { issueDue } from "../../activities/mail/issue-due.ts";
import { CONNECTIONS } from "../../activities/mail/sender.ts";
import { atEndOfFile } from "../support/broker-client.ts";
import { MailWorld } from "./support/mail-world.ts";

const LETTERS = 400;
const world = await MailWorld.open();
const received = new Map<string, number>();
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  logger: false,
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const id = /^message-id:\s*(\S+)/im.exec(Buffer.concat(chunks).toString("latin1"))?.[1] ?? "";
      received.set(id, (received.get(id) ?? 0) + 1);
      done();
    });
  },
});
server.on("error", () => undefined);
await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", () => resolve()));
atEndOfFile(() => new Promise((resolve) => server.close(() => resolve())));
const address = server.server.address();
const smtpUrl = `smtp://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;

function sweeper(): ChildProcess {
  const file = fileURLToPath(new URL("support/sweeper.ts", import.meta.url));
  return fork(file, [world.databaseUrl, smtpUrl], { execArgv: ["--import", "tsx"] });
}

test("a worker killed while letters leave, again and again", async () => {
  const caseId = await world.addCase();
  for (let letter = 0; letter < LETTERS; letter += 1) {
    await world.addLetter(caseId, { kind: "receipt", to: "patient-side", plannedAt: new Date().toISOString() });
  }
  let kills = 0;
  for (let goal = 60; received.size < LETTERS && kills < 20; goal += 120) {
    const child = sweeper();
    const ended = once(child, "exit");
    while (received.size < goal && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
    if (child.exitCode === null) {
      child.kill("SIGKILL");
      kills += 1;
    }
    await ended;
    // The lease of what it had taken is over.
    await world.pool.query("UPDATE messages SET next_attempt_at = now() WHERE state = 'sending'");
  }
  expect(kills).toBeGreaterThan(1);
  const [code] = (await once(sweeper(), "exit")) as [number];
  expect(code).toBe(0);
  expect(received.size).toBe(LETTERS);
  // Accepted, and killed before that was written down: it left once more under the same Message-ID.
  const twice = [...received.values()].reduce((sum, times) => sum + times - 1, 0);
  expect(twice).toBeLessThanOrEqual(kills * CONNECTIONS * 2);
  expect((await world.letters()).every(({ state }) => state === "sent")).toBe(true);
});

test("a worker killed while messages are issued: each letter is made once", async () => {
  await world.clear();
  const caseId = await world.addCase();
  await world.pool.query(
    `INSERT INTO planned_messages (id, case_id, kind, about, audience, institution_id, params, planned_at, state)
     SELECT gen_random_uuid(), $1, 'work', n::text, 'owner', 'DSP-CJ', '{}', now(), 'planned' FROM generate_series(1, 300) n`,
    [caseId],
  );
  const issue = (pool = world.pool): Promise<number> =>
    issueDue({ pool, calendars: world.calendars, now: new Date(Date.now() + 1_000) });
  // The connection breaks under the transaction, at whatever it was doing.
  const killed = new pg.Pool({ connectionString: world.databaseUrl, application_name: "killed" });
  killed.on("error", () => undefined);
  const broken = issue(killed).catch(() => undefined);
  await world.pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'killed'");
  await broken;
  await killed.end();
  await Promise.all([issue(), issue()]);
  expect(await world.letters()).toHaveLength(300);
  const { rows } = await world.pool.query("SELECT DISTINCT state FROM planned_messages");
  expect(rows).toEqual([{ state: "issued" }]);
});
