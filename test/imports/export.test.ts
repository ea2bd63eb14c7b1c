/** The register as a file: what the list shows, for whoever may see it, and nothing that a spreadsheet would compute. */
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "@jest/globals";
import readXlsx from "read-excel-file/node";
import { readCsvLines } from "../../api/spreadsheets/csv.ts";
import { apiWorld } from "../api/support/api-world.ts";
import { tokenOf, type PersonName } from "../api/support/people.ts";
import { seedCase } from "../api/support/seed-case.ts";

const world = await apiWorld();
const FORMULA = '=HYPERLINK("http://evil.example","x")';
await seedCase(world, { surname: FORMULA, number: "DSP-CJ/2026/000001", openedOn: "2026-03-02", urgencyClass: "A" });
await seedCase(world, {
  surname: "+40",
  number: "DSP-CJ/2026/000002",
  openedOn: "2026-03-03",
  cstSent: false,
  ministrySent: false,
});
await seedCase(world, {
  surname: "@Ana",
  number: "DSP-CJ/2026/000003",
  openedOn: "2026-03-04",
  stage: "at-commission",
});
await seedCase(world, { surname: "-Ana", number: "DSP-CJ/2026/000004", openedOn: "2026-03-05" });
await world.owner.query("UPDATE cases SET legacy_number = '=1+1' WHERE registration_number = 'DSP-CJ/2026/000004'");

async function exported(name: PersonName, body: Record<string, unknown>): Promise<Response> {
  const { port } = world.app.server.address() as AddressInfo; // it listens at a port
  return await fetch(`http://127.0.0.1:${port}/api/cases/export`, {
    method: "POST",
    headers: { cookie: `dosar=${tokenOf(name)}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function csvRows(
  name: PersonName,
  filter: Record<string, unknown> = {},
): Promise<readonly (readonly string[])[]> {
  const response = await exported(name, { format: "csv", ...filter });
  expect(response.headers.get("content-disposition")).toContain("registru.csv");
  return readCsvLines(await response.text()).map(({ record }) => record);
}

describe("the register", () => {
  test("has a row for each file of the list, newest first, with its columns", async () => {
    const [heading, ...rows] = await csvRows("officer");
    expect(heading).toEqual([
      "Nr. înregistrare",
      "Nr. registru vechi",
      "Nr. la Minister",
      "Depus la",
      "Pacient",
      "Etapa",
      "Din",
      "Următorul termen",
      "Clasa",
      "Referent",
      "Rezultat",
    ]);
    expect(rows.map(([number]) => number)).toEqual([4, 3, 2, 1].map((place) => `DSP-CJ/2026/00000${place}`));
    expect(rows.at(-1)?.slice(3, 4)).toEqual(["02.03.2026"]);
    expect(rows.at(-1)?.slice(8, 10)).toEqual(["A", "Persoana officer"]);
  });

  test("is that of the person's own house, with the filter of the list", async () => {
    expect(await csvRows("stranger")).toHaveLength(1);
    expect((await csvRows("secretary")).slice(1)).toHaveLength(3);
    expect((await csvRows("officer", { status: "at-commission" })).slice(1).map(([number]) => number)).toEqual([
      "DSP-CJ/2026/000003",
    ]);
    expect((await csvRows("officer", { q: "DSP-CJ/2026/000002" })).slice(1)).toHaveLength(1);
    expect((await csvRows("officer", { urgencyClass: "A" })).slice(1)).toHaveLength(1);
  });

  test("of an insurance house has its own columns", async () => {
    const id = await seedCase(world, { ofCas: true, number: "CAS-CJ/2026/000001", openedOn: "2026-03-06" });
    await world.owner.query("UPDATE cases SET application_number = 'CAS-CJ/2026/000009' WHERE id = $1", [id]);
    const [heading, row] = await csvRows("cas");
    expect(heading).toEqual([
      "Nr. înregistrare",
      "Nr. registru vechi",
      "Nr. cerere",
      "Depus la",
      "Pacient",
      "Etapa",
      "Din",
      "Tratamentul începe",
      "Referent",
      "Rezultat",
    ]);
    expect(row?.slice(0, 4)).toEqual(["CAS-CJ/2026/000001", "", "CAS-CJ/2026/000009", "06.03.2026"]);
  });

  test("computes nothing: what begins like a formula is a text", async () => {
    const rows = (await csvRows("officer")).slice(1);
    const cells = rows.flatMap((row) => [row[1], row[4]]);
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell ?? ""))).toEqual([]);
    expect(cells).toEqual(expect.arrayContaining(["'=1+1", `'${FORMULA} Ana`, "'+40 Ana", "'@Ana Ana", "'-Ana Ana"]));
  });

  test("as a spreadsheet: dates are dates, texts are texts", async () => {
    const response = await exported("officer", { format: "xlsx" });
    const [sheet] = (await readXlsx(Buffer.from(await response.arrayBuffer()))) as unknown as { data: unknown[][] }[];
    expect(sheet?.data).toHaveLength(5);
    expect(sheet?.data.at(-1)?.[3]).toEqual(new Date("2026-03-02T00:00:00Z"));
    expect(sheet?.data.map((row) => row[4])).toContain(`${FORMULA} Ana`);
  });

  test("leaves a trace", async () => {
    await exported("head", { format: "csv" });
    for (let tries = 0; tries < 50; tries += 1) {
      const { rows } = await world.owner.query("SELECT FROM audit_log WHERE action = 'case.export' AND outcome = 'ok'");
      if (rows.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("the export is not in the audit log");
  });

  test("needs a format that it knows", async () => {
    expect((await exported("officer", { format: "pdf" })).status).toBe(422);
    expect((await exported("admin", { format: "csv" })).status).toBe(403);
  });
});
