/** An officer's command through HTTP, beside a bare Temporal workflow that answers the same number of updates. */
import { randomUUID } from "node:crypto";
import { Client, Connection } from "@temporalio/client";
import { DEMO_PASSWORD } from "../../dev/demo-accounts.ts";
import { ADULT, ADULT_DOSSIER, OFFER } from "../support/moh-file.ts";
import { bare, bareUpdate } from "./bare-workflow.ts";
import { clients, HEAD, line, summary, type Measured } from "./measure.ts";
import type { BenchStack } from "./stack.ts";

type By = "dsp" | "cst" | "ministry";
const ACCOUNTS = {
  dsp: "ofiter.cluj@dosar.example",
  cst: "comisie.cluj@dosar.example",
  ministry: "minister@dosar.example",
};
const CLINICS = ["A", "B", "C"].map((name) => ({ name, country: "DE" }));

/** The acts of one file, from the commission to the Ministry's decision. */
const ACTS: readonly (readonly [By, string, Record<string, unknown>])[] = [
  ["dsp", "sendToCommission", {}],
  ["cst", "beginExamination", {}],
  ["cst", "finishExamination", { decision: "approved" }],
  ["dsp", "registerDecision", { decision: "approved", minutes: { urgencyClass: "B", clinics: CLINICS } }],
  ["dsp", "notifyPatient", {}],
  ...["clinic-1", "clinic-2", "clinic-3"].map(
    (clinic) => ["dsp", "sendClinicRequest", { clinic, evidence: "e-mail" }] as const,
  ),
  ["dsp", "recordClinicAnswer", { clinic: "clinic-1", kind: "offer", offer: OFFER }],
  ["dsp", "recordClinicAnswer", { clinic: "clinic-2", kind: "refusal" }],
  ["dsp", "sendToMinistry", {}],
  ["ministry", "registerAtMinistry", {}],
];

const ROUNDS = 3;
const CONCURRENCY = [1, 16];

/** Prints commands a second and latencies, bare and whole in turns, and their ratio. */
export async function benchCommands(stack: BenchStack): Promise<void> {
  const cookies = await signIn(stack.api);
  const connection = await Connection.connect({ address: stack.temporalAddress });
  const client = new Client({ connection });
  console.log(`\nOne officer's command through HTTP, beside a bare Temporal update\n${HEAD}`);
  for (const concurrency of CONCURRENCY) {
    const files = concurrency === 1 ? 4 : 2;
    await whole(stack.api, cookies, concurrency, 1); // warm
    await bareRound(client, concurrency, 1);
    const bareResults: Measured[] = [];
    const wholeResults: Measured[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      bareResults.push(await bareRound(client, concurrency, files));
      wholeResults.push(await whole(stack.api, cookies, concurrency, files));
    }
    const [bareResult, wholeResult] = [median(bareResults), median(wholeResults)];
    console.log(line(`bare Temporal update, ${concurrency} at once`, bareResult));
    console.log(line(`Dosar command, ${concurrency} at once`, wholeResult));
    const ratio = (pick: (measured: Measured) => number): string => (pick(wholeResult) / pick(bareResult)).toFixed(2);
    console.log(
      `${"  Dosar / bare".padEnd(44)}${["", ratio((m) => m.perSecond), ratio((m) => m.p50), ratio((m) => m.p95), ratio((m) => m.p99)].map((cell) => cell.padStart(10)).join("")}`,
    );
  }
  await connection.close();
}

/** The round with the median p50. */
function median(results: readonly Measured[]): Measured {
  const sorted = results.toSorted((a, b) => a.p50 - b.p50);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError("no rounds");
  return middle;
}

async function bareRound(client: Client, concurrency: number, files: number): Promise<Measured> {
  const { latencies, elapsedMs } = await clients(concurrency, async (_client, timed) => {
    for (let file = 0; file < files; file += 1) {
      const handle = await client.workflow.start(bare, {
        taskQueue: "bare",
        workflowId: `bare-${randomUUID()}`,
        args: [ACTS.length + 1],
      });
      await handle.executeUpdate(bareUpdate, { args: ["opened"] });
      for (const [, type] of ACTS)
        await timed(() => handle.executeUpdate(bareUpdate, { args: [type], updateId: randomUUID() }));
    }
  });
  return summary(latencies, elapsedMs);
}

async function whole(api: string, cookies: Record<By, string>, concurrency: number, files: number): Promise<Measured> {
  const { latencies, elapsedMs } = await clients(concurrency, async (_client, timed) => {
    for (let file = 0; file < files; file += 1) {
      const opened = await post(`${api}/api/cases`, cookies.dsp, {
        commandId: randomUUID(),
        process: "moh",
        patient: ADULT,
        filer: { role: "patient" },
        documents: ADULT_DOSSIER,
      });
      let version = (opened["view"] as { version: number }).version;
      for (const [by, type, payload] of ACTS) {
        const view = await timed(() =>
          post(`${api}/api/cases/${String(opened["caseId"])}/commands`, cookies[by], {
            commandId: randomUUID(),
            expectedVersion: version,
            type,
            payload,
          }),
        );
        version = Number(view["version"]);
      }
    }
  });
  return summary(latencies, elapsedMs);
}

/** Sessions of the three people who act. */
export async function signIn(api: string): Promise<Record<By, string>> {
  const entries = Object.entries(ACCOUNTS).map(async ([by, email]) => {
    const response = await fetch(`${api}/api/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password: DEMO_PASSWORD }),
    });
    return [by, response.headers.get("set-cookie")?.split(";")[0] ?? ""] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Record<By, string>;
}

export async function post(url: string, cookie: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}
