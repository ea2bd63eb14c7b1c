/** Hundreds of terms through the calculator, against a count made one day at a time by another calendar. */
import { describe, expect, test } from "@jest/globals";
import { confirmYear, declareDay, withdrawDay } from "../support/calendar.ts";
import { randomNumbers } from "../support/random.ts";
import {
  countSlowly,
  endOfDay,
  plus,
  slowlyWorks,
  type SlowDay,
  type SlowTerm,
  type Whose,
} from "../support/slow-calendar.ts";
import { apiWorld } from "./support/api-world.ts";

const world = await apiWorld();
const random = randomNumbers(4_2026);
const below = (most: number): number => Math.floor(random() * most);
/** @throws RangeError for an empty list. */
function oneOf<Item>(items: readonly Item[]): Item {
  const item = items[below(items.length)];
  if (item === undefined) throw new RangeError("nothing to choose from");
  return item;
}

/** What the product comes with. */
const KNOWN = (
  "2018-04-30 2018-12-24 2018-12-31 2019-04-30 2019-08-16 2019-12-27 2020-01-03 2021-11-29 2022-12-02 2023-01-23 " +
  "2023-06-02 2023-08-14 2024-05-02 2024-08-16 2024-12-27 2025-05-02"
)
  .split(" ")
  .map((date): SlowDay => ({ date, kind: "day-off", of: "public-sector" }));
/** Years beyond the confirmed ones, of which one is confirmed here. */
const UNCONFIRMED = [2027, 2028, 2030, 2031, 2032, 2033, 2034, 2035, 2036, 2037, 2038, 2039, 2040];

/** A day that was declared and withdrawn again. */
const WITHDRAWN = "2026-03-11";
/** Days for everyone, for the public sector and for one institution; some collide with a holiday or with each other. */
const declared: SlowDay[] = [];
for (let i = 0; i < 90; i += 1) {
  const date = i % 9 === 0 ? oneOf(["2024-05-01", "2025-12-26", "2026-06-01"]) : plus("2014-01-01", below(9_000));
  const kind = i % 3 === 0 ? ("recovery-day" as const) : ("day-off" as const);
  const of = oneOf(["everyone", "public-sector", "DSP-CJ", "DSP-BH"]);
  const day: SlowDay = { date, kind, of };
  if (date === WITHDRAWN) continue;
  if (KNOWN.concat(declared).some((one) => one.date === date && one.kind === kind && one.of === of)) continue;
  declared.push(day);
  // A recovery day on a day off of the same people: the day off holds.
  if (i % 10 === 0)
    declared.push({ date: plus(date, 1), kind: "day-off", of }, { date: plus(date, 1), kind: "recovery-day", of });
}
for (const { date, kind, of } of declared) {
  const institution = of.startsWith("DSP-") ? { scope: "institution" as const, institution: of } : undefined;
  const scope = of === "everyone" ? "everyone" : "public-sector";
  await declareDay(world.owner, { date, kind, scope, ...institution });
}
await declareDay(world.owner, { date: WITHDRAWN });
await withdrawDay(world.owner, WITHDRAWN);
await confirmYear(world.owner, 2029);
const everyDay = [...KNOWN, ...declared];

/** Days around which counting goes wrong: 29 February, year ends, the changes of the clocks, Easter, double holidays. */
const EDGES = [
  ["2016-02-28", "2016-02-29", "2020-02-29", "2023-12-29", "2024-02-29", "2028-02-29", "2024-12-31", "2026-12-31"],
  ["2025-03-28", "2025-03-29", "2025-03-30", "2026-03-29", "2027-03-28", "2025-10-25", "2025-10-26", "2026-10-25"],
  ["2017-04-13", "2018-04-05", "2026-04-09", "2026-05-29", "2015-05-29", "2016-04-29", "2023-01-05", "2024-01-05"],
].flat();

function someDay(): string {
  return random() < 0.3 ? oneOf(EDGES) : plus("2013-06-01", below(9_400));
}

interface Expected extends SlowTerm {
  readonly whose: Whose;
  readonly declared: readonly SlowDay[];
}

async function check(query: Record<string, string>, { whose, declared: days, ...term }: Expected): Promise<void> {
  const works = (date: string): boolean => slowlyWorks(date, whose, days);
  const expected = countSlowly(term, works);
  const { status, body } = await world.get(
    undefined,
    `/api/deadlines/preview?${new URLSearchParams(query).toString()}`,
  );
  expect(status).toBe(200);
  const lastDay = expected.practicalDue ?? expected.due;
  const provisional = UNCONFIRMED.filter(
    (year) => year >= Number(plus(term.from, 1).slice(0, 4)) && year <= Number((body.effectOn ?? lastDay).slice(0, 4)),
  );
  expect(body).toMatchObject({
    startsOn: term.from,
    due: expected.due,
    provisional: provisional.length > 0,
    provisionalYears: provisional,
  });
  expect(body.practicalDueOn).toBe(expected.practicalDue);
  if (query["rule"] !== "MOH-73") expect(body.passesAt).toBe(endOfDay(lastDay));
  if (term.unit !== "workingDays") return;
  const told = body.days.slice(1) as { date: string; counted: boolean; reason: string }[];
  expect(told.map(({ date }) => date)).toEqual(told.map((_, i) => plus(term.from, i + 1)));
  for (const { date, counted, reason } of told) {
    expect([date, counted]).toEqual([date, works(date)]);
    if (!counted) expect(reason).not.toBe("");
  }
}

describe("a bare term", () => {
  const UNITS = [
    ["workingDays", 120],
    ["calendarDays", 200],
    ["freeDays", 60],
    ["hours", 240],
    ["months", 18],
    ["years", 3],
  ] as const;
  const cases = Array.from({ length: 330 }, (_, i) => {
    const [unit, most] = i % 2 === 0 ? UNITS[0] : oneOf(UNITS);
    return {
      from: someDay(),
      value: 1 + below(most),
      unit,
      institution: oneOf(["", "", "DSP-CJ", "DSP-BH", "CST-CJ"]),
    };
  });

  test.each(cases)(
    "$value $unit from $from, institution «$institution»",
    async ({ from, value, unit, institution }) => {
      const whose = institution === "" ? "nobody" : institution;
      await check({ from, [unit]: String(value), institution }, { from, value, unit, whose, declared: everyDay });
    },
  );
});

describe("days assumed for one answer", () => {
  const cases = Array.from({ length: 120 }, () => {
    const from = someDay();
    const dates = () => Array.from({ length: below(5) }, () => plus(from, below(50)));
    return { from, value: 1 + below(30), daysOff: dates(), recoveryDays: dates() };
  });

  test.each(cases)("$value from $from, off $daysOff, worked $recoveryDays", async (assumed) => {
    const { from, value, daysOff, recoveryDays } = assumed;
    const query = { from, workingDays: String(value), daysOff: daysOff.join(), recoveryDays: recoveryDays.join() };
    const more = [
      ...daysOff.map((date): SlowDay => ({ date, kind: "day-off", of: "everyone" })),
      ...recoveryDays.map((date): SlowDay => ({ date, kind: "recovery-day", of: "everyone" })),
    ];
    await check(query, { from, value, unit: "workingDays", whose: "nobody", declared: [...everyDay, ...more] });
  });
});

/** The rules as the guide has them: length, unit, whether a public institution owes the act. */
const RULES = [
  ["MOH-23", 2, "workingDays", true],
  ["MOH-26", 1, "workingDays", true],
  ["MOH-27", 7, "workingDays", true],
  ["MOH-28", 2, "workingDays", true],
  ["MOH-42", 7, "workingDays", false],
  ["MOH-61", 7, "workingDays", false],
  ["MOH-62", 2, "workingDays", true],
  ["MOH-64", 24, "hours", true],
  ["MOH-69", 7, "workingDays", true],
  ["MOH-70", 10, "workingDays", true],
  ["MOH-73", 22, "workingDays", true],
  ["MOH-75", 2, "workingDays", true],
  ["MOH-76", 20, "workingDays", true],
  ["MOH-91", 3, "calendarDays", false],
  ["MOH-94", 3, "calendarDays", false],
  ["MOH-95", 14, "workingDays", false],
  ["MOH-96", 1, "years", false],
  ["MOH-99", 7, "calendarDays", false],
] as const;

describe("the term of a rule, decision 7", () => {
  const cases = RULES.flatMap(([rule, value, unit, isPublic]) =>
    Array.from({ length: 14 }, () => {
      const institution = oneOf(["", "DSP-CJ", "DSP-BH"]);
      return { rule, value, unit, isPublic, institution, from: someDay() };
    }),
  );

  test.each(cases)("$rule from $from, institution «$institution»", async (each) => {
    const { rule, value, unit, isPublic, institution, from } = each;
    const whose = institution === "" ? "any-institution" : institution;
    await check({ from, rule, institution }, { from, value, unit, whose, declared: isPublic ? everyDay : [] });
  });
});
