import { askBroker, atEndOfFile } from "./broker-client.ts";

export interface TestDatabase {
  name: string;
  /** As the API and the worker log in. */
  url: string;
  /** As the migrations log in: may do everything in this database. */
  ownerUrl: string;
}

/**
 * A migrated, otherwise empty PostgreSQL database of this file's own, dropped at its end. At the top of the
 * file: `const database = await testDatabase();`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  return createDatabase("yes");
}

/** One without tables, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase("no");
}

async function createDatabase(migrated: "yes" | "no"): Promise<TestDatabase> {
  const database = await askBroker<TestDatabase>("database", { migrated });
  atEndOfFile(async () => askBroker("drop-database", { name: database.name }));
  return database;
}
