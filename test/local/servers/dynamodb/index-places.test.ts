import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { definition, keyOf, startDynamodb, type Answer, type RunningDynamodb } from './direct-calls.ts';

const TableName = definition.TableName;
const query = {
  TableName,
  IndexName: 'byGroup',
  KeyConditionExpression: '#g = :g',
  ExpressionAttributeNames: { '#g': 'group' },
  ExpressionAttributeValues: { ':g': { S: 'g' } },
};

/** Two sort keys whose items dynalite would give one place in an index: its digests of the keys begin alike. */
function clashingSortKeys(): [string, string] {
  const seen = new Map<string, string>();
  for (let n = 0; ; n++) {
    const sk = `s${n}`;
    const digest = createHash('md5').update('Outliers').update('p').update(sk).digest('hex').slice(0, 6);
    const other = seen.get(digest);
    if (other !== undefined) return [other, sk];
    seen.set(digest, sk);
  }
}

describe('items under one index key', () => {
  const [first, second] = clashingSortKeys();
  let dynamodb: RunningDynamodb;
  beforeEach(async () => {
    dynamodb = await startDynamodb();
    await dynamodb.call('CreateTable', definition);
    for (const sk of [first, second]) {
      await dynamodb.call('PutItem', { TableName, Item: { ...keyOf(sk), group: { S: 'g' } } });
    }
  });
  afterEach(() => dynamodb.stop());

  const sortKeys = ({ Items }: Answer): string[] =>
    (Items as { sk: { S: string } }[]).map((item) => item.sk.S);

  it('keep their own places when their digests clash', async () => {
    const found = sortKeys(await dynamodb.call('Query', query));
    expect(new Set(found)).toEqual(new Set([first, second]));
    await dynamodb.call('DeleteItem', { TableName, Key: keyOf(first) });
    expect(sortKeys(await dynamodb.call('Query', query))).toEqual([second]);
  });

  it.each([true, false])(
    'are each met once when paged one by one (forward: %s)',
    async (ScanIndexForward) => {
      const found: string[] = [];
      let ExclusiveStartKey: unknown;
      do {
        const page = await dynamodb.call('Query', {
          ...query,
          ScanIndexForward,
          Limit: 1,
          ExclusiveStartKey,
        });
        found.push(...sortKeys(page));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      expect(found.sort()).toEqual([first, second].sort());
    },
  );
});
