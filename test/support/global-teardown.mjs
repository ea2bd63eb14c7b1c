import { once } from "node:events";

/** Closing its standard input tells the broker to stop everything. */
export default async function tearDown() {
  const broker = globalThis.dosarTestBroker;
  if (!broker || broker.exitCode !== null) return;
  const ended = once(broker, "exit");
  broker.stdin.end();
  await ended;
}
