import { randomUUID } from "node:crypto";

import type { ClientOptions } from "@temporalio/client";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { DefaultLogger, Runtime } from "@temporalio/worker";

import { askBroker, atEndOfFile } from "./broker-client.ts";

/**
 * A Temporal server of this file's own whose clock jumps to the next timer: 425 days pass in an instant. At
 * the top of the file: `const environment = await timeSkippingEnvironment();`. It gives the client
 * (`environment.client`), the connection for a worker (`environment.nativeConnection`), `sleep` and
 * `currentTimeMs`. `dataConverter` is the one of the worker, with its codec.
 */
export async function timeSkippingEnvironment(
  options: Pick<ClientOptions, "dataConverter"> = {},
): Promise<TestWorkflowEnvironment> {
  const { path } = await askBroker<{ path: string }>("test-server");
  quieten();
  const environment = await startInTime(async () =>
    TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: "existing-path", path } },
      client: options,
    }),
  );
  atEndOfFile(async () => environment.teardown());
  return environment;
}

/** The SDK gives its server five seconds to start, which a busy machine may not; two more tries are. */
async function startInTime<T>(start: () => Promise<T>, tries = 3): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (tries <= 1 || !String(error).includes("did not start within")) throw error;
    return await startInTime(start, tries - 1);
  }
}

export interface SharedTemporal {
  address: string;
  namespace: string;
  /** A task queue that no other file uses: the server is shared by all files of the run. */
  taskQueue: string;
}

/** The real server, in real time. At the top of the file: `const temporal = await temporalServer();`. */
export async function temporalServer(): Promise<SharedTemporal> {
  const { address } = await askBroker<{ address: string }>("temporal");
  quieten();
  return { address, namespace: "default", taskQueue: `test-${randomUUID()}` };
}

/** The bundle of all workflows, for `Worker.create({ workflowBundle })`; built once for all files. */
export async function workflowBundle(): Promise<{ codePath: string }> {
  const { codePath } = await askBroker<{ codePath?: string }>("workflow-bundle");
  if (codePath === undefined) throw new Error("There is no workflows/index.ts to bundle.");
  return { codePath };
}

let quiet = false;

/**
 * Of the native part of the SDK what is wrong, and what goes wrong in a workflow or an activity; not its warning at the
 * start of every worker that the time-skipping server is older than 1.16.
 */
const NATIVE_LOG = [
  "error",
  "temporalio_client=warn",
  "temporalio_common=warn",
  "temporalio_sdk_core=warn",
  "temporalio_sdk_core::worker=error",
  "temporalio_sdk_core::worker::workflow=warn",
  "temporalio_sdk_core::worker::activities=warn",
].join();

/** The SDK says only what is wrong. Before its first use in this file. */
function quieten(): void {
  if (quiet) return;
  quiet = true;
  Runtime.install({
    logger: new DefaultLogger("WARN"),
    telemetryOptions: { logging: { filter: NATIVE_LOG, console: {} } },
  });
}
