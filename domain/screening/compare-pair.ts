import type { BirthDate } from '../lists/list-entry.ts';
import { alignWords } from './alignment/align-words.ts';
import { alignmentScore, scoreAlignment } from './alignment/score-alignment.ts';
import { evidenceFor } from './evidence.ts';
import { identifierKey } from './identifier-key.ts';
import { roundedReasons } from './matches.ts';
import { QueryReader } from './query-words.ts';
import type { Reason, ScreeningQuery } from './screening.ts';
import { WordComparer } from './words/word-comparer.ts';
import type { WeightOf } from './words/word-weights.ts';

export interface Comparison {
  /** 0 to 1, the sum of the reasons' points. */
  readonly score: number;
  /** Heaviest first. */
  readonly reasons: readonly Reason[];
}

/** Compares two parties as the screener compares a query with a listed one, without any list. */
export class PairComparer {
  readonly #reader: QueryReader;
  readonly #words = new WordComparer();

  constructor(weightOf: WeightOf) {
    this.#reader = new QueryReader(weightOf);
  }

  /** The best of what their names give; identifiers in common decide at once. Scores 0 when a name says nothing. */
  compare(left: ScreeningQuery, right: ScreeningQuery): Comparison {
    const shared = sharedIdentifier(left, right);
    if (shared !== null) return roundedReasons([{ code: 'sameIdentifier', points: 1, detail: shared }]);
    const comparisons = namesOf(left).flatMap((one) =>
      namesOf(right).map((other) => this.#compareNames(one, other, { left, right })),
    );
    return comparisons.sort((a, b) => b.score - a.score)[0] ?? { score: 0, reasons: [] };
  }

  #compareNames(one: string, other: string, { left, right }: Parties): Comparison {
    const [query, listed] = [this.#reader.read(one), this.#reader.read(other)];
    const sides = { query, listed };
    const pairs = alignWords(
      sides,
      (place, at) => {
        const [word, listedWord] = [query.words[place], listed.words[at]];
        return word && listedWord ? this.#words.likenessOf(word, listedWord) : null;
      },
      true,
    );
    if (alignmentScore(sides, pairs) <= 0) return { score: 0, reasons: [] };
    return roundedReasons([...scoreAlignment(sides, pairs), ...evidenceFor(asListed(right), 'strong', left)]);
  }
}

interface Parties {
  readonly left: ScreeningQuery;
  readonly right: ScreeningQuery;
}

function namesOf({ name, otherNames = [] }: ScreeningQuery): string[] {
  return [name ?? '', ...otherNames].filter((each) => each.trim() !== '');
}

function asListed({ kind, birthDate, countries = [] }: ScreeningQuery) {
  return {
    kind: kind ?? ('unknown' as const),
    birthDates: birthDate ? [daysOf(birthDate)] : [],
    countries,
  };
}

/** The days that a year or a month allows; that the last month may have fewer changes no comparison. */
function daysOf(text: string): BirthDate {
  const [from, to] = [text + '-01-01'.slice(text.length - 4), text + '-12-31'.slice(text.length - 4)];
  return { text, from, to, isApproximate: false };
}

/** The kind of an identifier that both have; `null` when they have none in common. */
function sharedIdentifier(left: ScreeningQuery, right: ScreeningQuery): string | null {
  for (const { kind, value } of left.identifiers ?? []) {
    const key = identifierKey(value);
    const same = right.identifiers?.find(
      (other) =>
        identifierKey(other.value) === key &&
        (kind === undefined || other.kind === undefined || kind === other.kind),
    );
    if (key !== null && same) return kind ?? same.kind ?? 'identifier';
  }
  return null;
}
