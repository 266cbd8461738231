import { ofacScore } from '../ofac-score.ts';
import type { Screener, ScreeningQuery } from '../screening.ts';
import { queryFrom } from './screened-party.ts';
import type { QueryRow } from './query-row.ts';
import type { ResultRow } from './result-row.ts';

/** Screens one row. The same row, index and threshold give the same result, member by member in the same order. */
export function screenRow(
  screener: Screener,
  row: QueryRow,
  notCompared: (pointer: string) => void,
): ResultRow {
  const { id } = row;
  const query = queryFrom(row, notCompared);
  const screening = screener.screen(query);
  const { matcherVersion, threshold, queryDigest } = screening;
  const rest = { matcherVersion, threshold, queryDigest };
  switch (screening.outcome) {
    case 'clear': {
      const { outcome, listDigest, indexDigest } = screening;
      return { id, outcome, matches: [], listDigest, indexDigest, ...rest };
    }
    case 'notScreened': {
      const { outcome, because, listDigest, indexDigest } = screening;
      return { id, outcome, because, matches: [], listDigest, indexDigest, ...rest };
    }
    case 'possibleMatch': {
      const { outcome, listDigest, indexDigest } = screening;
      const matches = screening.matches.map(({ reasons, ...match }) => ({
        ...match,
        ofacScore: bestOfacScore(query, match.name),
        reasons,
      }));
      return { id, outcome, matches, listDigest, indexDigest, ...rest };
    }
  }
}

/** Of all names of a party; `null` when it has none. */
export function bestOfacScore({ name, otherNames = [] }: ScreeningQuery, listed: string): number | null {
  const names = [name ?? '', ...otherNames].filter((each) => each.trim() !== '');
  return names.length === 0 ? null : Math.max(...names.map((each) => ofacScore(each, listed)));
}
