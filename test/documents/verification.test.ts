/** The page behind the code of a printed due date. */
import { describe, expect, test } from "@jest/globals";
import { bucharestDate, plainDate } from "../../domain/plain-date.ts";
import { getDeadlineRule, isDeadlineRuleId, RULES } from "../../domain/law/index.ts";
import { dueDateOf } from "../../domain/case/due.ts";
import { institutionCalendar } from "../../domain/calendar/calendar-data.ts";
import { createCalendarReader } from "../../prisma/calendar-reader.ts";
import { readTerm, verificationAddress, type PrintedRule } from "../../api/documents/verification.ts";
import { apiWorld } from "../api/support/api-world.ts";
import { declareDay, withdrawDay } from "../support/calendar.ts";
import { readCode } from "./support/pdf.ts";

const world = await apiWorld({ PUBLIC_URL: "http://dosar.example" });
const calendars = createCalendarReader(world.owner);

/** The address in the code of the paper that the calculator prints. */
async function printed(query: string): Promise<string> {
  const { bytes } = await world.bytes(undefined, `/api/deadlines/preview.pdf?${query}`);
  const code = await readCode(bytes);
  if (code === undefined) throw new Error(`no code for ${query}`);
  return code;
}
async function open(address: string, change: Record<string, string | undefined> = {}) {
  const { pathname, searchParams } = new URL(address);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) searchParams.delete(name);
    else searchParams.set(name, value);
  }
  return await world.get(undefined, `${pathname}?${searchParams.toString()}`);
}
function signed(term: Partial<PrintedRule> & Pick<PrintedRule, "dueOn">): string {
  return verificationAddress(
    "http://dosar.example",
    {
      rule: "MOH-42",
      basis: "term",
      duty: "PATIENT_SIDE",
      startsOn: plainDate("2026-03-02"),
      institution: "DSP-CJ",
      suspensions: [],
      calendarNumber: 0,
      lawVersion: getDeadlineRule("MOH-42", plainDate("2026-03-02")).version,
      printedOn: plainDate("2026-03-05"),
      ...term,
    },
    world.keyring,
  );
}

describe("what was printed is confirmed", () => {
  test.each([
    ["rule=MOH-73&from=2025-04-10&institution=DSP-CJ", "vineri, 16 mai 2025"],
    ["rule=MOH-91&from=2025-06-04", "sâmbătă, 7 iunie 2025"],
    ["rule=MOH-96&from=2024-12-01", "luni, 1 decembrie 2025"],
    ["workingDays=22&from=2024-04-19", "vineri, 24 mai 2024"],
    ["workingDays=22&from=2024-04-19&institution=DSP-CJ", "luni, 27 mai 2024"],
    ["calendarDays=30&from=2026-01-30", "duminică, 1 martie 2026"],
    ["freeDays=3&from=2026-01-30", "marți, 3 februarie 2026"],
    ["freeDays=4&from=2026-04-07", "marți, 14 aprilie 2026"],
    ["months=1&from=2026-01-31", "sâmbătă, 28 februarie 2026"],
    ["rule=MOH-73&from=2026-03-02&suspended=2026-03-10/2026-03-20,2026-03-25/2026-03-26", "joi, 16 aprilie 2026"],
  ])("%s", async (query, date) => {
    const { status, text } = await open(await printed(query));
    expect([status, text.match(/<h2>([^<]*)<\/h2><p><strong>([^<]*)<\/strong>/)?.slice(1)]).toEqual([
      200,
      ["Confirmat", `Termenul este ${date}.`],
    ]);
  });

  test("every rule whose term somebody owes", async () => {
    const data = await calendars.latest();
    const startsOn = plainDate("2026-04-07");
    for (const { id, deadline, version } of RULES) {
      if (deadline === undefined || !isDeadlineRuleId(id)) continue;
      const input = { rule: id, basis: "term", startsOn, duty: deadline.duty, suspensions: [] } as const;
      const { dueOn } = dueDateOf(input, () => institutionCalendar(data, "DSP-CJ"));
      const { text } = await open(signed({ ...input, dueOn, lawVersion: version }));
      expect([id, text.includes("<h2>Confirmat</h2>")]).toEqual([id, true]);
    }
  });

  test("MOH-42 after the duty passed, the later date holding; the report of a delay on day 23", async () => {
    await declareDay(world.owner, { date: "2026-03-04", scope: "public-sector" });
    const { number } = await calendars.latest();
    const passed = await open(
      signed({ duty: "PATIENT_SIDE", formerDuty: "DSP", dueOn: plainDate("2026-03-12"), calendarNumber: number }),
    );
    expect(passed.text).toContain("<h2>Confirmat</h2>");
    expect(passed.text).toMatch(/04\.03\.2026<\/td><td class="weekday">miercuri<\/td><td class="nth">–/);
    const report = await open(
      signed({ rule: "MOH-73", basis: "delay-report", duty: "DSP", dueOn: plainDate("2026-04-02") }),
    );
    expect(report.text).toContain("<h2>Confirmat");
    expect(report.text).toContain("23 de zile lucrătoare");
    await withdrawDay(world.owner, "2026-03-04");
  });

  test("day by day, in both languages, naming nobody; the other language is one link away", async () => {
    const address = await printed("rule=MOH-23&from=2025-04-17&institution=DSP-CJ");
    const romanian = await open(address);
    expect(romanian.text).toContain("DSP Cluj (DSP-CJ)");
    expect(romanian.text).toContain("Vinerea Mare");
    expect(romanian.text).not.toContain("<script");
    const other = /href="([^"]*lang=en)"/.exec(romanian.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const english = await world.get(undefined, other);
    expect(english.text).toContain("<h2>Confirmed</h2>");
    expect(english.text).toContain("Good Friday");
    expect(english.headers["content-security-policy"]).toContain("default-src 'none'");
  });
});

describe("what was changed is refused", () => {
  const CHANGES: Readonly<Record<string, string>> = {
    r: "MOH-26",
    b: "delay-report",
    o: "CST",
    f: "CST",
    a: "20260310",
    l: "MOH-42/2011-06-14+00000000",
    s: "20260304-20260306",
    i: "20260303",
    t: "20260312",
    c: "DSP-BH",
    n: "1",
    p: "20260306",
    k: "AAAAAAAAAAAAAAAA",
  };
  const address = signed({
    dueOn: plainDate("2026-03-13"),
    formerDuty: "DSP",
    noticeOn: plainDate("2026-03-04"),
    suspensions: [{ from: plainDate("2026-03-05"), until: plainDate("2026-03-07") }],
  });

  test("as it was signed it holds", async () => {
    expect((await open(address)).text).toContain("<h2>Confirmat</h2>");
  });

  test("every parameter is tried", () => {
    const names = [...new URL(address).searchParams.keys(), "b"];
    expect(Object.keys(CHANGES).toSorted()).toEqual(names.toSorted());
  });

  test.each(Object.keys(CHANGES))("%s changed, or left out", async (name) => {
    const changed = await open(address, { [name]: CHANGES[name] });
    expect(changed.status).toBe(200);
    expect(changed.text).toContain("<h2>Nu corespunde</h2>");
    expect(changed.text).toContain("Semnătura din adresă nu este cea dată de Dosar");
    if (name === "b") return;
    const without = await open(address, { [name]: undefined });
    expect(without.text).not.toContain("Confirmat");
  });

  test("a date that is not the computed one is told", async () => {
    const { text } = await open(address, { t: "20260312" });
    expect(text).toContain("în adresă scrie joi, 12 martie 2026, iar calculul dă vineri, 13 martie 2026");
  });

  test("the number and the unit of a bare term too", async () => {
    const bare = await printed("workingDays=22&from=2024-04-19");
    expect((await open(bare, { z: "21" })).text).toContain("<h2>Nu corespunde</h2>");
    expect((await open(bare, { u: "calendarDays" })).text).toContain("<h2>Nu corespunde</h2>");
  });

  test("a paper signed with a date that the rules no longer give is refused by the dates", async () => {
    const { text } = await open(signed({ dueOn: plainDate("2026-03-20"), lawVersion: "MOH-42/2011-06-14+old" }));
    expect(text).toContain("<h2>Nu corespunde</h2>");
    expect(text).toContain("pe hârtie scrie vineri, 20 martie 2026, iar calculul refăcut dă miercuri, 11 martie 2026");
    expect(text).toContain("Regulile s-au schimbat de la tipărire");
    expect(text).not.toContain("Semnătura");
  });
});

describe("an address that says too little", () => {
  const address = signed({ dueOn: plainDate("2026-03-11") });
  const { pathname, search } = new URL(address);

  test("nothing asked: the page says what it is for", async () => {
    const { status, text } = await world.get(undefined, pathname);
    expect(status).toBe(200);
    expect(text).toContain("Scanați codul QR");
  });

  test.each([
    ["a day that does not exist", search.replace("i=20260302", "i=20260230")],
    ["a rule without a term", search.replace("r=MOH-42", "r=MOH-01")],
    ["an unknown rule", search.replace("r=MOH-42", "r=%3Cscript%3E")],
    ["a parameter twice", `${search}&t=20260311`],
    ["outside the calendar", search.replace("i=20260302", "i=17890714")],
    ["before the rule held", search.replace("i=20260302", "i=20100302")],
    ["a number that is none", search.replace("n=0", "n=-1")],
    ["a suspension that ends before it begins", `${search}&s=20260309-20260301`],
    ["a house that there is not", search.replace("c=DSP-CJ", "c=DSP-XX")],
    ["only a signature", "?k=abc"],
  ])("%s: a page, and no insides", async (_, changed) => {
    const { status, text, headers } = await world.get(undefined, `${pathname}${changed}`);
    expect(status).toBe(400);
    expect(headers["content-type"]).toContain("text/html");
    expect(text).toContain("Adresa nu se poate citi");
    expect(text).not.toMatch(/<script|at .*\.ts|Error/);
  });

  test("a calendar that is not there yet", async () => {
    const future = signed({ dueOn: plainDate("2026-03-11"), calendarNumber: 9_999 });
    expect((await open(future)).text).toContain("Calendarul de după schimbarea nr. 9999 nu există aici");
  });

  test("what others add to an address is passed over", async () => {
    expect((await world.get(undefined, `${pathname}${search}&fbclid=x`)).text).toContain("<h2>Confirmat</h2>");
  });
});

describe("the calendar changes after it was printed", () => {
  test("the page confirms it for then, says what it would be today, and shows both day by day", async () => {
    const address = await printed("rule=MOH-23&from=2026-05-11&institution=DSP-CJ");
    expect((await open(address)).text).toContain("<h2>Confirmat</h2>");
    await declareDay(world.owner, { date: "2026-05-12", scope: "public-sector", legalAct: "HG nr. 77/2026" });
    const { text } = await open(address);
    expect(text).toContain("<h2>Confirmat la data tipăririi</h2>");
    expect(text).toContain("Termenul era miercuri, 13 mai 2026.");
    expect(text).toContain("Calendarul s-a schimbat de atunci: azi termenul ar fi joi, 14 mai 2026.");
    expect(text.match(/<table class="days">/g)).toHaveLength(2);
    expect(text).toContain("HG nr. 77/2026");
    await withdrawDay(world.owner, "2026-05-12");
    expect((await open(address)).text).toContain("<h2>Confirmat</h2>");
  });
});

test("who guesses addresses is slowed down, with a page that says when to come back", async () => {
  const slow = await apiWorld({ PUBLIC_STATUS_PER_MINUTE: "2" });
  const guess = async () => await slow.get(undefined, "/verificare-termen?r=MOH-23&k=x");
  expect([(await guess()).status, (await guess()).status]).toEqual([400, 400]);
  const { status, headers, text } = await guess();
  expect(status).toBe(429);
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  expect(text).toContain("<h1>Verificarea unui termen</h1>");
});

describe("signatures", () => {
  test("another installation’s key does not confirm", () => {
    const { searchParams } = new URL(signed({ dueOn: plainDate("2026-03-11") }));
    const other = { ...world.keyring, signature: () => "BBBBBBBBBBBBBBBB" };
    expect(readTerm(Object.fromEntries(searchParams), other)).toMatchObject({ kind: "read", genuine: false });
  });

  test("the day of printing is today’s in Bucharest", async () => {
    const today = bucharestDate(new Date()).replaceAll("-", "");
    expect(new URL(await printed("workingDays=1&from=2026-05-11")).searchParams.get("p")).toBe(today);
  });
});
