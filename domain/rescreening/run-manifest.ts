import type { OwnerResult } from './owner-result.ts';
import { shardsOf } from './owner-shard.ts';
import type { RescreeningPlan } from './rescreening-plan.ts';
import { RescreeningIncompleteError } from './rescreening-errors.ts';

/** What is told of one shard's results, from the object that holds them. */
export interface ShardResult {
  readonly shard: string;
  /** Parties that the results name, each counted once. */
  readonly ownersIn: number;
  readonly resultsOut: number;
  readonly outcomes: Readonly<Record<OwnerResult['outcome'], number>>;
  /** Owners whose account has to be decided again. */
  readonly changed: number;
  /** Of the object as stored. */
  readonly sha256: string;
}

/** What a run leaves behind to be shown: which lists, which matcher, how many owners, and the digest of every result. */
export interface RunManifest {
  readonly v: 1;
  readonly plan: RescreeningPlan;
  readonly completedAt: string;
  readonly ownersIn: number;
  readonly resultsOut: number;
  readonly outcomes: ShardResult['outcomes'];
  readonly changed: number;
  /** Shards whose owners were looked for in the records once more, when the run was closed. */
  readonly shardsChecked: number;
  readonly shards: readonly ShardResult[];
}

// An error's text goes into the execution's history.
const faultsNamed = 5;

/**
 * Counts a run and closes it. Every shard of the book has its results, and in each no owner has two.
 *
 * @throws RescreeningIncompleteError naming the first shards that lack or exceed; nothing may count such a run as done
 */
export function closeRun(
  plan: RescreeningPlan,
  results: readonly ShardResult[],
  completedAt: string,
  shardsChecked: number,
): RunManifest {
  const faults = faultsOf(plan, results);
  if (faults.length > 0) {
    const more = faults.length > faultsNamed ? `; and ${faults.length - faultsNamed} more` : '';
    throw new RescreeningIncompleteError(
      `run ${plan.runId} is not complete: ${faults.slice(0, faultsNamed).join('; ')}${more}. Redrive the execution.`,
    );
  }
  const shards = [...results].sort((one, other) => (one.shard < other.shard ? -1 : 1));
  const sum = (of: (result: ShardResult) => number) =>
    shards.reduce((total, result) => total + of(result), 0);
  return {
    ...{ v: 1, plan, completedAt },
    ownersIn: sum(({ ownersIn }) => ownersIn),
    resultsOut: sum(({ resultsOut }) => resultsOut),
    outcomes: {
      clear: sum(({ outcomes }) => outcomes.clear),
      possibleMatch: sum(({ outcomes }) => outcomes.possibleMatch),
      notScreened: sum(({ outcomes }) => outcomes.notScreened),
    },
    changed: sum(({ changed }) => changed),
    ...{ shardsChecked, shards },
  };
}

function faultsOf({ digits }: RescreeningPlan, results: readonly ShardResult[]): string[] {
  const byShard = Map.groupBy(results, ({ shard }) => shard);
  const planned = new Set(shardsOf(digits));
  const missing = [...planned]
    .filter((shard) => !byShard.has(shard))
    .map((shard) => `shard ${shard} has no results`);
  const foreign = results
    .filter(({ shard }) => !planned.has(shard))
    .map(({ shard }) => `shard ${shard} was not planned`);
  const twice = [...byShard]
    .filter(([, same]) => same.length > 1)
    .map(([shard]) => `shard ${shard} has results twice`);
  return [...missing, ...foreign, ...twice, ...results.flatMap(miscounts)];
}

function miscounts({ shard, ownersIn, resultsOut, outcomes }: ShardResult): string[] {
  const counted = outcomes.clear + outcomes.possibleMatch + outcomes.notScreened;
  if (ownersIn === resultsOut && resultsOut === counted) return [];
  return [`shard ${shard}: ${ownersIn} owners, ${resultsOut} results, ${counted} of a known outcome`];
}

const partyKey = ({ account, party }: OwnerResult): string => `${account}\n${party}`;

/** Counts the results of one shard. */
export function countResults(
  results: readonly OwnerResult[],
): Pick<ShardResult, 'ownersIn' | 'resultsOut' | 'outcomes' | 'changed'> {
  const count = (outcome: OwnerResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  return {
    ownersIn: new Set(results.map(partyKey)).size,
    resultsOut: results.length,
    outcomes: {
      clear: count('clear'),
      possibleMatch: count('possibleMatch'),
      notScreened: count('notScreened'),
    },
    changed: results.filter(({ changed }) => changed).length,
  };
}
