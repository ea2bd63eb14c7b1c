/** Stopping and resuming a change while it is carried into the files. The database says what is wanted; the engine looks. */
import type { CalendarChangeView } from "../../domain/calendar/administration.ts";
import type { Person } from "../authorisation.ts";
import { ApiError } from "../http/api-error.ts";
import type { Services } from "../services.ts";
import { changesVisibleTo, getChange } from "./changes.ts";
import { requireOwn } from "./save-change.ts";
import { institutionsById } from "./standing.ts";

/** @throws ApiError 404 for a change out of sight, 403 for somebody else's, 409 when it is done. */
export async function controlChange(
  { pool }: Services,
  person: Person,
  number: number,
  wanted: "stop" | "resume",
): Promise<CalendarChangeView> {
  const scope = changesVisibleTo(person, "calendar.change");
  const { institution } = await getChange(pool, scope, number);
  requireOwn(person, institution, await institutionsById(pool));
  await pool.query(
    wanted === "stop"
      ? "UPDATE calendar_changes SET state = 'stopped' WHERE number = $1 AND state IN ('saved', 'running')"
      : "UPDATE calendar_changes SET state = 'saved' WHERE number = $1 AND state = 'stopped'",
    [number],
  );
  const change = await getChange(pool, scope, number);
  if (change.state === "done") throw new ApiError(409, "CHANGE_IS_DONE", { params: { number } });
  return change;
}
