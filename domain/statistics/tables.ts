/** The tables of the statistics in one language: the same on the screen, on paper and in files. */
import type { Text } from "../case/commands.ts";
import type { MoneyKind } from "../case/money.ts";
import { formatDate } from "../i18n/dates.ts";
import { dutyName } from "../i18n/duties.ts";
import type { Language } from "../i18n/language.ts";
import { termLength } from "../law/term-texts.ts";
import { formatAmount } from "../money/amounts.ts";
import { COUNTRY, type Limit, type Shown, type StatisticsReport } from "./report.ts";
import { FEWEST_FOR_MEDIAN, FEWEST_FOR_NINTH } from "./spread.ts";
import { FEWEST, type Withheld } from "./suppress.ts";

export const TABLES = ["files", "steps", "terms", "hands", "houses", "money"] as const;
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
  hands: { ro: "Zilele dosarelor, la cine au fost", en: "The days of the files, by who had them" },
  houses: { ro: "Instituțiile, una lângă alta", en: "Institutions side by side" },
  money: { ro: "Bani ceruți, acordați și plătiți", en: "Money asked, granted and paid" },
  filesSheet: { ro: "Dosare", en: "Files" },
  stepsSheet: { ro: "Pași", en: "Steps" },
  termsSheet: { ro: "Termene", en: "Terms" },
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

const MONEY: Readonly<Record<MoneyKind, Text>> = {
  asked: { ro: "Cerut", en: "Asked" },
  granted: { ro: "Acordat", en: "Granted" },
  paid: { ro: "Plătit", en: "Paid" },
};

export function word(name: StatisticsWord, language: Language): string {
  return WORDS[name][language];
}

export function moneyWord(kind: MoneyKind, language: Language): string {
  return MONEY[kind][language];
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
    title: say(id),
    columns: columns.map(say),
    rows,
  });
  const { files, steps, terms, hands, houses, money } = report;
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
      ["institution", "openNow", "entered", "closed", ...SPREAD, "kept", "late", "missed", "running"],
      houses.map((house) => [
        text(nameOf(house.institution)),
        ...[house.open, house.entered, house.closed].map(count),
        ...[house.median, house.ninth].map(days),
        ...[house.kept, house.late, house.missed, house.running].map(count),
      ]),
    ),
    table(
      "money",
      ["kind", "currency", "files", "amount"],
      money.map(({ kind, currency, files: many, amount }) => [
        text(moneyWord(kind, language)),
        text(currency ?? say("allInLei")),
        count(many),
        amount === null ? NONE : isWithheld(amount) ? { withheld: amount } : { amount },
      ]),
    ),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

const SPREAD = ["median", "ninth"] as const;
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
    {
      ro: "Zilele unui termen se numără cum îl numără legea: zile lucrătoare ale celui care îl are de respectat, ori zile calendaristice; ziua de început și zilele de suspendare nu se numără. Mediana și 90 % sunt ale termenelor încheiate în perioadă.",
      en: "The days of a term are counted as the law counts it: working days of whoever has to keep it, or calendar days; the start day and suspended days are not counted. Median and 90 % are of the terms kept in the period.",
    },
    {
      ro: "Respectat: actul a venit cel târziu în ultima zi bună. Cu întârziere: a venit mai târziu. Depășit: a trecut în perioadă și actul nu a venit nici până acum.",
      en: "Kept: the act came by the last good day. Late: it came afterwards. Missed: the term passed in the period and the act has not come to this day.",
    },
    {
      ro: `Mediana se arată de la ${FEWEST_FOR_MEDIAN} termene în sus, iar 90 % de la ${FEWEST_FOR_NINTH}: sub atât ar fi zilele unui om. „90 % în cel mult” este numărul de zile pe care nouă din zece nu l-au depășit.`,
      en: `The median is shown from ${FEWEST_FOR_MEDIAN} terms up, and 90 % from ${FEWEST_FOR_NINTH}: of fewer it would be one person’s days. “90 % within” is the number of days that nine of ten did not exceed.`,
    },
    exact
      ? {
          ro: `Pentru uzul instituției: numerele mici se văd, fiindcă cine le citește poate deschide și dosarele. Sumele de bani a mai puțin de ${FEWEST} oameni nu se arată. În fișierele care pleacă din instituție numerele mici sunt ascunse.`,
          en: `For use inside the institution: small numbers are shown, since their readers may open the files too. Sums of money of fewer than ${FEWEST} people are not shown. In files that leave the institution small numbers are withheld.`,
        }
      : {
          ro: `„sub ${FEWEST}”: sunt mai puțin de ${FEWEST} oameni, care ar putea fi recunoscuți. „ascuns”: număr care, arătat, ar lăsa să se afle prin scădere unul dintre acestea. Zero se arată.`,
          en: `“fewer than ${FEWEST}”: these are fewer than ${FEWEST} people, who might be recognised. “hidden”: a number which, if shown, would let one of those be found by subtraction. Zero is shown.`,
        },
    ...(report.money.length > 0
      ? [
          {
            ro: "Cerut: oferta clinicii alese sau, până la alegere, prima ofertă completă, la data trimiterii dosarului la Minister. Acordat: suma din decizia comisiei Ministerului. Plătit: către clinică, și înapoi pacientului pentru cheltuieli proprii și însoțitori. Echivalentul în lei este la cursul din ziua actului.",
            en: "Asked: the offer of the selected clinic or, until one is selected, the first complete offer, on the day on which the file was sent to the Ministry. Granted: the sum in the decision of the Ministry’s commission. Paid: to the clinic, and back to the patient side for own expenses and companions. Lei are at the rate of the day of the act.",
          },
        ]
      : []),
    ...(scope === COUNTRY && process === "moh"
      ? [
          {
            ro: "DSP: toate termenele dosarelor sale, ale oricui. Comisie și Minister: numai termenele proprii.",
            en: "A DSP: all terms of its files, whoever owes them. A commission and the Ministry: only their own.",
          },
        ]
      : []),
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
