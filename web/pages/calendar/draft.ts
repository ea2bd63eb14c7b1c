/**
 * The changes of a calendar that an administrator prepares. They outlive a reload (in the session's own storage: they
 * hold acts and dates, nothing personal) and a refusal, until they are saved, thrown away, or the person signs out.
 */
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { PlainDate } from "../../../domain/plain-date.ts";
import type { CalendarAct } from "../../../domain/calendar/acts.ts";
import type { DoneAct } from "../../../domain/calendar/administration.ts";

const STORED_AS = "dosar.calendar.";
const NOTHING: readonly DoneAct[] = [];
const read = new Map<string, readonly DoneAct[]>();
const listeners = new Set<() => void>();

export interface CalendarDraft {
  /** In the order in which they are to be done; a withdrawal with the day that it withdraws. */
  readonly acts: readonly DoneAct[];
  /** Puts acts behind the others; one of the same thing takes the place of the earlier. */
  add(acts: readonly DoneAct[]): void;
  remove(act: DoneAct): void;
  clear(): void;
}

/** What this person prepares for a calendar. */
export function useCalendarDraft(userId: string, calendar: string): CalendarDraft {
  const key = `${userId}.${calendar}`;
  const acts = useSyncExternalStore(subscribe, () => draftOf(key));
  const change = useCallback(
    (how: (acts: readonly DoneAct[]) => readonly DoneAct[]) => keep(key, how(draftOf(key))),
    [key],
  );
  return useMemo(
    () => ({
      acts,
      add: (added) => change((before) => together(before, added)),
      remove: (gone) => change((before) => before.filter((act) => act !== gone)),
      clear: () => change(() => NOTHING),
    }),
    [acts, change],
  );
}

/** The acts as the API takes them. */
export function actsToSend(acts: readonly DoneAct[]): CalendarAct[] {
  return acts.map(({ day: _, ...act }) => act);
}

/** The date that an act is about, when it is about one. */
export function dateOf(act: DoneAct): PlainDate | undefined {
  return "date" in act ? act.date : act.day?.date;
}

/** The person signs out: nothing prepared stays. */
export function discardCalendarDrafts(): void {
  for (const key of read.keys()) keep(key, NOTHING);
}

function together(before: readonly DoneAct[], added: readonly DoneAct[]): readonly DoneAct[] {
  const anew = new Set(added.map(subjectOf));
  return [...before.filter((act) => !anew.has(subjectOf(act))), ...added];
}

/** What an act is about: no two in one change are about the same. */
function subjectOf(act: CalendarAct): string {
  switch (act.type) {
    case "declareDayOff":
    case "declareRecoveryDay":
      return `${act.date} ${act.for}`;
    case "withdrawDay":
      return act.id;
    case "confirmYear":
      return String(act.year);
    case "setInterruption":
      return act.rule;
  }
}

function draftOf(key: string): readonly DoneAct[] {
  const known = read.get(key) ?? stored(key);
  read.set(key, known);
  return known;
}

function keep(key: string, acts: readonly DoneAct[]): void {
  read.set(key, acts);
  try {
    if (acts.length === 0) sessionStorage.removeItem(STORED_AS + key);
    else sessionStorage.setItem(STORED_AS + key, JSON.stringify(acts));
  } catch {
    // A browser that stores nothing keeps them until the page is reloaded.
  }
  for (const listener of listeners) listener();
}

function stored(key: string): readonly DoneAct[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(STORED_AS + key) ?? "[]");
    return Array.isArray(found) ? (found as DoneAct[]) : NOTHING; // written by this page alone
  } catch {
    return NOTHING;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
