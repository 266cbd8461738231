import type { ListEntry } from '../lists/list-entry.ts';
import type { Match, Reason } from './screening.ts';

/** Points are whole ten-thousandths, so that what a reader adds up is the score to the last digit shown. */
const unit = 10_000;

/** No score is rounded up by more. */
export const mostRoundedUp = 0.5001 / unit;

export function matchFrom(
  entry: Pick<ListEntry, 'list' | 'entryId'>,
  name: string,
  reasons: readonly Reason[],
): Match {
  return { list: entry.list, entryId: entry.entryId, name, ...roundedReasons(reasons) };
}

/**
 * The score and its reasons, heaviest first, such that the points add up to it exactly. The score is the rounded sum, and
 * what the rounded points lack of it goes to those that rounding cut most: five fifths of a name are the whole name.
 * @param reasons whose points may sum to more than 1 or less than 0: a last reason then brings the sum back
 */
export function roundedReasons(reasons: readonly Reason[]): Pick<Match, 'score' | 'reasons'> {
  const sum = Math.round(reasons.reduce((total, { points }) => total + points, 0) * unit);
  const score = Math.min(unit, Math.max(0, sum));
  const whole = inWholeUnits(reasons, sum);
  const counted =
    score === sum ? whole : [...whole, { code: 'bounds', units: score - sum, detail: '0 to 1' }];
  return {
    score: score / unit,
    reasons: counted
      .sort((a, b) => b.units - a.units)
      .map(({ code, units, detail }) => ({ code, points: units / unit, detail })),
  };
}

function inWholeUnits(reasons: readonly Reason[], sum: number) {
  const whole = reasons.map((reason) => ({ ...reason, units: Math.floor(reason.points * unit) }));
  const cut = ({ points, units }: (typeof whole)[number]) => points * unit - units;
  let left = sum - whole.reduce((total, { units }) => total + units, 0);
  for (const reason of whole.toSorted((a, b) => cut(b) - cut(a))) {
    if (left <= 0) break;
    reason.units += 1;
    left -= 1;
  }
  return whole;
}

/** The best match of each listed party, best first; equal scores by entry id and list, so that the order is always the same. */
export function bestPerParty(matches: readonly Match[]): Match[] {
  const best = new Map<string, Match>();
  for (const match of matches) {
    const key = `${match.list}/${match.entryId}`;
    const known = best.get(key);
    if (known === undefined || match.score > known.score) best.set(key, match);
  }
  return [...best.values()].sort(
    (a, b) => b.score - a.score || inOrder(a.entryId, b.entryId) || inOrder(a.list, b.list),
  );
}

function inOrder(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
