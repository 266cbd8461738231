import { bestWeights, type Weights } from '../best-weights.ts';
import type { HolderRows } from '../holder-rows.ts';
import { isLess, one, sumOfProducts, type Ratio } from '../ratio.ts';
import type { StakeGraph, StakeRow } from '../stake-graph.ts';
import { circleEquation } from './circle-equation.ts';
import { roughValues } from './rough-values.ts';
import { solveCircle } from './solve-circle.ts';

const nothing: Ratio = { numerator: 0n, denominator: 1n };

/**
 * The best case of each holder in entities that hold each other. Policy iteration, exact throughout: solve the circle
 * under one choice of shares, let every entity choose better ones for the values found, and begin again until no choice
 * is strictly better. Then the values are a fixed point that a choice attains, and so the best there are. Choices are
 * changed only for strictly better ones, which keeps entities from holding each other for nothing.
 */
export function mostInCircle(graph: StakeGraph, group: readonly number[], rows: HolderRows): void {
  const circle = new Circle(graph, group, rows);
  const found = group.map(() => new Map<number, Ratio>());
  for (const holder of circle.holders()) {
    const values = circle.best(holder);
    values.forEach((value, at) => {
      if (group[at] !== holder) found[at]?.set(holder, value);
    });
  }
  group.forEach((entity, at) => {
    rows.set(entity, found[at] ?? new Map<number, Ratio>());
  });
}

class Circle {
  readonly #group: readonly number[];
  readonly #rows: HolderRows;
  readonly #members: readonly StakeRow[];
  readonly #places: ReadonlyMap<number, number>;

  constructor(graph: StakeGraph, group: readonly number[], rows: HolderRows) {
    this.#group = group;
    this.#rows = rows;
    this.#members = group.flatMap((entity) => graph.rows[entity] ?? []);
    this.#places = new Map(group.map((entity, place) => [entity, place]));
  }

  holders(): Set<number> {
    return new Set(this.#members.flatMap((row, at) => [...this.#rows.worthIn(this.#entity(at), row).keys()]));
  }

  best(holder: number): Ratio[] {
    const start = this.#rough(holder);
    let choices = this.#members.map((row) => bestWeights(row, this.#worth(row, holder, start)));
    for (;;) {
      const values = this.#solve(holder, choices);
      const better = this.#members.map((row, at) => {
        const choice = bestWeights(row, this.#worth(row, holder, values));
        const worth = this.#rows.withClaim(this.#entity(at), holder, choice.value);
        const isBetter = this.#entity(at) !== holder && isLess(values[at] ?? nothing, worth);
        return isBetter ? choice : null;
      });
      if (better.every((choice) => choice === null)) return this.#withExcluded(holder, values);
      choices = choices.map((choice, at) => better[at] ?? choice);
    }
  }

  /** Values to choose the first shares by: any would do, good ones save rounds. */
  #rough(holder: number): Ratio[] {
    return roughValues(
      this.#members.map((row, at) => ({
        row,
        owners: row.stakes.map(
          ({ owner }) => this.#places.get(owner) ?? { worth: this.#rows.value(owner, holder) },
        ),
        fixed: this.#entity(at) === holder ? 1 : null,
      })),
    );
  }

  #entity(at: number): number {
    return this.#group[at] ?? -1;
  }

  #worth({ stakes }: StakeRow, holder: number, values: readonly Ratio[]): Ratio[] {
    return stakes.map(({ owner }) => {
      if (owner === holder) return one;
      const place = this.#places.get(owner);
      return place === undefined ? this.#rows.value(owner, holder) : (values[place] ?? nothing);
    });
  }

  #solve(holder: number, choices: readonly Weights[]): Ratio[] {
    const own = this.#places.get(holder);
    const solve = solveCircle(
      this.#members.map((row, at) =>
        circleEquation(row, this.#places, at === own ? [] : (choices[at]?.weights ?? [])),
      ),
    );
    const outside = this.#members.map(({ stakes }, at) => {
      const worth = stakes.map(({ owner }) =>
        this.#places.has(owner) ? nothing : this.#rows.value(owner, holder),
      );
      const held = this.#rows.withClaim(this.#entity(at), holder, shareOutside(choices[at], worth));
      const share = at === own ? one : held;
      return { at, share };
    });
    return solve(outside);
  }

  /** Values that rest on an excluded end are approached only, however many steps away that end is. */
  #withExcluded(holder: number, values: readonly Ratio[]): Ratio[] {
    let known = [...values];
    for (;;) {
      const next = known.map((value, at) => {
        const row = this.#members[at];
        if (!row || value.isExcluded || this.#entity(at) === holder || value.numerator === 0n) return value;
        const best = bestWeights(row, this.#worth(row, holder, known)).value;
        const { isExcluded } = this.#rows.withClaim(this.#entity(at), holder, best);
        return isExcluded ? { ...value, isExcluded } : value;
      });
      if (next.every((value, at) => value === known[at])) return known;
      known = next;
    }
  }
}

function shareOutside(choice: Weights | undefined, worth: readonly Ratio[]): Ratio {
  const { weights = [], denominator = 1n } = choice ?? {};
  return sumOfProducts(
    worth.map((value, at) => [{ numerator: weights[at] ?? 0n, denominator }, value] as const),
  );
}
