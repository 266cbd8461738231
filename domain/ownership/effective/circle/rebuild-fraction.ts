/**
 * The denominator of the one fraction that is `residue` modulo `modulus`, has a numerator of at most `bound`, and a
 * denominator below half the modulus over that bound (Wang's rational reconstruction: half of Euclid's algorithm).
 */
export function rebuiltDenominator(residue: bigint, modulus: bigint, bound: bigint): bigint {
  let [former, latter] = [modulus, residue];
  let [formerFactor, latterFactor] = [0n, 1n];
  while (latter > bound) {
    const quotient = former / latter;
    [former, latter] = [latter, former - quotient * latter];
    [formerFactor, latterFactor] = [latterFactor, formerFactor - quotient * latterFactor];
  }
  return latterFactor < 0n ? -latterFactor : latterFactor;
}
