import { agreementAt, bestThreshold, type JudgedPair } from './pairs.ts';

export function printPairs(pairs: readonly JudgedPair[], threshold: number, mistakes: number): void {
  console.log(`\n== ${pairs.length} labelled pairs`);
  printAgreement('all', pairs, threshold);
  for (const [kind, members] of Map.groupBy(pairs, (pair) => pair.kind))
    printAgreement(kind, members, threshold);
  const wrong = pairs.filter(({ isSame, score }) => isSame !== score >= threshold);
  for (const isSame of [true, false]) {
    for (const { kind, left, right, score } of spread(
      wrong.filter((pair) => pair.isSame === isSame),
      mistakes,
    ))
      console.log(
        `${isSame ? 'taken for two' : 'taken for one'}  ${kind.padEnd(8)} ${score.toFixed(3)}  ${left}  |  ${right}`,
      );
  }
}

function printAgreement(name: string, pairs: readonly JudgedPair[], threshold: number): void {
  const best = bestThreshold(pairs);
  const [here, there] = [agreementAt(pairs, threshold), agreementAt(pairs, best)];
  console.log(
    `${name.padEnd(8)} ${String(pairs.length).padStart(4)}  F1 ${here.f1.toFixed(3)} at ${threshold} ` +
      `(precision ${here.precision.toFixed(3)}, recall ${here.recall.toFixed(3)}); best ${there.f1.toFixed(3)} at ${best.toFixed(2)}`,
  );
}

/** So many of them, from all over the list. */
function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(all.length / Math.max(1, most)));
  return all.filter((_, place) => most > 0 && place % step === 0);
}
