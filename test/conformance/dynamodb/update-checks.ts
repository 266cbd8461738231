import assert from 'node:assert/strict';
import { GetCommand, PutCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Check } from '../check.ts';
import { refusal } from './expectations.ts';
import { tableCheck, type ScratchTable } from './scratch-table.ts';

const Key = { pk: 'a', sk: '1' };

async function update(
  { documents, TableName }: ScratchTable,
  input: Pick<UpdateCommandInput, 'UpdateExpression' | 'ExpressionAttributeValues' | 'ReturnValues'>,
): Promise<Record<string, unknown> | undefined> {
  const { Attributes } = await documents.send(new UpdateCommand({ TableName, Key, ...input }));
  return Attributes;
}

const appliesAllSections = tableCheck('applies SET, ADD, REMOVE and DELETE together', async (table) => {
  const { documents, TableName } = table;
  const nested = { l: [1, '2', 3], people: new Set(['q', 'r']) };
  await documents.send(new PutCommand({ TableName, Item: { ...Key, n: 1, nested } }));
  const attributes = await update(table, {
    UpdateExpression:
      'SET phase = if_not_exists(phase, :p), nested.z = :z, journal = list_append(if_not_exists(journal, :e), :l), m = n + :one ' +
      'ADD visits :one, tags :t REMOVE nested.l[0] DELETE nested.people :q',
    ExpressionAttributeValues: {
      ':p': 'new',
      ':z': { deep: true },
      ':l': ['entry'],
      ':e': [],
      ':one': 1,
      ':t': new Set(['t1']),
      ':q': new Set(['q']),
    },
    ReturnValues: 'ALL_NEW',
  });
  assert.deepEqual(attributes, {
    ...Key,
    n: 1,
    m: 2,
    visits: 1,
    phase: 'new',
    journal: ['entry'],
    tags: new Set(['t1']),
    nested: { l: ['2', 3], people: new Set(['r']), z: { deep: true } },
  });
});

const countsPositionsBefore = tableCheck(
  'takes list positions as they were before the update',
  async (table) => {
    const { documents, TableName } = table;
    await documents.send(new PutCommand({ TableName, Item: { ...Key, l: ['a', 'b', 'c', 'd'] } }));
    const attributes = await update(table, {
      UpdateExpression: 'REMOVE l[0], l[2] SET l[3] = :v',
      ExpressionAttributeValues: { ':v': 'D' },
      ReturnValues: 'ALL_NEW',
    });
    assert.deepEqual(attributes?.l, ['b', 'D']);
  },
);

const createsWhatIsMissing = tableCheck(
  'creates an item that is not there, and returns what was updated',
  async (table) => {
    const add = { UpdateExpression: 'ADD v :five', ExpressionAttributeValues: { ':five': 5 } };
    assert.deepEqual(await update(table, { ...add, ReturnValues: 'UPDATED_NEW' }), { v: 5 });
    assert.deepEqual(await update(table, { ...add, ReturnValues: 'UPDATED_OLD' }), { v: 5 });
    const { documents, TableName } = table;
    const { Item } = await documents.send(new GetCommand({ TableName, Key }));
    assert.deepEqual(Item, { ...Key, v: 10 });
  },
);

const losesNoIncrement = tableCheck('loses none of 100 increments made at once', async (table) => {
  const increment = { UpdateExpression: 'ADD c :one', ExpressionAttributeValues: { ':one': 1 } };
  await Promise.all(Array.from({ length: 100 }, () => update(table, increment)));
  const { documents, TableName } = table;
  const { Item } = await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  assert.equal(Item?.c, 100);
});

const refusesBadUpdates = tableCheck(
  'refuses reserved words, unused values, key changes, missing operands and wrong types',
  async (table) => {
    const { documents, TableName } = table;
    await documents.send(new PutCommand({ TableName, Item: { ...Key, text: 'x' } }));
    const bad = async (
      UpdateExpression: string,
      ExpressionAttributeValues: Record<string, unknown>,
    ): Promise<void> => {
      await refusal(update(table, { UpdateExpression, ExpressionAttributeValues }), 'ValidationException');
    };
    await bad('SET status = :s', { ':s': 1 });
    await bad('SET foo = :s', { ':s': 1, ':unused': 2 });
    await bad('SET pk = :s', { ':s': 'b' });
    await bad('SET foo = absent + :s', { ':s': 1 });
    await bad('ADD #t :s', { ':s': 1 });
    await bad('SET foo.bar = :s', { ':s': 1 });
  },
);

export const updateChecks: readonly Check[] = [
  appliesAllSections,
  countsPositionsBefore,
  createsWhatIsMissing,
  losesNoIncrement,
  refusesBadUpdates,
];
