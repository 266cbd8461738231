import type { CircleEquation } from './circle-equation.ts';
import { remainderOf } from './prime-field.ts';

/** What is left to explain of a right-hand side, digit by digit of a solution in base p. */
export interface Residual {
  remainders(): Float64Array;
  /** Takes the digits' part away and divides by the prime, which then divides exactly. */
  explain(digits: Float64Array): void;
}

/** Below this, twice a denominator times a prime is exact in a double. */
const largestPlain = 2n ** 26n;

export function residualOf(
  equations: readonly CircleEquation[],
  rightHandSide: readonly bigint[],
  prime: number,
): Residual {
  const isPlain =
    equations.every(({ denominator }) => denominator <= largestPlain) &&
    rightHandSide.every((value) => value <= largestPlain);
  return isPlain
    ? new PlainResidual(equations, rightHandSide, prime)
    : new LongResidual(equations, rightHandSide, prime);
}

/** In doubles, which hold every number that occurs exactly: none exceeds twice the largest denominator and one. */
class PlainResidual implements Residual {
  readonly #rows: readonly { diagonal: number; places: Int32Array; weights: Float64Array }[];
  readonly #values: Float64Array;
  readonly #prime: number;

  constructor(equations: readonly CircleEquation[], rightHandSide: readonly bigint[], prime: number) {
    this.#prime = prime;
    this.#rows = equations.map(({ denominator, inside }) => ({
      diagonal: Number(denominator),
      places: Int32Array.from(inside, ({ at }) => at),
      weights: Float64Array.from(inside, ({ weight }) => Number(weight)),
    }));
    this.#values = Float64Array.from(rightHandSide, Number);
  }

  remainders(): Float64Array {
    const prime = this.#prime;
    return this.#values.map((value) => {
      const remainder = value % prime;
      return remainder < 0 ? remainder + prime : remainder;
    });
  }

  explain(digits: Float64Array): void {
    this.#rows.forEach(({ diagonal, places, weights }, row) => {
      let value = (this.#values[row] ?? 0) - diagonal * (digits[row] ?? 0);
      for (let at = 0; at < places.length; at += 1) {
        value += (weights[at] ?? 0) * (digits[places[at] ?? 0] ?? 0);
      }
      this.#values[row] = value / this.#prime;
    });
  }
}

class LongResidual implements Residual {
  readonly #equations: readonly CircleEquation[];
  readonly #values: bigint[];
  readonly #prime: number;

  constructor(equations: readonly CircleEquation[], rightHandSide: readonly bigint[], prime: number) {
    this.#prime = prime;
    this.#equations = equations;
    this.#values = [...rightHandSide];
  }

  remainders(): Float64Array {
    return Float64Array.from(this.#values, (value) => remainderOf(value, this.#prime));
  }

  explain(digits: Float64Array): void {
    const long = Array.from(digits, BigInt);
    const prime = BigInt(this.#prime);
    this.#equations.forEach(({ denominator, inside }, row) => {
      let value = (this.#values[row] ?? 0n) - denominator * (long[row] ?? 0n);
      for (const { at, weight } of inside) value += weight * (long[at] ?? 0n);
      this.#values[row] = value / prime;
    });
  }
}
