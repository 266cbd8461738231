import { resultRow } from '../rows/screen-row.ts';
import { ResultRow } from '../rows/result-row.ts';
import { firstDifference, type Difference } from './first-difference.ts';
import type { NotReplayable } from './proof-rows.ts';
import type { RecordedScreening } from './stored-screening.ts';

/** A row as it stands in the folder. */
export interface PlacedRow {
  /** File and line. */
  readonly place: string;
  readonly value: unknown;
}

/** Why rows do not prove what they claim to. */
export type Disagreement =
  | { readonly id: string; readonly because: 'missing' | 'surplus' | 'notARow' }
  | ({ readonly id: string; readonly because: 'contradicts' } & Difference);

interface Claim {
  readonly id: string;
  /** Null where it is said that there can be none. */
  readonly row: ResultRow | null;
}

/**
 * Holds rows against the determinations they are said to be of: each recorded screening has either one row that is
 * equal to it or one entry that says why there is none, and there is nothing else.
 */
export function rowsAgainstRecord(
  recorded: readonly RecordedScreening[],
  rows: readonly PlacedRow[],
  notReplayable: readonly Pick<NotReplayable, 'id'>[],
): Disagreement[] {
  const { claims, unread } = claimsOf(rows, notReplayable);
  const open = Map.groupBy(claims, ({ id }) => id);
  const faults = recorded.flatMap((each): Disagreement[] => {
    const claim = open.get(each.id)?.shift();
    if (claim === undefined) return [{ id: each.id, because: 'missing' }];
    return claim.row === null ? [] : contradictions(each, claim.row);
  });
  const surplus = [...open.values()].flat().map(({ id }) => ({ id, because: 'surplus' as const }));
  return [...unread, ...faults, ...surplus];
}

/** Holds rows against the re-screening run they are said to be of: each is called by it, and no two are the same. */
export function rowsAgainstRun(
  run: string,
  rows: readonly PlacedRow[],
  notReplayable: readonly Pick<NotReplayable, 'id'>[],
): Disagreement[] {
  const { claims, unread } = claimsOf(rows, notReplayable);
  const ids = new Set<string>();
  const surplus = claims.flatMap(({ id }): Disagreement[] => {
    const isOne = id.startsWith(`${run}/`) && !ids.has(id);
    ids.add(id);
    return isOne ? [] : [{ id, because: 'surplus' }];
  });
  return [...unread, ...surplus];
}

/** One line for whoever reads the answer. */
export function disagreementText(fault: Disagreement): string {
  switch (fault.because) {
    case 'missing':
      return `${fault.id}: expected one row, or why there is none, found neither`;
    case 'surplus':
      return `${fault.id}: expected nothing of this name, or nothing more, found another`;
    case 'notARow':
      return `${fault.id}: expected a row of a screening, found something else`;
    case 'contradicts':
      return `${fault.id}: ${fault.pointer || 'the whole row'}: expected ${fault.expected} as determined, found ${fault.found}`;
  }
}

function claimsOf(rows: readonly PlacedRow[], notReplayable: readonly Pick<NotReplayable, 'id'>[]) {
  const claims: Claim[] = [];
  const unread: Disagreement[] = [];
  for (const { place, value } of rows) {
    const row = ResultRow.safeParse(value).data;
    // A proof calls its rows by text; a number would be a row of something else.
    if (row === undefined || typeof row.id !== 'string') unread.push({ id: place, because: 'notARow' });
    else claims.push({ id: row.id, row });
  }
  return { unread, claims: [...claims, ...notReplayable.map(({ id }) => ({ id, row: null }))] };
}

function contradictions({ id, screening }: RecordedScreening, row: ResultRow): Disagreement[] {
  // A record in another form can be shown by no row.
  const expected = screening === null ? undefined : withoutOfacScore(resultRow(id, {}, screening));
  const difference = firstDifference(expected, withoutOfacScore(row));
  return difference === null ? [] : [{ id, because: 'contradicts', ...difference }];
}

/** It is worked out when the proof is taken; no determination has it. */
function withoutOfacScore(row: ResultRow): unknown {
  if (row.outcome === 'refused') return row;
  return { ...row, matches: row.matches.map((match) => ({ ...match, ofacScore: null })) };
}
