/** The statistics of an institution, or of all, over a period. */
import type pg from "pg";
import type { CalendarData } from "../../domain/calendar/calendar-data.ts";
import { MONEY_KINDS } from "../../domain/case/money.ts";
import { getDeadlineRule, type LawProcess } from "../../domain/law/index.ts";
import { findStep, outcomeText, wordsOf } from "../../domain/process-words.ts";
import { addAmounts } from "../../domain/money/amounts.ts";
import { DUTIES, type Duty } from "../../domain/people/roles.ts";
import { bucharestDate, type PlainDate } from "../../domain/plain-date.ts";
import { cubeOf, EVERY, nameOf, shown, type Cube, type Fact, type Withholding } from "../../domain/statistics/cube.ts";
import {
  COUNTRY,
  type DecisionFigures,
  type HandsFigures,
  type HouseFigures,
  type Limit,
  type MoneyFigures,
  type Outcomes,
  type Shown,
  type Spread,
  type StatisticsReport,
  type StepFigures,
  type TermFigures,
} from "../../domain/statistics/report.ts";
import {
  FEWEST_FOR_MEDIAN,
  FEWEST_FOR_NINTH,
  medianOf,
  ninthOf,
  type Histogram,
} from "../../domain/statistics/spread.ts";
import { COUNTED } from "../../domain/statistics/processes.ts";
import type { Sum } from "../../domain/statistics/suppress.ts";
import type { House } from "./institutions.ts";
import { wholeMonths, type Period } from "./period.ts";
import {
  readDays,
  readDaysOfTerm,
  readDecisionDays,
  readFiles,
  readHands,
  readMoney,
  readPending,
  readSteps,
  readTerms,
  type HandsRow,
  type MoneyRow,
  type Scope,
  type TermKey,
} from "./read-counts.ts";

export interface StatisticsRequest {
  readonly scope: Scope;
  readonly period: Period;
  /** Small counts too: for who may open the files. */
  readonly exact: boolean;
  /** The term by which institutions are compared. */
  readonly term: string | undefined;
  readonly now: Date;
}

const NOTHING_WITHHELD: Withholding = () => undefined;

/** @param all every institution that has figures */
export async function statisticsOf(
  pool: pg.Pool,
  calendar: CalendarData,
  all: readonly House[],
  { scope, period: asked, exact, term, now }: StatisticsRequest,
): Promise<StatisticsReport> {
  const today = bucharestDate(now);
  const houses = all.filter(({ process }) => process === scope.process);
  const period = exact ? asked : wholeMonths(asked, today);
  // What is withheld from one view follows from all that any view shows.
  const everybodys: Scope = { ...scope, kind: COUNTRY, institution: COUNTRY };
  const counted = { scope: exact ? scope : everybodys, period, now };
  const key = term === undefined ? undefined : keyOf(term);
  const [files, steps, terms, hands, money, spread, ofTerm, decided, pending] = await Promise.all([
    readFiles(pool, counted),
    readSteps(pool, counted),
    readTerms(pool, counted),
    readHands(pool, counted, calendar),
    readMoney(pool, counted),
    readDays(pool, { scope, period, now }),
    key === undefined || scope.kind !== COUNTRY ? new Map<string, Histogram>() : readDaysOfTerm(pool, key, period),
    readDecisionDays(pool, { scope, period, now }, calendar),
    readPending(pool),
  ]);
  const counts = [...files, ...steps, ...terms, ...hands.map(handsFact)];
  const cube = cubeOf([...counts, ...money.map(moneyFact)], openBySteps(scope, houses));
  const withheld = exact ? NOTHING_WITHHELD : cube.withheld();
  // Sums of money of few people are not shown to anybody.
  const moneyWithheld = exact ? cubeOf(money.map(moneyFact)).withheld() : withheld;
  const view: View = { cube, withheld, scope: scope.institution, process: scope.process };
  return {
    scope: scope.institution,
    kind: scope.kind,
    process: scope.process,
    ...period,
    exact,
    widened: period.from !== asked.from || period.to !== asked.to,
    pending,
    at: now.toISOString(),
    files: filesOf(view, scope),
    steps: stepsOf(view),
    terms: termsOf(view, spread, today),
    ...decisionsOf(view, decided),
    hands: handsOf(view, hands),
    ...(scope.kind === COUNTRY && term !== undefined ? { term } : {}),
    houses: scope.kind === COUNTRY ? housesOf(view, houses, { term, ofTerm, decided }) : [],
    money: moneyOf({ ...view, withheld: moneyWithheld, scope: moneyScope(scope) }, money),
  };
}

interface View {
  readonly cube: Cube;
  readonly withheld: Withholding;
  readonly scope: string;
  readonly process: LawProcess;
}

function cell(
  { cube, withheld, scope }: Omit<View, "process">,
  family: Fact["family"],
  row: string,
  column: string,
): Shown {
  return shown(cube.valueOf(family, row, column, scope), withheld(family, row, column, scope));
}

/** Files wait for one step of the main line each, so these steps sum up to the open files; where they do. */
function openBySteps({ process }: Scope, houses: readonly House[]): (cube: Cube) => Sum[] {
  const main = Object.entries(wordsOf(process).steps).flatMap(([step, { stage }]) =>
    stage === undefined ? [] : [step],
  );
  return (cube) =>
    [COUNTRY, ...houses.map(({ id }) => id)].flatMap((scope) => {
      const some = main.filter((step) => cube.valueOf("steps", step, "now", scope) > 0);
      const sum = some.reduce((all, step) => all + cube.valueOf("steps", step, "now", scope), 0);
      if (sum === 0 || sum !== cube.valueOf("files", "", "open", scope)) return [];
      return [
        { total: nameOf("files", "", "open", scope), parts: some.map((step) => nameOf("steps", step, "now", scope)) },
      ];
    });
}

/** To whom the files of a scope come. */
function comesTo({ kind }: Pick<Scope, "kind">): string {
  return kind === COUNTRY || kind === "dsp" || kind === "cas" ? "home" : kind;
}

function filesOf(view: View, scope: Scope): StatisticsReport["files"] {
  const { outcomes: known } = wordsOf(view.process);
  const outcomes = view.cube.rowsOf("files", view.scope).filter((row) => Object.hasOwn(known, row));
  return {
    open: cell(view, "files", "", "open"),
    entered: cell(view, "files", comesTo(scope), "entered"),
    closed: cell(view, "files", EVERY, "closed"),
    outcomes: outcomes
      .filter((outcome) => view.cube.valueOf("files", outcome, "closed", view.scope) > 0)
      .toSorted()
      .map((outcome) => ({
        outcome,
        title: outcomeText(view.process, outcome),
        files: cell(view, "files", outcome, "closed"),
      })),
  };
}

function stepsOf(view: View): StepFigures[] {
  const order = Object.keys(wordsOf(view.process).steps);
  return view.cube
    .rowsOf("steps", view.scope)
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .flatMap((step) => {
      const definition = findStep(view.process, step);
      if (definition === undefined) return [];
      const { title, duty } = definition;
      return [
        {
          step,
          title,
          duty,
          now: cell(view, "steps", step, "now"),
          entered: cell(view, "steps", step, "entered"),
          left: cell(view, "steps", step, "left"),
        },
      ];
    });
}

function outcomesOf(view: View, row: string): Outcomes {
  const of = (column: keyof Outcomes): Shown => cell(view, "terms", row, column);
  return { kept: of("kept"), late: of("late"), missed: of("missed"), running: of("running") };
}

/** Of a few people, who may have several terms each, nothing is said. */
function spreadOf({ cube, scope }: View, row: string, days: Histogram = new Map()): Spread {
  const people = cube.peopleIn("terms", row, "kept", scope) + cube.peopleIn("terms", row, "late", scope);
  return {
    median: people < FEWEST_FOR_MEDIAN ? null : medianOf(days),
    ninth: people < FEWEST_FOR_NINTH ? null : ninthOf(days),
  };
}

function termsOf(view: View, days: ReadonlyMap<string, Histogram>, today: PlainDate): TermFigures[] {
  return view.cube
    .rowsOf("terms", view.scope)
    .filter((row) => row !== EVERY)
    .toSorted((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
    .map((id) => {
      const { rule, basis, duty } = keyOf(id);
      const { text, deadline } = getDeadlineRule(rule, today);
      const outcomes = outcomesOf(view, id);
      const limit: Limit = {
        value: basis === "delay-report" ? deadline.value + 1 : deadline.value,
        unit: deadline.unit,
      };
      return { id, rule, duty, text, limit, ...outcomes, ...spreadOf(view, id, days.get(id)) };
    });
}

/** Of the scope; of the country, that of all houses together. */
function decisionsOf(view: View, decided: ReadonlyMap<string, Histogram>): { decisions?: DecisionFigures } {
  const { decision } = COUNTED[view.process];
  if (decision === undefined) return {};
  const days = view.scope === COUNTRY ? together([...decided.values()]) : decided.get(view.scope);
  return {
    decisions: {
      granted: cell(view, "steps", decision.granted, "entered"),
      refused: cell(view, "steps", decision.refused, "entered"),
      median: medianOf(days ?? new Map()),
      ninth: ninthOf(days ?? new Map()),
    },
  };
}

function together(histograms: readonly Histogram[]): Histogram {
  const all = new Map<number, number>();
  for (const [days, count] of histograms.flatMap((each) => [...each])) all.set(days, (all.get(days) ?? 0) + count);
  return all;
}

function placeOf(id: string): number {
  return Number(/\d+/.exec(id)?.[0] ?? 0);
}

function keyOf(id: string): TermKey {
  const [rule = "", basis = "", duty = ""] = id.split(":");
  return { rule, basis, duty: duty as Duty };
}

function handsFact({ dsp, duty, house, files }: HandsRow): Fact {
  const houses = house === dsp ? [] : [house];
  return { family: "hands", row: duty, column: "files", dsp, houses, value: files, people: files };
}

function handsOf(view: View, rows: readonly HandsRow[]): HandsFigures[] {
  return DUTIES.flatMap((duty) => {
    const own = rows.filter((row) => row.duty === duty && [COUNTRY, row.dsp, row.house].includes(view.scope));
    if (own.length === 0) return [];
    const files = cell(view, "hands", duty, "files");
    const sum = (days: "workingDays" | "calendarDays" | "suspendedDays"): Shown =>
      typeof files === "string" ? "hidden" : own.reduce((all, row) => all + row[days], 0);
    return [
      {
        duty,
        files,
        workingDays: sum("workingDays"),
        calendarDays: sum("calendarDays"),
        suspendedDays: sum("suspendedDays"),
      },
    ];
  });
}

function housesOf(
  view: View,
  houses: readonly House[],
  by: {
    readonly term: string | undefined;
    readonly ofTerm: ReadonlyMap<string, Histogram>;
    readonly decided: ReadonlyMap<string, Histogram>;
  },
): HouseFigures[] {
  const { term, ofTerm, decided } = by;
  return houses.map(({ id, kind }) => {
    const own = { ...view, scope: id };
    const outcomes = outcomesOf(own, term ?? EVERY);
    return {
      institution: id,
      kind,
      open: cell(own, "files", "", "open"),
      entered: cell(own, "files", comesTo({ kind }), "entered"),
      closed: cell(own, "files", EVERY, "closed"),
      ...outcomes,
      ...(term === undefined ? { median: null, ninth: null } : spreadOf(own, term, ofTerm.get(id))),
      ...decisionsOf(own, decided),
    };
  });
}

/** The Ministry's money is everybody's. */
function moneyScope({ kind, institution }: Scope): string {
  return kind === "ministry" ? COUNTRY : institution;
}

function moneyFact({ dsp, kind, currency, files }: MoneyRow): Fact {
  return { family: "money", row: currency, column: kind, dsp, houses: [], value: files, people: files };
}

function moneyOf(view: View, rows: readonly MoneyRow[]): MoneyFigures[] {
  const own = rows.filter(({ dsp }) => [COUNTRY, dsp].includes(view.scope));
  return MONEY_KINDS.flatMap((kind) => {
    const ofKind = own.filter((row) => row.kind === kind);
    const currencies = [...new Set(ofKind.map(({ currency }) => currency))].toSorted();
    if (currencies.length === 0) return [];
    const sumOf = (files: Shown, amounts: readonly (string | null)[]): string | null => {
      if (typeof files === "string") return "hidden";
      const known = amounts.filter((amount) => amount !== null);
      return known.length < amounts.length ? null : addAmounts(known);
    };
    const lines = currencies.map((currency): MoneyFigures => {
      const files = cell(view, "money", currency, kind);
      const amounts = ofKind.filter((row) => row.currency === currency).map(({ amount }) => amount);
      return { kind, currency, files, amount: sumOf(files, amounts) };
    });
    const files = cell(view, "money", EVERY, kind);
    return [
      ...lines,
      {
        kind,
        files,
        amount: sumOf(
          files,
          ofKind.map(({ lei }) => lei),
        ),
      },
    ];
  });
}
