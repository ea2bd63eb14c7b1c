import {
  Client,
  Connection,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type ConnectionLike,
} from "@temporalio/client";
import { ApplicationFailure } from "@temporalio/common";
import { encryptingCodec } from "../../prisma/secrecy/payload-codec.ts";
import {
  APPLY_CALENDAR_CHANGE,
  calendarChangeWorkflowId,
  CASE_WORKFLOWS,
  caseWorkflowId,
  commandUpdate,
  IMPORT_FILES,
  importWorkflowId,
  CONFIRM_RANKING,
  fundsRankingWorkflowId,
  lookSignal,
  openedUpdate,
  REPLAN_WORKFLOW,
  TRY_AGAIN,
  type RefusalDetail,
} from "../../workflows/contract.ts";
import { CaseEnded, EngineBusy, EngineRefusal, EngineUnavailable, type CaseEngine } from "./case-engine.ts";

export interface TemporalSettings {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly payloadKey: Buffer;
  /** Milliseconds. */
  readonly timeout: number;
}

/** A poll is answered after a minute at most; a worker that lives has asked since. */
const RECENT_POLL_MS = 90_000;
/** How long the engine may take to say who polls. */
const PROBE_MS = 2_000;
const GRPC_NOT_FOUND = 5;
/** `TASK_QUEUE_TYPE_WORKFLOW` of the engine's protocol. */
const WORKFLOW_TASKS = 1;

/** The engine behind a Temporal server. Nothing connects before the first call. */
export function temporalEngine(settings: TemporalSettings): CaseEngine {
  const connection = Connection.lazy({ address: settings.address });
  return engineOver(connection, settings, () => connection.close());
}

/** The engine over a connection that somebody else opened. */
export function engineOver(
  connection: ConnectionLike,
  { namespace, taskQueue, payloadKey, timeout }: Omit<TemporalSettings, "address">,
  close: () => Promise<void> = async () => undefined,
): CaseEngine {
  const client = new Client({
    connection,
    namespace,
    dataConverter: { payloadCodecs: [encryptingCodec(payloadKey)] },
  });
  // The client retries by itself until a call's deadline, and cannot be closed under it.
  const underWay = new Set<Promise<unknown>>();
  async function inTime<Answer>(call: () => Promise<Answer>, patience = timeout): Promise<Answer> {
    const answer = connection.withDeadline(Date.now() + patience, call);
    underWay.add(answer);
    try {
      return await answer;
    } catch (error) {
      throw translated(error);
    } finally {
      underWay.delete(answer);
    }
  }
  return {
    async close() {
      await Promise.allSettled(underWay);
      await close();
    },
    async start(process, input) {
      const workflowId = caseWorkflowId(input.caseId);
      await inTime(async () => {
        try {
          await client.workflow.start(CASE_WORKFLOWS[process], {
            workflowId,
            taskQueue,
            args: [input],
            workflowIdReusePolicy: "REJECT_DUPLICATE",
          });
        } catch (error) {
          if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
        }
      });
    },
    opened: (caseId) => inTime(() => client.workflow.getHandle(caseWorkflowId(caseId)).executeUpdate(openedUpdate)),
    give: (caseId, command) =>
      inTime(() =>
        client.workflow
          .getHandle(caseWorkflowId(caseId))
          .executeUpdate(commandUpdate, { args: [command], updateId: command.commandId }),
      ),
    async applyCalendarChange(number) {
      await inTime(() =>
        client.workflow.signalWithStart(APPLY_CALENDAR_CHANGE, {
          workflowId: calendarChangeWorkflowId(number),
          taskQueue,
          args: [{ number }],
          signal: lookSignal,
        }),
      );
    },
    async importFiles(importId) {
      await inTime(async () => {
        try {
          await client.workflow.start(IMPORT_FILES, {
            workflowId: importWorkflowId(importId),
            taskQueue,
            args: [{ importId }],
          });
        } catch (error) {
          if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
        }
      });
    },
    async confirmRanking(ranking) {
      await inTime(async () => {
        try {
          await client.workflow.start(CONFIRM_RANKING, {
            workflowId: fundsRankingWorkflowId(ranking),
            taskQueue,
            args: [ranking],
          });
        } catch (error) {
          if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
        }
      });
    },
    async replan(scope, cause) {
      await inTime(() =>
        client.workflow.start(REPLAN_WORKFLOW, {
          workflowId: `replan-${cause}`,
          taskQueue,
          args: [scope],
          startDelay: REPLAN_DELAY,
        }),
      );
    },
    async isPolled() {
      const request = { namespace, taskQueue: { name: taskQueue }, taskQueueType: WORKFLOW_TASKS };
      const { pollers } = await inTime(() => client.workflowService.describeTaskQueue(request), PROBE_MS);
      const since = Date.now() - RECENT_POLL_MS;
      return pollers.some(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1000 > since);
    },
  };
}

/** Time for the transaction that asks for it to end. */
const REPLAN_DELAY = "5 seconds";

/** What a failure of the engine's client means to the API. */
function translated(error: unknown): Error {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure)
    return refusalOf(error.cause);
  if (error instanceof WorkflowNotFoundError) return new CaseEnded();
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return new EngineUnavailable(error);
  if (error instanceof WorkflowUpdateFailedError) return new CaseEnded(); // it ended while the update was on its way
  if (isGrpcServiceError(error)) return error.code === GRPC_NOT_FOUND ? new CaseEnded() : new EngineUnavailable(error);
  return new EngineUnavailable(error);
}

function refusalOf(failure: ApplicationFailure): Error {
  if (failure.type === TRY_AGAIN) return new EngineBusy();
  const [detail] = failure.details ?? [];
  if (typeof detail === "object" && detail !== null && "kind" in detail)
    return new EngineRefusal(detail as RefusalDetail);
  // The workflow ended before the update was carried out.
  return failure.type === "AcceptedUpdateCompletedWorkflow" ? new CaseEnded() : new EngineUnavailable(failure);
}
