/** The activity by which a file goes on as another one. It is told an id and nothing of what the file holds. */
export interface PassageActivities {
  /**
   * Opens the file of the Ministry's route on which an E112 file goes on (E112-05), once, however often it is asked, and
   * returns when it is registered. @throws with a code while it cannot be opened: nobody at the DSP, an erased file.
   */
  openMinistryFile(passed: { readonly caseId: string }): Promise<void>;
}
