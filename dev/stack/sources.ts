import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The root of this clone, where every command runs. */
export const ROOT = join(import.meta.dirname, "../..");

/** A fingerprint of files, and of everything below folders, given from the root; what is missing counts as empty. */
export async function fingerprint(...paths: string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of await filesBelow(path)) hash.update(`${file}\n`).update(await readFile(join(ROOT, file)));
  }
  return hash.digest("hex").slice(0, 16);
}

async function filesBelow(path: string): Promise<string[]> {
  try {
    const entries = await readdir(join(ROOT, path), { withFileTypes: true });
    const below = entries.map((entry) => join(path, entry.name)).toSorted();
    return (await Promise.all(below.map(filesBelow))).flat();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOTDIR") return [path];
    if (code === "ENOENT") return [];
    throw error;
  }
}
