import { ofacScore } from '../ofac-score.ts';
import type { Screener, Screening, ScreeningQuery } from '../screening.ts';
import { queryFrom } from './screened-party.ts';
import type { QueryRow } from './query-row.ts';
import type { ResultRow } from './result-row.ts';

/** Screens one row. The same row, index and threshold give the same result, member by member in the same order. */
export function screenRow(
  screener: Screener,
  row: QueryRow,
  notCompared: (pointer: string) => void,
): ResultRow {
  const query = queryFrom(row, notCompared);
  return resultRow(row.id, query, screener.screen(query));
}

/** A screening as a row, whether it was made just now or kept; OFAC's own score is worked out from the query. */
export function resultRow(id: QueryRow['id'], query: ScreeningQuery, screening: Screening): ResultRow {
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
      const matches = screening.matches.map(({ list, entryId, name, score, reasons }) => ({
        ...{ list, entryId, name, score },
        ofacScore: bestOfacScore(query, name),
        reasons: reasons.map(({ code, points, detail }) => ({ code, points, detail })),
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
