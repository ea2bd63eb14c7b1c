/** The register of an insurance house: what each row becomes, its numbers, its codes, nothing twice. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { verifyChain } from "../../activities/case/verify-chain.ts";
import { COLUMNS, columnIn, type ColumnKey } from "../../api/imports/columns.ts";
import type { E112CaseView } from "../../domain/case/view.ts";
import type { ImportPreview, ImportProgress } from "../../domain/imports/views.ts";
import { engineWorld } from "../api/support/api-world.ts";
import { childOfOneParent, everyE112Step, INSURED, settled } from "./e112-rows.ts";
import { bring, csv, number, PERSON, preview, type RegisterRow } from "./support.ts";

const world = await engineWorld();
const STEPS = everyE112Step(301);

async function fileOf(legacyNumber: string): Promise<E112CaseView> {
  const { rows } = await world.pool.query<{ id: string }>("SELECT id FROM cases WHERE legacy_number = $1", [
    legacyNumber,
  ]);
  const { body } = await world.get("casSupervisor", `/api/cases/${rows[0]?.id}`);
  return body as E112CaseView;
}

describe("a register with a file in every step", () => {
  let seen: ImportPreview;
  let done: ImportProgress;

  beforeAll(async () => {
    const rows = [...STEPS.map(({ row }) => row), settled(330), childOfOneParent(331)];
    seen = (await preview(world, "casSupervisor", csv(rows, "e112"))).body;
    done = await bring(world, "casSupervisor", seen.id);
  }, 120_000);

  test("every row becomes a file of the house, where the preview said, without any term", async () => {
    expect(seen.rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect(seen.rows.slice(0, STEPS.length).map(({ stage }) => stage)).toEqual(STEPS.map(({ stage }) => stage));
    expect(seen.rows.every(({ deadlines }) => deadlines?.length === 0)).toBe(true);
    expect(done).toMatchObject({ state: "done", rows: 21, done: 21, failed: [], institution: "CAS-CJ" });
    expect(done.stages[0]).toMatchObject({ stage: "preparing", title: { ro: "În pregătire" }, files: 1 });
    for (const row of seen.rows) {
      const file = await fileOf(row.legacyNumber ?? "");
      expect([row.row, file.process, file.status, file.statusSince]).toEqual([row.row, "e112", row.stage, row.since]);
    }
  });

  test("the application and the form keep their numbers; what else is issued goes on in the house's registers", async () => {
    const file = await fileOf(number(330));
    expect(file.applicationNumber).toBe(`C ${number(330)}`);
    expect(file.e112.forms).toMatchObject([{ number: `F/${number(330)}`, name: "E112", issuedOn: "2026-04-22" }]);
    expect(file.registrationNumber).toMatch(/^CAS-CJ\//);
    expect((await fileOf(number(331))).e112.forms[0]?.number).toMatch(/^E112-CAS-CJ\//);
    const acts = file.timeline.filter(({ kind }) => kind === "act").map(({ type, occurredOn }) => [type, occurredOn]);
    expect(acts.slice(-4)).toEqual([
      ["handOverCopy", "2026-04-23"],
      ["recordDeparture", "2026-06-30"],
      ["recordTreatmentDone", "2026-07-25"],
      ["settleInvoice", "2026-08-20"],
    ]);
    expect(await verifyChain(world.pool, file.caseId)).not.toHaveProperty("fault");
  });

  test("a kept number that the register comes to later is passed over", async () => {
    const { rows } = await world.owner.query<{ year: number; last: number }>(
      "SELECT year, last_number AS last FROM registers WHERE institution_id = 'E112-CAS-CJ'",
    );
    const [{ year, last } = { year: 0, last: 0 }] = rows;
    const next = (more: number): string => `E112-CAS-CJ/${year}/${String(last + more).padStart(6, "0")}`;
    for (const row of [
      { ...settled(332), formNumber: next(1) },
      { ...settled(333), formNumber: "" },
    ]) {
      const { body } = await preview(world, "cas", csv([row], "e112"));
      expect(await bring(world, "cas", body.id)).toMatchObject({ done: 1, failed: [] });
    }
    expect((await fileOf(number(332))).e112.forms[0]?.number).toBe(next(1));
    expect((await fileOf(number(333))).e112.forms[0]?.number).toBe(next(2));
  }, 60_000);

  test("a number that another file has is pointed out at its column", async () => {
    const row = { ...settled(340), applicationNumber: `C ${number(330)}`, formNumber: `F/${number(330)}` };
    const { body } = await preview(world, "cas", csv([row], "e112"));
    expect(body.rows[0]?.problems.map(({ column, code }) => [column, code])).toEqual([
      ["Nr. cererii", "NUMBER_TAKEN"],
      ["Nr. formularului", "NUMBER_TAKEN"],
    ]);
  });

  test("a second time nothing is new, and the codes are the supervisor's, once", async () => {
    const { body } = await preview(
      world,
      "cas",
      csv(
        STEPS.map(({ row }) => row),
        "e112",
      ),
    );
    expect(body.counts).toEqual({ new: 0, there: 19, wrong: 0 });
    expect((await world.post("cas", `/api/imports/${seen.id}/codes`, {})).status).toBe(403);
    const { body: codes } = await world.post("casSupervisor", `/api/imports/${seen.id}/codes`, {});
    const [first] = codes.items;
    const { registrationNumber, accessCode } = first;
    const status = await world.post(undefined, "/api/public/status", { registrationNumber, accessCode });
    expect([status.status, status.body.process]).toEqual([200, "e112"]);
    await world.owner.query("UPDATE file_imports SET codes_at = now() - interval '1 day' WHERE id = $1", [seen.id]);
    expect((await world.post("casSupervisor", `/api/imports/${seen.id}/codes`, {})).body.code).toBe("CODES_HANDED_OUT");
  });

  test("is the house's own", async () => {
    for (const name of ["strangeCas", "supervisor"] as const) {
      expect([name, (await world.get(name, `/api/imports/${seen.id}`)).status]).toEqual([name, 404]);
    }
    for (const name of ["casAdmin", "cnas", "cnasAdmin"] as const) {
      expect([name, (await preview(world, name, csv([INSURED], "e112"))).status]).toEqual([name, 403]);
    }
  });
});

describe("what is wrong in a row", () => {
  const accepted = STEPS[5]?.row ?? {};
  const assembled = STEPS[8]?.row ?? {};
  const analysed = STEPS[11]?.row ?? {};
  const APPLICANT = { filerSurname: "Registru", filerGivenName: "Mihai" };
  const cases: readonly [string, RegisterRow, ColumnKey, string][] = [
    ["a doctor without a contract", { ...accepted, doctorContracted: "nu" }, "doctorContracted", "NO_CAS_CONTRACT"],
    ["an acceptance that lacks a content", { ...assembled, acceptanceContents: "parafa" }, "legalised", "ROW_NOT_YET"],
    ["a content that is none", { ...accepted, acceptanceContents: "sigiliu" }, "acceptanceContents", "CELL_WORD"],
    ["a detail of an act without its date", { ...accepted, accepted: "" }, "accepted", "CELL_NEEDED"],
    ["a cost without its currency", { ...accepted, acceptanceCurrency: "" }, "acceptanceCurrency", "MISSING"],
    ["a dossier that lacks a paper", { ...analysed, documents: "cerereTip" }, "applied", "ROW_NOT_YET"],
    ["a paper in the wrong words", { ...assembled, documents: "buletin" }, "documents", "CELL_DOCUMENT"],
    [
      "an adult whose parent applies",
      { ...accepted, ...APPLICANT, filerRole: "părinte" },
      "filerRole",
      "APPLICANT_MISMATCH",
    ],
    ["an acceptance of a clinic that refused", { ...accepted, clinicRefused: "20.03.2026" }, "accepted", "ROW_NOT_YET"],
    ["a withdrawal without its reason", { ...accepted, withdrawn: "26.03.2026" }, "withdrawalReason", "MISSING"],
    ["a death after the issue", { ...settled(397), died: "21.08.2026" }, "died", "ROW_NOT_YET"],
    [
      "a refusal where the conditions are met",
      { ...analysed, refused: "21.04.2026", refusalReason: "x" },
      "refused",
      "REFUSAL_IMPOSSIBLE",
    ],
    [
      "a form issued after the departure",
      { ...analysed, issued: "22.04.2026", departed: "21.04.2026" },
      "forceMajeure",
      "FORCE_MAJEURE_NEEDED",
    ],
    ["an officer of another house", { ...accepted, officer: "officer@dosar.example" }, "officer", "CELL_OFFICER"],
  ];
  test.each(cases)("%s", async (_what, row, column, code) => {
    const { body } = await preview(world, "cas", csv([{ ...row, legacyNumber: number(399) }], "e112"));
    expect(body.rows[0]?.problems.map((problem) => [problem.column, problem.code])).toContainEqual([
      columnIn(COLUMNS.e112, column).title.ro,
      code,
    ]);
    expect(body.id).toBeUndefined();
  });

  test("what a paper lacks is named, with its rule", async () => {
    const row = { ...assembled, legacyNumber: number(398), acceptanceContents: "parafa" };
    const { body } = await preview(world, "cas", csv([row], "e112"));
    expect(body.rows[0]?.problems[0]?.message).toContain("(E112-29)");
  });
});

describe("the template", () => {
  test.each(["csv", "xlsx"])("%s: the house's own, and holds no file", async (format) => {
    const { bytes, status } = await world.bytes("cas", `/api/imports/template?format=${format}`);
    expect(status).toBe(200);
    const answer = await preview(world, "cas", bytes);
    expect([answer.status, answer.body.code]).toEqual([422, "REGISTER_EMPTY"]);
  });

  test("a DSP's register is none of an insurance house", async () => {
    const { body } = await preview(
      world,
      "cas",
      csv([{ legacyNumber: "1", ...PERSON, filedOn: "02.03.2026", sentToCommission: "03.03.2026" }]),
    );
    expect(body.code === "REGISTER_HEADINGS" || body.ignored.includes("Trimis la comisie")).toBe(true);
  });
});
