/** Below this, Euclid's algorithm by itself is as quick. */
const longNumber = 2n ** 256n;
/** Leading bits that are worked with in doubles, where quotients and cofactors stay exact. */
const leadingBits = 50;

/** Of the absolute values; 1 when both are zero. */
export function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  if (a < b) [a, b] = [b, a];
  let length = a >= longNumber ? bitLength(a) : 0;
  while (b >= longNumber) {
    const shift = BigInt(length - leadingBits);
    const { first, second } = leadingSteps(Number(a >> shift), Number(b >> shift));
    [a, b] = second.ofB === 0 ? [b, a % b] : [combined(first, a, b), combined(second, a, b)];
    length = shortened(a, length);
  }
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

/** A remainder in Euclid's algorithm as a combination of the two numbers it began with. */
interface Remainder {
  readonly ofA: number;
  readonly ofB: number;
}

/**
 * As many of Euclid's steps as the leading bits alone decide (Lehmer 1938; the test of both ends of what the cut bits
 * may be is Knuth's, The Art of Computer Programming 4.5.2, Algorithm L). Without one, the second is 0 of b.
 */
function leadingSteps(leadingA: number, leadingB: number): { first: Remainder; second: Remainder } {
  let [a, b] = [leadingA, leadingB];
  let [first, second]: [Remainder, Remainder] = [
    { ofA: 1, ofB: 0 },
    { ofA: 0, ofB: 1 },
  ];
  let steps = 0;
  while (b + second.ofA !== 0 && b + second.ofB !== 0) {
    const quotient = Math.floor((a + first.ofA) / (b + second.ofA));
    if (quotient !== Math.floor((a + first.ofB) / (b + second.ofB))) break;
    [first, second] = [
      second,
      { ofA: first.ofA - quotient * second.ofA, ofB: first.ofB - quotient * second.ofB },
    ];
    [a, b] = [b, a - quotient * b];
    steps += 1;
  }
  return steps === 0 ? { first, second: { ofA: 0, ofB: 0 } } : { first, second };
}

function combined({ ofA, ofB }: Remainder, a: bigint, b: bigint): bigint {
  return BigInt(ofA) * a + BigInt(ofB) * b;
}

function bitLength(number: bigint): number {
  return number.toString(16).length * 4;
}

/** The length of a number that is known not to be longer than that: found from its leading bits alone. */
function shortened(number: bigint, longest: number): number {
  let length = longest;
  for (let top = number >> BigInt(length - leadingBits); ; top = number >> BigInt(length - leadingBits)) {
    if (top >= 2n ** BigInt(leadingBits - 4)) return length;
    length -= top === 0n ? leadingBits : leadingBits - 3 - top.toString(2).length;
    if (length < leadingBits) return bitLength(number);
  }
}
