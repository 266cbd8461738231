/**
 * The one fraction with numerator and denominator of at most `bound` that is `residue` modulo `modulus`, where twice
 * the square of the bound is below the modulus (Wang's rational reconstruction: half of Euclid's algorithm).
 */
export function rebuildFraction(residue: bigint, modulus: bigint, bound: bigint): [bigint, bigint] {
  let [former, latter] = [modulus, residue];
  let [formerFactor, latterFactor] = [0n, 1n];
  while (latter > bound) {
    const quotient = former / latter;
    [former, latter] = [latter, former - quotient * latter];
    [formerFactor, latterFactor] = [latterFactor, formerFactor - quotient * latterFactor];
  }
  return latterFactor < 0n ? [-latter, -latterFactor] : [latter, latterFactor];
}
