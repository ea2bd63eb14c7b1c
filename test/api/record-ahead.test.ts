/** A record that is ahead of its workflow, on the real engine: the one that skips time hangs when several ask at once. */
import { randomUUID } from "node:crypto";
import { expect, test } from "@jest/globals";
import type { MohCaseView } from "../../domain/case/view.ts";
import type { MohState } from "../../domain/moh/facts.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { commitBehind, sentBehind } from "../moh/support/behind.ts";
import { engineWorld, type Answer } from "./support/api-world.ts";

const { pool, file, give } = await engineWorld({ LOG_LEVEL: "fatal" });
/** What the engine loses of a crowd is refused only after ten seconds, and given again. */
const PATIENCE_MS = 60_000;
const APPROVED = { decision: "approved" };
const behind = { pool, now: async () => Date.now() };

/** Gives a command; the same again, as the pages do, while the engine has no answer to it. */
async function finish(view: MohCaseView, expectedVersion: number): Promise<Answer> {
  const commandId = randomUUID();
  for (let attempt = 1; ; attempt += 1) {
    const answer = await give("secretary", view, "finishExamination", APPROVED, { commandId, expectedVersion });
    if (answer.status !== 503 || attempt === 3) return answer;
  }
}

test(
  "two commits behind its back, a command that follows neither, and a crowd",
  async () => {
    const { caseId, view } = await file();
    const record = {
      caseId,
      async state(): Promise<MohState> {
        const { rows } = await pool.query<{ state: MohState }>("SELECT state FROM cases WHERE id = $1", [caseId]);
        return rows[0]?.state as MohState;
      },
    };
    const day = bucharestDate(new Date());
    await sentBehind(behind, record, day);
    const seq = (await record.state()).lastSeq + 1;
    await commitBehind(behind, record, "beginExamination", day, [
      { type: "stepClosed", step: "begin-examination", cause: "done", by: seq },
      { type: "stepOpened", step: "finish-examination", since: [{ act: seq, field: "occurredOn" }], deadlines: [] },
    ]);
    const crowd = [1, 2, 3, 3, 3];
    const answers = await Promise.all(crowd.map((version) => finish(view, version)));
    expect(crowd.filter((_, index) => answers[index]?.status === 200)).toEqual([3]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409]);
    const { version, steps } = await record.state();
    expect(version).toBe(4);
    const open = Object.values(steps).filter(({ closed }) => closed === undefined);
    expect(open.map(({ step }) => step)).toEqual(["register-decision"]);
    const { rows } = await pool.query<{ version: number }>(
      "SELECT version FROM commands WHERE case_id = $1 ORDER BY version",
      [caseId],
    );
    expect(rows.map((row) => row.version)).toEqual([1, 2, 3, 4]);
  },
  PATIENCE_MS,
);
