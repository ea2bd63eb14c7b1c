/** The exchange rates that the Ministry keeps: entered, withdrawn, imported from the files of the BNR; exact, and never changed. */
import { describe, expect, test } from "@jest/globals";
import { plainDate } from "../../domain/plain-date.ts";
import { ratesOn } from "../../prisma/exchange-rates.ts";
import { apiWorld, type Answer } from "./support/api-world.ts";

const world = await apiWorld();
const RATES = "/api/exchange-rates";

async function enter(currency: string, date: string, rate: string): Promise<Answer> {
  return await world.post("ministry", RATES, { currency, date, rate });
}

/** A file as the BNR publishes it; `cubes` are its days. */
function bnr(cubes: string, origin = "RON"): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<DataSet xmlns="http://www.bnr.ro/xsd" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <Header><Publisher>National Bank of Romania</Publisher><PublishingDate>2025-02-04</PublishingDate></Header>
  <Body>
    <Subject>Reference rates</Subject>
    <OrigCurrency>${origin}</OrigCurrency>
${cubes}
  </Body>
</DataSet>`;
}

const TWO_DAYS = bnr(`    <Cube date="2025-02-03">
      <Rate currency="EUR">4.9767</Rate>
      <Rate currency="HUF" multiplier="100">1.2196</Rate>
    </Cube>
    <Cube date="2025-02-04">
      <Rate currency="EUR">4.9770</Rate>
      <Rate currency="HUF" multiplier="100">1.2210</Rate>
    </Cube>`);

async function importing(xml: string, save = false): Promise<Answer> {
  const url = `${RATES}/import${save ? "?save=1" : ""}`;
  return await world.as("ministry", { method: "POST", url, body: xml, headers: { "content-type": "application/xml" } });
}

function problems({ body }: Answer): unknown {
  return body.errors.map(({ line, code }: { line: number; code: string }) => [line, code]);
}

describe("entering and withdrawing", () => {
  test("a rate is kept as it was written, with who entered it; the same one again is the same", async () => {
    const first = await enter("CHF", "2026-03-02", "5.1234");
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ rate: "5.1234", source: "entered", enteredBy: "Persoana ministry" });
    const again = await enter("CHF", "2026-03-02", "5.12340");
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
  });

  test("another rate for the same day is refused until the first is withdrawn, which says by whom", async () => {
    const wrong = await enter("GBP", "2026-03-02", "58.421");
    const right = await enter("GBP", "2026-03-02", "5.8421");
    expect([right.status, right.body.code]).toEqual([409, "RATE_STANDS"]);
    const withdrawn = await world.post("ministryAdmin", `${RATES}/${wrong.body.id}/withdraw`, {});
    expect(withdrawn.body.withdrawnBy).toBe("Persoana ministryAdmin");
    expect((await enter("GBP", "2026-03-02", "5.8421")).status).toBe(201);
    const { body } = await world.get("ministry", `${RATES}?currency=GBP`);
    expect(body.items.map(({ rate }: { rate: string }) => rate).toSorted()).toEqual(["5.8421", "58.4210"]);
    expect(body.latest.find(({ currency }: { currency: string }) => currency === "GBP").rate).toBe("5.8421");
  });

  test.each([
    ["EUR", "2026-03-02", "4,977", "rate"],
    ["EUR", "2026-03-02", "0", "rate"],
    ["EUR", "2026-03-02", "-4.9770", "rate"],
    ["eur", "2026-03-02", "4.9770", "currency"],
    ["RON", "2026-03-02", "1", "currency"],
    ["EUR", "2026-02-30", "4.9770", "date"],
    ["EUR", "2100-01-04", "4.9770", "date"],
  ])("%s %s %s is refused for its %s", async (currency, date, rate, field) => {
    const { status, body } = await enter(currency, date, rate);
    expect([status, body.fields.map(({ path }: { path: string }) => path)]).toEqual([422, [field]]);
  });

  test("a number is no exact decimal", async () => {
    const { status } = await world.post("ministry", RATES, { currency: "EUR", date: "2026-03-02", rate: 4.977 });
    expect(status).toBe(422);
  });

  test("a rate that was entered can be neither changed nor deleted by the application", async () => {
    await enter("SEK", "2026-03-02", "0.4512");
    await expect(world.pool.query("UPDATE exchange_rates SET rate = 1")).rejects.toThrow(/permission denied/);
    await expect(world.pool.query("DELETE FROM exchange_rates")).rejects.toThrow(/permission denied/);
  });

  test("who reads them may not change them", async () => {
    expect((await world.get("ministryHead", RATES)).status).toBe(200);
    const body = { currency: "EUR", date: "2026-03-02", rate: "4.9770" };
    expect((await world.post("ministryHead", RATES, body)).status).toBe(403);
    expect((await world.get("officer", RATES)).status).toBe(403);
  });
});

describe("the rate of a day", () => {
  test("is the latest on or before it, marked when it is old; none before the first", async () => {
    for (const [date, rate] of [
      ["2026-05-04", "4.5100"],
      ["2026-05-06", "4.5300"],
    ] as const)
      await enter("USD", date, rate);
    const on = async (day: string) => (await ratesOn(world.pool, ["USD", "RON", "USD"], plainDate(day))).get("USD");
    expect(await on("2026-05-05")).toEqual({ currency: "USD", rate: "4.5100", date: "2026-05-04", old: false });
    expect(await on("2026-05-06")).toMatchObject({ rate: "4.5300", old: false });
    expect(await on("2026-05-17")).toMatchObject({ date: "2026-05-06", old: true });
    expect(await on("2026-05-03")).toBeUndefined();
  });

  test("never one that was withdrawn", async () => {
    await enter("TRY", "2026-05-04", "0.1100");
    const later = await enter("TRY", "2026-05-05", "1.1100");
    await world.post("ministry", `${RATES}/${later.body.id}/withdraw`, {});
    const rates = await ratesOn(world.pool, ["TRY"], plainDate("2026-05-06"));
    expect(rates.get("TRY")).toMatchObject({ rate: "0.1100", date: "2026-05-04" });
  });
});

describe("a file of the BNR", () => {
  test("is shown before anything is saved, saved whole, and brings nothing the second time", async () => {
    const shown = await importing(TWO_DAYS);
    expect(shown.body).toMatchObject({ saved: false, found: 4, known: 0, errorCount: 0, firstOn: "2025-02-03" });
    expect((await ratesOn(world.pool, ["EUR"], plainDate("2025-02-04"))).size).toBe(0);
    const saved = await importing(TWO_DAYS, true);
    expect(saved.body).toMatchObject({ saved: true, found: 4 });
    expect(saved.body.currencies).toContainEqual({ currency: "EUR", date: "2025-02-04", rate: "4.9770", count: 2 });
    expect((await importing(TWO_DAYS, true)).body).toMatchObject({ found: 0, known: 4 });
  });

  test("a rate for a hundred forints is kept for one, exactly", async () => {
    await importing(TWO_DAYS, true);
    const rates = await ratesOn(world.pool, ["HUF"], plainDate("2025-02-04"));
    expect(rates.get("HUF")?.rate).toBe("0.01221");
  });

  test("may come as a form, as browsers send it", async () => {
    const form = new FormData();
    form.append("file", new Blob([TWO_DAYS.replaceAll("2025-02", "2024-02")]), "nbrfxrates2024.xml");
    const { status, body } = await world.as("ministryAdmin", { method: "POST", url: `${RATES}/import`, body: form });
    expect([status, body.found]).toEqual([200, 4]);
  });

  test("each mistake is told with its line, and nothing of the file is saved", async () => {
    const wrong = bnr(`    <Cube date="2023-02-03">
      <Rate currency="EUR">4,9767</Rate>
      <Rate currency="euro">4.9767</Rate>
      <Rate currency="HUF" multiplier="3">1.2196</Rate>
      <Rate currency="USD">4.5000</Rate>
      <Rate currency="USD">4.6000</Rate>
      <Rate currency="RON">1</Rate>
    </Cube>
    <Cube date="2023-02-31">
      <Rate currency="EUR">4.9770</Rate>
      <Rate currency="USD">4.5000</Rate>
    </Cube>
    <Cube date="2100-01-04"><Rate currency="EUR">4.9770</Rate></Cube>`);
    const shown = await importing(wrong);
    expect(problems(shown)).toEqual([
      [8, "RATE_VALUE"],
      [9, "RATE_CURRENCY"],
      [10, "RATE_MULTIPLIER"],
      [12, "RATE_TWICE"],
      [13, "RATE_OF_LEI"],
      [15, "RATE_WITHOUT_DATE"],
      [19, "RATE_IN_FUTURE"],
    ]);
    const saved = await importing(wrong, true);
    expect([saved.status, saved.body.code]).toEqual([422, "RATES_WITH_ERRORS"]);
    expect((await ratesOn(world.pool, ["USD"], plainDate("2023-02-03"))).size).toBe(0);
  });

  test("a rate that differs from one that stands is a mistake of one of the two", async () => {
    await enter("PLN", "2022-02-03", "1.0800");
    const shown = await importing(bnr(`<Cube date="2022-02-03"><Rate currency="PLN">1.0900</Rate></Cube>`));
    expect(problems(shown)).toEqual([[7, "RATE_STANDS"]]);
  });

  test.each([
    ["not XML", "cursuri; 4.97", [[1, "RATES_NOT_XML"]]],
    ["cut short", TWO_DAYS.slice(0, 500), [[expect.any(Number), "RATES_NOT_XML"]]],
    ["of another bank", "<gesmes><Cube/></gesmes>", [[1, "RATES_NOT_BNR"]]],
    ["in another currency", bnr("", "EUR"), [[6, "RATES_NOT_LEI"]]],
    ["without a rate", bnr(""), [[4, "RATES_EMPTY"]]],
    [
      "with an entity that would grow",
      `<!DOCTYPE DataSet [<!ENTITY a "4.9770">]>${bnr(`<Cube date="2021-02-03"><Rate currency="EUR">&a;</Rate></Cube>`).slice(38)}`,
      [[7, "RATES_NOT_XML"]],
    ],
  ])("%s is refused as a whole", async (_name, xml, expected) => {
    expect(problems(await importing(xml))).toEqual(expected);
  });

  test("a year of all currencies is read in seconds", async () => {
    const currencies = Array.from(
      { length: 36 },
      (_, index) => `X${String.fromCharCode(65 + (index % 26))}${index < 26 ? "A" : "B"}`,
    );
    const cubes = Array.from({ length: 250 }, (_, day) => {
      const date = new Date(Date.UTC(2019, 0, 1 + day)).toISOString().slice(0, 10);
      const rates = currencies.map(
        (currency, index) => `<Rate currency="${currency}">${index + 1}.${day + 1000}</Rate>`,
      );
      return `<Cube date="${date}">\n${rates.join("\n")}\n</Cube>`;
    });
    const { body } = await importing(bnr(cubes.join("\n")), true);
    expect(body).toMatchObject({ saved: true, found: 9000, errorCount: 0 });
  });
});
