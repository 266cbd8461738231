import type { Ratio } from '../ratio.ts';
import { leakingMembers, type CircleEquation } from './circle-equation.ts';
import { ModularElimination } from './modular-elimination.ts';
import { primes } from './prime-field.ts';
import { rebuildFraction } from './rebuild-fraction.ts';
import { residualOf } from './residual.ts';

/** What one outside share of a member comes to in each member of the circle: a column of (I − A)⁻¹. */
export type CircleColumn = (at: number) => Ratio;

const nothing: Ratio = { numerator: 0n, denominator: 1n };

/**
 * Exact columns of (I − A)⁻¹, by p-adic lifting (Dixon 1982): one elimination modulo a prime, then as many digits of the
 * solution as its numerators and denominators can need. Neither exceeds the product of the row denominators, because
 * I − A scaled by them is an M-matrix, whose determinant and cofactors are at most the product of its diagonal.
 *
 * @returns the column of a member, or null for one of a closed part, whose equations have no single solution
 */
export function solveCircle(equations: readonly CircleEquation[]): (member: number) => CircleColumn | null {
  const places: number[] = [];
  const leaks = leakingMembers(equations);
  const members = [...equations.keys()].filter((member) => leaks[member]);
  members.forEach((member, place) => (places[member] = place));
  const open = members.map((member) => withinOpen(equations[member], places));
  const lifting = new Lifting(open);
  return (member) => {
    const place = places[member];
    if (place === undefined) return null;
    const column = lifting.column(place);
    return (at) => column[places[at] ?? -1] ?? nothing;
  };
}

/** Of what closed members hold nobody has anything: they drop out. */
function withinOpen(equation: CircleEquation | undefined, places: readonly number[]): CircleEquation {
  const inside = (equation?.inside ?? []).flatMap(({ at, weight }) => {
    const place = places[at];
    return place === undefined ? [] : [{ at: place, weight }];
  });
  return { denominator: equation?.denominator ?? 1n, inside };
}

class Lifting {
  readonly #equations: readonly CircleEquation[];
  readonly #bound: bigint;
  readonly #digits: number;
  readonly #prime: number;
  readonly #modulus: bigint;
  readonly #elimination: ModularElimination;
  /** Most columns have the same: the determinant, without what all have in common. */
  #denominator = 1n;

  constructor(equations: readonly CircleEquation[]) {
    this.#equations = equations;
    this.#bound = equations.reduce((product, { denominator }) => product * denominator, 1n);
    const { prime, elimination } = eliminated(equations);
    [this.#prime, this.#elimination] = [prime, elimination];
    const bitsOfPrime = Math.floor(Math.log2(prime));
    this.#digits = Math.ceil((2 * this.#bound.toString(2).length + 2) / bitsOfPrime) + 1;
    this.#modulus = BigInt(prime) ** BigInt(this.#digits);
  }

  column(place: number): Ratio[] {
    const residues = this.#residues(place);
    const numerators = residues.map((residue) => this.#numeratorOf(residue));
    // A later member may have made the denominator larger.
    return numerators.map(([numerator, over]) => ({
      numerator: numerator * (this.#denominator / over),
      denominator: this.#denominator,
    }));
  }

  #numeratorOf(residue: bigint): [numerator: bigint, over: bigint] {
    const scaled = (residue * this.#denominator) % this.#modulus;
    if (scaled > this.#bound) {
      const [, factor] = rebuildFraction(scaled, this.#modulus, this.#bound);
      this.#denominator *= factor;
      return [(residue * this.#denominator) % this.#modulus, this.#denominator];
    }
    return [scaled, this.#denominator];
  }

  #residues(place: number): bigint[] {
    const residual = residualOf(this.#equations, place, this.#prime);
    const found: number[][] = [];
    for (let digit = 0; digit < this.#digits; digit += 1) {
      const digits = residual.remainders();
      this.#elimination.solve(digits);
      residual.explain(digits);
      found.push(digits);
    }
    return this.#equations.map((_, at) =>
      numberOf(
        found.map((digits) => digits[at] ?? 0),
        this.#prime,
      ),
    );
  }
}

function eliminated(equations: readonly CircleEquation[]): {
  prime: number;
  elimination: ModularElimination;
} {
  for (const prime of primes) {
    const elimination = ModularElimination.of(equations, prime);
    if (elimination) return { prime, elimination };
  }
  throw new RangeError(`no prime of ${primes.length} suits a circle of ${equations.length}; expected one to`);
}

/** Halves joined, so that long numbers are multiplied with long ones. */
function numberOf(digits: readonly number[], prime: number): bigint {
  let [values, base] = [digits.map(BigInt), BigInt(prime)];
  while (values.length > 1) {
    const joined: bigint[] = [];
    for (let at = 0; at < values.length; at += 2)
      joined.push((values[at] ?? 0n) + (values[at + 1] ?? 0n) * base);
    [values, base] = [joined, base * base];
  }
  return values[0] ?? 0n;
}
