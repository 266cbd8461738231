import { createHash } from 'node:crypto';
import { presentParties, type AccountRecord, type PartyRecord } from '../accounts/account-record.ts';
import type { RescreeningPlan } from './rescreening-plan.ts';
import type { ShardResult } from './run-manifest.ts';

// At most 16,000 owners each, so a million parties are read from the records once more, whatever the size of the book. Larger
// books are checked in so many places, others every day. How long that takes was not measured.
const shardsChecked = 64;

/** The shards whose owners are looked for in the records once more: all, or some that nobody knew before the results. */
export function shardsToCheck(results: readonly ShardResult[]): string[] {
  const all = createHash('sha256');
  for (const { sha256 } of results) all.update(sha256);
  const seed = all.digest('hex');
  const place = (shard: string) => createHash('sha256').update(`${seed}\n${shard}`).digest('hex');
  return results
    .map(({ shard }) => ({ shard, place: place(shard) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .slice(0, shardsChecked)
    .map(({ shard }) => shard)
    .sort();
}

// An event may be some time on its way before its account is stored.
const onTheWayMs = 24 * 60 * 60 * 1000;

/**
 * Parties of an account that stand in the records and have no result, though they had to. Whoever came while the run was
 * on has none, and needs none: a party not yet screened is about to be, and one screened with the run's own index was.
 *
 * @param screened ids of the account's parties that have a result; null where the account is in no result
 */
export function unscreenedParties(
  { startedAt, basis }: Pick<RescreeningPlan, 'startedAt' | 'basis'>,
  account: AccountRecord,
  screened: ReadonlySet<string> | null,
): PartyRecord[] {
  const isNew = Date.parse(account.openedAt) >= Date.parse(startedAt) - onTheWayMs;
  const isOwnDecision = ({ screening }: PartyRecord): boolean =>
    screening === null ||
    ((screened !== null || isNew) &&
      screening.indexDigest === basis.indexDigest &&
      screening.threshold === basis.threshold);
  return presentParties(account).filter((party) => !screened?.has(party.id) && !isOwnDecision(party));
}
