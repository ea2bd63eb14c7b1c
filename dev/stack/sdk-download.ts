/**
 * Lets the Temporal SDK fetch one of its servers into a folder: `tsx sdk-download.ts dev-server DIR` or
 * `… test-server DIR`. A program of its own, so that a download that hangs can be given up.
 */
import { TestWorkflowEnvironment } from "@temporalio/testing";

const [which, downloadDir] = process.argv.slice(2);
if (downloadDir === undefined) throw new Error("usage: sdk-download.ts dev-server|test-server DIR");

const server = { executable: { type: "cached-download", downloadDir } } as const;
const environment =
  which === "test-server"
    ? await TestWorkflowEnvironment.createTimeSkipping({ server })
    : await TestWorkflowEnvironment.createLocal({ server });
await environment.teardown();
process.exit(0);
