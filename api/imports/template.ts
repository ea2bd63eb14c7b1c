/** The register as it is to be filled in: a heading, what each column holds, lists to choose from. */
import type { Readable } from "node:stream";
import type { Language } from "../../domain/i18n/language.ts";
import { BYTE_ORDER_MARK, csvLines } from "../spreadsheets/csv.ts";
import { xlsx } from "../spreadsheets/xlsx.ts";
import type { Column } from "./column.ts";
import { columnIn, keysOf, type Columns } from "./columns.ts";

const WORDS: Readonly<
  Record<Language, Record<"register" | "explained" | "column" | "holds" | "example" | "needed" | "row", string>>
> = {
  ro: {
    register: "Registru",
    explained: "Explicații",
    column: "Coloana",
    holds: "Ce se scrie",
    example: "Exemplu",
    needed: "Obligatoriu",
    row: "Explicație (rândul se poate șterge)",
  },
  en: {
    register: "Register",
    explained: "Explanations",
    column: "Column",
    holds: "What is written",
    example: "Example",
    needed: "Needed",
    row: "Explanation (this row may be deleted)",
  },
};
const NARROW = 16;
const WIDE = 40;

export function templateCsv(register: Columns, language: Language): string {
  const columns = columnsOf(register);
  const explained = columns.map(({ explained: text }, index) =>
    index === 0 ? `${WORDS[language].row}: ${text[language]}` : text[language],
  );
  return BYTE_ORDER_MARK + csvLines([columns.map(({ title }) => title[language]), explained]);
}

export function templateXlsx(register: Columns, language: Language): Readable {
  const words = WORDS[language];
  const columns = columnsOf(register);
  const lists = columns.flatMap((column, index) => {
    const list = listOf(column, language);
    return list.length === 0 ? [] : [[index, list] as const];
  });
  const dates = columns.flatMap(({ date }, index) => (date === true ? [index] : []));
  return xlsx([
    {
      name: words.register,
      widths: columns.map(({ example }) => (example.length > NARROW ? WIDE : NARROW)),
      lists: new Map(lists),
      dates,
      rows: [columns.map(({ title }) => title[language])],
    },
    {
      name: words.explained,
      widths: [WIDE, 90, WIDE, NARROW],
      rows: [
        [words.column, words.holds, words.example, words.needed],
        ...columns.map(({ title, explained, example, needed }) => [
          title[language],
          explained[language],
          example,
          needed === true ? "✓" : "",
        ]),
      ],
    },
  ]);
}

function columnsOf(register: Columns): Column[] {
  return keysOf(register).map((key) => columnIn(register, key));
}

/** The words that a cell offers, in the language of the template. */
function listOf({ words = {} }: Column, language: Language): string[] {
  return Object.values(words).map((said) => (language === "en" ? said[1] : undefined) ?? said[0] ?? "");
}
