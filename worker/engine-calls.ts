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
  CASE_WORKFLOWS,
  caseWorkflowId,
  IMPORT_FILES,
  importWorkflowId,
  openedUpdate,
  PASSING_SPREAD_SECONDS,
  recomputeUpdate,
  commandUpdate,
  CONFIRM_RANKING,
  fundsRankingWorkflowId,
  TRY_AGAIN,
  type CaseInput,
} from "../workflows/contract.ts";

/** How long a case may take to answer, in milliseconds. */
const PATIENCE_MS = 10_000;
/** A file that is brought writes a year of acts at once, among many others. */
const OPENING_PATIENCE_MS = 30_000;

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
      await unlessStarted(() =>
        client.workflow.start(APPLY_CALENDAR_CHANGE, {
          workflowId: calendarChangeWorkflowId(number),
          taskQueue,
          args: [{ number }],
        }),
      );
    },
    async bring({ process, ...file }) {
      const workflowId = caseWorkflowId(file.caseId);
      const input: CaseInput = { ...file, spreadSeconds: PASSING_SPREAD_SECONDS };
      await unlessStarted(() =>
        client.workflow.start(CASE_WORKFLOWS[process], {
          workflowId,
          taskQueue,
          args: [input],
          workflowIdReusePolicy: "REJECT_DUPLICATE",
        }),
      );
      try {
        const opened = await client.withDeadline(Date.now() + OPENING_PATIENCE_MS, () =>
          client.workflow.getHandle(workflowId).executeUpdate(openedUpdate),
        );
        return opened.stopped;
      } catch (error) {
        if (hasEnded(error)) return undefined; // its acts have closed it
        throw error;
      }
    },
    async startImport(importId) {
      await unlessStarted(() =>
        client.workflow.start(IMPORT_FILES, {
          workflowId: importWorkflowId(importId),
          taskQueue,
          args: [{ importId }],
        }),
      );
    },
    async give(caseId, command) {
      const handle = client.workflow.getHandle(caseWorkflowId(caseId));
      try {
        await client.withDeadline(Date.now() + PATIENCE_MS, () =>
          handle.executeUpdate(commandUpdate, { args: [command], updateId: command.commandId }),
        );
        return { refused: undefined };
      } catch (error) {
        if (hasEnded(error)) return "ended";
        const refused = refusalOf(error);
        if (refused === undefined) throw error;
        return { refused };
      }
    },
    async answers(caseId) {
      const handle = client.workflow.getHandle(caseWorkflowId(caseId));
      try {
        await client.withDeadline(Date.now() + PATIENCE_MS, () => handle.executeUpdate(openedUpdate));
      } catch (error) {
        if (!hasEnded(error)) throw error;
      }
    },
    async startRanking(ranking) {
      const workflowId = fundsRankingWorkflowId(ranking);
      await unlessStarted(() => client.workflow.start(CONFIRM_RANKING, { workflowId, taskQueue, args: [ranking] }));
    },
  };
}

async function unlessStarted(start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** The code of a refusal; undefined when the case is only being resumed, or did not answer. */
function refusalOf(error: unknown): string | undefined {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure) || cause.type === TRY_AGAIN) return undefined;
  const [detail] = cause.details ?? [];
  return typeof detail === "object" && detail !== null && "code" in detail ? String(detail.code) : undefined;
}

/** The case is closed, or was while it was told. */
function hasEnded(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return true;
  if (!(error instanceof WorkflowUpdateFailedError)) return false;
  return error.cause instanceof ApplicationFailure && error.cause.type === "AcceptedUpdateCompletedWorkflow";
}
