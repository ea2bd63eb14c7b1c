/**
 * The entry of the npm scripts. Plain JavaScript without dependencies, since on a fresh clone it runs
 * before anything is installed: it sees to Node, the packages and the generated Prisma client, and hands over.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NODE_NEEDED = [20, 19];

const COMMANDS = {
  start: () => runInProcess("dev/start.ts"),
  test: (args) => runNode(["node_modules/jest/bin/jest.js", ...args], JEST_ENV),
  check: () => runInProcess("dev/check.ts"),
  build: () => runInProcess("dev/build.ts"),
  bench: () => runInProcess("dev/bench.ts"),
  simulate: () => runInProcess("dev/simulate.ts"),
  format: () => runNode(["node_modules/prettier/bin/prettier.cjs", "--write", "--log-level=warn", "."]),
  /** Only what comes before each of the others: the packages and the Prisma client. */
  generate: () => {},
  "prisma-diff": () => runInProcess("dev/prisma-diff.ts"),
};

const JEST_ENV = {
  NODE_OPTIONS: [process.env.NODE_OPTIONS, "--experimental-vm-modules", "--disable-warning=ExperimentalWarning"]
    .filter(Boolean)
    .join(" "),
};

/**
 * Prisma insists on its native schema engine and would download it; migrations go through the WebAssembly
 * one, and generating uses none, so any existing file stands for it.
 */
const PRISMA_ENV = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

async function main([name, ...args]) {
  checkNode();
  const run = COMMANDS[name];
  if (!run) fail(`Usage: node dev/cli.mjs ${Object.keys(COMMANDS).join(" | ")}`);
  process.chdir(ROOT);
  await withPreparationLock(async () => {
    if (!packagesAreInstalled()) await installPackages();
    await generatePrismaClient();
  });
  process.argv.splice(2, 1);
  await run(args);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [neededMajor, neededMinor] = NODE_NEEDED;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  fail(`Dosar needs Node ${NODE_NEEDED.join(".")} or later; this is ${process.versions.node}.`);
}

/**
 * Compares what npm wrote down of node_modules with the lock file, package by package: dates say nothing
 * after a checkout, and an install that is not needed would pull the floor from under a running program.
 */
function packagesAreInstalled() {
  const wanted = readJson("package-lock.json")?.packages ?? {};
  const installed = readJson("node_modules/.package-lock.json")?.packages;
  if (!installed) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    return path === "" || optional || devOptional || installed[path]?.version === version;
  });
}

async function installPackages() {
  const started = Date.now();
  say("Installing packages (npm ci) …");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const [file, all] = npm?.endsWith("js") ? [process.execPath, [npm, ...args]] : ["npm", args];
  const ticker = setInterval(() => say(`  still installing, ${seconds(started)}`), 15_000);
  const { code, output } = await runQuietly(file, all, PRISMA_ENV).finally(() => clearInterval(ticker));
  if (code !== 0) fail(`npm ci failed:\n${output.trim().split("\n").slice(0, 25).join("\n")}`);
  say(`  packages installed in ${seconds(started)}`);
}

async function generatePrismaClient() {
  if (!existsSync("prisma/schema.prisma")) return;
  const parts = [readFileSync("prisma/schema.prisma"), readJson("node_modules/prisma/package.json")?.version ?? ""];
  const hash = createHash("sha256").update(parts.join("\n")).digest("hex");
  const marker = "prisma/generated/.sha256";
  if (existsSync(marker) && readFileSync(marker, "utf8") === hash) return;
  const { code, output } = await runQuietly(
    process.execPath,
    ["node_modules/prisma/build/index.js", "generate"],
    PRISMA_ENV,
  );
  if (code !== 0) fail(`prisma generate failed:\n${output.trim()}`);
  writeFileSync(marker, hash);
}

/** Two commands at once on a fresh clone: the second waits until the first has installed and generated. */
async function withPreparationLock(prepare) {
  const lock = join(ROOT, ".data", "preparing.lock");
  mkdirSync(dirname(lock), { recursive: true });
  for (let waited = 0; !tryLock(lock); waited += 1) {
    if (waited === 0) say("Waiting for another command of this clone that is installing …");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const release = () => rmSync(lock, { force: true });
  process.once("exit", release);
  await prepare();
  release();
  process.off("exit", release);
}

function tryLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const holder = Number(existsSync(lock) ? readFileSync(lock, "utf8") : 0);
  if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
  return false;
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** TypeScript in this very process, so that signals and the exit code need no passing on. */
async function runInProcess(script) {
  const { register } = await import("tsx/esm/api");
  register();
  await import(new URL(`../${script}`, import.meta.url).href);
}

/** Node in a child that shares this terminal; ends with the child's exit code. */
async function runNode(args, env = {}) {
  const child = spawn(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } });
  // Ctrl-C reaches the child by itself: stay until it has cleaned up. Other signals are passed on.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
}

function runQuietly(file, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => resolve({ code: 1, output: error.message }));
    child.once("close", (code) => resolve({ code, output }));
  });
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

function seconds(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

function say(line) {
  console.error(line);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

const PLAIN_CAUSES = {
  ENOSPC: "The disk is full. Free some space and start again.",
  EACCES: "No permission to write here: use a clone in a folder that you may write to.",
  EROFS: "The file system is read-only: use a clone in a folder that can be written to.",
};

main(process.argv.slice(2)).catch((error) => fail(PLAIN_CAUSES[error.code] ?? error.stack ?? String(error)));
