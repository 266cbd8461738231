import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { definition, keyOf, startDynamodb, type RunningDynamodb } from './direct-calls.ts';

const { TableName } = definition;

describe('calls that meet', () => {
  let dynamodb: RunningDynamodb;
  beforeEach(async () => {
    dynamodb = await startDynamodb();
    await dynamodb.call('CreateTable', definition);
  });
  afterEach(() => dynamodb.stop());

  it('do not write into a table that was deleted while they waited', async () => {
    const removed = dynamodb.call('DeleteTable', { TableName });
    const written = dynamodb.call('PutItem', { TableName, Item: keyOf('1') });
    await removed;
    await expect(written).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await dynamodb.call('CreateTable', definition);
    expect(await dynamodb.call('Scan', { TableName })).toMatchObject({ Count: 0 });
  });

  it('reach an index that was added while they waited', async () => {
    const KeySchema = [{ AttributeName: 'owner', KeyType: 'HASH' }];
    const Create = { IndexName: 'byOwner', KeySchema, Projection: { ProjectionType: 'ALL' } };
    const added = dynamodb.call('UpdateTable', {
      TableName,
      AttributeDefinitions: [{ AttributeName: 'owner', AttributeType: 'S' }],
      GlobalSecondaryIndexUpdates: [{ Create }],
    });
    const written = dynamodb.call('PutItem', { TableName, Item: { ...keyOf('1'), owner: { S: 'o' } } });
    await Promise.all([added, written]);
    expect(await dynamodb.call('Scan', { TableName, IndexName: 'byOwner' })).toMatchObject({ Count: 1 });
  });
});
