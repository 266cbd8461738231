import { alignWords, type Pair } from '../../../../domain/screening/alignment/align-words.ts';
import { alignmentScore, scoreAlignment } from '../../../../domain/screening/alignment/score-alignment.ts';
import { QueryReader } from '../../../../domain/screening/query-words.ts';
import type { Reason } from '../../../../domain/screening/screening.ts';
import { WordComparer } from '../../../../domain/screening/words/word-comparer.ts';
import type { WeightOf } from '../../../../domain/screening/words/word-weights.ts';

export interface Aligned {
  readonly pairs: readonly Pair[];
  /** The pairs in words: `sameWord petrov=petrov`. */
  readonly told: readonly string[];
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Sets a name against a listed one; without weights every word weighs 1. */
export function align(name: string, listedName: string, weightOf: WeightOf = () => 1): Aligned {
  const reader = new QueryReader(weightOf);
  const sides = { query: reader.read(name), listed: reader.read(listedName) };
  const [words, listed] = [sides.query.words, sides.listed.words];
  const comparer = new WordComparer();
  const likenessAt = (place: number, other: number) => {
    const [word, listedWord] = [words[place], listed[other]];
    return word && listedWord ? comparer.likenessOf(word, listedWord) : null;
  };
  const pairs = alignWords(sides, likenessAt, true);
  const textAt = (side: readonly { text: string }[], places: readonly number[]) =>
    places.map((place) => side[place]?.text).join('+');
  return {
    pairs,
    told: pairs.map(({ code, query, listed: at }) => `${code} ${textAt(words, query)}=${textAt(listed, at)}`),
    score: alignmentScore(sides, pairs),
    reasons: scoreAlignment(sides, pairs),
  };
}
