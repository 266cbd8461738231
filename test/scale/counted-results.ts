import { resultStore } from '../../adapters/owner-book/result-store.ts';
import { accountStore } from '../../adapters/records/account-store.ts';
import { runStore } from '../../adapters/owner-book/run-store.ts';
import type { Stage } from '../../cli/stage/stage.ts';
import { presentParties } from '../../domain/accounts/account-record.ts';

export interface CountedResults {
  readonly owners: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

/**
 * Reads every result of a run and every account of the records.
 * @throws Error naming the first owner that has no result, or two, or that nobody knows
 */
export async function countedResults(
  { clients, names }: Pick<Stage, 'clients' | 'names'>,
  runId: string,
): Promise<CountedResults> {
  const due = new Set<string>();
  for await (const account of accountStore(clients.documents, names.RecordsTable).all()) {
    for (const { id } of presentParties(account)) due.add(`${account.id} ${id}`);
  }
  const owners = due.size;
  const outcomes: Record<string, number> = {};
  const store = resultStore(clients.s3, names.OwnerBookBucket);
  const plan = await runStore(clients.s3, names.OwnerBookBucket).plan(runId);
  if (!plan) throw new Error(`run ${runId} has no plan`);
  for (const { shard } of await store.written(plan)) {
    for (const { account, party, outcome } of (await store.read(plan, shard)) ?? []) {
      if (!due.delete(`${account} ${party}`))
        throw new Error(`${account} ${party} has a second result, or is unknown`);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
  }
  const [first] = due;
  if (first !== undefined) throw new Error(`${first} and ${due.size - 1} more owners have no result`);
  return { owners, outcomes };
}
