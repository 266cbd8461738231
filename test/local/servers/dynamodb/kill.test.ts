import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { definition, startDynamodb, type Call } from './direct-calls.ts';
import { memberKeys, transactionTo, type KillPlan } from './killed-writer.ts';

const { TableName } = definition;
const seed = 20_261_123;
/** When to kill: so far into a transaction, after so many were answered. */
const moments = fc.sample(
  fc.record({
    answered: fc.integer({ min: 2, max: 6 }),
    share: fc.double({ min: 0.05, max: 1.2, noNaN: true }),
  }),
  { seed, numRuns: 8 },
);

/** The last version a killed writer said was done. */
async function killWriter(plan: KillPlan): Promise<number> {
  const script = fileURLToPath(new URL('./killed-writer.ts', import.meta.url));
  const writer = fork(script, [JSON.stringify(plan)], { execArgv: [] });
  let last = plan.from - 1;
  writer.on('message', (version) => {
    last = Number(version);
  });
  const [, signal] = (await once(writer, 'exit')) as [number | null, string | null];
  expect(signal, 'the writer ended by itself').toBe('SIGKILL');
  return last;
}

async function versionsOf(call: Call): Promise<number[]> {
  const { Responses } = await call('BatchGetItem', { RequestItems: { [TableName]: { Keys: memberKeys } } });
  const items = (Responses as Record<string, { version: { N: string } }[]>)[TableName] ?? [];
  return items.map((item) => Number(item.version.N));
}

async function countInGroup(call: Call, group: string): Promise<unknown> {
  const { Count } = await call('Query', {
    TableName,
    IndexName: 'byGroup',
    Select: 'COUNT',
    KeyConditionExpression: '#g = :g',
    ExpressionAttributeNames: { '#g': 'group' },
    ExpressionAttributeValues: { ':g': { S: group } },
  });
  return Count;
}

describe('a store whose process was killed', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dynamodb-kill-'));
    const { call, stop } = await startDynamodb({ directory });
    await call('CreateTable', definition);
    await stop();
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('holds each transaction whole or not at all, with its index entries and its token', async () => {
    let next = 1;
    for (const [round, moment] of moments.entries()) {
      const where = `seed ${seed}, round ${round}, ${JSON.stringify(moment)}`;
      const answered = await killWriter({ directory, from: next, ...moment });
      const { call, stop } = await startDynamodb({ directory });
      const [version = 0, ...others] = await versionsOf(call);
      expect(others, where).toEqual(Array<number>(memberKeys.length - 1).fill(version));
      expect(version, `${where}: an answered transaction is lost`).toBeGreaterThanOrEqual(answered);
      expect(await countInGroup(call, `v${version}`), where).toBe(memberKeys.length);
      expect(await countInGroup(call, `v${version + 1}`), where).toBe(0);
      expect(await countInGroup(call, 'marker'), where).toBe(1);
      // Its condition no longer holds, so only the remembered token lets it pass.
      await call('TransactWriteItems', transactionTo(version));
      const { Count } = await call('Scan', { TableName, Select: 'COUNT' });
      expect(Count, where).toBe(memberKeys.length + 1);
      await stop();
      next = version + 1;
    }
  });
});
