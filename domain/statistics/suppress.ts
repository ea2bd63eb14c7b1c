/**
 * Small counts are not shown where a person could be recognised, nor can they be worked out from what is shown
 * (docs/decisions/0011-small-counts.md).
 */

import { reduced, type Equation } from "./equations.ts";

/** Counts of fewer people than this are not shown; none at all is no person's affair. */
export const FEWEST = 5;
/** Of a count that is not shown, at least so many values remain possible to whoever reckons with all that is shown. */
const POSSIBLE = FEWEST - 1;

/** A count that is shown unless it is withheld: `few` because it is small, `hidden` because another could be worked out from it. */
export type Withheld = "few" | "hidden";

export interface Count {
  readonly value: number;
  /** At least so many people are counted. */
  readonly people: number;
  /** False for a count that stands nowhere and only belongs to sums. */
  readonly isShown: boolean;
}

/** A count that is the sum of others, by their names. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

interface Variable {
  readonly value: number;
  isShown: boolean;
  isFew: boolean;
  isHidden: boolean;
  low: number;
  high: number;
}

interface Relation {
  readonly total: Variable;
  readonly parts: readonly Variable[];
}

/** What is withheld, by the names of the counts. Sums name counts that are given. */
export function suppress(counts: ReadonlyMap<string, Count>, sums: readonly Sum[]): Map<string, Withheld> {
  const { variableOf, relations } = read(counts, sums);
  for (const { variables, relations: own } of apart(relations)) {
    if (!variables.some(({ isFew }) => isFew)) continue;
    for (;;) {
      // Sums one by one are quick to go round; together only when that finds nothing.
      if (hideMore(reckon(variables, own, false), own)) continue;
      if (!hideMore(reckon(variables, own, true), own)) break;
    }
  }
  const withheld = new Map<string, Withheld>();
  for (const name of counts.keys()) {
    const variable = variableOf.get(name);
    // Many terms of a few people are not said to be few.
    if (variable?.isFew === true) withheld.set(name, variable.value < FEWEST ? "few" : "hidden");
    else if (variable?.isHidden === true) withheld.set(name, "hidden");
  }
  return withheld;
}

/** Counts that are the same, since the others of their sum are none, are one variable. */
function read(
  counts: ReadonlyMap<string, Count>,
  sums: readonly Sum[],
): { variableOf: Map<string, Variable>; relations: Relation[] } {
  const valueOf = (name: string): number => counts.get(name)?.value ?? 0;
  const same = new Map<string, string>();
  const first = (name: string): string => {
    const earlier = same.get(name);
    return earlier === undefined ? name : first(earlier);
  };
  const real = sums.flatMap(({ total, parts }) => {
    const some = parts.filter((part) => valueOf(part) > 0);
    const [only] = some;
    if (some.length > 1) return [{ total, parts: some }];
    if (only !== undefined && first(only) !== first(total)) same.set(first(only), first(total));
    return [];
  });
  const variables = new Map<string, Variable>();
  const variableOf = new Map<string, Variable>();
  for (const [name, { value, people, isShown }] of counts) {
    const one: Variable = variables.get(first(name)) ?? {
      value,
      isShown: false,
      isFew: false,
      isHidden: false,
      low: 0,
      high: 0,
    };
    variables.set(first(name), one);
    variableOf.set(name, one);
    one.isShown ||= isShown;
    one.isFew ||= isShown && value > 0 && people < FEWEST;
  }
  const get = (name: string): Variable => {
    const found = variableOf.get(name);
    if (found === undefined) throw new RangeError(`no count ${name}`);
    return found;
  };
  return { variableOf, relations: real.map(({ total, parts }) => ({ total: get(total), parts: parts.map(get) })) };
}

/** Counts of which none says anything of the others: they are in no sum together. */
function apart(relations: readonly Relation[]): { variables: Variable[]; relations: Relation[] }[] {
  const joined = new Map<Variable, Variable>();
  const first = (variable: Variable): Variable => {
    let found = variable;
    for (let next = joined.get(found); next !== undefined; next = joined.get(found)) found = next;
    if (found !== variable) joined.set(variable, found);
    return found;
  };
  for (const { total, parts } of relations) {
    for (const part of parts) if (first(part) !== first(total)) joined.set(first(part), first(total));
  }
  const groups = new Map<Variable, { variables: Set<Variable>; relations: Relation[] }>();
  for (const relation of relations) {
    const group = groups.get(first(relation.total)) ?? { variables: new Set<Variable>(), relations: [] };
    groups.set(first(relation.total), group);
    group.relations.push(relation);
    for (const member of membersOf(relation)) group.variables.add(member);
  }
  return [...groups.values()].map(({ variables, relations: own }) => ({
    variables: [...variables],
    relations: own,
  }));
}

/**
 * Between which values each count must lie, for whoever goes round all the sums until nothing more follows, and puts them
 * `together`. Returns the small counts of which too much is then known.
 */
function reckon(variables: readonly Variable[], relations: readonly Relation[], together: boolean): Variable[] {
  for (const variable of variables) Object.assign(variable, atFirst(variable));
  narrow(relations, impliedBy);
  if (together) combine(relations);
  return variables.filter((variable) => variable.isFew && variable.high - variable.low + 1 < POSSIBLE);
}

function combine(relations: readonly Relation[]): void {
  const combined = reduced(relations.flatMap(equationOf)).filter(({ of }) => of.size <= LONGEST);
  while (narrow(combined, impliedByEquation)) narrow(relations, impliedBy);
}

/** Of so many unknowns together nothing follows for one of them. */
const LONGEST = 40;

/** True when something followed. */
function narrow<Sums>(all: readonly Sums[], implied: (one: Sums) => [Variable, Range][]): boolean {
  let isAny = false;
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const one of all) {
      for (const [variable, { low, high }] of implied(one)) {
        if (low <= variable.low && high >= variable.high) continue;
        variable.low = Math.max(variable.low, low);
        variable.high = Math.min(variable.high, high);
        isNew = true;
        isAny = true;
      }
    }
  }
  return isAny;
}

/** The sum as an equation of what is withheld. */
function equationOf({ total, parts }: Relation): Equation<Variable>[] {
  const of = new Map<Variable, number>();
  let sum = 0;
  const count = (variable: Variable, times: number): void => {
    if (isOpen(variable)) sum -= times * variable.value;
    else of.set(variable, (of.get(variable) ?? 0) + times);
  };
  for (const part of parts) count(part, 1);
  count(total, -1);
  for (const [variable, times] of of) if (times === 0) of.delete(variable);
  return of.size === 0 ? [] : [{ of, sum }];
}

function impliedByEquation({ of, sum }: Equation<Variable>): [Variable, Range][] {
  const terms = [...of].map(([variable, times]) => {
    const ends = [times * variable.low, times * variable.high];
    return { variable, times, low: Math.min(...ends), high: Math.max(...ends) };
  });
  const lowest = limits(terms.map(({ low }) => low));
  const highest = limits(terms.map(({ high }) => high));
  return terms.map(({ variable, times, low, high }): [Variable, Range] => {
    // What the others leave for this one.
    const ends = [(sum - without(highest, high)) / times, (sum - without(lowest, low)) / times];
    return [variable, { low: Math.ceil(Math.min(...ends) - ERROR), high: Math.floor(Math.max(...ends) + ERROR) }];
  });
}

const ERROR = 1e-6;

/** The sum of those that have an end, and how many have none. */
interface Limits {
  readonly sum: number;
  readonly endless: number;
  readonly end: number;
}

function limits(ends: readonly number[]): Limits {
  const finite = ends.filter((end) => Number.isFinite(end));
  return {
    sum: sumOf(finite),
    endless: ends.length - finite.length,
    end: ends.find((end) => !Number.isFinite(end)) ?? 0,
  };
}

function without({ sum, endless, end }: Limits, one: number): number {
  if (Number.isFinite(one)) return endless > 0 ? end : sum - one;
  return endless > 1 ? end : sum;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

function atFirst({ value, isShown, isFew, isHidden }: Variable): Range {
  if (!isShown) return { low: 0, high: Infinity };
  // A few people may have several terms each.
  if (isFew) return { low: 1, high: value < FEWEST ? FEWEST - 1 : Infinity };
  return isHidden ? { low: FEWEST, high: Infinity } : { low: value, high: value };
}

function impliedBy({ total, parts }: Relation): [Variable, Range][] {
  let [low, high] = [0, 0];
  for (const part of parts) {
    low += part.low;
    high += part.high;
  }
  return [
    [total, { low, high }],
    ...parts.map((part): [Variable, Range] => [
      part,
      { low: total.low - less(high, part.high, parts), high: total.high - (low - part.low) },
    ]),
  ];
}

/** The greatest sum of the other parts; one without a limit leaves none. */
function less(high: number, own: number, parts: readonly Variable[]): number {
  if (high !== Infinity) return high - own;
  const unlimited = parts.filter((part) => part.high === Infinity).length;
  if (own !== Infinity || unlimited > 1) return Infinity;
  return sumOf(parts.filter((part) => part.high !== Infinity).map((part) => part.high));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

/**
 * One more count of a sum by which each of these is known, the smallest that there is; the sum itself last. When there is
 * none, of a sum by which the withheld counts beside it are known, and so on. False when nothing is left to hide.
 */
function hideMore(known: readonly Variable[], relations: readonly Relation[]): boolean {
  if (known.length === 0) return false;
  const wanted = new Set(known);
  for (;;) {
    if (hideIn(relations, wanted, follows) || hideIn(relations, wanted, () => true)) return true;
    const before = wanted.size;
    for (const members of relations.map(membersOf)) {
      if (!members.some((member) => wanted.has(member))) continue;
      for (const member of members) if (!isOpen(member)) wanted.add(member);
    }
    if (wanted.size === before) return false;
  }
}

function hideIn(
  relations: readonly Relation[],
  wanted: ReadonlySet<Variable>,
  isCause: (relation: Relation, exposed: Variable) => boolean,
): boolean {
  const repaired = new Set<Variable>();
  for (const relation of relations) {
    const exposed = membersOf(relation).find((member) => wanted.has(member) && !repaired.has(member));
    if (exposed === undefined || !isCause(relation, exposed)) continue;
    const [smallest] = relation.parts.filter(canHide).toSorted((a, b) => a.value - b.value);
    const next = smallest ?? (canHide(relation.total) ? relation.total : undefined);
    if (next === undefined) continue;
    next.isHidden = true;
    repaired.add(exposed);
  }
  return repaired.size > 0;
}

function membersOf({ total, parts }: Relation): Variable[] {
  return [total, ...parts];
}

/** True for a count that stands on the page. */
function isOpen({ isShown, isFew, isHidden }: Variable): boolean {
  return isShown && !isFew && !isHidden;
}

function canHide(variable: Variable): boolean {
  return isOpen(variable) && variable.value > 0;
}

function follows(relation: Relation, variable: Variable): boolean {
  const alone = impliedBy(relation).find(([member]) => member === variable)?.[1];
  if (alone === undefined) return false;
  const { low, high } = atFirst(variable);
  return Math.min(high, alone.high) - Math.max(low, alone.low) + 1 < POSSIBLE;
}
