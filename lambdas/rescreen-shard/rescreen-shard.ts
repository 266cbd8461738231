import { z } from 'zod';
import type { AskReassessment } from '../../adapters/inbox/ask-reassessment.ts';
import type { FactsStore } from '../../adapters/owner-book/facts-store.ts';
import { inBatches } from '../../adapters/owner-book/in-batches.ts';
import type { ShardDigests } from '../../adapters/owner-book/manifest-store.ts';
import type { ResultStore } from '../../adapters/owner-book/result-store.ts';
import type { PartyReader } from '../../adapters/records/party-store.ts';
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import { factsMissing, isChanged } from '../../domain/rescreening/changed-result.ts';
import { ownerKey, type OwnerOutcome, type OwnerResult } from '../../domain/rescreening/owner-result.ts';
import { hashPrefixOf } from '../../domain/rescreening/owner-shard.ts';
import { MatcherReplacedError } from '../../domain/rescreening/rescreening-errors.ts';
import { RescreeningPlan, type RunBasis } from '../../domain/rescreening/rescreening-plan.ts';
import {
  needsFullIndex,
  screenOwner,
  type RescreeningIndexes,
} from '../../domain/rescreening/screen-owner.ts';
import { countResults } from '../../domain/rescreening/run-manifest.ts';
import { count, note, noteTrouble } from '../runtime/observability.ts';
import { knownResult, type KnownSources } from './known-result.ts';
import type { RunIndexes } from './run-indexes.ts';
import { shardOwners, type ShardOwner } from './shard-owners.ts';

const Input = z.strictObject({ plan: RescreeningPlan, shard: z.string().regex(/^(all|[0-9a-f]{1,5})$/) });

export interface Dependencies extends KnownSources {
  /** The accounts of one part of the book, by what their hashes begin with. */
  readonly accounts: (hashPrefix: string) => AsyncIterable<AccountRecord>;
  readonly parties: PartyReader;
  readonly facts: FactsStore;
  readonly results: Pick<ResultStore, 'read' | 'write' | 'base'>;
  readonly shardDigests: ShardDigests;
  readonly indexes: RunIndexes;
  /** Of the matcher in this bundle. */
  readonly matcherVersion: string;
  readonly ask: AskReassessment;
}

export interface RescreenedShard {
  readonly shard: string;
  readonly owners: number;
  readonly changed: number;
}

/**
 * Screens the owners of one shard and writes their results, once. What follows from them is done after that and from
 * what is written: a second attempt finds the results of the first and asks for nothing else.
 */
export const rescreenShard =
  (deps: Dependencies) =>
  async (input: unknown): Promise<RescreenedShard> => {
    const { plan, shard } = Input.parse(input);
    const results = (await deps.results.read(plan, shard)) ?? (await screenShard(deps, plan, shard));
    const accounts = new Set(results.flatMap(({ account, changed }) => (changed ? [account] : [])));
    await inBatches([...accounts], asksAtOnce, (account) => deps.ask(account, plan.runId));
    const { resultsOut, changed } = countResults(results);
    // The alarm on parties that nobody screened counts these too.
    count('Screened.notScreened', results.filter(({ because }) => because === factsMissing).length);
    note('SHARD_RESCREENED', { runId: plan.runId, shard, owners: resultsOut, changed });
    return { shard, owners: resultsOut, changed };
  };

const asksAtOnce = 8;

/** @returns what stands in the bucket: the results of the first attempt that wrote any */
async function screenShard(
  deps: Dependencies,
  plan: RescreeningPlan,
  shard: string,
): Promise<readonly OwnerResult[]> {
  if (plan.basis.matcherVersion !== deps.matcherVersion) {
    throw new MatcherReplacedError(
      `run ${plan.runId} was planned for matcher ${plan.basis.matcherVersion}, and ${deps.matcherVersion} is deployed; ` +
        'start a new run',
    );
  }
  const sources = { ...deps, accounts: deps.accounts(hashPrefixOf(shard)) };
  const owners = await shardOwners(sources, shard, plan.rebuild);
  const prior = await priorResults(deps, plan, shard);
  const isFullNeeded = owners.some(({ key }) => needsFullIndex(prior.get(key) ?? null));
  const indexes = await deps.indexes(plan, isFullNeeded);
  const results: OwnerResult[] = [];
  for (const owner of owners) {
    const found = findingOf(owner, prior.get(owner.key) ?? null, indexes);
    const touched = isDecidedOn(owner.party, plan.basis) ? nothing : indexes.touched;
    results.push(await resultOf(deps, owner, found, touched));
  }
  await deps.results.write(plan, shard, results);
  return (await deps.results.read(plan, shard)) ?? results;
}

const nothing: ReadonlySet<string> = new Set();

/** Who was screened with the run's own index has been decided on what the entries say now. */
function isDecidedOn({ screening }: ShardOwner['party'], { indexDigest, threshold }: RunBasis): boolean {
  return screening?.indexDigest === indexDigest && screening.threshold === threshold;
}

/**
 * By owner and version, so that new facts have no earlier result. What the base's manifest does not vouch for counts as
 * not there: its owners are screened in full.
 */
async function priorResults(
  { results, shardDigests }: Dependencies,
  { runId, base }: RescreeningPlan,
  shard: string,
): Promise<ReadonlyMap<string, OwnerResult>> {
  const digest = base?.manifest && (await shardDigests(base.manifest)).get(shard);
  const before = base && digest ? await results.base(base.runId, shard, digest) : null;
  if (base && !before) noteTrouble('BASE_RESULTS_REFUSED', { runId, base: base.runId, shard });
  // Where facts were missing nobody looked: there is nothing to go on from.
  const usable = (before ?? []).filter(({ because }) => because !== factsMissing);
  return new Map(usable.map((result) => [ownerKey(result), result]));
}

function findingOf(owner: ShardOwner, prior: OwnerResult | null, indexes: RescreeningIndexes): OwnerOutcome {
  if (!owner.query) return { outcome: 'notScreened', because: factsMissing };
  const { outcome, because, matches } = screenOwner(owner.query, prior, indexes);
  return { outcome, ...(because === undefined ? {} : { because }), ...(matches ? { matches } : {}) };
}

async function resultOf(
  deps: Dependencies,
  { account, party }: ShardOwner,
  found: OwnerOutcome,
  touched: ReadonlySet<string>,
): Promise<OwnerResult> {
  const known = await knownResult(deps, account, party, found);
  return {
    ...{ account: account.id, party: party.id, sequence: party.sequence, ...found },
    ...(isChanged(known, found, touched) ? { changed: true } : {}),
  };
}
