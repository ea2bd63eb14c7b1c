/** Who did what, and what passed by itself: the event log as people read it. */
import type { Text } from "../../domain/case/commands.ts";
import type { Act, CaseEvent } from "../../domain/case/events.ts";
import { isCorrection, type CaseState } from "../../domain/case/state.ts";
import type { ByView, TimelineEntry } from "../../domain/case/view.ts";
import type { Process } from "../../domain/case/process.ts";
import { ruleOf } from "../../domain/case/present.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import type { OpenedAct } from "./open-seals.ts";
import type { EventRow } from "./read-case.ts";

export function timeline(
  process: Process<never>,
  state: CaseState,
  events: readonly EventRow[],
  opened: ReadonlyMap<number, OpenedAct>,
): TimelineEntry[] {
  const corrections = Object.values(state.acts).filter(isCorrection);
  return events.flatMap((row) => {
    const event = { ...row.data, seq: row.seq, at: new Date(row.at).toISOString(), type: row.type } as CaseEvent;
    const act = state.acts[row.seq];
    if (event.type === "actRecorded" && act !== undefined) {
      const correctedBy = corrections.filter(({ facts }) => facts.corrects === row.seq).map(({ seq }) => seq);
      const moves = movesOf(state, row.seq);
      return [
        {
          ...actEntry(process, act, row, opened.get(row.seq)),
          ...(moves.length === 0 ? {} : { moves }),
          ...(correctedBy.length === 0 ? {} : { correctedBy }),
        },
      ];
    }
    const other = otherEntry(process, state, event);
    return other === undefined ? [] : [other];
  });
}

function actEntry(process: Process<never>, act: Act, row: EventRow, opened: OpenedAct | undefined): TimelineEntry {
  const occurredOn = act.dates["occurredOn"];
  return {
    seq: act.seq,
    kind: "act",
    type: act.type,
    title: process.findCommand(act.type)?.title ?? same(act.type),
    at: act.recordedAt,
    ...(occurredOn === undefined ? {} : { occurredOn, late: occurredOn < bucharestDate(Date.parse(act.recordedAt)) }),
    dates: act.dates,
    by: byView(act, row),
    ...(opened?.lateReason === undefined ? {} : { lateReason: opened.lateReason }),
    payload: opened?.payload ?? act.facts,
    ...(isCorrection(act) ? { corrects: act.facts.corrects } : {}),
  };
}

/** Who gave an act, by the name that the log's row finds. */
export function byView({ by }: Act, row: Pick<EventRow, "by" | "inPlaceOf"> | undefined): ByView {
  const inPlaceOf = row?.inPlaceOf ?? undefined;
  return {
    name: row?.by ?? "",
    institution: by.institution,
    ...(inPlaceOf === undefined ? {} : { inPlaceOf }),
    ...(by.role === "patient-side" ? { patientSide: true } : {}),
  };
}

function otherEntry(process: Process<never>, state: CaseState, event: CaseEvent): TimelineEntry | undefined {
  const { seq, at, type } = event;
  switch (event.type) {
    case "deadlinePassed": {
      const deadline = state.deadlines[event.deadline];
      const rule = deadline?.due === undefined ? undefined : ruleOf(deadline);
      const title: Text = {
        ro: `Termen depășit: ${rule === undefined ? event.deadline : `${rule.id}, ${rule.text.ro}`}`,
        en: `Term passed: ${rule === undefined ? event.deadline : `${rule.id}, ${rule.text.en}`}`,
      };
      return { seq, kind: "deadline-passed", type, title, at, deadline: event.deadline };
    }
    case "calendarChanged": {
      const title: Text = {
        ro: `Calendarul zilelor lucrătoare s-a schimbat (modificarea ${event.change})`,
        en: `The calendar of working days has changed (change ${event.change})`,
      };
      return { seq, kind: "calendar-changed", type, title, at, moves: movesOf(state, seq) };
    }
    case "stepClosed": {
      if (event.cause === "done" || event.cause === "case-closed") return undefined;
      const { title } = process.getStep(event.step);
      const ended: Text = { ro: `Nu mai este nevoie: ${title.ro}`, en: `No longer needed: ${title.en}` };
      return { seq, kind: "step-closed", type, title: ended, at };
    }
    case "caseClosed": {
      const outcome = process.outcomes[event.outcome] ?? same(event.outcome);
      return {
        seq,
        kind: "case-closed",
        type,
        title: { ro: `Dosar închis: ${outcome.ro}`, en: `File closed: ${outcome.en}` },
        at,
      };
    }
    case "actRecorded":
    case "stepOpened":
    case "deadlineStarted":
    case "deadlineMet":
    case "deadlineCancelled":
    case "dutyPassed":
      return undefined;
  }
}

/** The deadlines that an event moved. */
function movesOf(state: CaseState, seq: number): NonNullable<TimelineEntry["moves"]> {
  return Object.values(state.deadlines).flatMap(({ id, rule, moves = [] }) =>
    moves.filter((move) => move.seq === seq).map(({ from, to }) => ({ deadline: id, rule, from, to })),
  );
}

function same(text: string): Text {
  return { ro: text, en: text };
}
