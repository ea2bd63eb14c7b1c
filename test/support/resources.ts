import { chmod, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Failure } from "../../dev/stack/failure.ts";
import type { PostgresServer } from "../../dev/stack/postgres.ts";
import { query, startThrowawayPostgres } from "../../dev/stack/postgres.ts";
import { findOnPath, freePort, stopLeftover, writePidFile } from "../../dev/stack/processes.ts";
import { endRunning, run } from "../../dev/stack/run.ts";
import type { TemporalServer } from "../../dev/stack/temporal.ts";
import { startTemporal } from "../../dev/stack/temporal.ts";
import { findTemporalCli, findTestServer } from "../../dev/stack/temporal-binaries.ts";
import { buildWeb, WEB_ROOT } from "../../dev/stack/web-build.ts";
import { buildWorkflowBundle } from "../../dev/stack/workflow-bundle.ts";
import { migrate } from "../../prisma/migrate.ts";

/** What the workflows of a simulation have besides the product's. */
const SIMULATION_INTERCEPTORS = ["test/simulate/shifted-clock.ts"];

/** What the broker can be asked for; each is started once, when first asked for. */
export class Resources {
  #folder: Promise<string> | undefined;
  #postgres: Promise<PostgresServer> | undefined;
  #temporal: Promise<TemporalServer> | undefined;
  #testServer: Promise<string> | undefined;
  #bundle: Promise<string | undefined> | undefined;
  #simulationBundle: Promise<string | undefined> | undefined;
  #browser: Promise<FoundBrowser> | undefined;
  #webPages: Promise<string> | undefined;
  #databases = 0;

  async handle(resource: string, body: Record<string, string>): Promise<object | undefined> {
    switch (resource) {
      case "database":
        return this.createDatabase(body["migrated"] !== "no");
      case "drop-database":
        return this.dropDatabase(String(body["name"]));
      case "temporal":
        return { address: (await (this.#temporal ??= this.startTemporal())).address };
      case "test-server":
        return { path: await (this.#testServer ??= this.prepareTestServer()) };
      case "workflow-bundle":
        return { codePath: await (this.#bundle ??= buildWorkflowBundle()) };
      case "simulation-bundle":
        return { codePath: await (this.#simulationBundle ??= buildWorkflowBundle(SIMULATION_INTERCEPTORS)) };
      case "browser":
        return (this.#browser ??= findBrowser());
      case "web-pages":
        return { root: await (this.#webPages ??= this.prepareWebPages()) };
      default:
        throw new Error(`no such test resource: ${resource}`);
    }
  }

  async stop(): Promise<void> {
    endRunning();
    const folder = await this.#folder;
    const ends = [this.#postgres, this.#temporal].map(async (server) => (await server)?.stop());
    await Promise.allSettled(ends);
    if (folder === undefined) return;
    await stopTestServers(folder);
    await rm(folder, { recursive: true, force: true });
  }

  async createDatabase(migrated: boolean): Promise<object> {
    const postgres = await (this.#postgres ??= startMigratedPostgres());
    const name = `test_${(this.#databases += 1)}`;
    const template = migrated ? "dosar" : "template0";
    await query(
      postgres.url("superuser", "postgres"),
      `CREATE DATABASE ${name} TEMPLATE ${template} OWNER dosar_owner`,
    );
    return { name, url: postgres.url("app", name), ownerUrl: postgres.url("owner", name) };
  }

  async dropDatabase(name: string): Promise<undefined> {
    const postgres = await this.#postgres;
    if (postgres) await query(postgres.url("superuser", "postgres"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }

  async startTemporal(): Promise<TemporalServer> {
    const cli = await findTemporalCli(say);
    const folder = await this.folder();
    return startTemporal({
      cli,
      port: await freePort(),
      namespace: "default",
      logFile: join(folder, "temporal.log"),
    });
  }

  /** The server behind a launcher that notes its pid: each test file starts one, and a killed file cannot stop it. */
  async prepareTestServer(): Promise<string> {
    const server = await findTestServer(say);
    const folder = await this.folder();
    const launcher = join(folder, "test-server");
    await writeFile(launcher, `#!/bin/sh\necho $$ >> '${folder}/test-servers'\nexec '${server}' "$@"\n`);
    await chmod(launcher, 0o755);
    return launcher;
  }

  /** A copy: `npm start` in the same checkout may build them anew while a test reads them. */
  async prepareWebPages(): Promise<string> {
    await buildWeb(say);
    const root = join(await this.folder(), "web");
    await cp(WEB_ROOT, root, { recursive: true });
    return root;
  }

  async folder(): Promise<string> {
    return (this.#folder ??= mkdtemp(join(tmpdir(), "dosar-test-")));
  }
}

async function startMigratedPostgres(): Promise<PostgresServer> {
  const postgres = await startThrowawayPostgres();
  try {
    await migrate(postgres.url("owner"));
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return postgres;
}

async function stopTestServers(folder: string): Promise<void> {
  const pids = (await readFile(join(folder, "test-servers"), "utf8").catch(() => "")).split("\n").filter(Boolean);
  for (const pid of pids) {
    const pidFile = { file: join(folder, `${pid}.pid`), mark: "temporal-test-server" };
    await writePidFile(pidFile.file, Number(pid));
    await stopLeftover(pidFile, "SIGTERM", 2000);
  }
}

interface FoundBrowser {
  executablePath: string;
  args: string[];
}

/** The first that runs here: the browser that comes with npm (for x64 Linux), else one of the system. */
async function findBrowser(): Promise<FoundBrowser> {
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const onPath = names.map(findOnPath).filter((path) => path !== undefined);
  const system = [...onPath, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
  const candidates = [await findPackagedBrowser(), ...system.map((executablePath) => ({ executablePath, args }))];
  for (const candidate of candidates) {
    if (candidate && (await run(candidate.executablePath, ["--version", ...candidate.args])).ok) return candidate;
  }
  throw new Failure('No browser runs here: install Chromium or Chrome and have it on PATH as "chromium".');
}

async function findPackagedBrowser(): Promise<FoundBrowser | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const { default: chromium } = await import("@sparticuz/chromium");
  // Its own arguments are for small clouds: one process, which dies with the first window that closes, and no web security.
  const args = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"];
  return { executablePath: await chromium.executablePath(), args };
}

function say(line: string): void {
  console.error(line);
}
