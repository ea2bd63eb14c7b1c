/** A record that is ahead of its workflow, as when the whole engine dies right after a commit. */
import { randomUUID } from "node:crypto";
import { WorkflowUpdateFailedError } from "@temporalio/client";
import { ApplicationFailure } from "@temporalio/common";
import { commit } from "../../../activities/case/commit.ts";
import type { CaseEvent, EventBody } from "../../../domain/case/events.ts";
import type { MohCommandType } from "../../../domain/moh/commands.ts";
import type { MohState } from "../../../domain/moh/facts.ts";
import { plainDate } from "../../../domain/plain-date.ts";
import { createCalendarReader } from "../../../prisma/calendar-reader.ts";
import { TRY_AGAIN } from "../../../workflows/contract.ts";
import { type Give, type MohFile, type World } from "../../support/moh-file.ts";
import { PEOPLE } from "../../support/people.ts";

/** Where the record is. */
type Behind = Pick<World, "pool" | "now">;
type Recorded = Pick<MohFile, "caseId" | "state">;

/** Writes what a command would have changed, behind the workflow's back. @returns the command's id. */
export async function commitBehind(
  { pool, now }: Behind,
  file: Recorded,
  type: MohCommandType,
  on: string,
  bodies: readonly EventBody[],
  facts: Record<string, unknown> = {},
): Promise<string> {
  const state = await file.state();
  const commandId = randomUUID();
  const act = {
    type: "actRecorded" as const,
    act: {
      type,
      commandId,
      requestHash: "",
      by: type === "beginExamination" ? PEOPLE.cst : PEOPLE.dsp,
      dates: { occurredOn: plainDate(on) },
      facts,
      follows: Object.values(state.steps)
        .filter(({ closed }) => closed === undefined)
        .flatMap(({ since }) => since.map((ref) => ref.act)),
    },
  };
  const at = new Date(await now()).toISOString();
  const events = [act, ...bodies].map((body, index): CaseEvent => ({ ...body, seq: state.lastSeq + 1 + index, at }));
  const { ahead } = await commit(
    { caseId: file.caseId, process: "moh", events },
    {
      pool,
      calendars: createCalendarReader(pool),
    },
  );
  if (ahead !== undefined) throw new Error("the record was ahead already");
  return commandId;
}

/** A complete dossier was sent to the commission, and the engine did not hear of it. */
export async function sentBehind(world: Behind, file: Recorded, on: string): Promise<string> {
  const seq = (await file.state()).lastSeq + 1;
  return commitBehind(world, file, "sendToCommission", on, [
    { type: "deadlineMet", deadline: "MOH-23", by: { act: seq, field: "occurredOn" } },
    { type: "stepClosed", step: "send-to-commission", cause: "done", by: seq },
    { type: "stepOpened", step: "begin-examination", since: [{ act: seq, field: "occurredOn" }], deadlines: [] },
  ]);
}

/** As the API gives a command: again while the case is being resumed. */
export function giveAgain(file: MohFile, type: MohCommandType, options: Give = {}): Promise<MohState> {
  const commandId = options.commandId ?? randomUUID();
  return again(() => file.give(type, { ...options, commandId }));
}

/** Asks the case again while it is being resumed. */
export async function again<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
      if (!(cause instanceof ApplicationFailure) || cause.type !== TRY_AGAIN || attempt > 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
