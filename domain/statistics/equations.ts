/** What follows from sums taken together: sums and differences of them, brought to as few unknowns each as there can be. */

/** So many of each unknown make up the number. */
export interface Equation<Unknown> {
  readonly of: Map<Unknown, number>;
  sum: number;
}

/** Less than this is an error of floating point: all numbers here are small fractions. */
const NOTHING = 1e-7;

/** The same equations, each solved for an unknown that is in no other (Gauss and Jordan), with the sparsest first. */
export function reduced<Unknown>(equations: readonly Equation<Unknown>[]): Equation<Unknown>[] {
  const solved = new Map<Unknown, Equation<Unknown>>();
  /** The solved equations in which an unknown is left. */
  const leftIn = new Map<Unknown, Set<Equation<Unknown>>>();
  const note = (equation: Equation<Unknown>): void => {
    for (const unknown of equation.of.keys()) {
      const known = leftIn.get(unknown);
      if (known === undefined) leftIn.set(unknown, new Set([equation]));
      else known.add(equation);
    }
  };
  for (const given of equations.toSorted((a, b) => a.of.size - b.of.size)) {
    const equation = { of: new Map(given.of), sum: given.sum };
    for (const [unknown, factor] of given.of) {
      const by = solved.get(unknown);
      if (by !== undefined) subtract(equation, by, factor);
    }
    const pivot = pivotOf(equation, leftIn);
    if (pivot === undefined) continue;
    scale(equation, 1 / (equation.of.get(pivot) ?? 1));
    for (const other of leftIn.get(pivot) ?? []) {
      const factor = other.of.get(pivot);
      if (factor === undefined) continue;
      subtract(other, equation, factor);
      note(other);
    }
    solved.set(pivot, equation);
    note(equation);
  }
  return [...solved.values()];
}

/** The unknown that is in the fewest others. */
function pivotOf<Unknown>(
  { of }: Equation<Unknown>,
  leftIn: ReadonlyMap<Unknown, ReadonlySet<unknown>>,
): Unknown | undefined {
  let best: Unknown | undefined;
  let fewest = Infinity;
  for (const unknown of of.keys()) {
    const others = leftIn.get(unknown)?.size ?? 0;
    if (others < fewest) [best, fewest] = [unknown, others];
  }
  return best;
}

function subtract<Unknown>(from: Equation<Unknown>, equation: Equation<Unknown>, factor: number): void {
  for (const [unknown, times] of equation.of) {
    const left = (from.of.get(unknown) ?? 0) - factor * times;
    if (Math.abs(left) < NOTHING) from.of.delete(unknown);
    else from.of.set(unknown, left);
  }
  from.sum -= factor * equation.sum;
}

function scale<Unknown>(equation: Equation<Unknown>, by: number): void {
  for (const [unknown, times] of equation.of) equation.of.set(unknown, times * by);
  equation.sum *= by;
}
