/** The tables of the statistics in one language: the same on the screen, on paper and in files. */
import type { Text } from "../case/commands.ts";
import type { MoneyKind } from "../case/money.ts";
import { formatDate } from "../i18n/dates.ts";
import { dutyName } from "../i18n/duties.ts";
import type { Language } from "../i18n/language.ts";
import type { LawProcess } from "../law/index.ts";
import { termLength } from "../law/term-texts.ts";
import { formatAmount } from "../money/amounts.ts";
import {
  COUNTRY,
  type DecisionFigures,
  type HouseFigures,
  type Limit,
  type Shown,
  type StatisticsReport,
} from "./report.ts";
import { FEWEST, type Withheld } from "./suppress.ts";
import { STATISTICS_WORDS } from "./words-by-process.ts";

export const TABLES = ["files", "steps", "terms", "decisions", "hands", "houses", "money"] as const;
export type TableId = (typeof TABLES)[number];

/** A number is a count or days; an amount an exact decimal; `null` what cannot be said. */
export type Cell =
  | { readonly text: string }
  | { readonly number: number }
  | { readonly amount: string }
  | { readonly withheld: Withheld }
  | { readonly none: true };

export interface StatisticsTable {
  readonly id: TableId;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const WORDS = {
  files: { ro: "Dosare", en: "Files" },
  steps: { ro: "Dosare pe pași", en: "Files by step" },
  terms: {
    ro: "Termene: câte zile s-au folosit și cum au fost respectate",
    en: "Terms: days taken, and how they were kept",
  },
  decisions: {
    ro: "De la înregistrarea cererii la decizie (monitorizare, nu termen legal)",
    en: "From the registration of the application to the decision (monitoring, no legal term)",
  },
  hands: { ro: "Zilele dosarelor, la cine au fost", en: "The days of the files, by who had them" },
  houses: { ro: "Instituțiile, una lângă alta", en: "Institutions side by side" },
  filesSheet: { ro: "Dosare", en: "Files" },
  stepsSheet: { ro: "Pași", en: "Steps" },
  termsSheet: { ro: "Termene", en: "Terms" },
  decisionsSheet: { ro: "Decizii", en: "Decisions" },
  handsSheet: { ro: "Zile", en: "Days" },
  housesSheet: { ro: "Instituții", en: "Institutions" },
  moneySheet: { ro: "Bani", en: "Money" },
  legendSheet: { ro: "Cum se citește", en: "How to read" },
  legend: { ro: "Cum se citesc cifrele", en: "How the figures are read" },
  what: { ro: "Ce", en: "What" },
  count: { ro: "Număr", en: "Number" },
  openNow: { ro: "Deschise acum", en: "Open now" },
  entered: { ro: "Intrate în perioadă", en: "Came in the period" },
  closed: { ro: "Închise în perioadă", en: "Closed in the period" },
  closedAs: { ro: "Închise: ", en: "Closed: " },
  step: { ro: "Pasul", en: "Step" },
  duty: { ro: "Cine", en: "Who" },
  now: { ro: "Acum", en: "Now" },
  enteredStep: { ro: "Au ajuns la pas", en: "Came to it" },
  left: { ro: "Au trecut de pas", en: "Went past it" },
  rule: { ro: "Regula", en: "Rule" },
  term: { ro: "Termenul", en: "Term" },
  limit: { ro: "Limita", en: "Limit" },
  median: { ro: "Mediana, zile", en: "Median, days" },
  ninth: { ro: "90 % în cel mult, zile", en: "90 % within, days" },
  granted: { ro: "Formulare eliberate", en: "Forms issued" },
  refused: { ro: "Cereri refuzate", en: "Applications refused" },
  medianWorking: { ro: "Mediana, zile lucrătoare", en: "Median, working days" },
  ninthWorking: { ro: "90 % în cel mult, zile lucrătoare", en: "90 % within, working days" },
  kept: { ro: "Respectate", en: "Kept" },
  late: { ro: "Cu întârziere", en: "Kept late" },
  missed: { ro: "Depășite, nefăcute", en: "Missed" },
  running: { ro: "În curs acum", en: "Running now" },
  workingDays: { ro: "Zile lucrătoare", en: "Working days" },
  calendarDays: { ro: "Zile calendaristice", en: "Calendar days" },
  suspendedDays: { ro: "Zile suspendate", en: "Suspended days" },
  perFile: { ro: "Zile lucrătoare pe dosar", en: "Working days a file" },
  institution: { ro: "Instituția", en: "Institution" },
  kind: { ro: "Suma", en: "Sum" },
  currency: { ro: "Moneda", en: "Currency" },
  amount: { ro: "Valoarea", en: "Amount" },
  allInLei: { ro: "toate, în lei", en: "all, in lei" },
  few: { ro: `sub ${FEWEST}`, en: `fewer than ${FEWEST}` },
  hidden: { ro: "ascuns", en: "hidden" },
  none: { ro: "–", en: "–" },
} as const satisfies Record<string, Text>;
export type StatisticsWord = keyof typeof WORDS;

export function word(name: StatisticsWord, language: Language): string {
  return WORDS[name][language];
}

export function moneyWord(process: LawProcess, kind: MoneyKind, language: Language): string {
  return STATISTICS_WORDS[process].moneyKinds[kind][language];
}

export function limitText({ value, unit }: Limit, language: Language): string {
  return termLength(value, unit)[language];
}

/** The tables that have anything in them. `nameOf` names an institution. */
export function tablesOf(
  report: StatisticsReport,
  language: Language,
  nameOf: (institution: string) => string,
): StatisticsTable[] {
  const say = (name: StatisticsWord): string => word(name, language);
  const table = (
    id: TableId,
    columns: readonly StatisticsWord[],
    rows: readonly (readonly Cell[])[],
  ): StatisticsTable => ({
    id,
    title: id === "money" ? STATISTICS_WORDS[process].money[language] : say(id),
    columns: columns.map(say),
    rows,
  });
  const { process, files, steps, terms, decisions, hands, houses, money } = report;
  const tables = [
    table(
      "files",
      ["what", "count"],
      [
        [text(say("openNow")), count(files.open)],
        [text(say("entered")), count(files.entered)],
        [text(say("closed")), count(files.closed)],
        ...files.outcomes.map(({ title, files: closed }) => [
          text(`${say("closedAs")}${title[language]}`),
          count(closed),
        ]),
      ],
    ),
    table(
      "steps",
      ["step", "duty", "now", "enteredStep", "left"],
      steps.map(({ title, duty, now, entered, left }) => [
        text(title[language]),
        text(dutyName(duty)[language]),
        ...[now, entered, left].map(count),
      ]),
    ),
    table(
      "terms",
      ["rule", "term", "duty", "limit", "median", "ninth", "kept", "late", "missed", "running"],
      terms.map(({ rule, text: words, duty, limit, median, ninth, kept, late, missed, running }) => [
        text(rule),
        text(words[language]),
        text(dutyName(duty)[language]),
        text(limitText(limit, language)),
        days(median),
        days(ninth),
        ...[kept, late, missed, running].map(count),
      ]),
    ),
    table(
      "decisions",
      ["institution", ...DECISIONS],
      decisions === undefined ? [] : [[text(nameOf(report.scope)), ...decided(decisions)]],
    ),
    table(
      "hands",
      ["duty", "files", "workingDays", "calendarDays", "suspendedDays", "perFile"],
      hands.map(({ duty, files: many, workingDays, calendarDays, suspendedDays }) => [
        text(dutyName(duty)[language]),
        ...[many, workingDays, calendarDays, suspendedDays].map(count),
        average(workingDays, many),
      ]),
    ),
    table(
      "houses",
      ["institution", "openNow", "entered", "closed", ...(decisions === undefined ? TERMS : DECISIONS)],
      houses.map((house) => [
        text(nameOf(house.institution)),
        ...[house.open, house.entered, house.closed].map(count),
        ...(house.decisions === undefined ? ofTerms(house) : decided(house.decisions)),
      ]),
    ),
    table(
      "money",
      ["kind", "currency", "files", "amount"],
      money.map(({ kind, currency, files: many, amount }) => [
        text(moneyWord(process, kind, language)),
        text(currency ?? say("allInLei")),
        count(many),
        amount === null ? NONE : isWithheld(amount) ? { withheld: amount } : { amount },
      ]),
    ),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

const TERMS = ["median", "ninth", "kept", "late", "missed", "running"] as const;
const DECISIONS = ["granted", "refused", "medianWorking", "ninthWorking"] as const;
const NONE: Cell = { none: true };

function text(words: string): Cell {
  return { text: words };
}

function count(shown: Shown): Cell {
  return typeof shown === "number" ? { number: shown } : { withheld: shown };
}

function days(number: number | null): Cell {
  return number === null ? NONE : { number };
}

function ofTerms({ median, ninth, kept, late, missed, running }: HouseFigures): Cell[] {
  return [...[median, ninth].map(days), ...[kept, late, missed, running].map(count)];
}

function decided({ granted, refused, median, ninth }: DecisionFigures): Cell[] {
  return [...[granted, refused].map(count), ...[median, ninth].map(days)];
}

/** One decimal. */
function average(sum: Shown, files: Shown): Cell {
  if (typeof sum === "string" || typeof files === "string") return { withheld: "hidden" };
  return files === 0 ? NONE : { number: Math.round((sum * 10) / files) / 10 };
}

function isWithheld(amount: string): amount is Withheld {
  return amount === "few" || amount === "hidden";
}

/** A cell as people read it: Romanian decimals have a comma. */
export function cellText(cell: Cell, language: Language): string {
  if ("text" in cell) return cell.text;
  if ("number" in cell) return decimal(String(cell.number), language);
  if ("amount" in cell) return formatAmount(cell.amount, language);
  return word("none" in cell ? "none" : cell.withheld, language);
}

/** A decimal without marks between thousands. */
export function decimal(number: string, language: Language): string {
  return language === "ro" ? number.replace(".", ",") : number;
}

/** How the figures are counted and what is not shown, to be read beside them. */
export function legendOf(report: StatisticsReport, language: Language): string[] {
  const { exact, widened, scope, process, from, to } = report;
  const words = STATISTICS_WORDS[process];
  const lines: Text[] = [
    {
      ro: `Perioada: ${formatDate(from, language)} – ${formatDate(to, language)}. „Acum” și „în curs” arată situația din clipa întocmirii, oricare ar fi perioada.`,
      en: `Period: ${formatDate(from, language)} – ${formatDate(to, language)}. “Now” and “running” are as of the moment of making, whatever the period.`,
    },
    ...(widened
      ? [
          {
            ro: "Perioada a fost întinsă la luni întregi: două perioade care diferă cu o zi ar arăta ce s-a întâmplat în acea zi, cu un singur om.",
            en: "The period was extended to whole months: two periods that differ by a day would show what happened on that day, to one person.",
          },
        ]
      : []),
    ...words.timeLegend,
    exact
      ? {
          ro: `Pentru uzul instituției: numerele mici se văd, fiindcă cine le citește poate deschide și dosarele. Sumele de bani a mai puțin de ${FEWEST} oameni nu se arată. În fișierele care pleacă din instituție numerele mici sunt ascunse.`,
          en: `For use inside the institution: small numbers are shown, since their readers may open the files too. Sums of money of fewer than ${FEWEST} people are not shown. In files that leave the institution small numbers are withheld.`,
        }
      : {
          ro: `„sub ${FEWEST}”: sunt mai puțin de ${FEWEST} oameni, care ar putea fi recunoscuți. „ascuns”: număr care, arătat, ar lăsa să se afle prin scădere unul dintre acestea. Zero se arată.`,
          en: `“fewer than ${FEWEST}”: these are fewer than ${FEWEST} people, who might be recognised. “hidden”: a number which, if shown, would let one of those be found by subtraction. Zero is shown.`,
        },
    ...(report.money.length > 0 ? [words.moneyLegend] : []),
    ...(scope === COUNTRY ? words.housesLegend : []),
    ...(report.pending > 0
      ? [
          {
            ro: `Dosare mai vechi ale căror cifre sunt încă în lucru și lipsesc din unele tabele: ${report.pending}.`,
            en: `Older files whose figures are still being made and are missing from some tables: ${report.pending}.`,
          },
        ]
      : []),
  ];
  return lines.map((line) => line[language]);
}
