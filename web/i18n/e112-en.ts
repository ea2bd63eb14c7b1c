/** The texts of E112/S2 files at the insurance house, in English. */
import type { e112Ro } from "./e112-ro.ts";

export const e112En: Readonly<Record<keyof typeof e112Ro, string>> = {
  "process.short.moh": "Ministry’s route",
  "process.short.e112": "E112/S2",
  "column.process": "Route",
  "column.treatmentFrom": "Treatment begins",
  "files.application": "application: {number}",
  "files.none": "There is no file yet.",
  "queue.noTerms": "The law sets no terms for E112/S2 files (reading E112-A4): what has waited longest comes first.",
};
