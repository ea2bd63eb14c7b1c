import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Starts the broker, which starts servers when a test file asks for one. */
export default async function setUp() {
  const broker = spawn(process.execPath, [fileURLToPath(new URL("./broker.mjs", import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  const [port] = await once(broker.stdout, "data");
  process.env.DOSAR_TEST_BROKER = `http://127.0.0.1:${String(port).trim()}`;
  globalThis.dosarTestBroker = broker;
}
