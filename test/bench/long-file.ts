/** A file of 300 events beside a new one: what a command takes, and what opening the file takes. */
import { randomUUID } from "node:crypto";
import { ADULT, ADULT_DOSSIER } from "../support/moh-file.ts";
import { post, signIn } from "./commands.ts";
import { HEAD, line, summary, type Measured } from "./measure.ts";
import type { BenchStack } from "./stack.ts";

const EVENTS = 300;
const MEASURED = 40;
const PAPER = { documents: [{ kind: "altDocument", form: "copy" }] };

/** Prints both, and the second as a multiple of the first. */
export async function benchLongFile(stack: BenchStack): Promise<void> {
  const { dsp } = await signIn(stack.api);
  const opened = await post(`${stack.api}/api/cases`, dsp, {
    commandId: randomUUID(),
    process: "moh",
    patient: ADULT,
    filer: { role: "patient" },
    documents: ADULT_DOSSIER,
  });
  const url = `${stack.api}/api/cases/${String(opened["caseId"])}`;
  let version = (opened["view"] as { version: number }).version;
  const add = async (): Promise<void> => {
    const command = { commandId: randomUUID(), expectedVersion: version, type: "addDocument", payload: PAPER };
    version = Number((await post(`${url}/commands`, dsp, command))["version"]);
  };
  const read = async (): Promise<void> => {
    await (await fetch(url, { headers: { cookie: dsp } })).arrayBuffer();
  };
  for (let warm = 0; warm < 10; warm += 1) await add();
  const young = { command: await timed(add), read: await timed(read) };
  while (version < EVENTS) await add();
  const old = { command: await timed(add), read: await timed(read) };
  console.log(`\nA file of ${EVENTS} acts beside one of some ${MEASURED}, through HTTP\n${HEAD}`);
  for (const what of ["command", "read"] as const) {
    console.log(line(`${what}, the younger file`, young[what]));
    console.log(line(`${what}, the older file`, old[what]));
    console.log(`  older / younger, p50: ${(old[what].p50 / young[what].p50).toFixed(2)}`);
  }
}

async function timed(work: () => Promise<void>): Promise<Measured> {
  const latencies: number[] = [];
  const began = performance.now();
  for (let round = 0; round < MEASURED; round += 1) {
    const at = performance.now();
    await work();
    latencies.push(performance.now() - at);
  }
  return summary(latencies, performance.now() - began);
}
