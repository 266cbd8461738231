import { overCommonDenominator, withCommonFactors, type Ratio } from '../ratio.ts';
import { leakingMembers, type CircleEquation } from './circle-equation.ts';
import { ModularElimination } from './modular-elimination.ts';
import { primes } from './prime-field.ts';
import { rebuiltDenominator } from './rebuild-fraction.ts';
import { residualOf } from './residual.ts';

/** What comes into the circle from outside: at which member, and how much of it. */
export interface OutsideShare {
  readonly at: number;
  readonly share: Ratio;
}

/** What outside shares come to in each member. */
export type CircleSolution = (outside: readonly OutsideShare[]) => Ratio[];

const nothing: Ratio = { numerator: 0n, denominator: 1n };

/**
 * Exact solutions of x = A x + b, by p-adic lifting (Dixon 1982): one elimination modulo a prime, then as many digits
 * of each solution as its numerators and denominators can need. I − A, scaled by the row denominators, is an M-matrix:
 * its determinant and cofactors are at most the product of its diagonal, and so of those denominators.
 *
 * What comes in at members of a closed part comes to nothing: the equations of that part have no single solution.
 */
export function solveCircle(equations: readonly CircleEquation[]): CircleSolution {
  const leaks = leakingMembers(equations);
  const places: number[] = [];
  const members = [...equations.keys()].filter((member) => leaks[member]);
  members.forEach((member, place) => (places[member] = place));
  const lifting = new Lifting(members.map((member) => withinOpen(equations[member], places)));
  return (outside) => {
    const inside = outside.flatMap(({ at, share }) => {
      const place = places[at];
      return place === undefined || share.numerator === 0n ? [] : [{ at: place, share }];
    });
    if (inside.length === 0) return equations.map(() => nothing);
    const solution = lifting.solve(inside);
    return equations.map((_, at) => solution[places[at] ?? -1] ?? nothing);
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
  readonly #product: bigint;
  readonly #prime: number;
  readonly #elimination: ModularElimination;
  /** Most solutions have the same: the determinant, without what all have in common. */
  #denominator = 1n;

  constructor(equations: readonly CircleEquation[]) {
    this.#equations = equations;
    this.#product = equations.reduce((product, { denominator }) => product * denominator, 1n);
    const { prime, elimination } = eliminated(equations);
    [this.#prime, this.#elimination] = [prime, elimination];
  }

  solve(outside: readonly OutsideShare[]): Ratio[] {
    const scaled = overCommonDenominator(
      outside.map(({ at, share }) => ({
        numerator: share.numerator * (this.#equations[at]?.denominator ?? 1n),
        denominator: share.denominator,
      })),
    );
    const rightHandSide = this.#equations.map(() => 0n);
    outside.forEach(({ at }, index) => (rightHandSide[at] = scaled.numerators[index] ?? 0n));
    const numerators = this.#lifted(rightHandSide);
    return withCommonFactors(numerators, this.#denominator * scaled.denominator);
  }

  /** Numerators over the one denominator. */
  #lifted(rightHandSide: readonly bigint[]): bigint[] {
    // Each cofactor is at most the product without the member's own denominator.
    const sum = rightHandSide.reduce((total, value) => total + value, 0n);
    const bound = this.#product * sum;
    const bits = bound.toString(16).length * 4 + this.#product.toString(16).length * 4 + 2;
    const digits = Math.ceil(bits / Math.floor(Math.log2(this.#prime)));
    const modulus = BigInt(this.#prime) ** BigInt(digits);
    const found = this.#residues(rightHandSide, digits).map((residue) =>
      this.#rebuilt(residue, modulus, bound),
    );
    // A later member may have made the denominator larger.
    return found.map(({ numerator, denominator }) => numerator * (this.#denominator / denominator));
  }

  #rebuilt(residue: bigint, modulus: bigint, bound: bigint): Ratio {
    const numerator = (residue * this.#denominator) % modulus;
    if (numerator <= bound) return { numerator, denominator: this.#denominator };
    this.#denominator *= rebuiltDenominator(numerator, modulus, bound);
    return { numerator: (residue * this.#denominator) % modulus, denominator: this.#denominator };
  }

  #residues(rightHandSide: readonly bigint[], digits: number): bigint[] {
    const residual = residualOf(this.#equations, rightHandSide, this.#prime);
    const found = Array.from({ length: digits }, () => {
      const digit = residual.remainders();
      this.#elimination.solve(digit);
      residual.explain(digit);
      return digit;
    });
    return this.#equations.map((_, at) =>
      numberOf(
        found.map((digit) => digit[at] ?? 0),
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

/** Neighbours joined until one is left, so that long numbers are multiplied with long ones. */
function numberOf(digits: readonly number[], prime: number): bigint {
  // Two digits are below 2^50: the first join is exact in doubles, and much quicker there.
  const pairs = Array.from({ length: Math.ceil(digits.length / 2) }, (_, at) =>
    BigInt((digits[2 * at] ?? 0) + (digits[2 * at + 1] ?? 0) * prime),
  );
  let [values, base] = [pairs, BigInt(prime) ** 2n];
  while (values.length > 1) {
    const joined: bigint[] = [];
    for (let at = 0; at < values.length; at += 2)
      joined.push((values[at] ?? 0n) + (values[at + 1] ?? 0n) * base);
    [values, base] = [joined, base * base];
  }
  return values[0] ?? 0n;
}
