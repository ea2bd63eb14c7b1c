import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** Programs fetched or built once for all clones of this user. */
const CACHE = join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "dosar");

export function cachePath(...parts: string[]): string {
  return join(CACHE, ...parts);
}

/**
 * Lets `make` fill a fresh folder and puts it at `cachePath(name)` in one step, so that nobody sees half of
 * it and two at once do not disturb each other: the one that comes second finds the first's and keeps it.
 */
export async function fillCache(name: string, make: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(`${cachePath(name)}.making-`);
  try {
    await make(folder);
    await rename(folder, cachePath(name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
