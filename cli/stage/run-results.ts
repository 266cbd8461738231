import { shardDigests } from '../../adapters/owner-book/manifest-store.ts';
import { resultStore } from '../../adapters/owner-book/result-store.ts';
import { rescreeningStore, type RescreeningRecord } from '../../adapters/records/rescreening-store.ts';
import type { OwnerResult } from '../../domain/rescreening/owner-result.ts';
import { accountHash, hashPrefixOf, shardsOf } from '../../domain/rescreening/owner-shard.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import type { Stage } from './stage.ts';

export interface RunResults {
  readonly run: RescreeningRecord;
  readonly results: readonly OwnerResult[];
}

/**
 * What a completed run found of one account, from results that its manifest vouches for.
 * @throws CouldNotTellError when there is no such run, its results are gone or others, or the account is in none
 */
export async function runResults(
  { clients, names }: Pick<Stage, 'clients' | 'names'>,
  runId: string,
  account: string,
): Promise<RunResults> {
  const run = await rescreeningStore(clients.documents, names.RecordsTable).load(runId);
  if (!run) throw new CouldNotTellError(`no completed run ${runId}: expected one as in kyc rescreen status`);
  const { manifestKey: key, manifestSha256: sha256, digits } = run;
  const hash = accountHash(account);
  const shard = shardsOf(digits).find((each) => hash.startsWith(hashPrefixOf(each))) ?? '';
  const digest = (await shardDigests(clients.s3, names.ReportsBucket)({ key, sha256 })).get(shard);
  const store = resultStore(clients.s3, names.OwnerBookBucket);
  const all = digest === undefined ? null : await store.base(runId, shard, digest);
  if (all === null) {
    throw new CouldNotTellError(
      `run ${runId}: the results of shard ${shard} are gone (they are kept for 400 days), or not those that its manifest ${key} names`,
    );
  }
  const results = all.filter((result) => result.account === account);
  if (results.length > 0) return { run, results };
  throw new CouldNotTellError(`run ${runId} has no result of account ${account}`);
}
