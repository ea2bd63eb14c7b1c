import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { Failure } from "./failure.ts";
import type { PostgresPasswords } from "./postgres.ts";
import { generatePasswords } from "./postgres.ts";

const MASTER_KEY_BYTES = 32;

export interface Secrets {
  postgres: PostgresPasswords;
  /** Base64; wraps the key of every file's sensitive part. */
  masterKey: string;
}

/** The secrets of this data folder, made at first; only its owner can read them. */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, "secrets.json");
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text !== undefined) return JSON.parse(text) as Secrets;
  if (existsSync(join(dataDir, "postgres"))) {
    throw new Failure(
      `${file} is gone, and without its keys the data in ${dataDir} cannot be read.\n` +
        `Put the file back, or remove ${dataDir} to begin anew.`,
    );
  }
  const masterKey = randomBytes(MASTER_KEY_BYTES).toString("base64");
  const secrets: Secrets = { postgres: generatePasswords(), masterKey };
  await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return secrets;
}
