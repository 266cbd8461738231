import { entryKey } from '../lists/listed-entry.ts';
import { bestPerParty } from '../screening/matches.ts';
import type { Screener, ScreeningQuery } from '../screening/screening.ts';
import { outcomeOf, type OwnerOutcome } from './owner-result.ts';

type Screens = Pick<Screener, 'screen'>;

export interface RescreeningIndexes {
  /** Everything listed. */
  readonly full: Screens;
  /** What changed on the lists since the run that this one starts from; null where that is nothing. */
  readonly delta: Screens | null;
  /** Keys of entries changed or gone since then: what is known about them counts no more. */
  readonly touched: ReadonlySet<string>;
}

/**
 * The result of one owner. `prior` is the result of the same facts in the run before, under the same matcher and
 * threshold: then only what the lists changed is looked at, and the result is the same as of a full screening, because
 * an entry's score depends on no other entry.
 */
export function screenOwner(
  query: ScreeningQuery,
  prior: OwnerOutcome | null,
  { full, delta, touched }: RescreeningIndexes,
): OwnerOutcome {
  if (prior === null) return outcomeOf(full.screen(query));
  const kept = (prior.matches ?? []).filter((match) => !touched.has(entryKey(match)));
  const found = delta ? outcomeOf(delta.screen(query)) : null;
  const matches = bestPerParty([...kept, ...(found?.matches ?? [])]);
  if (matches.length > 0) return { outcome: 'possibleMatch', matches };
  // The last match is gone: whether a part of the name could not be read was not noted beside it.
  return prior.outcome === 'possibleMatch' ? outcomeOf(full.screen(query)) : prior;
}

/** Whether the result of an owner may need the full index. */
export function needsFullIndex(prior: OwnerOutcome | null): boolean {
  return prior === null || prior.outcome === 'possibleMatch';
}
