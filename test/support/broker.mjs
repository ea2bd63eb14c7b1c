/**
 * Starts and stops the servers that test files share: a process of its own beside Jest, which answers on
 * loopback, starts each server at the first request for it, and stops everything when Jest ends, also when
 * Jest was killed (its end of the pipe to standard input closes then). Written in plain JavaScript, so that
 * a run of pure tests pays nothing for it; the servers' code is loaded with the first request.
 */
import { createServer } from "node:http";
import { json } from "node:stream/consumers";

let resources;
/** Loads the servers' code, once. */
async function load() {
  const { register } = await import("tsx/esm/api");
  register();
  const { Resources } = await import("./resources.ts");
  return new Resources();
}

async function answer(request, response) {
  try {
    resources ??= load();
    const { resource, ...body } = await json(request);
    const answer = await (await resources).handle(resource, body);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer ?? {}));
  } catch (error) {
    const message = error instanceof Error ? (error.name === "Failure" ? error.message : error.stack) : String(error);
    response.writeHead(500, { "content-type": "application/json" }).end(JSON.stringify({ message }));
  }
}

async function stop() {
  server.close();
  server.closeAllConnections();
  try {
    await (await resources)?.stop();
  } finally {
    process.exit();
  }
}

const server = createServer((request, response) => void answer(request, response));
// The first request may build the Temporal server, which takes minutes.
server.requestTimeout = 0;
server.headersTimeout = 0;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));

// Ctrl-C reaches this process too; Jest's end is what counts.
process.on("SIGINT", () => {});
process.stdin.resume();
process.stdin.once("close", () => void stop());
