/** The activities that carry a confirmed order of priority into its files, and give back money that nobody took. */
import type { FundsRanking } from "../domain/moh/fund-views.ts";

export interface FundsActivities {
  /**
   * Tells some of the files that are still to be told; a file told twice takes it once. A file that refuses gives its
   * money back. @returns how many are left, and how many of those asked did not answer.
   */
  tellFiles(ranking: FundsRanking): Promise<{ readonly left: number; readonly silent: number }>;
  /** Every file has answered. */
  finishRanking(ranking: FundsRanking): Promise<void>;
  /** Starts every confirmed order that nobody carries out: the engine was away when it was confirmed. */
  startRankings(): Promise<void>;
  /** Gives back what was reserved by hand for a command that its case, asked, does not know. */
  releaseForgotten(): Promise<void>;
}
