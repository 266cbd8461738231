import assert from 'node:assert/strict';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Check } from '../check.ts';
import { refusal } from './expectations.ts';
import { tableCheck } from './scratch-table.ts';

const key = { pk: 'a', sk: '1' };

const keepsValues = tableCheck(
  'gives back every type of value as it was put',
  async ({ documents, TableName }) => {
    const Item = {
      ...key,
      text: 'Ünïcode 名',
      number: -1.5,
      flag: false,
      nothing: null,
      empty: '',
      list: [1, '2', { deep: true }],
      map: { inner: { leaf: 'x' } },
      names: new Set(['q', 'r']),
      numbers: new Set([1, 2]),
      bytes: Uint8Array.from([0, 255]),
    };
    await documents.send(new PutCommand({ TableName, Item }));
    const read = await documents.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }));
    assert.deepEqual(read.Item, Item);
  },
);

const keepsDigits = tableCheck('keeps 38 digits of a number', async ({ TableName }, { dynamodb }) => {
  const digits = '12345678901234567890123456789012345678';
  const Key = { pk: { S: 'a' }, sk: { S: '1' } };
  await dynamodb.send(new PutItemCommand({ TableName, Item: { ...Key, amount: { N: digits } } }));
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key }));
  assert.equal(Item?.amount?.N, digits);
  await refusal(
    dynamodb.send(new PutItemCommand({ TableName, Item: { ...Key, amount: { N: `${digits}9` } } })),
    'ValidationException',
  );
});

const createsOnce = tableCheck(
  'creates an item once under attribute_not_exists',
  async ({ documents, TableName }) => {
    const create = {
      TableName,
      Item: { ...key, version: 1 },
      ConditionExpression: 'attribute_not_exists(pk)',
    };
    await documents.send(new PutCommand(create));
    const silent = await refusal(documents.send(new PutCommand(create)), 'ConditionalCheckFailedException');
    assert.equal(silent.Item, undefined);
  },
);

const showsTheItemInTheWay = tableCheck(
  'shows the item that made a condition fail, for puts, updates and deletes',
  async ({ documents, TableName }) => {
    await documents.send(new PutCommand({ TableName, Item: { ...key, version: 1 } }));
    const asking = { TableName, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
    const absent = { ...asking, ConditionExpression: 'attribute_not_exists(pk)' };
    for (const call of [
      documents.send(new PutCommand({ ...absent, Item: { ...key, version: 2 } })),
      documents.send(new DeleteCommand({ ...absent, Key: key })),
      documents.send(
        new UpdateCommand({
          ...absent,
          Key: key,
          UpdateExpression: 'SET version = :v',
          ExpressionAttributeValues: { ':v': 2 },
        }),
      ),
    ]) {
      const error = await refusal(call, 'ConditionalCheckFailedException');
      assert.deepEqual(error.Item, { pk: { S: 'a' }, sk: { S: '1' }, version: { N: '1' } });
    }
  },
);

const judgesConditions = tableCheck(
  'judges comparisons, functions and their combinations',
  async ({ documents, TableName }) => {
    const Item = { ...key, n: 5, label: 'screened', tags: new Set(['x']), steps: [1, 2] };
    await documents.send(new PutCommand({ TableName, Item }));
    const put = async (
      ConditionExpression: string,
      ExpressionAttributeValues: Record<string, unknown>,
    ): Promise<void> => {
      await documents.send(
        new PutCommand({ TableName, Item, ConditionExpression, ExpressionAttributeValues }),
      );
    };
    await put('n BETWEEN :a AND :b AND begins_with(label, :s)', { ':a': 1, ':b': 5, ':s': 'scr' });
    await put('size(steps) = :two AND (n IN (:a, :two) OR NOT n < :two)', { ':a': 9, ':two': 2 });
    await put('contains(tags, :t) AND attribute_type(n, :n) AND absent <> :t', { ':t': 'x', ':n': 'N' });
    await refusal(put('n > :n', { ':n': 5 }), 'ConditionalCheckFailedException');
    await refusal(put('absent = :n', { ':n': 5 }), 'ConditionalCheckFailedException');
  },
);

const deletes = tableCheck(
  'deletes an item, giving it back when asked, and a missing one too',
  async ({ documents, TableName }) => {
    await documents.send(new PutCommand({ TableName, Item: { ...key, version: 1 } }));
    const first = await documents.send(new DeleteCommand({ TableName, Key: key, ReturnValues: 'ALL_OLD' }));
    assert.equal(first.Attributes?.version, 1);
    const second = await documents.send(new DeleteCommand({ TableName, Key: key, ReturnValues: 'ALL_OLD' }));
    assert.equal(second.Attributes, undefined);
    const read = await documents.send(new GetCommand({ TableName, Key: key }));
    assert.equal(read.Item, undefined);
  },
);

const refusesBadKeys = tableCheck(
  'refuses empty, missing and mistyped keys',
  async ({ documents, TableName }) => {
    for (const Item of [
      { pk: '', sk: '1' },
      { pk: 'a' },
      { pk: 1, sk: '1' },
      { pk: 'a', sk: '1', group: 7 },
    ]) {
      await refusal(documents.send(new PutCommand({ TableName, Item })), 'ValidationException');
    }
  },
);

const refusesLargeItems = tableCheck(
  'refuses an item above 400 KB, counted in UTF-8',
  async ({ documents, TableName }) => {
    const put = (text: string): Promise<unknown> =>
      documents.send(new PutCommand({ TableName, Item: { ...key, text } }));
    await put('x'.repeat(390 * 1024));
    await refusal(put('x'.repeat(410 * 1024)), 'ValidationException');
    await refusal(put('é'.repeat(210 * 1024)), 'ValidationException');
  },
);

const reportsCapacity = tableCheck(
  'reports consumed capacity with the index share',
  async ({ documents, TableName }) => {
    const put = new PutCommand({
      TableName,
      Item: { ...key, group: 'g', rank: 1 },
      ReturnConsumedCapacity: 'INDEXES',
    });
    const { ConsumedCapacity } = await documents.send(put);
    assert.equal(ConsumedCapacity?.CapacityUnits, 2);
    assert.equal(ConsumedCapacity.Table?.CapacityUnits, 1);
    assert.equal(ConsumedCapacity.GlobalSecondaryIndexes?.byGroup?.CapacityUnits, 1);
  },
);

const readsPaths = tableCheck('reads only the paths a projection names', async ({ documents, TableName }) => {
  await documents.send(
    new PutCommand({ TableName, Item: { ...key, n: 1, nested: { l: [1, '2'], other: 3 } } }),
  );
  const { Item } = await documents.send(
    new GetCommand({
      TableName,
      Key: key,
      ProjectionExpression: '#n, nested.l[1]',
      ExpressionAttributeNames: { '#n': 'n' },
    }),
  );
  assert.deepEqual(Item, { n: 1, nested: { l: ['2'] } });
});

export const writeChecks: readonly Check[] = [
  keepsValues,
  keepsDigits,
  createsOnce,
  showsTheItemInTheWay,
  judgesConditions,
  deletes,
  refusesBadKeys,
  refusesLargeItems,
  reportsCapacity,
  readsPaths,
];
