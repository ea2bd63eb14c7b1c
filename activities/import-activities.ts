/** The activities that bring a register into the product. They are told its id and nothing of what it holds. */
export interface ImportActivities {
  /** Sets an import to work. @returns false when it is not to be carried out, or is done. */
  beginImport(importId: string): Promise<boolean>;
  /**
   * Opens the files of the next rows, some at a time. A row whose file is there is not brought again. @returns how many
   * rows are left. @throws when a file does not answer; the rows that are done stay done.
   */
  bringRows(importId: string): Promise<{ readonly left: number }>;
  /** Every row has been brought; the key of what was sealed is destroyed. */
  finishImport(importId: string): Promise<void>;
  /** Starts every import that is saved or under way and that nobody carries out. */
  startImports(): Promise<void>;
}
