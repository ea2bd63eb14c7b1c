/**
 * What people type is kept here, outside the pages: it survives a reload of the file's data, a change of tab and a
 * refusal, until it is accepted or thrown away. Nothing of it is stored in the browser.
 */
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { CommandAnswer } from "./answer.ts";
import type { Values } from "./values.ts";

export interface Draft {
  readonly values: Values;
  /** The legal date as typed; today when not touched. */
  readonly occurredOn?: string;
  readonly lateReason?: string;
  /** Filled in by a person, and not by the file. */
  readonly touched: boolean;
  readonly sending?: boolean;
  /** The last request and its id: the very same request sent again carries the same id. */
  readonly attempt?: { readonly fingerprint: string; readonly commandId: string };
  readonly answer?: CommandAnswer;
}

export type DraftChange = Partial<Draft> | ((draft: Draft) => Partial<Draft>);

const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

export interface DraftHandle {
  readonly draft: Draft;
  change(change: DraftChange): void;
  discard(): void;
}

/** The draft of this key; `initial` is what the file itself proposes until somebody types. */
export function useDraft(key: string, initial: Values): DraftHandle {
  const stored = useSyncExternalStore(subscribe, () => drafts.get(key));
  const draft = useMemo(() => stored ?? { values: initial, touched: false }, [stored, initial]);
  const change = useCallback(
    (wanted: DraftChange) => {
      const before = drafts.get(key) ?? { values: initial, touched: false };
      drafts.set(key, { ...before, ...(typeof wanted === "function" ? wanted(before) : wanted) });
      notify();
    },
    [key, initial],
  );
  const discard = useCallback(() => {
    discardDraft(key);
  }, [key]);
  return useMemo(() => ({ draft, change, discard }), [draft, change, discard]);
}

/** Keys of the touched drafts that begin so, for forms whose act is no longer possible. */
export function useTouchedDrafts(prefix: string): readonly string[] {
  const joined = useSyncExternalStore(subscribe, () => touchedKeys(prefix).join("\n"));
  return useMemo(() => (joined === "" ? [] : joined.split("\n")), [joined]);
}

export function findDraft(key: string): Draft | undefined {
  return drafts.get(key);
}

export function discardDraft(key: string): void {
  if (drafts.delete(key)) notify();
}

let owner: string | undefined;

/** Who types here now. What another person typed before is gone; what the same one typed, before the session ended, stays. */
export function keepDraftsOf(userId: string): void {
  if (owner !== undefined && owner !== userId) discardAllDrafts();
  owner = userId;
}

/** The person signs out: nothing typed stays. */
export function discardAllDrafts(): void {
  owner = undefined;
  drafts.clear();
  notify();
}

/** True while something typed would be lost by closing the window. */
export function hasTouchedDrafts(): boolean {
  return [...drafts.values()].some((draft) => draft.touched);
}

function touchedKeys(prefix: string): string[] {
  return [...drafts].filter(([key, draft]) => draft.touched && key.startsWith(prefix)).map(([key]) => key);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function notify(): void {
  for (const listener of listeners) listener();
}
