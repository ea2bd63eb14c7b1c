/** The register as a file: what the list of files shows, one row for each, read and written as it goes. */
import { Readable } from "node:stream";
import type { Language } from "../../domain/i18n/language.ts";
import type { Text } from "../../domain/case/commands.ts";
import { outcomeText, type ProcessName } from "../../domain/process-words.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { BYTE_ORDER_MARK, csvLines } from "../spreadsheets/csv.ts";
import { dateCell, xlsx, type XlsxCell } from "../spreadsheets/xlsx.ts";
import type { CaseLine, ExportedCase } from "./list-cases.ts";

type Value = string | { readonly date: PlainDate | undefined };

interface ExportColumn {
  readonly title: Text;
  readonly width: number;
  readonly value: (file: ExportedCase, language: Language) => Value;
  /** The process whose files have it; absent for what every file has. */
  readonly of?: ProcessName;
}

const COLUMNS: readonly ExportColumn[] = [
  { title: { ro: "Nr. înregistrare", en: "Registration number" }, width: 20, value: (file) => file.registrationNumber },
  {
    title: { ro: "Nr. registru vechi", en: "Old register number" },
    width: 18,
    value: (file) => file.legacyNumber ?? "",
  },
  {
    of: "moh",
    title: { ro: "Nr. la Minister", en: "Ministry’s number" },
    width: 18,
    value: (file) => file.ministryNumber ?? "",
  },
  {
    of: "e112",
    title: { ro: "Nr. cerere", en: "Application number" },
    width: 18,
    value: (file) => file.applicationNumber ?? "",
  },
  { title: { ro: "Depus la", en: "Filed on" }, width: 12, value: (file) => ({ date: file.openedOn }) },
  { title: { ro: "Pacient", en: "Patient" }, width: 28, value: (file) => file.patient },
  { title: { ro: "Etapa", en: "Stage" }, width: 36, value: (file, language) => file.statusTitle[language] },
  { title: { ro: "Din", en: "Since" }, width: 12, value: (file) => ({ date: file.statusSince }) },
  {
    of: "moh",
    title: { ro: "Următorul termen", en: "Next deadline" },
    width: 16,
    value: (file) => ({ date: file.dueOn }),
  },
  { of: "moh", title: { ro: "Clasa", en: "Class" }, width: 8, value: (file) => file.urgencyClass ?? "" },
  {
    of: "e112",
    title: { ro: "Tratamentul începe", en: "Treatment begins" },
    width: 18,
    value: (file) => ({ date: file.treatmentFrom }),
  },
  { title: { ro: "Referent", en: "Officer" }, width: 24, value: (file) => file.officer },
  { title: { ro: "Rezultat", en: "Outcome" }, width: 32, value: (file, language) => outcomeOf(file, language) },
];
/** Lines of CSV that are written at once. */
const BATCH = 200;

/** What is sent, under which name. */
export interface ExportedFile {
  readonly type: string;
  readonly name: string;
  readonly stream: Readable;
}

/** With the columns of the processes whose files it may hold. */
export function exportCases(
  files: AsyncIterable<ExportedCase>,
  format: "csv" | "xlsx",
  language: Language,
  processes: readonly ProcessName[],
): ExportedFile {
  const columns = COLUMNS.filter(({ of }) => of === undefined || processes.includes(of));
  const name = `${language === "ro" ? "registru" : "register"}.${format}`;
  if (format === "csv") {
    return { type: "text/csv; charset=utf-8", name, stream: Readable.from(csv(files, columns, language)) };
  }
  const stream = xlsx([
    {
      name: language === "ro" ? "Registru" : "Register",
      widths: columns.map(({ width }) => width),
      rows: sheetRows(files, columns, language),
    },
  ]);
  return { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name, stream };
}

async function* csv(
  files: AsyncIterable<ExportedCase>,
  columns: readonly ExportColumn[],
  language: Language,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines([columns.map(({ title }) => title[language])]);
  let lines: string[][] = [];
  for await (const file of files) {
    lines.push(columns.map(({ value }) => written(value(file, language))));
    if (lines.length < BATCH) continue;
    yield csvLines(lines);
    lines = [];
  }
  if (lines.length > 0) yield csvLines(lines);
}

/** A date as a spreadsheet of this country reads it. */
function written(value: Value): string {
  if (typeof value === "string") return value;
  return value.date?.split("-").toReversed().join(".") ?? "";
}

async function* sheetRows(
  files: AsyncIterable<ExportedCase>,
  columns: readonly ExportColumn[],
  language: Language,
): AsyncGenerator<readonly XlsxCell[]> {
  yield columns.map(({ title }) => title[language]);
  for await (const file of files) {
    yield columns.map(({ value }) => {
      const cell = value(file, language);
      return typeof cell === "string" ? cell : dateCell(cell.date);
    });
  }
}

function outcomeOf({ process, outcome }: CaseLine, language: Language): string {
  return outcome === undefined ? "" : outcomeText(process, outcome)[language];
}
