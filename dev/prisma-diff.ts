/**
 * `npm run prisma:diff` prints the SQL between the last migration and `schema.prisma`; with a name it makes
 * the migration: review it, add what Prisma cannot say (grants, triggers, checks), commit both files.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { diffSchemas } from "../prisma/migrate.ts";
import { Failure, describeFailure } from "./stack/failure.ts";

const MIGRATIONS = join(import.meta.dirname, "../prisma/migrations");
const SCHEMA = join(import.meta.dirname, "../prisma/schema.prisma");
/** `schema.prisma` as it was when the last migration was made. */
const SNAPSHOT = join(MIGRATIONS, "schema.snapshot.prisma");

/** Fails where `schema.prisma` has changes that no migration brings to a database. */
async function checkMigrations(): Promise<void> {
  const sql = await diffFromSnapshot();
  if (sql !== null)
    throw new Failure(`schema.prisma has changes without a migration (npm run prisma:diff -- NAME):\n${sql}`);
}

async function makeMigration(name: string): Promise<void> {
  if (!/^[a-z0-9_]+$/.test(name))
    throw new Failure(`A migration's name is lower case with underscores, not "${name}".`);
  const sql = await diffFromSnapshot();
  if (sql === null) throw new Failure("schema.prisma has no changes since the last migration.");
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = join(MIGRATIONS, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  await writeFile(join(MIGRATIONS, "migration_lock.toml"), 'provider = "postgresql"\n');
  await writeFile(SNAPSHOT, await readFile(SCHEMA));
  console.log(`prisma/migrations/${stamp}_${name}/migration.sql`);
}

async function diffFromSnapshot(): Promise<string | null> {
  const before = await readFile(SNAPSHOT, "utf8").catch(() => "");
  return diffSchemas(before, await readFile(SCHEMA, "utf8"));
}

async function main([argument]: string[]): Promise<void> {
  if (argument === undefined) console.log((await diffFromSnapshot()) ?? "-- no changes");
  else if (argument === "--check") await checkMigrations();
  else await makeMigration(argument);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(describeFailure(error));
  process.exitCode = 1;
});
