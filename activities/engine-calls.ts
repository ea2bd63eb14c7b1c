/** What activities ask of the engine that they run in. */
export interface EngineCalls {
  /**
   * Tells a case of a change of the calendar. @returns how many of its deadlines moved, or undefined when it is closed.
   * @throws when it does not answer now; it is to be told again.
   */
  recompute(caseId: string, change: number): Promise<{ readonly moved: number } | undefined>;
  /** Starts the workflow of a change of the calendar; nothing when it runs. */
  startCalendarChange(number: number): Promise<void>;
}
