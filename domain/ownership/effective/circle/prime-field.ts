/** Primes below 2^25: products of two remainders stay exact in a double. Any may do; the next is for when one does not. */
export const primes = [
  33554393, 33554383, 33554371, 33554347, 33554341, 33554317, 33554291, 33554273,
] as const;

export function remainderOf(value: bigint, prime: number): number {
  const remainder = Number(value % BigInt(prime));
  return remainder < 0 ? remainder + prime : remainder;
}

/** Of two remainders. The quotient may be off by one, which the correction takes back. */
export function multiplyMod(left: number, right: number, prime: number): number {
  const product = left * right;
  const rest = product - Math.floor(product / prime) * prime;
  return rest < 0 ? rest + prime : rest >= prime ? rest - prime : rest;
}

/** By Fermat: the power p − 2. */
export function inverseMod(value: number, prime: number): number {
  let [result, base, exponent] = [1, value, prime - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = multiplyMod(result, base, prime);
    base = multiplyMod(base, base, prime);
    exponent = Math.floor(exponent / 2);
  }
  return result;
}
