import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { Failure } from "./failure.ts";
import { findLeftover } from "./processes.ts";
import { RUN } from "./settings.ts";

const LOCK = { file: join(RUN, "start.pid"), mark: "cli.mjs start" };

/** Sees to it that only one `npm start` runs on this data; returns what lets go of it. */
export async function holdData(): Promise<() => Promise<void>> {
  if (!(await tryHold())) {
    const holder = await findLeftover(LOCK);
    if (holder !== undefined) {
      throw new Failure(
        `Dosar already runs from this folder (process ${holder}). Stop it with Ctrl-C there, or: kill ${holder}`,
      );
    }
    await rm(LOCK.file, { force: true });
    if (!(await tryHold())) throw new Failure("Another npm start of this folder began at the same moment.");
  }
  return async () => {
    const holder = await readFile(LOCK.file, "utf8").catch(() => "");
    if (Number(holder) === process.pid) await rm(LOCK.file, { force: true });
  };
}

async function tryHold(): Promise<boolean> {
  try {
    await writeFile(LOCK.file, `${process.pid}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
