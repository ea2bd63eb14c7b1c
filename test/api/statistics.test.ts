/** Statistics against files counted one by one; what is withheld from whom; the same figures in files. */
import { describe, expect, test } from "@jest/globals";
import { StatisticsSchema } from "../../api/schemas/statistics.ts";
import { institutionCalendar } from "../../domain/calendar/calendar-data.ts";
import { addWorkingDays, countWorkingDays } from "../../domain/calendar/working-calendar.ts";
import {
  addDays,
  bucharestDate,
  dayNumber,
  maxDate,
  minDate,
  plainDate,
  type PlainDate,
} from "../../domain/plain-date.ts";
import type { Shown, StatisticsReport } from "../../domain/statistics/report.ts";
import { cellText, legendOf, tablesOf } from "../../domain/statistics/tables.ts";
import { E112_OUTCOMES } from "../../domain/e112/steps.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { namedUuid } from "../../prisma/named-uuid.ts";
import { countedFiles, insertCountedFiles, type CountedFile } from "../support/counted-files.ts";
import { declareDay } from "../support/calendar.ts";
import { randomNumbers } from "../support/random.ts";
import { apiWorld } from "./support/api-world.ts";
import type { PersonName } from "./support/people.ts";
import { seedCase } from "./support/seed-case.ts";

const world = await apiWorld();
const TODAY = bucharestDate(new Date());
/** Whole months, so that no view widens it. */
const FROM = plainDate(`${addDays(TODAY, -120).slice(0, 7)}-01`);
const COUNTIES = [
  { dsp: "DSP-CJ", cst: "CST-CJ" },
  { dsp: "DSP-BH", cst: "CST-BH" },
];
// A day off of one institution alone: its days are its own calendar's.
await declareDay(world.owner, { date: addDays(FROM, 15), scope: "institution", institution: "DSP-CJ" });
await world.owner.query(
  `INSERT INTO exchange_rates (id, currency, date, rate, source) VALUES (gen_random_uuid(), 'EUR', '2020-01-01', 5, 'entered'),
   (gen_random_uuid(), 'CHF', '2020-01-01', 5.25, 'entered')`,
);
const calendar = await createCalendarReader(world.pool).latest();
const files = [
  ...countedFiles(calendar, {
    count: 400,
    counties: COUNTIES,
    from: addDays(FROM, -60),
    today: TODAY,
    random: randomNumbers(7),
    name: "statistics",
  }),
];
await insertCountedFiles(world.pool, files);

async function ask(name: PersonName, query: Record<string, string> = {}): Promise<StatisticsReport> {
  const asked = new URLSearchParams({ from: FROM, to: TODAY, ...query }).toString();
  const { status, body } = await world.get(name, `/api/statistics?${asked}`);
  expect(status).toBe(200);
  expect(StatisticsSchema.parse(body)).toEqual(body);
  return body as StatisticsReport;
}

const isIn = (day: PlainDate | null): boolean => day !== null && day >= FROM && day <= TODAY;
const count = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length;

/** Counted one by one. */
function termsBy(mine: readonly CountedFile[], isMine: (house: string) => boolean = () => true) {
  const terms = mine.flatMap((file) => file.terms).filter(({ house }) => isMine(house));
  const rules = [...new Set(terms.map(({ rule }) => rule))].toSorted();
  return Object.fromEntries(
    rules.map((rule) => {
      const own = terms.filter((term) => term.rule === rule);
      const met = own.filter(({ metOn }) => isIn(metOn));
      const unmet = own.filter(({ metOn }) => metOn === null);
      const days = met.map(({ takenDays }) => takenDays ?? 0).toSorted((a, b) => a - b);
      const middle = days.length / 2;
      return [
        rule,
        {
          kept: count(met, ({ metOn, dueOn }) => metOn !== null && metOn <= dueOn),
          late: count(met, ({ metOn, dueOn }) => metOn !== null && metOn > dueOn),
          missed: count(unmet, ({ dueOn }) => isIn(dueOn) && dueOn < TODAY),
          running: count(unmet, ({ dueOn }) => dueOn >= TODAY),
          median: days.length < 5 ? null : ((days[Math.ceil(middle) - 1] ?? 0) + (days[Math.floor(middle)] ?? 0)) / 2,
          ninth: days.length < 10 ? null : (days[Math.ceil(days.length * 0.9) - 1] ?? 0),
        },
      ];
    }),
  );
}

function termsIn(report: StatisticsReport): Record<string, unknown> {
  return Object.fromEntries(
    report.terms.map(({ rule, kept, late, missed, running, median, ninth }) => [
      rule,
      { kept, late, missed, running, median, ninth },
    ]),
  );
}

const cluj = files.filter(({ dsp }) => dsp === "DSP-CJ");

describe("figures of one's own institution", () => {
  test("files, steps and terms are those that are counted one by one", async () => {
    const report = await ask("supervisor");
    expect(report).toMatchObject({ scope: "DSP-CJ", kind: "dsp", exact: true, widened: false });
    expect(termsIn(report)).toEqual(termsBy(cluj));
    expect(report.files).toMatchObject({
      open: count(cluj, ({ closedOn }) => closedOn === null),
      entered: count(cluj, ({ openedOn }) => isIn(openedOn)),
      closed: count(cluj, ({ closedOn }) => isIn(closedOn)),
    });
    const steps = cluj.flatMap((file) => file.steps);
    expect(report.steps).toHaveLength(5);
    for (const { step, now, entered, left } of report.steps) {
      const own = steps.filter((each) => each.step === step);
      expect({ step, now, entered, left }).toEqual({
        step,
        now: count(own, ({ endedOn }) => endedOn === null),
        entered: count(own, ({ since }) => isIn(since)),
        left: count(own, ({ endedOn }) => isIn(endedOn)),
      });
    }
  });

  test("days in whose hands are cut at the period and counted by the holder's calendar", async () => {
    const report = await ask("head");
    for (const duty of ["DSP", "CST", "CLINIC", "MOH_COMMISSION"] as const) {
      const house = duty === "CST" ? "CST-CJ" : duty === "MOH_COMMISSION" ? "MS" : "DSP-CJ";
      const own = institutionCalendar(calendar, house);
      let [calendarDays, workingDays] = [0, 0];
      const held = new Set<string>();
      for (const { id, hands } of cluj) {
        for (const run of hands.filter((each) => each.duty === duty)) {
          const [first, last] = [maxDate(run.fromOn, FROM), minDate(run.untilOn ?? TODAY, TODAY)];
          if (first > last) continue;
          held.add(id);
          calendarDays += dayNumber(last) - dayNumber(first) + 1;
          workingDays += countWorkingDays(own, addDays(first, -1), last);
        }
      }
      const expected = { duty, files: held.size, calendarDays, workingDays, suspendedDays: 0 };
      expect(report.hands.find((each) => each.duty === duty)).toEqual(expected);
    }
  });

  test("money by currency and in lei, by the rate of the day", async () => {
    const { money } = await ask("supervisor");
    const granted = cluj.flatMap((file) => file.money).filter(({ kind, on }) => kind === "granted" && isIn(on));
    const cents = (amount: string): number => Math.round(Number(amount) * 100);
    const rates: Record<string, number> = { EUR: 5, CHF: 5.25, RON: 1 };
    const lei = granted.reduce(
      (sum, { amount, currency }) => sum + Math.round(cents(amount) * (rates[currency] ?? 0)),
      0,
    );
    const sums = money.filter(({ kind }) => kind === "granted");
    expect(sums.map(({ currency }) => currency)).toEqual(["CHF", "EUR", "RON", undefined]);
    expect(Number(sums.at(-1)?.amount)).toBeCloseTo(lei / 100, 2);
    const euros = granted.filter(({ currency }) => currency === "EUR");
    expect(sums[1]).toMatchObject({ files: euros.length });
    expect(Number(sums[1]?.amount)).toBeCloseTo(euros.reduce((sum, { amount }) => sum + cents(amount), 0) / 100, 2);
  });

  test("a commission and the Ministry have their own steps and terms", async () => {
    const own = await ask("secretary");
    expect(own).toMatchObject({ scope: "CST-CJ", exact: true, money: [] });
    expect(termsIn(own)).toEqual(termsBy(files, (house) => house === "CST-CJ"));
    expect(own.files.entered).toBe(count(files, ({ cst, cstOn }) => cst === "CST-CJ" && isIn(cstOn)));
    const ministry = await ask("ministry", { institution: "MS" });
    expect(ministry.exact).toBe(true);
    expect(termsIn(ministry)).toEqual(termsBy(files, (house) => house === "MS"));
  });
});

describe("figures of others", () => {
  test("a person reads the own institution's, the Ministry everybody's; nobody else's", async () => {
    const choices = async (name: PersonName) => (await world.get(name, "/api/statistics/institutions")).body;
    expect(await choices("officer")).toMatchObject({ country: false, institutions: [{ id: "DSP-CJ" }] });
    expect(await choices("ministry")).toMatchObject({ country: true, institutions: { length: 5 } });
    for (const institution of ["DSP-BH", "CST-CJ", "MS", "country", "nowhere"]) {
      const { status } = await world.get("supervisor", `/api/statistics?institution=${institution}`);
      expect([institution, status]).toEqual([institution, 403]);
    }
    expect((await world.get("supervisor", "/api/statistics/export?institution=DSP-BH")).status).toBe(403);
    expect(await ask("ministryHead")).toMatchObject({ scope: "country", exact: false });
  });

  test("what is shown is what is counted, small counts are withheld, and none of them is found by subtraction", async () => {
    const country = await ask("ministryHead");
    const views = await Promise.all(COUNTIES.map(({ dsp }) => ask("ministryHead", { institution: dsp })));
    let small = 0;
    for (const [index, { dsp }] of COUNTIES.entries()) {
      const view = views[index];
      const expected = termsBy(files.filter((file) => file.dsp === dsp));
      expect(view).toMatchObject({ scope: dsp, exact: false });
      for (const { rule, kept, late, missed, running } of view?.terms ?? []) {
        for (const [column, shown] of Object.entries({ kept, late, missed, running })) {
          const value = expected[rule]?.[column as "kept"] ?? 0;
          if (typeof shown === "number") expect([dsp, rule, column, shown]).toEqual([dsp, rule, column, value]);
          if (value > 0 && value < 5) {
            small += 1;
            expect([dsp, rule, column, shown]).toEqual([dsp, rule, column, "few"]);
            const others = views
              .filter((other) => other !== view)
              .map((other) => other?.terms.find((t) => t.rule === rule));
            const all = country.terms.find((term) => term.rule === rule);
            const known = [all, ...others].map((term) => term?.[column as "kept"] as Shown);
            expect(known.every((each) => typeof each === "number" && each > 0)).toBe(false);
          }
        }
      }
    }
    expect(small).toBeGreaterThan(0);
  });

  test("the country's houses have the sums of their terms, or of the one term by which they are compared", async () => {
    const term = "MOH-23:term:DSP";
    const { houses } = await ask("ministryHead", { term });
    const expected = termsBy(cluj)["MOH-23"];
    expect(houses.map(({ institution }) => institution)).toEqual(["CST-BH", "CST-CJ", "DSP-BH", "DSP-CJ", "MS"]);
    const own = houses.find(({ institution }) => institution === "DSP-CJ");
    expect(own).toMatchObject({ kept: expected?.kept, median: expected?.median, ninth: expected?.ninth });
    const all = (await ask("ministryHead")).houses.find(({ institution }) => institution === "DSP-CJ");
    expect(all?.kept).toBe(Object.values(termsBy(cluj)).reduce((sum, { kept }) => sum + kept, 0));
  });

  test("days between two others are widened to months where small counts are withheld, and not where they are shown", async () => {
    const days = { from: addDays(FROM, 3), to: addDays(FROM, 12) };
    const own = await ask("supervisor", days);
    expect(own).toMatchObject({ ...days, widened: false });
    const shared = await ask("supervisor", { ...days, shared: "1" });
    expect(shared).toMatchObject({ from: FROM, exact: false, widened: true });
    expect(shared.to.slice(0, 7)).toBe(FROM.slice(0, 7));
  });

  test("sums of money and days of few people are shown to nobody", async () => {
    const one = { ...(files[0] as CountedFile), dsp: "DSP-BH", cst: "CST-BH", steps: [], terms: [], hands: [] };
    const money = [{ kind: "paid", on: TODAY, amount: "77123.45", currency: "USD" }];
    await insertCountedFiles(world.pool, [
      { ...one, id: "00000000-0000-4000-8000-0000000000ff", number: "one", money },
    ]);
    const own = await ask("strangeSupervisor");
    expect(own.exact).toBe(true);
    expect(JSON.stringify(own)).not.toContain("77123");
    expect(own.money.filter(({ kind }) => kind === "paid")).toEqual([
      { kind: "paid", currency: "USD", files: "few", amount: "hidden" },
      { kind: "paid", files: "few", amount: "hidden" },
    ]);
  });
});

describe("the same as files", () => {
  test("CSV says what the page shows, with small counts withheld, and computes nothing", async () => {
    await world.owner.query(`UPDATE institutions SET name_en = '=1+1' WHERE id = 'DSP-BH'`);
    const asked = new URLSearchParams({ from: FROM, to: TODAY, lang: "en", format: "csv" }).toString();
    for (const [name, scope] of [
      ["supervisor", "DSP-CJ"],
      ["ministryHead", "country"],
    ] as const) {
      const report = await ask(name, { shared: "1", institution: scope });
      for (const table of tablesOf(report, "en", (id) => (id === "DSP-BH" ? "'=1+1" : id))) {
        const { status, text, headers } = await world.get(name, `/api/statistics/export?${asked}&table=${table.id}`);
        expect(status).toBe(200);
        expect(headers["content-disposition"]).toContain(`statistica-${scope}-${FROM}-${TODAY}-${table.id}.csv`);
        const lines = text.replace("\u{FEFF}", "").trimEnd().split("\r\n");
        expect(lines).toHaveLength(table.rows.length + 1);
        if (table.id === "houses") expect(text).toContain("'=1+1;");
        if (table.id !== "terms") continue;
        const numbers = table.rows.map((row) =>
          row
            .slice(4)
            .map((cell) => ("none" in cell ? "" : cellText(cell, "en")))
            .join(";"),
        );
        expect(lines.slice(1).map((line) => line.split(";").slice(-6).join(";"))).toEqual(numbers);
      }
    }
  });

  test("a spreadsheet has a sheet for each table and one that says how to read them", async () => {
    const { status, bytes, headers } = await world.bytes("supervisor", `/api/statistics/export?from=${FROM}&lang=ro`);
    expect([status, headers["content-type"]]).toEqual([200, expect.stringContaining("spreadsheetml")]);
    const { unzipSync, strFromU8 } = await import("fflate");
    const parts = unzipSync(bytes);
    const names = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
    for (const name of ["Dosare", "Pași", "Termene", "Zile", "Bani", "Cum se citește"])
      expect(names).toContain(`name="${name}"`);
    expect(
      Object.values(parts)
        .map((part) => strFromU8(part))
        .join(""),
    ).toContain("sub 5");
  });
});

/** A file of a CAS whose application was decided after so many of the house's working days. */
function decided(dsp: string, name: string, days: number, step: string): CountedFile {
  const registered = addDays(FROM, 35);
  const on = addWorkingDays(institutionCalendar(calendar, dsp), registered, days);
  const isIssued = step === "hand-over-copies";
  const by = (each: string, since: PlainDate, endedOn: PlainDate | null) => ({
    step: each,
    house: dsp,
    since,
    endedOn,
  });
  return {
    id: namedUuid(`decided/${dsp}/${name}`),
    number: `decided/${dsp}/${name}`,
    dsp,
    cst: "",
    openedOn: FROM,
    cstOn: null,
    ministryOn: null,
    closedOn: isIssued ? on : null,
    outcome: isIssued ? "completed" : null,
    steps: [
      by("check-insured-status", registered, on),
      by(step, on, isIssued ? on : null),
      ...(isIssued && dsp === "CAS-CJ" ? [by(`${step}#2`, addDays(on, 30), null)] : []),
    ],
    terms: [],
    hands: [{ duty: "CAS", fromOn: addDays(registered, 1), untilOn: on }],
    money: [
      { kind: "asked", on: registered, amount: "1000.00", currency: "EUR" },
      ...(isIssued ? [{ kind: "paid", on, amount: "900.00", currency: "EUR" }] : []),
    ],
  };
}

describe("files of the E112 route", () => {
  test("are counted by their CAS and by the CNAS, and nowhere on the Ministry's route", async () => {
    const figures = async () => {
      const { at: _at, ...counted } = await ask("ministryHead");
      return counted;
    };
    const before = await figures();
    for (let count = 0; count < 6; count += 1) await seedCase(world, { ofCas: true, openedOn: TODAY });
    expect(await figures()).toEqual(before);

    const own = await ask("cas");
    expect(own).toMatchObject({ scope: "CAS-CJ", kind: "cas", process: "e112", exact: true });
    expect(own.files).toMatchObject({ open: 6, entered: 6, closed: 0 });
    const all = await ask("cnas");
    expect(all).toMatchObject({ scope: "country", process: "e112", exact: false, files: { open: 6, entered: 6 } });
    expect(all.houses.map(({ institution, open }) => [institution, open])).toEqual([
      ["CAS-BH", 0],
      ["CAS-CJ", 6],
    ]);
    expect(await ask("cnasAdmin", { institution: "CAS-CJ" })).toMatchObject({ kind: "cas", files: { open: 6 } });
    for (const [name, institution] of [
      ["cnas", "DSP-CJ"],
      ["cnas", "MS"],
      ["cas", "CAS-BH"],
      ["cas", "country"],
      ["ministryHead", "CAS-CJ"],
    ] as const) {
      const { status } = await world.get(name, `/api/statistics?institution=${institution}`);
      expect([name, institution, status]).toEqual([name, institution, 403]);
    }
    const { body } = await world.get("ministryHead", "/api/statistics/institutions");
    expect(body.institutions.map(({ kind }: { kind: string }) => kind)).not.toContain("cas");
  });

  test("E112-A4: steps, ends, money and the working days to the decision, and no term", async () => {
    const before = (await ask("cas")).files.open as number;
    await insertCountedFiles(world.pool, [
      // Ten forms after 1, 2 … 10 working days, each replaced later, which is no decision.
      ...Array.from({ length: 10 }, (_, index) => decided("CAS-CJ", `${index}`, index + 1, "hand-over-copies")),
      decided("CAS-CJ", "refused", 21, "communicate-refusal"),
      ...Array.from({ length: 4 }, (_, index) => decided("CAS-BH", `${index}`, 3, "hand-over-copies")),
    ]);
    await world.owner.query(
      "UPDATE cases SET process = 'e112', cst_id = NULL, ministry_id = NULL WHERE home_id LIKE 'CAS-%'",
    );

    const own = await ask("cas");
    expect(own.files).toMatchObject({ open: before + 1, closed: 10 });
    expect(own.files.outcomes).toEqual([{ outcome: "completed", title: E112_OUTCOMES.completed, files: 10 }]);
    expect(own.steps.map(({ step, duty, entered }) => [step, duty, entered])).toEqual([
      ["check-insured-status", "CAS", 11],
      ["hand-over-copies", "CAS", 20],
      ["communicate-refusal", "CAS", 1],
    ]);
    expect(own.terms).toEqual([]);
    expect(own.decisions).toEqual({ granted: 20, refused: 1, median: 6, ninth: 10 });
    expect(own.hands).toMatchObject([{ duty: "CAS", files: 11 }]);
    expect(own.money).toMatchObject([
      { kind: "asked", currency: "EUR", files: 11, amount: "11000.00" },
      { kind: "asked", files: 11 },
      { kind: "paid", currency: "EUR", files: 10, amount: "9000.00" },
      { kind: "paid", files: 10 },
    ]);

    const all = await ask("cnas");
    expect(all.decisions).toMatchObject({ median: 4, ninth: 10 });
    expect(all.houses.map(({ institution, decisions }) => [institution, decisions])).toEqual([
      ["CAS-BH", { granted: "few", refused: 0, median: null, ninth: null }],
      ["CAS-CJ", { granted: "hidden", refused: "few", median: 6, ninth: 10 }],
    ]);
    expect(JSON.stringify(all.money.filter(({ kind }) => kind === "paid"))).not.toContain("9000");
    expect((await ask("ministryHead")).decisions).toBeUndefined();
  });

  test("are told in words of their own, on the page and in files", async () => {
    const ours = await ask("cnas");
    const theirs = await ask("ministryHead");
    const said = (report: StatisticsReport): string =>
      [
        ...legendOf(report, "ro"),
        ...tablesOf(report, "ro", (id) => id).flatMap(({ title, columns }) => [title, ...columns]),
      ].join(" ");
    expect(said(ours)).toContain("E112-A4");
    expect(said(ours)).not.toMatch(/Minister|DSP|Respectat|ofert/);
    expect(said(theirs)).not.toMatch(/E1\d\d|CAS/);
    const { status, text, headers } = await world.get("cnas", `/api/statistics/export?from=${FROM}&lang=en&format=csv`);
    expect(status).toBe(200);
    expect(headers["content-disposition"]).toContain("-decisions.csv");
    expect(text).toContain("Median, working days");
    const house = await world.get("cnas", `/api/statistics/export?from=${FROM}&lang=ro&format=csv&table=houses`);
    expect(house.text.split("\r\n")[0]).toContain("Formulare eliberate;Cereri refuzate;");
  });
});
