/** What a refusal of the case becomes for the person who sent the command. */
import type pg from "pg";
import { errorSentence, type Params } from "../../domain/i18n/errors.ts";
import { processOf } from "../../domain/processes.ts";
import { wordsOf } from "../../domain/process-words.ts";
import type { RefusalDetail } from "../../workflows/contract.ts";
import { may, type Person } from "../authorisation.ts";
import { ApiError } from "../http/api-error.ts";
import type { CaseHead } from "../people/read-request.ts";
import { deskOf } from "./desks.ts";
import { findCase } from "./read-case.ts";
import { ruleFor } from "./read-payload.ts";

/** 409 for a conflict, with what is allowed and who did what meanwhile; 422 for a field that is wrong. */
export async function refusalError(
  pool: pg.Pool,
  detail: RefusalDetail,
  person: Person,
  head: CaseHead,
  type: string,
): Promise<ApiError> {
  const { code, field, version } = detail;
  const params = { ...detail.params, ...(await stillToDo(pool, detail, head, type)) };
  const allowed = detail.allowed.filter((command) => mayGive(person, head, command));
  if (detail.kind === "invalid" && field !== undefined) {
    const rule = detail.rule ?? ruleFor(head.process, type, field);
    return new ApiError(422, code, {
      params,
      body: (language) => ({
        fields: [
          {
            path: field,
            code,
            message: errorSentence(code, params, language),
            ...(rule === undefined ? {} : { rule }),
          },
        ],
        version,
      }),
    });
  }
  const names = await namesOf(
    pool,
    detail.changes.map(({ userId }) => userId),
  );
  return new ApiError(409, code, {
    params,
    body: (language) => ({
      allowed,
      version,
      ...(detail.rule === undefined ? {} : { rule: detail.rule }),
      ...(code !== "STALE_VERSION"
        ? {}
        : {
            changes: detail.changes.map((change) => ({
              type: change.type,
              title: wordsOf(head.process).commands[change.type]?.title[language] ?? change.type,
              by: names.get(change.userId) ?? "",
              at: change.at,
            })),
          }),
    }),
  });
}

/** What the file lacks for the command, when that can be said. */
async function stillToDo(pool: pg.Pool, { code }: RefusalDetail, { caseId }: CaseHead, type: string): Promise<Params> {
  if (code !== "NOT_ALLOWED_NOW") return {};
  const row = await findCase(pool, caseId);
  const still = row === undefined ? undefined : deskOf(row.process).stillNeeded(row, type);
  return still === undefined ? {} : { still };
}

/** True when the person may give this command in the file. */
export function mayGive(person: Person, head: CaseHead, type: string): boolean {
  const command = processOf(head.process).findCommand(type);
  return command !== undefined && may(person, "case.command", { case: head, command });
}

async function namesOf(pool: pg.Pool, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<{ id: string; name: string }>("SELECT id, name FROM users WHERE id = ANY ($1)", [
    ids,
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
