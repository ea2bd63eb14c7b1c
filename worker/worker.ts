import { fileURLToPath } from "node:url";
import { Client } from "@temporalio/client";
import type { PayloadCodec } from "@temporalio/common";
import { type NativeConnection, Worker } from "@temporalio/worker";
import { createActivities, type ActivityDependencies } from "../activities/index.ts";
import { encryptingCodec } from "../prisma/secrecy/payload-codec.ts";
import { engineCalls } from "./engine-calls.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { TASK_QUEUE } from "../workflows/contract.ts";

export interface WorkerOptions extends Omit<ActivityDependencies, "engine"> {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue?: string;
  /** A bundle made beforehand; the workflows are bundled at start otherwise. */
  readonly workflowBundle?: string | undefined;
}

/** A worker that runs every workflow and activity of the product; any number of them may run. */
export async function createWorker(options: WorkerOptions): Promise<Worker> {
  const { connection, namespace, taskQueue = TASK_QUEUE, workflowBundle, keyring } = options;
  const payloadCodecs: PayloadCodec[] = [encryptingCodec(keyring.payloadKey)];
  const workflows =
    workflowBundle === undefined
      ? { workflowsPath: fileURLToPath(new URL("../workflows/index.ts", import.meta.url)) }
      : { workflowBundle: { codePath: workflowBundle } };
  const dataConverter = { payloadCodecs };
  const client = new Client({ connection, namespace, dataConverter });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    ...workflows,
    activities: createActivities({ ...options, engine: engineCalls(client, taskQueue) }),
    dataConverter,
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentLocalActivityExecutions: 40,
  });
  startHeartbeat(worker, options.database.pool);
  return worker;
}
