import type { CircleEquation } from './circle-equation.ts';
import { remainderOf } from './prime-field.ts';

/** What is left to explain of a right-hand side, digit by digit of a solution in base p. */
export interface Residual {
  remainders(): number[];
  /** Takes the digits' part away and divides by the prime, which then divides exactly. */
  explain(digits: readonly number[]): void;
}

/** Below this, twice a denominator times a prime is exact in a double. */
const largestPlainDenominator = 2n ** 26n;

export function residualOf(equations: readonly CircleEquation[], column: number, prime: number): Residual {
  const isPlain = equations.every(({ denominator }) => denominator <= largestPlainDenominator);
  return isPlain ? new PlainResidual(equations, column, prime) : new LongResidual(equations, column, prime);
}

/** In doubles, which hold every number that occurs exactly: no entry exceeds twice its denominator and one. */
class PlainResidual implements Residual {
  readonly #rows: readonly { diagonal: number; inside: readonly (readonly [number, number])[] }[];
  readonly #values: number[];
  readonly #prime: number;

  constructor(equations: readonly CircleEquation[], column: number, prime: number) {
    this.#prime = prime;
    this.#rows = equations.map(({ denominator, inside }) => ({
      diagonal: Number(denominator),
      inside: inside.map(({ at, weight }) => [at, Number(weight)] as const),
    }));
    this.#values = equations.map(({ denominator }, row) => (row === column ? Number(denominator) : 0));
  }

  remainders(): number[] {
    return this.#values.map((value) => {
      const remainder = value % this.#prime;
      return remainder < 0 ? remainder + this.#prime : remainder;
    });
  }

  explain(digits: readonly number[]): void {
    this.#rows.forEach(({ diagonal, inside }, row) => {
      let value = (this.#values[row] ?? 0) - diagonal * (digits[row] ?? 0);
      for (const [at, weight] of inside) value += weight * (digits[at] ?? 0);
      this.#values[row] = value / this.#prime;
    });
  }
}

class LongResidual implements Residual {
  readonly #equations: readonly CircleEquation[];
  readonly #values: bigint[];
  readonly #prime: number;

  constructor(equations: readonly CircleEquation[], column: number, prime: number) {
    this.#prime = prime;
    this.#equations = equations;
    this.#values = equations.map(({ denominator }, row) => (row === column ? denominator : 0n));
  }

  remainders(): number[] {
    return this.#values.map((value) => remainderOf(value, this.#prime));
  }

  explain(digits: readonly number[]): void {
    const long = digits.map(BigInt);
    const prime = BigInt(this.#prime);
    this.#equations.forEach(({ denominator, inside }, row) => {
      let value = (this.#values[row] ?? 0n) - denominator * (long[row] ?? 0n);
      for (const { at, weight } of inside) value += weight * (long[at] ?? 0n);
      this.#values[row] = value / prime;
    });
  }
}
