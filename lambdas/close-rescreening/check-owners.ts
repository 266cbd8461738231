import type { ResultStore } from '../../adapters/owner-book/result-store.ts';
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import { hashPrefixOf } from '../../domain/rescreening/owner-shard.ts';
import { RescreeningIncompleteError } from '../../domain/rescreening/rescreening-errors.ts';
import type { RescreeningPlan } from '../../domain/rescreening/rescreening-plan.ts';
import type { ShardResult } from '../../domain/rescreening/run-manifest.ts';
import { shardsToCheck, unscreenedParties } from '../../domain/rescreening/unscreened-owners.ts';

export interface OwnerSources {
  readonly results: Pick<ResultStore, 'read'>;
  /** The accounts of one part of the book, by what their hashes begin with. */
  readonly accounts: (hashPrefix: string) => AsyncIterable<AccountRecord>;
}

/**
 * Looks for the parties that the records name in what was written of them, so that a run is not measured by itself.
 *
 * @returns how many shards were checked
 * @throws RescreeningIncompleteError naming the first account one of whose parties has no result
 */
export async function checkOwners(
  sources: OwnerSources,
  plan: RescreeningPlan,
  written: readonly ShardResult[],
): Promise<number> {
  const shards = shardsToCheck(written);
  for (const shard of shards) await checkShard(sources, plan, shard);
  return shards.length;
}

async function checkShard(
  { results, accounts }: OwnerSources,
  plan: RescreeningPlan,
  shard: string,
): Promise<void> {
  const byAccount = new Map<string, Set<string>>();
  for (const { account, party } of (await results.read(plan, shard)) ?? []) {
    const parties = byAccount.get(account) ?? new Set();
    byAccount.set(account, parties.add(party));
  }
  for await (const account of accounts(hashPrefixOf(shard))) {
    const missing = unscreenedParties(plan, account, byAccount.get(account.id) ?? null);
    if (missing.length === 0) continue;
    throw new RescreeningIncompleteError(
      `run ${plan.runId} is not complete: shard ${shard}: account ${account.id} has ${missing.length} parties ` +
        'without a result. Start a new run.',
    );
  }
}
