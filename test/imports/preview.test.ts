/** A register before it is imported: what is read, and what is wrong, by row and column. No engine. */
import { describe, expect, test } from "@jest/globals";
import { buffer } from "node:stream/consumers";
import { dateOf } from "../../api/imports/cells.ts";
import { columnIn, COLUMNS, keysOf, type ColumnKey } from "../../api/imports/columns.ts";
import { dateCell, xlsx } from "../../api/spreadsheets/xlsx.ts";
import { apiWorld } from "../api/support/api-world.ts";
import { seedCase } from "../api/support/seed-case.ts";
import {
  csv,
  everyStep,
  inAnotherRound,
  number,
  PERSON,
  preview,
  type RegisterRow,
  underTreatment,
} from "./support.ts";

const world = await apiWorld();
const FILED: RegisterRow = { ...PERSON, filedOn: "02.03.2026", documents: "complet" };

describe("what is wrong in a row", () => {
  const cases: readonly [string, RegisterRow, ColumnKey, string][] = [
    ["a date that does not exist", { filedOn: "30.02.2026" }, "filedOn", "CELL_DATE"],
    ["a date in the future", { filedOn: "02.03.2099" }, "filedOn", "FUTURE_DATE"],
    ["an act in the future", { sentToCommission: "02.03.2099" }, "sentToCommission", "FUTURE_DATE"],
    ["a needed cell that is empty", { surname: "" }, "surname", "CELL_EMPTY"],
    ["no date of filing", { filedOn: "" }, "filedOn", "CELL_EMPTY"],
    ["an unknown county", { domicileCounty: "Klausenburg" }, "domicileCounty", "CELL_COUNTY"],
    ["the county of another DSP", { domicileCounty: "Bihor" }, "domicileCounty", "WRONG_COUNTY"],
    ["a CNP that is not of the birth date", { cnp: "1960102080017" }, "cnp", "CNP"],
    ["a birth after the filing", { birthDate: "03.03.2026" }, "birthDate", "BORN_AFTER_FILING"],
    ["an address that is none", { email: "ana" }, "email", "BAD_FORMAT"],
    ["a filer that is not known", { filerRole: "vecin" }, "filerRole", "CELL_WORD"],
    [
      "a relative without a degree",
      { filerRole: "rudă", filerSurname: "A", filerGivenName: "B" },
      "kinshipDegree",
      "MISSING",
    ],
    ["a document that is not of the list", { documents: "buletin" }, "documents", "CELL_DOCUMENT"],
    ["an officer of nobody", { officer: "nimeni@dosar.example" }, "officer", "CELL_OFFICER"],
    ["an officer of another DSP", { officer: "stranger@dosar.example" }, "officer", "CELL_OFFICER"],
    [
      "an act before the one that it follows",
      { sentToCommission: "01.03.2026" },
      "sentToCommission",
      "BEFORE_PRECEDING_ACT",
    ],
    ["an act that comes too early", { examinationBegun: "05.03.2026" }, "examinationBegun", "ROW_NOT_YET"],
    [
      "an incomplete dossier that was sent",
      { documents: "cerereTip", sentToCommission: "03.03.2026" },
      "sentToCommission",
      "ROW_NOT_YET",
    ],
  ];
  test.each(cases)("%s", async (_what, change, column, code) => {
    const { body } = await preview(world, "supervisor", csv([{ legacyNumber: number(1), ...FILED, ...change }]));
    expect(body.rows[0]).toMatchObject({ row: 2, state: "wrong" });
    expect(body.rows[0]?.problems.map((problem) => [problem.column, problem.code])).toEqual([
      [columnIn(COLUMNS.moh, column).title.ro, code],
    ]);
    expect(body.id).toBeUndefined();
  });

  const far = everyStep(20).at(-1)?.row ?? {};
  const later: readonly [string, RegisterRow, ColumnKey, string][] = [
    ["a decision without its word", { commissionDecision: "" }, "commissionDecision", "CELL_NEEDED"],
    ["minutes received before the approval", { minutesReceived: "05.03.2026" }, "minutesReceived", "DATE_ORDER"],
    ["a clinic without a country", { clinics: "Klinikum" }, "clinics", "CELL_CLINICS"],
    ["a country that is none", { clinics: "A|Utopia; B|AT" }, "clinics", "BAD_FORMAT"],
    ["a request to a clinic that was not named", { requests: "3: 11.03.2026" }, "requests", "CELL_NO_CLINIC"],
    [
      "an answer before its request",
      { answers: "1: 10.03.2026 ofertă; 2: 17.03.2026 refuz" },
      "answers",
      "BEFORE_PRECEDING_ACT",
    ],
    ["an answer that is none", { answers: "1: 16.03.2026 poate" }, "answers", "CELL_ANSWER"],
    ["an offer that lacks a field", { offerAccount: "" }, "offerAccount", "MISSING"],
    ["an amount that is none", { offerTotal: "mult" }, "offerTotal", "BAD_FORMAT"],
    ["a dossier sent without two answers", { answers: "1: 16.03.2026 ofertă" }, "sentToMinistry", "ROW_NOT_YET"],
    ["no number of the Ministry", { ministryNumber: "" }, "ministryNumber", "CELL_NEEDED"],
    ["a class that is none", { urgencyClass: "C" }, "urgencyClass", "CELL_WORD"],
  ];
  test.each(later)("%s", async (_what, change, column, code) => {
    const { body } = await preview(world, "officer", csv([{ ...far, ...change }]));
    expect(body.rows[0]?.problems.map((problem) => [problem.column, problem.code])).toContainEqual([
      columnIn(COLUMNS.moh, column).title.ro,
      code,
    ]);
  });

  test("everything wrong is said at once, in the language of the reader, and what is allowed with it", async () => {
    const file = csv([
      { legacyNumber: number(1), ...FILED },
      {
        legacyNumber: number(2),
        ...FILED,
        birthDate: "x",
        domicileCounty: "y",
        cnp: "12",
        sentToCommission: "32.01.2026",
      },
      { legacyNumber: ` ${number(1).replace("/", " / ")}`, ...FILED },
    ]);
    const { body } = await preview(world, "supervisor", file);
    expect(body.counts).toEqual({ new: 1, there: 0, wrong: 2 });
    expect(body.rows[1]?.problems.map(({ column }) => column)).toEqual(
      expect.arrayContaining(["Data nașterii", "Județ de domiciliu", "CNP", "Trimis la comisie"]),
    );
    expect(body.rows[2]?.problems).toEqual([
      { column: "Nr. registru", code: "ROW_TWICE", message: expect.stringContaining("rândul 2") },
    ]);
    const form = new FormData();
    form.append("file", new Blob([file]), "x.csv");
    const english = await world.as("supervisor", { method: "POST", url: "/api/imports?lang=en", body: form });
    expect(english.body.rows[1].problems).toContainEqual({
      column: "County of domicile",
      code: "CELL_COUNTY",
      message: "“y” is not a county. Its code or its name is written, for example CJ or Cluj, B or București.",
    });
  });
});

describe("what will become of a row", () => {
  test("each lands in its step, with its terms", async () => {
    const steps = everyStep(100);
    const { body } = await preview(world, "supervisor", csv(steps.map(({ row }) => row)));
    expect(body.rows.map(({ problems }) => problems)).toEqual(steps.map(() => []));
    expect(body.rows.map(({ stage }) => stage)).toEqual(steps.map(({ stage }) => stage));
    expect(body.rows.map(({ since }) => since)).toEqual(
      ["02", "02", "03", "05", "06", "09", "09", "17", "18", "20"].map((day) => `2026-03-${day}`),
    );
    const dues = (row: number): unknown => body.rows[row]?.deadlines?.map(({ rule, dueOn }) => [rule, dueOn]);
    expect(dues(1)).toEqual([["MOH-23", "2026-03-04"]]);
    expect(dues(4)).toEqual([["MOH-26", "2026-03-09"]]);
    expect(dues(9)).toEqual([["MOH-76", "2026-04-21"]]);
    expect(body.id).toEqual(expect.any(String));
  });

  test("the Ministry's decision too", async () => {
    const decided = {
      ...everyStep(120).at(-1)?.row,
      ministryDecided: "27.03.2026",
      ministryDecision: "aprobat",
      selectedClinic: "1",
      amount: "21.500,00",
      currency: "EUR",
    };
    const refused = { ...decided, legacyNumber: number(131), ministryNumber: "M-131", selectedClinic: "2" };
    const { body } = await preview(world, "supervisor", csv([decided, refused]));
    expect(body.rows[0]).toMatchObject({ state: "new", stage: "approved-by-ministry", since: "2026-03-27" });
    expect(body.rows[1]?.problems).toEqual([
      expect.objectContaining({ column: COLUMNS.moh.selectedClinic.title.ro, code: "CLINIC_WITHOUT_OFFER" }),
    ]);
  });

  test("by the readings that are settings", async () => {
    await world.owner.query(
      `INSERT INTO setting_changes (key, version, from_value, value, reason, changed_by)
       VALUES ('offers-needed', 1, '1', '2', 'probă', gen_random_uuid())`,
    );
    const { body } = await preview(world, "supervisor", csv([everyStep(170)[8]?.row ?? {}]));
    expect(body.rows[0]?.problems).toEqual([
      {
        column: COLUMNS.moh.sentToMinistry.title.ro,
        code: "ROW_NOT_YET",
        message: expect.stringContaining("o ofertă completă (acum 1 din 2)"),
      },
    ]);
    await world.owner.query("DELETE FROM setting_changes");
  });

  test("another round of clinics, after the first were given up", async () => {
    const again = inAnotherRound(140);
    const early = { ...again, legacyNumber: number(148), commissionAnnounced: "" };
    const { body } = await preview(world, "supervisor", csv([again, early]));
    expect(body.rows[0]?.problems).toEqual([]);
    expect(body.rows[0]).toMatchObject({ stage: "approved-by-commission" });
    expect(
      body.rows[0]?.deadlines?.filter(({ rule }) => rule === "MOH-61").map(({ about, dueOn }) => [about?.ro, dueOn]),
    ).toEqual([
      ["clinica 3", "2026-04-01"],
      ["clinica 4", "2026-04-01"],
    ]);
    expect(body.rows[1]?.problems.map(({ column, code }) => [column, code])).toEqual([
      [COLUMNS.moh.newClinics.title.ro, "ANNOUNCEMENT_NEEDED"],
    ]);
  });

  test("a file under treatment, to the check after the return", async () => {
    const { body } = await preview(world, "supervisor", csv([underTreatment(150)]));
    expect(body.rows[0]?.problems).toEqual([]);
    expect(body.rows[0]?.since).toBe("2026-05-18");
    expect(body.rows[0]?.deadlines?.map(({ rule, dueOn }) => [rule, dueOn])).toEqual(
      expect.arrayContaining([["MOH-95", "2026-06-08"]]),
    );
  });

  test("dates may be cells of a spreadsheet, headings English", async () => {
    const keys = [
      "legacyNumber",
      "filedOn",
      "surname",
      "givenName",
      "birthDate",
      "domicileCounty",
      "documents",
      "sentToCommission",
      "cnp",
      "phone",
    ] as const;
    const row = [
      number(150),
      dateCell("2026-03-02"),
      "Xlsx",
      "Ion",
      dateCell("1980-05-01"),
      "CJ",
      "complete",
      dateCell("2026-03-03"),
      1800501123454,
      722123456,
    ];
    const sheet = await buffer(
      xlsx([{ name: "R", widths: keys.map(() => 10), rows: [keys.map((key) => COLUMNS.moh[key].title.en), row] }]),
    );
    const { body } = await preview(world, "supervisor", sheet);
    expect(body.rows[0]?.problems.filter(({ code }) => code !== "CNP")).toEqual([]);
    expect(body.rows[0]).toMatchObject({ row: 2, patient: "Xlsx Ion" });
  });

  test("a date may be the number of a day, as a spreadsheet keeps it, or written in the ways of this country", () => {
    const read = [46_083, "2.3.2026", "02/03/2026", "2026-03-02", new Date("2026-03-02T00:00:00Z")].map(dateOf);
    expect(read).toEqual(read.map(() => "2026-03-02"));
    expect(["31.02.2026", "3.2026", 12, "mâine"].map(dateOf)).toEqual([undefined, undefined, "1900-01-11", undefined]);
  });

  test("a patient who has a file here is pointed out, and kept from nobody", async () => {
    await seedCase(world, { surname: "Dublu", number: "DSP-CJ/2026/900001" });
    const { body } = await preview(
      world,
      "supervisor",
      csv([{ legacyNumber: number(160), ...FILED, surname: "DUBLU", givenName: "Ana" }]),
    );
    expect(body.rows[0]?.state).toBe("new");
    expect(body.rows[0]?.warnings).toEqual([
      expect.objectContaining({ code: "PATIENT_HAS_FILE", message: expect.stringContaining("DSP-CJ/2026/900001") }),
    ]);
  });
});

describe("a file that is no register", () => {
  test.each([
    ["no table", "bună ziua", 422, "REGISTER_HEADINGS"],
    ["no rows", "Nr. registru;Data înregistrării;Nume;Prenume;Data nașterii;Județ domiciliu\n", 422, "REGISTER_EMPTY"],
    [
      "a needed column that is missing",
      "Nr. registru;Data înregistrării;Nume;Prenume;CNP\n1;2;3;4;5\n",
      422,
      "REGISTER_HEADINGS",
    ],
    [
      "a column twice",
      "Nr. registru;Data înregistrării;Nume;Prenume;Data nașterii;Județ domiciliu;CNP;CNP\n1;2;3;4;5;6;7;8\n",
      422,
      "REGISTER_HEADING_TWICE",
    ],
    [
      "quotes that do not end",
      `Nr. registru;Data înregistrării;Nume;Prenume;Data nașterii;Județ domiciliu\n1;"2;3`,
      422,
      "REGISTER_LINE",
    ],
    ["a broken spreadsheet", "PK\u0003\u0004 nimic", 422, "REGISTER_FORMAT"],
    [
      "too many rows",
      csv(Array.from({ length: 5_001 }, (_, index) => ({ legacyNumber: `${index}`, ...FILED }))),
      422,
      "REGISTER_TOO_MANY",
    ],
    ["too many bytes", "x".repeat(5 * 1024 * 1024 + 1), 413, "REGISTER_TOO_LARGE"],
  ])("%s", async (_what, file, status, code) => {
    const answer = await preview(world, "supervisor", file);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.message).not.toMatch(/\?/);
  });
});

describe("the template", () => {
  test.each(["csv", "xlsx"])("%s: as it is, it holds no file; its headings are all known", async (format) => {
    const { bytes, status } = await world.bytes("officer", `/api/imports/template?format=${format}`);
    expect(status).toBe(200);
    const answer = await preview(world, "officer", bytes);
    expect([answer.status, answer.body.code]).toEqual([422, "REGISTER_EMPTY"]);
  });

  test("every column has words in both languages", () => {
    for (const columns of Object.values(COLUMNS))
      for (const key of keysOf(columns))
        expect([key, Object.values(columnIn(columns, key).explained).every(Boolean)]).toEqual([key, true]);
  });
});
