import { request } from "node:http";
import { text } from "node:stream/consumers";

/** Asks the broker (see broker.mjs) for a shared resource. The first request for a server starts it. */
export async function askBroker<T>(resource: string, body: Record<string, string> = {}): Promise<T> {
  const broker = process.env["DOSAR_TEST_BROKER"];
  if (broker === undefined) throw new Error("The tests run with `npm test`, which starts their servers.");
  const response = await post(broker, JSON.stringify({ resource, ...body }));
  const answer: unknown = JSON.parse(response.body);
  if (response.status !== 200) throw new Error((answer as { message: string }).message);
  return answer as T;
}

/** Runs `cleanUp` at the end of this test file, after all of its `afterAll`; the last one given runs first. */
export function atEndOfFile(cleanUp: () => Promise<void>): void {
  const { dosarCleanups } = globalThis as { dosarCleanups?: (() => Promise<void>)[] };
  dosarCleanups?.push(cleanUp);
}

/** Not `fetch`: it gives up waiting after five minutes, and the first request may build a server. */
async function post(url: string, body: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    // A connection of its own: one that was kept may be closed by the other side at the moment it is taken again.
    const outgoing = request(url, { method: "POST", agent: false }, (response) => {
      text(response).then((answer) => resolve({ status: response.statusCode ?? 0, body: answer }), reject);
    });
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}
