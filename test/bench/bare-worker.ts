/** A worker for the bare workflow alone, in a process of its own like the product's. */
import { fileURLToPath } from "node:url";
import { NativeConnection, Worker } from "@temporalio/worker";

const connection = await NativeConnection.connect({ address: process.env["TEMPORAL_ADDRESS"] ?? "" });
const worker = await Worker.create({
  connection,
  taskQueue: "bare",
  workflowsPath: fileURLToPath(new URL("bare-workflow.ts", import.meta.url)),
});
await worker.run();
