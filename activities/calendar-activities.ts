/** The activities that carry a change of the calendar into the open files. */

export type ChangeState = "saved" | "running" | "stopped" | "done";

/** How far the change is: these replace what was written before, so that a page done twice counts once. */
export interface ChangeProgress {
  readonly filesDone: number;
  /** Deadlines whose date moved. */
  readonly moved: number;
}

export interface FilePage {
  /** Files with a date that is no longer the calendar's, in order. */
  readonly files: readonly string[];
  /** The last file looked at; the next page begins after it. */
  readonly after: string;
  readonly isLast: boolean;
}

export interface RecomputedPage extends ChangeProgress {
  /** How many of the page were taken in hand, from its beginning; fewer than all when the change was stopped. */
  readonly taken: number;
  /** Those of them that did not answer; they are found again by the next pass. */
  readonly failed: number;
}

export interface CalendarActivities {
  /** Sets the change to work unless it is stopped or done; the first time it counts the files that are to do. */
  beginCalendarChange(number: number): Promise<ChangeState>;
  nextFiles(place: { readonly number: number; readonly after: string }): Promise<FilePage>;
  /** Has the files recompute, some at a time, and writes how far it is. A file that did so before answers the same. */
  recomputeFiles(
    page: ChangeProgress & { readonly number: number; readonly files: readonly string[] },
  ): Promise<RecomputedPage>;
  /** The change is in every file, unless it was stopped meanwhile. */
  finishCalendarChange(number: number): Promise<ChangeState>;
  /** Starts every change that is saved or under way and that nobody carries out: the engine was away when it was saved. */
  startCalendarChanges(): Promise<void>;
}
