import { existsSync, readdirSync } from "node:fs";
import { readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { cachePath, fillCache } from "./cache.ts";
import { Failure } from "./failure.ts";
import { findOnPath } from "./processes.ts";
import { run } from "./run.ts";

/** The last release of the CLI that `go install` can build; it carries server 1.29.1. */
const CLI_VERSION = "1.5.1";
const TEST_SERVER_VERSION = "1.32.0";
/** How long the SDK's download may show nothing at all before it is given up. */
const DOWNLOAD_SILENCE_S = 10;
const DOWNLOAD_LIMIT_S = 300;

type Say = (line: string) => void;

/** The `temporal` program: from PATH, from the cache, downloaded by the SDK, or built with Go. */
export async function findTemporalCli(say: Say): Promise<string> {
  const found = findOnPath("temporal") ?? findCached(`temporal-${CLI_VERSION}/temporal`, "temporal-sdk/temporal");
  if (found !== undefined) return found;

  say("Fetching the Temporal server …");
  const downloaded = await downloadWithSdk("dev-server", "temporal-sdk", "temporal");
  if (downloaded !== undefined) return downloaded;

  const go = findOnPath("go");
  let built = "Go is not installed, so it could not be built either.";
  if (go !== undefined) {
    say("  no download from here: building it with Go, once; this takes some minutes");
    try {
      return await buildWithGo(go, say);
    } catch (error) {
      built = explain(error);
    }
  }
  throw new Failure(
    `The Temporal server could not be downloaded. ${built}\nAny of these mends it:\n` +
      `  - put the Temporal CLI on PATH as "temporal" (https://docs.temporal.io/cli)\n` +
      `  - install Go 1.24 or later, and start again\n` +
      `  - set TEMPORAL_ADDRESS=host:port to a Temporal server of your own\n` +
      `  - start once where the internet is open`,
  );
}

/** The time-skipping test server: from PATH, from the cache, downloaded by the SDK, or from Maven for Java. */
export async function findTestServer(say: Say): Promise<string> {
  const name = "temporal-test-server";
  const found = findOnPath(name) ?? findCached(`${name}-${TEST_SERVER_VERSION}/${name}`, `${name}-sdk/${name}`);
  if (found !== undefined) return found;

  say("Fetching Temporal's time-skipping test server …");
  const downloaded = await downloadWithSdk("test-server", `${name}-sdk`, name);
  if (downloaded !== undefined) return downloaded;

  const maven = findOnPath("mvn");
  let fetched = "Java and Maven are not both installed, so it could not be fetched that way either.";
  if (maven !== undefined && findOnPath("java") !== undefined) {
    try {
      return await fetchWithMaven(maven);
    } catch (error) {
      fetched = explain(error);
    }
  }
  throw new Failure(
    `Temporal's time-skipping test server could not be downloaded. ${fetched}\nAny of these mends it:\n` +
      `  - put "${name}" on PATH\n` +
      `  - install Java 11 or later and Maven, and run again\n` +
      `  - run once where the internet is open`,
  );
}

function explain(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function findCached(...candidates: string[]): string | undefined {
  return candidates.map((candidate) => cachePath(candidate)).find((path) => existsSync(path));
}

async function downloadWithSdk(which: string, name: string, file: string): Promise<string | undefined> {
  try {
    await fillCache(name, async (folder) => {
      const script = fileURLToPath(new URL("./sdk-download.ts", import.meta.url));
      let begun = false;
      const { ok, output } = await run(process.execPath, ["--import", "tsx", script, which, folder], {
        giveUp: (seconds) => {
          begun ||= readdirSync(folder).length > 0;
          return seconds > DOWNLOAD_LIMIT_S || (!begun && seconds > DOWNLOAD_SILENCE_S);
        },
      });
      const [fetched] = await readdir(folder);
      if (!ok || fetched === undefined) throw new Error(output);
      await rename(join(folder, fetched), join(folder, file));
    });
    return cachePath(name, file);
  } catch {
    return undefined;
  }
}

async function buildWithGo(go: string, say: Say): Promise<string> {
  const name = `temporal-${CLI_VERSION}`;
  await fillCache(name, async (folder) => {
    const { ok, output } = await run(go, ["install", `github.com/temporalio/cli/cmd/temporal@v${CLI_VERSION}`], {
      env: { GOBIN: folder, CGO_ENABLED: "0" },
      tick: (seconds) => say(`  still building, ${seconds} s`),
    });
    if (!ok) throw new Error(`Building it with Go failed:\n${output}\n`);
  });
  return cachePath(name, "temporal");
}

async function fetchWithMaven(maven: string): Promise<string> {
  const name = `temporal-test-server-${TEST_SERVER_VERSION}`;
  await fillCache(name, async (folder) => {
    await writeFile(join(folder, "pom.xml"), POM);
    const { ok, output } = await run(maven, ["-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=lib"], {
      cwd: folder,
    });
    if (!ok) throw new Error(`Fetching it with Maven failed:\n${output}\n`);
    await writeFile(join(folder, "temporal-test-server"), LAUNCHER, { mode: 0o755 });
  });
  return cachePath(name, "temporal-test-server");
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>dosar</groupId>
  <artifactId>test-server</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${TEST_SERVER_VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
`;

/** Short-lived and small: the plain collector and the quick compiler start it soonest. */
const LAUNCHER = `#!/bin/sh
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;
