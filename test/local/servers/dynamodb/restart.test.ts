import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { definition, keyOf, startDynamodb, type Call } from './direct-calls.ts';

const { TableName } = definition;

describe('a restarted DynamoDB', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'dynamodb-restart-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const session = async <T>(work: (call: Call) => Promise<T>): Promise<T> => {
    const { call, stop } = await startDynamodb({ directory });
    try {
      return await work(call);
    } finally {
      await stop();
    }
  };

  it('has its tables, their settings, their items and their indexes again', async () => {
    const described = await session(async (call) => {
      await call('CreateTable', { ...definition, DeletionProtectionEnabled: true });
      await call('PutItem', { TableName, Item: { ...keyOf('1'), group: { S: 'g' } } });
      const TimeToLiveSpecification = { AttributeName: 'expiresAt', Enabled: true };
      await call('UpdateTimeToLive', { TableName, TimeToLiveSpecification });
      return call('DescribeTable', { TableName });
    });
    await session(async (call) => {
      expect(await call('DescribeTable', { TableName })).toEqual(described);
      expect(await call('DescribeTimeToLive', { TableName })).toMatchObject({
        TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' },
      });
      expect(await call('Scan', { TableName, IndexName: 'byGroup' })).toMatchObject({ Count: 1 });
    });
  });

  it('knows the transactions of the last ten minutes by their tokens', async () => {
    const transaction = (sk: string) => ({
      ClientRequestToken: 'token',
      TransactItems: [
        { Put: { TableName, Item: keyOf(sk), ConditionExpression: 'attribute_not_exists(pk)' } },
      ],
    });
    await session(async (call) => {
      await call('CreateTable', definition);
      await call('TransactWriteItems', transaction('1'));
    });
    await session(async (call) => {
      await call('TransactWriteItems', transaction('1'));
      await expect(call('TransactWriteItems', transaction('2'))).rejects.toMatchObject({
        name: 'IdempotentParameterMismatchException',
      });
    });
  });

  it('forgets a token after ten minutes', async () => {
    const { call, surroundings, stop } = await startDynamodb();
    await call('CreateTable', definition);
    const put = { TransactItems: [{ Put: { TableName, Item: keyOf('1') } }], ClientRequestToken: 'token' };
    const remove = {
      TransactItems: [{ Delete: { TableName, Key: keyOf('1') } }],
      ClientRequestToken: 'token',
    };
    await call('TransactWriteItems', put);
    await surroundings.clock.advanceTo(surroundings.clock.now() + 601_000);
    await call('TransactWriteItems', remove);
    expect(await call('GetItem', { TableName, Key: keyOf('1') })).toEqual({});
    await stop();
  });

  it('sweeps what fell due before', async () => {
    const expiresAt = { N: String(Date.parse('2026-01-01T00:30:00Z') / 1000) };
    await session(async (call) => {
      await call('CreateTable', definition);
      const TimeToLiveSpecification = { AttributeName: 'expiresAt', Enabled: true };
      await call('UpdateTimeToLive', { TableName, TimeToLiveSpecification });
      await call('PutItem', { TableName, Item: { ...keyOf('1'), expiresAt } });
    });
    const { call, service, surroundings, stop } = await startDynamodb({ directory });
    await surroundings.clock.advanceTo(Date.parse('2026-01-01T01:00:00Z'), () => service.settled());
    expect(await call('GetItem', { TableName, Key: keyOf('1') })).toEqual({});
    await stop();
  });

  it('has nothing left of a deleted table under a new one of its name', async () => {
    await session(async (call) => {
      await call('CreateTable', definition);
      await call('PutItem', { TableName, Item: { ...keyOf('1'), group: { S: 'g' } } });
      await call('DeleteTable', { TableName });
    });
    await session(async (call) => {
      expect(await call('ListTables', {})).toEqual({ TableNames: [] });
      await call('CreateTable', definition);
      expect(await call('Scan', { TableName })).toMatchObject({ Count: 0 });
      expect(await call('Scan', { TableName, IndexName: 'byGroup' })).toMatchObject({ Count: 0 });
    });
  });
});
