import { expect, test } from "@jest/globals";
import pg from "pg";

import { emptyDatabase, testDatabase } from "../support/database.ts";

const database = await testDatabase();
const empty = await emptyDatabase();

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a test database holds every migration, and an empty one none", async () => {
  const [migrated] = await ask(database.ownerUrl, "SELECT to_regclass('_prisma_migrations') AS found");
  const [unmigrated] = await ask(empty.ownerUrl, "SELECT to_regclass('_prisma_migrations') AS found");
  expect(migrated?.["found"]).toBe("_prisma_migrations");
  expect(unmigrated?.["found"]).toBeNull();
});

test("the application's role is an ordinary one and does not own the tables", async () => {
  const [role] = await ask(
    database.url,
    "SELECT current_user AS name, rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user",
  );
  expect(role).toEqual({ name: "dosar_app", rolsuper: false, rolcreatedb: false, rolcreaterole: false });
  await expect(ask(database.url, "DROP TABLE _prisma_migrations")).rejects.toThrow(/must be owner/);
});
