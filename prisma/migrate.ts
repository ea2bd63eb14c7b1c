import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { ColumnTypeEnum, DriverAdapterError, bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationDirectory, MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const PRISMA_DIR = fileURLToPath(new URL(".", import.meta.url));
const MIGRATIONS_DIR = `${PRISMA_DIR}migrations/`;
const SCHEMA_FILE = `${PRISMA_DIR}schema.prisma`;
const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * Applies every migration of `prisma/migrations` that the database does not have yet and returns their
 * names. Keeps Prisma's own `_prisma_migrations`, so `prisma migrate deploy` and this are interchangeable;
 * two at once wait for each other on Prisma's advisory lock. `databaseUrl` is the owner of the tables.
 * @throws EditedMigrationError, before anything is applied, when an applied migration is no longer what it was.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const migrationsList = await readMigrations();
  // One connection: the lock is of the session that took it.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    await requireUnedited(pool, migrationsList.migrationDirectories);
    return await withSchemaEngine(new WholeScripts(pool), async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
      return appliedMigrationNames;
    });
  } finally {
    await pool.end();
  }
}

/** The database has tables that the migrations as they are written now would not make. */
export class EditedMigrationError extends Error {
  constructor(names: readonly string[]) {
    super(
      `Edited after they were applied to this database: ${names.join(", ")} (prisma/migrations). ` +
        "In development delete the folder .data, and with it the data, or the database given. " +
        "Data that must stay needs the files as they were applied, and the change in a migration of its own.",
    );
    this.name = "EditedMigrationError";
  }
}

/** Prisma keeps the SHA-256 of each migration that it applies; `prisma migrate deploy` does not look at it again. */
async function requireUnedited(pool: pg.Pool, migrations: readonly MigrationDirectory[]): Promise<void> {
  const { rows: tables } = await pool.query("SELECT WHERE to_regclass('_prisma_migrations') IS NOT NULL");
  if (tables.length === 0) return;
  const { rows } = await pool.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const edited = rows.filter(({ name, checksum }) => {
    const content = migrations.find(({ path }) => path === name)?.migrationFile.content;
    return content?.tag === "ok" && !checksumsOf(content.value).includes(checksum);
  });
  if (edited.length > 0) throw new EditedMigrationError(edited.map(({ name }) => name));
}

/** With the line ends of either system: what a checkout does to them changes nothing. */
function checksumsOf(script: string): string[] {
  const lines = script.replaceAll("\r\n", "\n");
  return [lines, lines.replaceAll("\n", "\r\n")].map((text) => createHash("sha256").update(text).digest("hex"));
}

/**
 * Prisma's adapter cuts a migration at every semicolon, also within comments and function bodies. This one
 * sends it whole, as `prisma migrate` does: PostgreSQL applies all of it or nothing.
 */
class WholeScripts extends PrismaPg {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super(pool);
    this.#pool = pool;
  }

  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await this.#pool.query(script).catch(rethrowExplained);
    };
    return adapter;
  }
}

/** In the form in which the engine keeps an error's words. */
function rethrowExplained(error: unknown): never {
  if (!(error instanceof pg.DatabaseError)) throw error;
  const { code = "", severity = "ERROR", message, detail, column, hint } = error;
  throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
}

/** The SQL that leads from one schema to another (the texts of `.prisma` files), or null where they are alike. */
export async function diffSchemas(from: string, to: string): Promise<string | null> {
  const file = (content: string): { path: string; content: string } => ({ path: SCHEMA_FILE, content });
  // The engine compares the two without a connection.
  return withSchemaEngine(NO_DATABASE, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: from === "" ? { tag: "empty" } : { tag: "schemaDatamodel", files: [file(from)] },
      to: { tag: "schemaDatamodel", files: [file(to)] },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    });
    return exitCode === 0 ? null : stdout;
  });
}

/** An engine is always given a connection; before comparing two texts it asks only which server that is. */
const NO_DATABASE: SqlMigrationAwareDriverAdapterFactory = {
  provider: "postgres",
  adapterName: "none",
  connect: async () => NO_CONNECTION,
  connectToShadowDb: async () => NO_CONNECTION,
};

const NO_CONNECTION: SqlDriverAdapter = {
  provider: "postgres",
  adapterName: "none",
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  queryRaw: async () => ({
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, "PostgreSQL 18", 180000]],
  }),
  executeRaw: refuse,
  executeScript: refuse,
  startTransaction: refuse,
  dispose: async () => {},
};

async function refuse(): Promise<never> {
  throw new Error("there is no database behind a comparison of schemas");
}

async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS_DIR, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(names.toSorted().map(readMigration));
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"' },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

async function readMigration(name: string): Promise<MigrationDirectory> {
  const content = await readFile(`${MIGRATIONS_DIR}${name}/migration.sql`, "utf8");
  return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value: content } } };
}

/** Prisma's own schema engine, the code behind `prisma migrate`, as WebAssembly: no native binary needed. */
async function withSchemaEngine<T>(
  database: SqlMigrationAwareDriverAdapterFactory,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await (bindings ??= loadBindings());
  const adapter = bindMigrationAwareSqlAdapterFactory(database);
  const datamodel: [string, string] = [SCHEMA_FILE, await readFile(SCHEMA_FILE, "utf8")];
  const engine = await SchemaEngine.new({ datamodels: [datamodel] }, () => {}, adapter);
  try {
    return await use(engine);
  } finally {
    engine.free();
  }
}

type Bindings = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

/** One instance for the process: the bindings keep their state in the module. */
let bindings: Promise<Bindings> | undefined;

async function loadBindings(): Promise<Bindings> {
  const name = "@prisma/schema-engine-wasm/schema_engine_bg";
  const loaded: Bindings = await import(name);
  const wasm = await readFile(new URL("./schema_engine_bg.wasm", import.meta.resolve(name)));
  const imports = { "./schema_engine_bg.js": loaded as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(wasm, imports);
  loaded.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  // Where the engine leaves its words before it traps.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => console.error(`schema engine: ${message}`),
    },
  });
  return loaded;
}

/** `npm run prisma:migrate`: the owner's URL in DATABASE_OWNER_URL, or in DATABASE_URL. */
async function main(): Promise<void> {
  const url = process.env["DATABASE_OWNER_URL"] ?? process.env["DATABASE_URL"];
  if (!url) throw new Error("DATABASE_OWNER_URL names no database.");
  const applied = await migrate(url);
  console.log(applied.length === 0 ? "Nothing to apply." : `Applied:\n  ${applied.join("\n  ")}`);
}

if (process.argv[1] === import.meta.filename) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
