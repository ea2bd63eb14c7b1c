/** A migration that was edited after it was applied is told before anything else happens. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import pg from "pg";
import { testDatabase } from "../support/database.ts";

const MIGRATE = fileURLToPath(new URL("../../prisma/migrate.ts", import.meta.url));
const EDITED = "20261122171500_lists";

const { ownerUrl } = await testDatabase();

interface Ended {
  readonly failed: boolean;
  readonly said: string;
}

/** `npm run prisma:migrate`. */
async function migrate(): Promise<Ended> {
  const env = { ...process.env, DATABASE_OWNER_URL: ownerUrl, NODE_OPTIONS: "" };
  return await new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", MIGRATE], { env }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, said: `${stdout}${stderr}`.trim() });
    });
  });
}

test("a migration that was applied and then edited is named, with what to do; unedited ones pass", async () => {
  expect(await migrate()).toEqual({ failed: false, said: "Nothing to apply." });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query("UPDATE _prisma_migrations SET checksum = $2 WHERE migration_name = $1", [EDITED, "0".repeat(64)]);
  await client.end();
  const { failed, said } = await migrate();
  expect(failed).toBe(true);
  expect(said).toContain(`Edited after they were applied to this database: ${EDITED} (`);
  expect(said).toContain("delete the folder .data");
}, 120_000);
