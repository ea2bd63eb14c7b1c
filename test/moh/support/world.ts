/** What the tests of the process stand on: files, clock, and what they expect of both. */
import { expect } from "@jest/globals";
import type { SkippingWorld } from "../../support/moh-world.ts";
import type { MohFile } from "../../support/moh-file.ts";
import { plusDays } from "./days.ts";
import { deadlineOf, eventually, sleepTo, timesPassed } from "./files.ts";

export * from "./files.ts";

/** The file's workflow has come to its end. Not by its result: who waits for that lets the clock jump, for every file. */
export async function expectCompleted(file: MohFile): Promise<void> {
  await eventually(async () => expect((await file.handle.describe()).status.name).toBe("COMPLETED"));
}

/** A deadline runs through its last day, passes with the next, is recorded once, and stays overdue. */
export async function expectPassing(world: SkippingWorld, file: MohFile, id: string, lastDay: string): Promise<void> {
  await sleepTo(world, lastDay, 23, 50);
  expect(deadlineOf(await file.state(), id, lastDay)).toMatchObject({ status: "open" });
  expect(await timesPassed(world, file, id)).toBe(0);
  const next = plusDays(lastDay, 1);
  await sleepTo(world, next, 0, 10);
  await eventually(async () => expect(await timesPassed(world, file, id)).toBe(1));
  expect(deadlineOf(await file.state(), id, next)).toMatchObject({ status: "overdue" });
  await world.sleep("1 day");
  expect(await timesPassed(world, file, id)).toBe(1);
}
