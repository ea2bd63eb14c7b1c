/** A due date with its working on paper, through HTTP, and whether making one holds up other requests. */
import { addDays, plainDate } from "../../domain/plain-date.ts";
import { clients, HEAD, line, summary } from "./measure.ts";
import type { BenchStack } from "./stack.ts";

/** Below what one address may ask for in a minute. */
const DOCUMENTS = 100;
const PROBE_MS = 5;

export async function benchDocuments({ api }: BenchStack): Promise<void> {
  const paper = async (index: number): Promise<void> => {
    const from = addDays(plainDate("2026-01-05"), index);
    await get(`${api}/api/deadlines/preview.pdf?rule=MOH-73&institution=DSP-CJ&from=${from}`);
  };
  const cold = performance.now();
  await paper(0);
  console.log(`\nThe working of a term of 22 working days as tagged PDF, two pages, with its code\n${HEAD}`);
  console.log(`the first one, with the compiler: ${Math.round(performance.now() - cold)} ms`);
  const alone = await probe(api, async () => new Promise((resolve) => setTimeout(resolve, 2_000)));
  let made: Awaited<ReturnType<typeof clients>> | undefined;
  const beside = await probe(api, async () => {
    made = await clients(1, async (_client, timed) => {
      for (let index = 1; index <= DOCUMENTS; index += 1) await timed(async () => paper(index));
    });
  });
  if (made !== undefined)
    console.log(line("each a different one, one client", summary(made.latencies, made.elapsedMs)));
  console.log(line("another request meanwhile", beside));
  console.log(line("the same request with no document", alone));
}

/** Latencies of a small request, asked again and again until the work is done. */
async function probe(api: string, work: () => Promise<unknown>): Promise<ReturnType<typeof summary>> {
  let done = false;
  const working = work().finally(() => (done = true));
  const { latencies, elapsedMs } = await clients(1, async (_client, timed) => {
    while (!done) {
      await timed(async () => get(`${api}/api/rules/MOH-73`));
      await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
    }
  });
  await working;
  return summary(latencies, elapsedMs);
}

async function get(url: string): Promise<void> {
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
}
