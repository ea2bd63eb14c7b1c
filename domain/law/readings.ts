import { DECISIONS } from "./readings/decisions.ts";
import { E112_READINGS } from "./readings/e112.ts";
import { MOH_READINGS } from "./readings/moh.ts";
import type { ReadingData } from "./readings/reading.ts";

export type ReadingId =
  (typeof MOH_READINGS)[number]["id"] | (typeof E112_READINGS)[number]["id"] | (typeof DECISIONS)[number]["id"];

export interface Reading extends ReadingData {
  readonly id: ReadingId;
}

/** The readings MOH-A1 to MOH-A32 and E112-A1 to E112-A16, and the decisions DEC-1 to DEC-21 that settle what they leave open. */
export const READINGS: readonly Reading[] = [...MOH_READINGS, ...E112_READINGS, ...DECISIONS];

export function findReading(id: string): Reading | undefined {
  return READINGS.find((reading) => reading.id === id);
}

/** @throws RangeError when no reading is called so. */
export function getReading(id: ReadingId): Reading {
  const reading = findReading(id);
  if (!reading) throw new RangeError(`No reading is called ${id}`);
  return reading;
}
