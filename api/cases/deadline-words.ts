/** What the log keeps of a deadline's history in words: who moved or suspended it, why, and on which legal ground. */
import type { Act } from "../../domain/case/events.ts";
import type { ByView, DeadlineView } from "../../domain/case/view.ts";
import type { MohState } from "../../domain/moh/facts.ts";
import type { OpenedAct } from "./open-seals.ts";
import type { EventRow } from "./read-case.ts";
import { byView } from "./timeline.ts";

export function withWords(
  views: readonly DeadlineView[],
  { acts }: MohState,
  events: readonly EventRow[],
  opened: ReadonlyMap<number, OpenedAct>,
): DeadlineView[] {
  const rows = new Map(events.map((row) => [row.seq, row]));
  const byOf = (act: Act | undefined): { by?: ByView } =>
    act === undefined ? {} : { by: byView(act, rows.get(act.seq)) };
  // What follows from an act is recorded after it.
  const behind = (seq: number): Act | undefined => Object.values(acts).findLast((act) => act.seq <= seq);
  return views.map((view) => ({
    ...view,
    moves: view.moves.map((move) => ({ ...move, ...(move.cause === "calendar" ? {} : byOf(behind(move.seq))) })),
    suspensions: view.suspensions.map((suspension) => {
      const { cause, legalBasis } = opened.get(suspension.act)?.payload ?? {};
      return {
        ...suspension,
        ...(typeof cause === "string" ? { cause } : {}),
        ...(typeof legalBasis === "string" ? { legalBasis } : {}),
        ...byOf(acts[suspension.act]),
      };
    }),
  }));
}
