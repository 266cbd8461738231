import type { CircleEquation } from './circle-equation.ts';
import { inverseMod, multiplyMod, remainderOf } from './prime-field.ts';

/** Places with a number each, in arrays that hold numbers only: these loops are where the time goes. */
interface Entries {
  readonly places: Int32Array;
  readonly numbers: Float64Array;
}

interface Step {
  readonly pivot: number;
  readonly inverse: number;
  readonly right: Entries;
  readonly below: Entries;
}

/** Solves the equations of a circle modulo one prime, as often as asked, after one elimination. */
export class ModularElimination {
  readonly #prime: number;
  readonly #steps: Step[] = [];

  private constructor(prime: number) {
    this.#prime = prime;
  }

  /** @returns null when the prime divides a pivot: another will do. */
  static of(equations: readonly CircleEquation[], prime: number): ModularElimination | null {
    const elimination = new ModularElimination(prime);
    return elimination.#eliminate(new SparseRows(equations, prime)) ? elimination : null;
  }

  /** @param values of all members; changed in place from right-hand side to solution */
  solve(values: Float64Array): void {
    for (const { pivot, below } of this.#steps) {
      subtractMultiple(values, below, values[pivot] ?? 0, this.#prime);
    }
    for (let at = this.#steps.length - 1; at >= 0; at -= 1) {
      const step = this.#steps[at];
      if (!step) continue;
      const rest = (values[step.pivot] ?? 0) - sumMod(step.right, values, this.#prime);
      const value = rest < 0 ? rest + this.#prime : rest;
      values[step.pivot] = multiplyMod(value, step.inverse, this.#prime);
    }
  }

  #eliminate(rows: SparseRows): boolean {
    const prime = this.#prime;
    for (let pivot = rows.cheapest(); pivot !== undefined; pivot = rows.cheapest()) {
      const { diagonal, right, below } = rows.take(pivot);
      if (diagonal === 0) return false;
      const inverse = inverseMod(diagonal, prime);
      const factors = below.map(([row, value]) => [row, multiplyMod(value, inverse, prime)] as const);
      for (const [row, factor] of factors) rows.subtract(row, right, factor);
      this.#steps.push({ pivot, inverse, right: entriesOf(right), below: entriesOf(factors) });
    }
    return true;
  }
}

function entriesOf(pairs: readonly (readonly [place: number, value: number])[]): Entries {
  return {
    places: Int32Array.from(pairs, ([place]) => place),
    numbers: Float64Array.from(pairs, ([, value]) => value),
  };
}

function subtractMultiple(values: Float64Array, entries: Entries, factor: number, prime: number): void {
  const { places, numbers } = entries;
  if (factor === 0) return;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const rest = (values[place] ?? 0) - multiplyMod(numbers[at] ?? 0, factor, prime);
    values[place] = rest < 0 ? rest + prime : rest;
  }
}

function sumMod({ places, numbers }: Entries, values: Float64Array, prime: number): number {
  let sum = 0;
  for (let at = 0; at < places.length; at += 1) {
    sum += multiplyMod(numbers[at] ?? 0, values[places[at] ?? 0] ?? 0, prime);
  }
  return sum % prime;
}

/** What is left of the matrix, by rows, with the columns known so that rows can be found. */
class SparseRows {
  readonly #prime: number;
  readonly #rows: Map<number, number>[];
  readonly #columns: Set<number>[];
  readonly #left: Set<number>;

  constructor(equations: readonly CircleEquation[], prime: number) {
    this.#prime = prime;
    this.#rows = equations.map(({ denominator, inside }, member) => {
      const row = new Map([[member, remainderOf(denominator, prime)]]);
      for (const { at, weight } of inside) row.set(at, remainderOf(-weight, prime));
      return row;
    });
    this.#columns = equations.map(() => new Set<number>());
    this.#rows.forEach((row, member) => {
      for (const column of row.keys()) this.#columns[column]?.add(member);
    });
    this.#left = new Set(equations.keys());
  }

  /** The member whose elimination can fill in least (Markowitz). */
  cheapest(): number | undefined {
    let [best, cost]: [number | undefined, number] = [undefined, Infinity];
    for (const member of this.#left) {
      const own = ((this.#rows[member]?.size ?? 1) - 1) * ((this.#columns[member]?.size ?? 1) - 1);
      if (own < cost) [best, cost] = [member, own];
      if (own === 0) break;
    }
    return best;
  }

  /** Takes the member's row and column out. */
  take(member: number): {
    readonly diagonal: number;
    readonly right: (readonly [number, number])[];
    readonly below: (readonly [number, number])[];
  } {
    this.#left.delete(member);
    const row = this.#rows[member] ?? new Map<number, number>();
    const diagonal = row.get(member) ?? 0;
    row.delete(member);
    for (const column of row.keys()) this.#columns[column]?.delete(member);
    const below: [number, number][] = [];
    for (const other of this.#columns[member] ?? []) {
      if (other === member) continue;
      below.push([other, this.#rows[other]?.get(member) ?? 0]);
      this.#rows[other]?.delete(member);
    }
    return { diagonal, right: [...row], below };
  }

  subtract(target: number, values: readonly (readonly [number, number])[], factor: number): void {
    const row = this.#rows[target];
    for (const [column, value] of values) {
      const rest = (row?.get(column) ?? 0) - multiplyMod(value, factor, this.#prime);
      row?.set(column, rest < 0 ? rest + this.#prime : rest);
      this.#columns[column]?.add(target);
    }
  }
}
