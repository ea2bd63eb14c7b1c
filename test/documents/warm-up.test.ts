/** The typesetter is at work before anybody asks for a paper; what goes wrong then stops nothing. */
import { afterAll, expect, test } from "@jest/globals";
import { createTypesetter, type Typesetter } from "../../api/documents/typesetter.ts";
import { warmUp } from "../../api/documents/preview-paper.ts";
import { unavailable } from "../../api/http/api-error.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { apiWorld } from "../api/support/api-world.ts";

const world = await apiWorld();
const typesetter = createTypesetter({ error: () => undefined });
afterAll(async () => typesetter.close());

async function warmed(by: Typesetter["typeset"]): Promise<string[]> {
  const told: string[] = [];
  await warmUp(
    {
      pool: world.owner,
      calendars: createCalendarReader(world.owner),
      keyring: world.keyring,
      config: world.config,
      now: () => new Date("2026-04-07T09:00:00.000Z"),
      typesetter: { ...typesetter, typeset: by },
    },
    { debug: (_: unknown, message?: string) => void told.push(message ?? "") },
  );
  return told;
}

test("a whole paper is set, in the queue of those who wait behind officers", async () => {
  const made: string[] = [];
  const told = await warmed(async (template, data, whose) => {
    const pdf = await typesetter.typeset(template, data, whose);
    made.push(`${whose}: ${pdf.subarray(0, 5).toString()}`);
    return pdf;
  });
  expect([made, told]).toEqual([["anybody: %PDF-"], []]);
});

test("a typesetter that does not come up is noted, not thrown: the API is ready all the same", async () => {
  expect(await warmed(async () => Promise.reject(unavailable()))).toEqual(["the typesetter was not warmed up"]);
});
