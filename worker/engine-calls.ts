import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type Client,
} from "@temporalio/client";
import { ApplicationFailure } from "@temporalio/common";
import type { EngineCalls } from "../activities/engine-calls.ts";
import {
  APPLY_CALENDAR_CHANGE,
  calendarChangeWorkflowId,
  caseWorkflowId,
  recomputeUpdate,
} from "../workflows/contract.ts";

/** How long a case may take to answer, in milliseconds. */
const PATIENCE_MS = 10_000;

/** The engine, as the worker's own activities ask it. */
export function engineCalls(client: Client, taskQueue: string): EngineCalls {
  return {
    async recompute(caseId, change) {
      const handle = client.workflow.getHandle(caseWorkflowId(caseId));
      try {
        return await client.withDeadline(Date.now() + PATIENCE_MS, () =>
          handle.executeUpdate(recomputeUpdate, { args: [{ change }] }),
        );
      } catch (error) {
        if (hasEnded(error)) return undefined;
        throw error;
      }
    },
    async startCalendarChange(number) {
      try {
        await client.workflow.start(APPLY_CALENDAR_CHANGE, {
          workflowId: calendarChangeWorkflowId(number),
          taskQueue,
          args: [{ number }],
        });
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    },
  };
}

/** The case is closed, or was while it was told. */
function hasEnded(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return true;
  if (!(error instanceof WorkflowUpdateFailedError)) return false;
  return error.cause instanceof ApplicationFailure && error.cause.type === "AcceptedUpdateCompletedWorkflow";
}
