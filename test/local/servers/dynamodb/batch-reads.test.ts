import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { definition, keyOf, startDynamodb, type RunningDynamodb } from './direct-calls.ts';

const { TableName } = definition;

describe('a batch read', () => {
  let dynamodb: RunningDynamodb;
  beforeEach(async () => {
    dynamodb = await startDynamodb();
    await dynamodb.call('CreateTable', definition);
  });
  afterEach(() => dynamodb.stop());

  it('answers up to 16 MB, and names the keys that are left', async () => {
    const pad = { S: 'x'.repeat(399 * 1024) };
    const Keys = Array.from({ length: 45 }, (_, n) => keyOf(String(n)));
    for (const key of Keys) await dynamodb.call('PutItem', { TableName, Item: { ...key, pad } });
    const { Responses, UnprocessedKeys } = (await dynamodb.call('BatchGetItem', {
      RequestItems: { [TableName]: { Keys, ProjectionExpression: 'sk', ConsistentRead: true } },
    })) as { Responses: Record<string, unknown[]>; UnprocessedKeys: Record<string, { Keys: unknown[] }> };
    const left = UnprocessedKeys[TableName];
    // 41 items of 399 KB are the most that 16 MB hold.
    expect(Responses[TableName]).toHaveLength(41);
    expect(left).toEqual({ Keys: Keys.slice(41), ProjectionExpression: 'sk', ConsistentRead: true });
  });
});
