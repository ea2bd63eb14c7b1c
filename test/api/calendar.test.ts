/** The calendar as anybody reads it, takes it away as a file, and brings a file back. */
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "@jest/globals";
import type { CalendarDayView, CalendarYearView, ImportView } from "../../domain/calendar/administration.ts";
import { declareDay } from "../support/calendar.ts";
import { apiWorld, type Answer } from "./support/api-world.ts";
import type { PersonName } from "./support/people.ts";

const world = await apiWorld();
const { owner } = world;

async function year(query: string, name?: PersonName): Promise<CalendarYearView> {
  const { status, body, text } = await world.get(name, `/api/calendar?${query}`);
  if (status !== 200) throw new Error(text);
  return body as CalendarYearView;
}

function dayOf({ months }: CalendarYearView, date: string): CalendarDayView | undefined {
  return months.flatMap(({ days }) => days).find((day) => day.date === date);
}

const HEADING = "date;kind;for;legalAct;name";
async function send(file: string | Blob, type = "text/csv", query = ""): Promise<Answer> {
  const headers = { "content-type": type, "accept-language": "ro" };
  return await world.as("admin", { method: "POST", url: `/api/calendar/import${query}`, body: file, headers });
}

async function imported(file: string | Blob, type?: string, query?: string): Promise<ImportView> {
  const { status, body, text } = await send(file, type, query);
  if (status !== 200) throw new Error(text);
  return body as ImportView;
}

describe("a year", () => {
  test("has twelve months with all their days, and says why each does not work", async () => {
    const view = await year("year=2028");
    expect(view.months.map(({ days }) => days.length)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(dayOf(view, "2028-01-03")).toEqual({ date: "2028-01-03", weekday: 1, working: true });
    expect(dayOf(view, "2028-01-06")).toMatchObject({
      weekday: 4,
      working: false,
      reason: { kind: "holiday", law: "Codul muncii, art. 139 (Legea nr. 52/2023)" },
    });
    expect(dayOf(view, "2028-01-08")).toMatchObject({ working: false, reason: { kind: "weekend" } });
  });

  test("is confirmed or not, and knows the years of the table", async () => {
    expect(await year("year=2026")).toMatchObject({ confirmed: true, firstYear: 2012, lastYear: 2040 });
    expect(await year("year=2027")).toMatchObject({ confirmed: false });
    for (const outside of [2011, 2041]) {
      const { status, body } = await world.get(undefined, `/api/calendar?year=${outside}`);
      expect([status, body.code, body.fields[0].path]).toEqual([422, "YEAR_OUTSIDE_CALENDAR", "year"]);
    }
  });

  test("a day off for the public sector interrupts an institution, and is shown to anybody as a day that works", async () => {
    const [whole, dsp] = [await year("year=2025"), await year("year=2025&institution=DSP-CJ")];
    const reason = { kind: "day-off", scope: "public-sector", legalAct: "HG nr. 2/2025", id: expect.any(String) };
    expect(dayOf(whole, "2025-05-02")).toMatchObject({ working: true, reason });
    expect(dayOf(dsp, "2025-05-02")).toMatchObject({ working: false, reason });
    expect(whole.declared).toMatchObject([{ date: "2025-05-02", declaredIn: 0, scope: "public-sector" }]);
  });

  test("a day of one institution stands in its calendar and in no other", async () => {
    await declareDay(owner, { date: "2029-03-05", scope: "institution", institution: "DSP-CJ", legalAct: "Decizia 3" });
    await declareDay(owner, { date: "2029-03-10", kind: "recovery-day" });
    const [own, other, whole] = [
      await year("year=2029&institution=DSP-CJ"),
      await year("year=2029&institution=DSP-BH"),
      await year("year=2029"),
    ];
    expect(dayOf(own, "2029-03-05")).toMatchObject({ working: false, reason: { institution: "DSP-CJ" } });
    expect([dayOf(other, "2029-03-05")?.working, dayOf(whole, "2029-03-05")?.working]).toEqual([true, true]);
    for (const view of [own, other, whole]) {
      expect(dayOf(view, "2029-03-10")).toMatchObject({ working: true, reason: { kind: "recovery-day" } });
    }
    expect([own, other, whole].map(({ declared }) => declared.length)).toEqual([2, 1, 1]);
    const { status } = await world.get(undefined, "/api/calendar?year=2029&institution=DSP-XX");
    expect(status).toBe(422);
  });
});

describe("export", () => {
  test("CSV opens in a Romanian spreadsheet, and nothing in it is computed", async () => {
    await declareDay(owner, { date: "2030-04-08", legalAct: '=HYPERLINK("x");1' });
    const { headers, text } = await world.get(undefined, "/api/calendar/export?format=csv&year=2030");
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(headers["content-disposition"]).toContain('filename="calendar-2030.csv"');
    const bytes = await fetchBytes("/api/calendar/export?format=csv&year=2030");
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = text.replace("\u{FEFF}", "").split("\r\n");
    expect(lines[0]).toBe(HEADING);
    expect(lines).toContain(
      "2030-01-24;holiday;everyone;Codul muncii, art. 139 (Legea nr. 176/2016);Ziua Unirii Principatelor Române",
    );
    expect(lines).toContain(`2030-04-08;day-off;everyone;"'=HYPERLINK(""x"");1";Zi liberă`);
  });

  test("iCalendar has one event of a whole day for each, under the same id every time", async () => {
    const day = { date: "2031-04-08", scope: "institution", institution: "DSP-CJ" } as const;
    await declareDay(owner, { ...day, legalAct: "Decizia nr. 4, art. 1; al. 2" });
    const [first, second] = [await ics("year=2031&institution=DSP-CJ"), await ics("year=2031&institution=DSP-CJ")];
    expect(first).toBe(second);
    expect(first).toContain("DTSTART;VALUE=DATE:20310408\r\nDTEND;VALUE=DATE:20310409");
    expect(first).toContain("DESCRIPTION:Decizia nr. 4\\, art. 1\\; al. 2");
    expect(first).toContain("UID:holiday-2031-01-01@dosar");
    expect(await ics("year=2031")).not.toContain("20310408");
  });

  async function ics(query: string): Promise<string> {
    const { headers, text } = await world.get(undefined, `/api/calendar/export?format=ics&${query}`);
    expect(headers["content-type"]).toBe("text/calendar; charset=utf-8");
    return text;
  }

  async function fetchBytes(url: string): Promise<Uint8Array> {
    const { port } = world.app.server.address() as AddressInfo;
    return new Uint8Array(await (await fetch(`http://127.0.0.1:${port}${url}`)).arrayBuffer());
  }
});

describe("import", () => {
  test.each(["csv", "ics"])(
    "an exported %s says nothing new; into a calendar without its days it says them all",
    async (format) => {
      await declareDay(owner, { date: "2032-05-10", legalAct: "HG nr. 8; art. „2”\n+1" });
      await declareDay(owner, { date: "2032-05-15", kind: "recovery-day", scope: "public-sector", legalAct: "-HG" });
      await declareDay(owner, { date: "2032-06-10", scope: "institution", institution: "DSP-CJ", legalAct: "'=1" });
      const { text } = await world.get(undefined, `/api/calendar/export?format=${format}&year=2032&institution=DSP-CJ`);
      const again = await imported(text, format === "csv" ? "text/csv" : "text/calendar");
      expect(again.errors).toEqual([]);
      expect(again.acts).toEqual([]);
      expect(again.skipped.length).toBeGreaterThan(15);

      await owner.query(
        "UPDATE declared_days SET withdrawn_in = declared_in WHERE date >= '2032-01-01' AND date < '2033-01-01'",
      );
      await declareDay(owner, { date: format === "csv" ? "2038-02-02" : "2038-02-03" }); // a calendar of another number
      const anew = await imported(text, "text/plain");
      expect(anew.errors).toEqual([]);
      expect(anew.acts).toEqual([
        { type: "declareDayOff", date: "2032-05-10", for: "everyone", legalAct: "HG nr. 8; art. „2”\n+1" },
        { type: "declareRecoveryDay", date: "2032-05-15", for: "public-sector", legalAct: "-HG" },
        { type: "declareDayOff", date: "2032-06-10", for: "DSP-CJ", legalAct: "'=1" },
      ]);
      await owner.query("DELETE FROM declared_days WHERE date >= '2032-01-01' AND date < '2033-01-01'");
    },
  );

  test("what a spreadsheet made of it is read too: dates of the country, headings in Romanian, commas, columns in any order", async () => {
    const { acts, errors } = await imported("Act,Data,Fel,Pentru\nHG 9,10.5.2033,Zi liberă,everyone\n,,,\n");
    expect(errors).toEqual([]);
    expect(acts).toEqual([{ type: "declareDayOff", date: "2033-05-10", for: "everyone", legalAct: "HG 9" }]);
  });

  test("lines that end in different ways are different lines", async () => {
    const { acts, errors } = await imported(
      `${HEADING}\r\n2034-05-09;day-off;everyone;HG 1;\n2034-05-10;day-off;everyone;HG 2;\r2034-05-11;day-off;everyone;HG 3;`,
    );
    expect(errors).toEqual([]);
    expect(acts).toMatchObject([
      { date: "2034-05-09", legalAct: "HG 1" },
      { date: "2034-05-10", legalAct: "HG 2" },
      { date: "2034-05-11", legalAct: "HG 3" },
    ]);
  });

  test("each line that is wrong is named with its column, in the reader’s language; the others are taken", async () => {
    const rows = [
      "2034-05-09;day-off;everyone;HG 1;",
      "2034-02-30;day-off;everyone;HG 1;",
      "2034-05-10;sărbătoare;everyone;HG 1;",
      "2034-05-11;day-off;;HG 1;",
      "2034-05-12;day-off;everyone;;",
      "2034-05-13;day-off;everyone;HG 1;",
      "2034-05-15;recovery-day;everyone;HG 1;",
      "2034-05-01;day-off;everyone;HG 1;",
      "2034-05-16;holiday;everyone;x;",
      "2050-05-16;day-off;everyone;HG 1;",
      "2034-05-17;day-off;DSP-XX;HG 1;",
      "2034-05-09;day-off;everyone;HG 2;",
    ];
    const { acts, errors, skipped } = await imported([HEADING, ...rows].join("\r\n"));
    expect(acts).toHaveLength(1);
    expect(errors.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, "date", "IMPORT_DATE"],
      [4, "kind", "IMPORT_KIND"],
      [5, "for", "IMPORT_WHOM"],
      [6, "legalAct", "IMPORT_LEGAL_ACT"],
      [7, "date", "DAY_OFF_ON_WEEKEND"],
      [8, "date", "RECOVERY_ON_WEEKDAY"],
      [9, "date", "DAY_IS_HOLIDAY"],
      [10, "kind", "IMPORT_NOT_A_HOLIDAY"],
      [11, "date", "DATE_OUTSIDE_CALENDAR"],
      [12, "for", "UNKNOWN_INSTITUTION"],
    ]);
    expect(skipped.map(({ line, code }) => [line, code])).toEqual([[13, "IMPORT_TWICE"]]);
    expect(errors[4]?.message).toContain("cade sâmbătă");
    expect(errors[6]?.message).toContain("1 Mai – Ziua Muncii");
  });

  test("what the file does not say may be said for all of it", async () => {
    const event = [
      "BEGIN:VEVENT",
      "UID:1",
      "DTSTART;VALUE=DATE:20350507",
      "DTEND;VALUE=DATE:20350509",
      "SUMMARY:Liber",
      "END:VEVENT",
    ];
    const file = ["BEGIN:VCALENDAR", "VERSION:2.0", ...event, "END:VCALENDAR", ""].join("\r\n");
    const bare = await imported(file, "text/calendar");
    expect(bare.errors.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, "X-DOSAR-FOR", "IMPORT_WHOM"],
      [3, "X-DOSAR-FOR", "IMPORT_WHOM"],
    ]);
    const { acts } = await imported(file, "text/calendar", "?for=everyone&legalAct=HG%207");
    expect(acts).toEqual(
      ["2035-05-07", "2035-05-08"].map((date) => ({ type: "declareDayOff", date, for: "everyone", legalAct: "HG 7" })),
    );
  });

  test("an event is as long as its duration says; one of weeks is refused whole, none of its days is lost silently", async () => {
    const event = (...lines: string[]): string[] => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
    const file = [
      "BEGIN:VCALENDAR",
      ...event("DTSTART;VALUE=DATE:20350507", "DURATION:P2D"),
      ...event("DTSTART;VALUE=DATE:20350514", "DTEND;VALUE=DATE:20350714"),
      "END:VCALENDAR",
    ].join("\r\n");
    const { acts, errors } = await imported(file, "text/calendar", "?for=everyone&legalAct=HG%207");
    expect(acts).toMatchObject([{ date: "2035-05-07" }, { date: "2035-05-08" }]);
    expect(errors.map(({ line, code, message }) => [line, code, message])).toEqual([
      [6, "IMPORT_TOO_LONG", "Evenimentul ține mai mult de 31 de zile; zilele libere se scriu pe rând."],
    ]);
  });

  test("events with a time, events that recur and dates that do not exist are refused by their line", async () => {
    const event = (...lines: string[]): string[] => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
    const file = [
      "BEGIN:VCALENDAR",
      ...event("DTSTART:20350507T080000Z"),
      ...event("DTSTART;VALUE=DATE:20350507", "RRULE:FREQ=YEARLY"),
      ...event("DTSTART;VALUE=DATE:20351399"),
      ...event("SUMMARY:fără dată"),
      "END:VCALENDAR",
    ].join("\r\n");
    const { acts, errors } = await imported(file, "text/calendar", "?for=everyone&legalAct=HG%207");
    expect(acts).toEqual([]);
    expect(errors.map(({ line, code }) => [line, code])).toEqual([
      [2, "IMPORT_NOT_ALL_DAY"],
      [5, "IMPORT_RECURRING"],
      [9, "IMPORT_DATE"],
      [12, "IMPORT_DATE"],
    ]);
  });

  test("a file that is none says what is wrong with it", async () => {
    const problems = async (file: string): Promise<unknown[]> =>
      (await imported(file)).errors.map(({ line, code }) => [line, code]);
    expect(await problems(" ")).toEqual([[1, "IMPORT_EMPTY"]]);
    expect(await problems(`${HEADING}\r\n`)).toEqual([[1, "IMPORT_EMPTY"]]);
    expect(await problems("bună ziua")).toEqual([[1, "IMPORT_COLUMNS"]]);
    expect(await problems(`${HEADING}\n2034-05-09;day-off;"every"one;HG;\n`)).toEqual([[2, "IMPORT_UNREADABLE"]]);
    const calendar = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nce-i asta\r\nEND:VEVENT\r\nEND:VCALENDAR";
    expect(await problems(calendar)).toEqual([[3, "IMPORT_UNREADABLE_ICS"]]);
    const [unreadable] = (await imported(calendar)).errors;
    expect(unreadable?.message).toMatch(/^Fișierul iCalendar nu poate fi citit/);
    expect(await problems("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR")).toEqual([[3, "IMPORT_UNREADABLE_ICS"]]);
    const { status, body } = await send(new Blob([Buffer.from("data;fel;pentru;act\n\xbaapte", "latin1")]));
    expect([status, body.code]).toEqual([422, "IMPORT_NOT_UTF8"]);
    expect((await send("x".repeat(300_000))).status).toBe(413);
    expect((await send("x".repeat(600_000))).status).toBe(413);
    expect((await send("<a/>", "text/xml")).status).toBe(415);
    expect((await world.post("admin", "/api/calendar/import", {})).status).toBe(415);
  });

  test("a form carries it as well", async () => {
    const form = new FormData();
    form.set("file", new Blob([`${HEADING}\n2036-05-08;day-off;everyone;HG 1;`]), "zile.csv");
    const { status, body } = await world.as("admin", { method: "POST", url: "/api/calendar/import", body: form });
    expect([status, body.acts.length]).toEqual([200, 1]);
    const empty = await world.as("admin", { method: "POST", url: "/api/calendar/import", body: new FormData() });
    expect(empty.status).toBe(422);
  });
});
