import { Worker } from 'node:worker_threads';
import { definition, keyOf, startDynamodb } from './direct-calls.ts';

/**
 * Run as a process of its own: does one transaction after the other, each moving every item to the next version,
 * sends the number of each that was answered, and is killed part of the way through one.
 */
const memberCount = 60;
/** Large enough that storing takes its share of a transaction's time. */
const padding = { S: 'x'.repeat(8 * 1024) };

export const memberKeys = Array.from({ length: memberCount }, (_, n) => keyOf(`m${n}`, `p${n % 3}`));

export function transactionTo(version: number): object {
  const { TableName } = definition;
  const moves = memberKeys.map((key) => ({
    Put: {
      TableName,
      Item: { ...key, version: { N: String(version) }, group: { S: `v${version}` }, padding },
    },
  }));
  const marker = { ...keyOf(String(version), 'marker'), group: { S: 'marker' } };
  return {
    ClientRequestToken: `to-${version}`,
    TransactItems: [
      ...moves,
      { Put: { TableName, Item: marker, ConditionExpression: 'attribute_not_exists(pk)' } },
      { Delete: { TableName, Key: keyOf(String(version - 1), 'marker') } },
    ],
  };
}

export interface KillPlan {
  readonly directory: string;
  /** The first version to write. */
  readonly from: number;
  /** Transactions to let through before. */
  readonly answered: number;
  /** How far into the next, as a share of the time the last one took. */
  readonly share: number;
}

async function writeUntilKilled({ directory, from, answered, share }: KillPlan): Promise<never> {
  const { call } = await startDynamodb({ directory });
  const microseconds = new Int32Array(new SharedArrayBuffer(4));
  const killer = new Worker(new URL('./killing-thread.ts', import.meta.url), { workerData: microseconds });
  await new Promise((resolve) => killer.once('online', resolve));
  for (let version = from; ; version++) {
    const begun = performance.now();
    await call('TransactWriteItems', transactionTo(version));
    process.send?.(version);
    if (version - from + 1 === answered) {
      Atomics.store(microseconds, 0, Math.ceil((performance.now() - begun) * share * 1000));
      Atomics.notify(microseconds, 0);
    }
  }
}

const [, , plan] = process.argv;
if (process.send && plan?.startsWith('{')) await writeUntilKilled(JSON.parse(plan) as KillPlan);
