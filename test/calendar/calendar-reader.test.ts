/** The calendar as it stood after each of its changes. */
import { expect, test } from "@jest/globals";
import { openDatabase } from "../../prisma/client.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { atEndOfFile } from "../support/broker-client.ts";
import { confirmYear, declareDay, setInterruption, withdrawDay } from "../support/calendar.ts";
import { testDatabase } from "../support/database.ts";

const { url } = await testDatabase();
const { pool, close } = openDatabase(url);
atEndOfFile(close);
const reader = createCalendarReader(pool);

test("number 0 is what the product comes with: known bridge days, the years up to 2026 confirmed", async () => {
  const data = await reader.latest();
  expect(data).toMatchObject({ number: 0, interruptions: [] });
  expect(data.confirmedYears).toEqual(Array.from({ length: 15 }, (_, i) => 2012 + i));
  expect(data.declared).toHaveLength(16);
  expect(data.declared[0]).toEqual({
    date: "2018-04-30",
    kind: "day-off",
    scope: "public-sector",
    legalAct: "Hotărâre a Guvernului, numărul de confirmat",
  });
});

test("each number keeps what stood then, and none shows what came later", async () => {
  const day = { date: "2027-03-01", scope: "institution", institution: "DSP-CJ", legalAct: "Ord. 1" } as const;
  const declared = await declareDay(pool, day);
  const confirmed = await confirmYear(pool, 2027);
  const settled = await setInterruption(pool, { rule: "MOH-23", interrupted: false, citation: "Ord. 2" });
  const withdrawn = await withdrawDay(pool, "2027-03-01");
  const again = await setInterruption(pool, { rule: "MOH-23", interrupted: true, citation: "Ord. 3" });

  const seen = await Promise.all(
    [0, declared, confirmed, settled, withdrawn, again].map((number) => reader.at(number)),
  );
  expect(seen.map((data) => data.declared.some(({ date }) => date === day.date))).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(seen[1]?.declared.at(-1)).toEqual({ ...day, kind: "day-off" });
  expect(seen.map((data) => data.confirmedYears.includes(2027))).toEqual([false, false, true, true, true, true]);
  expect(seen.map(({ interruptions }) => interruptions.map(({ citation }) => citation))).toEqual([
    [],
    [],
    [],
    ["Ord. 2"],
    ["Ord. 2"],
    ["Ord. 3"],
  ]);
  expect((await reader.latest()).number).toBe(again);
});

test("a number is read once, and a change that never was is an error each time", async () => {
  expect(await reader.at(1)).toBe(await reader.at(1));
  await expect(reader.at(99)).rejects.toThrow(RangeError);
  const number = await confirmYear(pool, 2028);
  await expect(reader.at(99)).rejects.toThrow(RangeError);
  expect((await reader.at(number)).confirmedYears).toContain(2028);
});
