import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { DefaultLogger, Runtime, Worker } from "@temporalio/worker";
import { openKeyring } from "../../prisma/secrecy/keyring.ts";
import { encryptingCodec } from "../../prisma/secrecy/payload-codec.ts";
import { workflowBundle } from "../support/temporal.ts";
import { historyFromJson, type History } from "./history.ts";
import { SCENARIOS } from "./scenarios.ts";

const FOLDER = fileURLToPath(new URL("../histories/", import.meta.url));
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));
/** The key with which the tests run: see `skippingWorld`. */
const KEYRING = openKeyring(Buffer.alloc(32, 7).toString("base64"));
const bundle = await workflowBundle();
Runtime.install({ logger: new DefaultLogger("ERROR") });

function historyOf(file: string): History {
  return historyFromJson(readFileSync(join(FOLDER, file), "utf8"));
}

/** What is wrong with each history under the workflows as they are now; undefined for those that replay. */
async function replay(
  histories: readonly { name: string; history: History }[],
): Promise<Record<string, string | undefined>> {
  const found: Record<string, string | undefined> = {};
  const results = Worker.runReplayHistories(
    { workflowBundle: bundle, dataConverter: { payloadCodecs: [encryptingCodec(KEYRING.payloadKey)] } },
    histories.map(({ name, history }) => ({ workflowId: name, history })),
  );
  for await (const { workflowId, error } of results) found[workflowId] = error?.message;
  return found;
}

describe("recorded histories", () => {
  test("design 16: there is one for each scenario, and no continuation is missing", () => {
    const scenarios = new Set(FILES.map((file) => file.replace(/^\d+\.\d+\.\d+-/, "").replace(/(-\d+)?\.json$/, "")));
    expect([...scenarios].toSorted()).toEqual(Object.keys(SCENARIOS).toSorted());
    const continued = FILES.filter(
      (file) => historyOf(file).events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes,
    );
    expect(continued.length).toBeGreaterThan(2);
    for (const file of continued) {
      const run = Number(/-(\d+)\.json$/.exec(file)?.[1] ?? 1);
      expect(FILES).toContain(`${file.replace(/(-\d+)?\.json$/, "")}-${run + 1}.json`);
    }
  });

  test("design 16: every one replays with the workflows as they are now", async () => {
    const found = await replay(FILES.map((name) => ({ name, history: historyOf(name) })));
    expect(found).toEqual(Object.fromEntries(FILES.map((name) => [name, undefined])));
  });

  test("a history in another order of commands does not replay", async () => {
    const name = FILES.find((file) => file.includes("late-at-deadlines")) ?? "";
    const history = historyOf(name);
    // As if the file had first called something else: the engine's note on its first local activity names it.
    const marker = history.events?.find(({ markerRecordedEventAttributes: recorded }) => recorded != null);
    const note = marker?.markerRecordedEventAttributes?.details?.["data"]?.payloads?.[0];
    if (note?.data == null) throw new Error("no local activity");
    note.data = Buffer.from(Buffer.from(note.data).toString().replace("commitCase", "forgetCase"));
    expect((await replay([{ name, history }]))[name]).toMatch(/[Nn]ondeterminism|TMPRL1100/);
  });
});
