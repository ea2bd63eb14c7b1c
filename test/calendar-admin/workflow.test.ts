/** How a change of the calendar is carried out over time: stops, files that stay silent, long ways. Its activities are played. */
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "@jest/globals";
import { Worker } from "@temporalio/worker";
import type { CalendarActivities, ChangeState } from "../../activities/calendar-activities.ts";
import { APPLY_CALENDAR_CHANGE, calendarChangeWorkflowId, lookSignal } from "../../workflows/contract.ts";
import { atEndOfFile } from "../support/broker-client.ts";
import { timeSkippingEnvironment, workflowBundle } from "../support/temporal.ts";

const environment = await timeSkippingEnvironment();
const { codePath } = await workflowBundle();
const { client } = environment;
const taskQueue = "calendar";
const PAGE = 3;

let state: ChangeState;
/** Files that are out of date, in order. */
let files: string[];
/** Files that do not answer yet, and after how many times they do. */
let silent: Map<string, number>;
let told: string[];
let counted: { filesDone: number; moved: number };
let replanned: number;
/** Called before each page of files. */
let beforePage: (page: number) => void;
let pages: number;

beforeEach(() => {
  state = "saved";
  files = [];
  silent = new Map();
  told = [];
  counted = { filesDone: 0, moved: 0 };
  replanned = 0;
  beforePage = () => undefined;
  pages = 0;
});

const activities: CalendarActivities & { replanPage(): Promise<{ files: number }> } = {
  async beginCalendarChange() {
    if (state === "saved") state = "running";
    return state;
  },
  async nextFiles({ after }) {
    const left = files.filter((file) => file > after);
    const page = left.slice(0, PAGE);
    return { files: page, after: page.at(-1) ?? after, isLast: left.length <= PAGE };
  },
  async recomputeFiles({ files: page, filesDone, moved }) {
    pages += 1;
    beforePage(pages);
    counted = { filesDone, moved };
    let [taken, failed] = [0, 0];
    for (const file of page) {
      if (state === "stopped") break;
      taken += 1;
      const times = silent.get(file) ?? 0;
      silent.set(file, times - 1);
      if (times > 0) {
        failed += 1;
        continue;
      }
      told.push(file);
      files = files.filter((other) => other !== file);
      counted = { filesDone: counted.filesDone + 1, moved: counted.moved + 2 };
    }
    return { ...counted, taken, failed };
  },
  async finishCalendarChange() {
    if (state === "running") state = "done";
    return state;
  },
  async startCalendarChanges() {
    return undefined;
  },
  async replanPage() {
    replanned += 1;
    return { files: 0 };
  },
};

const worker = await Worker.create({
  connection: environment.nativeConnection,
  taskQueue,
  workflowBundle: { codePath },
  activities,
});
const running = worker.run();
atEndOfFile(async () => {
  worker.shutdown();
  await running;
});

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `file ${String(index).padStart(4, "0")}`);

async function start() {
  return await client.workflow.start(APPLY_CALENDAR_CHANGE, {
    workflowId: `${calendarChangeWorkflowId(1)}-${randomUUID()}`,
    taskQueue,
    args: [{ number: 1 }],
  });
}

test("every file is told once, in order; then the reminders are planned anew, and the change is done", async () => {
  const all = names(8);
  files = [...all];
  await (await start()).result();
  expect(told).toEqual(all);
  expect(counted).toEqual({ filesDone: 8, moved: 16 });
  expect([state, replanned]).toEqual(["done", 1]);
});

test("stopped in the middle of a page, it waits; it goes on behind the last file that it told", async () => {
  const all = names(8);
  files = [...all];
  beforePage = (page) => {
    if (page === 2) state = "stopped";
  };
  const handle = await start();
  await environment.sleep("10 minutes");
  expect([told, state]).toEqual([all.slice(0, PAGE), "stopped"]);
  state = "saved"; // as the API writes it
  await handle.signal(lookSignal);
  await handle.result();
  expect([told, state]).toEqual([all, "done"]);
  expect(counted.filesDone).toBe(8);
});

test("it looks by itself whether it was resumed, should the signal be lost", async () => {
  files = names(2);
  state = "stopped";
  const handle = await start();
  await environment.sleep("3 minutes");
  expect(told).toEqual([]);
  state = "saved";
  await environment.sleep("2 minutes");
  expect(told).toEqual(names(2));
  await handle.result();
});

test("a file that stays silent is told in a later pass; the change is not done before", async () => {
  files = names(5);
  silent.set("file 0001", 3);
  const handle = await start();
  await environment.sleep("1 second");
  expect([told.length, state]).toEqual([4, "running"]);
  await handle.result();
  expect(told.toSorted()).toEqual(names(5));
  expect([counted.filesDone, state, replanned]).toEqual([5, "done", 1]);
});

test("a file whose commit was under way when the change was saved is found when everything is done", async () => {
  files = names(2);
  const handle = await start();
  while (state !== "done") await environment.sleep("1 second");
  files = ["file late"];
  await handle.result();
  expect(told).toEqual([...names(2), "file late"]);
  expect(counted.filesDone).toBe(3);
});

test("a long way is continued as new, and loses count of nothing", async () => {
  const all = names(PAGE * 230);
  files = [...all];
  const handle = await start();
  await handle.result();
  expect(told).toEqual(all);
  expect(counted).toEqual({ filesDone: all.length, moved: 2 * all.length });
  const { historyLength } = await handle.describe();
  expect(historyLength).toBeLessThan(1_000);
}, 120_000);

test("a change that is done already does nothing", async () => {
  files = names(2);
  state = "done";
  const handle = await start();
  await environment.sleep("1 second");
  expect(told).toEqual([]);
  files = [];
  await handle.result();
});
