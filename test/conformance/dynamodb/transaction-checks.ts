import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Check } from '../check.ts';
import { eventually, refusal } from './expectations.ts';
import { tableCheck, type ScratchTable } from './scratch-table.ts';

type Members = NonNullable<TransactWriteCommandInput['TransactItems']>;

const absent = 'attribute_not_exists(pk)';

async function transact({ documents }: ScratchTable, TransactItems: Members, token?: string): Promise<void> {
  await documents.send(
    new TransactWriteCommand({ TransactItems, ...(token ? { ClientRequestToken: token } : {}) }),
  );
}

async function read(
  { documents, TableName }: ScratchTable,
  sk: string,
): Promise<Record<string, unknown> | undefined> {
  const { Item } = await documents.send(
    new GetCommand({ TableName, Key: { pk: 'tx', sk }, ConsistentRead: true }),
  );
  return Item;
}

async function seed({ documents, TableName }: ScratchTable, sk: string, n: number): Promise<void> {
  await documents.send(new PutCommand({ TableName, Item: { pk: 'tx', sk, n } }));
}

const doesAllFour = tableCheck('puts, updates, deletes and checks in one transaction', async (table) => {
  const { TableName } = table;
  await seed(table, 'checked', 1);
  await seed(table, 'gone', 1);
  const Key = (sk: string) => ({ pk: 'tx', sk });
  await transact(table, [
    { Put: { TableName, Item: { ...Key('put'), n: 1 }, ConditionExpression: absent } },
    {
      Update: {
        TableName,
        Key: Key('up'),
        UpdateExpression: 'SET n = :n',
        ExpressionAttributeValues: { ':n': 2 },
      },
    },
    { Delete: { TableName, Key: Key('gone') } },
    {
      ConditionCheck: {
        TableName,
        Key: Key('checked'),
        ConditionExpression: 'n = :n',
        ExpressionAttributeValues: { ':n': 1 },
      },
    },
  ]);
  const all = await Promise.all(['put', 'up', 'gone', 'checked'].map((sk) => read(table, sk)));
  assert.deepEqual(
    all.map((item) => item?.n),
    [1, 2, undefined, 1],
  );
});

const doesNothingWhenCancelled = tableCheck(
  'does nothing when a condition fails, and gives a reason for each member',
  async (table) => {
    const { documents, TableName } = table;
    await seed(table, 'there', 1);
    const check = {
      TableName,
      Key: { pk: 'tx', sk: 'there' },
      ConditionExpression: 'n = :n',
      ExpressionAttributeValues: { ':n': 99 },
    };
    const error = await refusal(
      transact(table, [
        { Put: { TableName, Item: { pk: 'tx', sk: 'new', group: 'g', rank: 1 } } },
        { ConditionCheck: { ...check, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
        { Put: { TableName, Item: { pk: 'tx', sk: 'third' } } },
      ]),
      'TransactionCanceledException',
    );
    const reasons = error.CancellationReasons as { Code: string; Item?: unknown }[];
    assert.deepEqual(
      reasons.map((reason) => reason.Code),
      ['None', 'ConditionalCheckFailed', 'None'],
    );
    assert.deepEqual(reasons[1]?.Item, { pk: { S: 'tx' }, sk: { S: 'there' }, n: { N: '1' } });
    assert.equal(await read(table, 'new'), undefined);
    const indexed = await documents.send(
      new QueryCommand({
        TableName,
        IndexName: 'byGroup',
        KeyConditionExpression: '#g = :g',
        ExpressionAttributeNames: { '#g': 'group' },
        ExpressionAttributeValues: { ':g': 'g' },
      }),
    );
    assert.equal(indexed.Count, 0);
  },
);

const namesAMemberThatDoesNotFit = tableCheck(
  'cancels when an update does not fit its item',
  async (table) => {
    const { documents, TableName } = table;
    await documents.send(new PutCommand({ TableName, Item: { pk: 'tx', sk: 'text', n: 'not a number' } }));
    const error = await refusal(
      transact(table, [
        { Put: { TableName, Item: { pk: 'tx', sk: 'new' } } },
        {
          Update: {
            TableName,
            Key: { pk: 'tx', sk: 'text' },
            UpdateExpression: 'ADD n :one',
            ExpressionAttributeValues: { ':one': 1 },
          },
        },
      ]),
      'TransactionCanceledException',
    );
    const codes = (error.CancellationReasons as { Code: string }[]).map((reason) => reason.Code);
    assert.deepEqual(codes, ['None', 'ValidationError']);
    assert.equal(await read(table, 'new'), undefined);
  },
);

const repeatsNothing = tableCheck(
  'does a transaction once when it is sent again with its token',
  async (table) => {
    const { TableName } = table;
    const token = randomUUID();
    const create: Members = [
      { Put: { TableName, Item: { pk: 'tx', sk: 'once' }, ConditionExpression: absent } },
    ];
    await transact(table, create, token);
    await transact(table, create, token);
    const other: Members = [{ Put: { TableName, Item: { pk: 'tx', sk: 'other' } } }];
    await refusal(transact(table, other, token), 'IdempotentParameterMismatchException');
    await refusal(transact(table, create, randomUUID()), 'TransactionCanceledException');
  },
);

const refusesBadTransactions = tableCheck(
  'refuses two members on one item, none, and more than a hundred',
  async (table) => {
    const { TableName } = table;
    const put = (sk: string) => ({ Put: { TableName, Item: { pk: 'tx', sk } } });
    await refusal(
      transact(table, [put('1'), { Delete: { TableName, Key: { pk: 'tx', sk: '1' } } }]),
      'ValidationException',
    );
    await refusal(transact(table, []), 'ValidationException');
    await refusal(
      transact(
        table,
        Array.from({ length: 101 }, (_, n) => put(String(n))),
      ),
      'ValidationException',
    );
  },
);

const takesAHundred = tableCheck('takes a hundred members, and their index entries', async (table) => {
  const { documents, TableName } = table;
  await transact(
    table,
    Array.from({ length: 100 }, (_, n) => ({
      Put: { TableName, Item: { pk: 'tx', sk: String(n), group: 'hundred', rank: n } },
    })),
  );
  const query = new QueryCommand({
    TableName,
    IndexName: 'byGroup',
    Select: 'COUNT',
    KeyConditionExpression: '#g = :g',
    ExpressionAttributeNames: { '#g': 'group' },
    ExpressionAttributeValues: { ':g': 'hundred' },
  });
  await eventually(async () => {
    assert.equal((await documents.send(query)).Count, 100);
  });
});

const readsTogether = tableCheck('reads several items as one, missing ones as nothing', async (table) => {
  const { documents, TableName } = table;
  await seed(table, '1', 7);
  const get = (sk: string) => ({ Get: { TableName, Key: { pk: 'tx', sk }, ProjectionExpression: 'n' } });
  const { Responses } = await documents.send(
    new TransactGetCommand({ TransactItems: [get('1'), get('none')] }),
  );
  assert.deepEqual(
    Responses?.map((response) => response.Item),
    [{ n: 7 }, undefined],
  );
});

export const transactionChecks: readonly Check[] = [
  doesAllFour,
  doesNothingWhenCancelled,
  namesAMemberThatDoesNotFit,
  repeatsNothing,
  refusesBadTransactions,
  takesAHundred,
  readsTogether,
];
