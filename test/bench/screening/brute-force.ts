import { alignWords, type Sides } from '../../../domain/screening/alignment/align-words.ts';
import { alignmentScore } from '../../../domain/screening/alignment/score-alignment.ts';
import type { ScreeningIndex } from '../../../domain/screening/index/open-index.ts';
import type { QueryName } from '../../../domain/screening/query-words.ts';
import { WordComparer } from '../../../domain/screening/words/word-comparer.ts';

/** Every name of the index whose words alone score `floor` or more, found by comparing with each: no short cuts. */
export function findByBruteForce(
  index: ScreeningIndex,
  query: QueryName,
  floor: number,
): Map<number, number> {
  const comparer = new WordComparer();
  const found = new Map<number, number>();
  for (let name = 0; name < index.nameCount; name += 1) {
    const sides: Sides = { query, listed: index.listedWords(name) };
    const pairs = alignWords(
      sides,
      (place, other) => {
        const [one, two] = [query.words[place], sides.listed.words[other]];
        return one === undefined || two === undefined ? null : comparer.likenessOf(one, two);
      },
      true,
    );
    const score = alignmentScore(sides, pairs);
    if (score >= floor) found.set(name, score);
  }
  return found;
}
