import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { diffSchemas } from "../prisma/migrate.ts";
import { Failure } from "./stack/failure.ts";

const MIGRATIONS = join(import.meta.dirname, "../prisma/migrations");
const SCHEMA = join(import.meta.dirname, "../prisma/schema.prisma");
/** `schema.prisma` as it was when the last migration was made. */
const SNAPSHOT = join(MIGRATIONS, "schema.snapshot.prisma");

/** Fails where `schema.prisma` has changes that no migration brings to a database. */
export async function checkMigrations(): Promise<void> {
  const sql = await diffFromSnapshot();
  if (sql !== null)
    throw new Failure(`schema.prisma has changes without a migration (npm run prisma:diff -- NAME):\n${sql}`);
}

/** Makes the migration and returns the path of its SQL, from the root. */
export async function makeMigration(name: string): Promise<string> {
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
  return `prisma/migrations/${stamp}_${name}/migration.sql`;
}

/** The SQL between the last migration and `schema.prisma`, or null. */
export async function diffFromSnapshot(): Promise<string | null> {
  const before = await readFile(SNAPSHOT, "utf8").catch(() => "");
  return diffSchemas(before, await readFile(SCHEMA, "utf8"));
}
