import type { PartyRecord } from '../accounts/account-record.ts';
import { entryKey } from '../lists/listed-entry.ts';
import type { OwnerOutcome } from './owner-result.ts';

/** What the account was last decided on, as far as it bears on one party. */
export interface KnownResult {
  readonly outcome: OwnerOutcome['outcome'];
  /** Keys of the entries the matcher found then, those that people have marked as false among them. */
  readonly entries: readonly string[];
  /** A disposition that was in force then is so no more: it has expired, or people have released it. */
  readonly hasLapsed?: boolean;
}

/** Whether the entries found then have to be read to compare: the record itself holds the outcome only. */
export function needsKnownEntries(
  { screening }: Pick<PartyRecord, 'screening'>,
  found: OwnerOutcome,
): boolean {
  if (!screening) return false;
  return (
    found.outcome === 'possibleMatch' || screening.outcome === 'possibleMatch' || isSuppressed(screening)
  );
}

/**
 * Whether an account has to be decided again: another outcome, another listed party, a listed party that says something
 * else now, or a match that people's word no longer keeps away. A score that moved is none of these. Nobody is asked
 * again because nobody could look either time.
 */
export function isChanged(
  known: KnownResult | null,
  found: OwnerOutcome,
  touched: ReadonlySet<string>,
): boolean {
  // Its first screening is on the way, and will find the same.
  if (known === null) return found.outcome === 'possibleMatch';
  if (found.because === factsMissing) return known.outcome !== 'notScreened';
  const entries = (found.matches ?? []).map(entryKey);
  if (entries.length === 0 && known.entries.length === 0) return known.outcome !== found.outcome;
  if (known.hasLapsed && entries.length > 0) return true;
  const before = new Set(known.entries);
  return entries.length !== before.size || entries.some((entry) => !before.has(entry) || touched.has(entry));
}

/** The outcome of an owner whose facts cannot be read: damaged, or erased while the account still names the party. */
export const factsMissing = 'factsMissing';

/** The matcher had found somebody, and people's word stands for its own. */
function isSuppressed(screening: NonNullable<PartyRecord['screening']>): boolean {
  return 'dispositions' in screening && screening.dispositions !== undefined;
}
