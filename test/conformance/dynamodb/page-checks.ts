import assert from 'node:assert/strict';
import {
  BatchGetCommand,
  BatchWriteCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Check } from '../check.ts';
import { eventually, refusal } from './expectations.ts';
import { tableCheck, type ScratchTable } from './scratch-table.ts';

type Question = Omit<QueryCommandInput, 'TableName'>;

async function pages(
  { documents, TableName }: ScratchTable,
  question: Question,
): Promise<Record<string, unknown>[][]> {
  const all: Record<string, unknown>[][] = [];
  let from: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await documents.send(new QueryCommand({ TableName, ...question, ExclusiveStartKey: from }));
    all.push(page.Items ?? []);
    from = page.LastEvaluatedKey;
  } while (from);
  return all;
}

/** 25 items `b/000` to `b/024` in the group `bb`, ranked by their number. */
async function fill({ documents, TableName }: ScratchTable): Promise<void> {
  const { UnprocessedItems } = await documents.send(
    new BatchWriteCommand({
      RequestItems: {
        [TableName]: Array.from({ length: 25 }, (_, n) => ({
          PutRequest: { Item: { pk: 'b', sk: String(n).padStart(3, '0'), n, group: 'bb', rank: n - 10 } },
        })),
      },
    }),
  );
  assert.deepEqual(UnprocessedItems ?? {}, {});
}

const inGroup = (group: string): Question => ({
  IndexName: 'byGroup',
  KeyConditionExpression: '#g = :g',
  ExpressionAttributeNames: { '#g': 'group' },
  ExpressionAttributeValues: { ':g': group },
});

const filtersPages = tableCheck(
  'pages backwards through a key range, filtering after the limit',
  async (table) => {
    await fill(table);
    const found = await pages(table, {
      KeyConditionExpression: 'pk = :p AND begins_with(sk, :s)',
      FilterExpression: 'n >= :m AND attribute_type(n, :t)',
      ExpressionAttributeValues: { ':p': 'b', ':s': '0', ':m': 5, ':t': 'N' },
      Limit: 7,
      ScanIndexForward: false,
    });
    const numbers = found.flat().map((item) => item.n);
    assert.deepEqual(
      numbers,
      Array.from({ length: 20 }, (_, n) => 24 - n),
    );
    assert.ok(found.length >= 4, `25 items in pages of 7, found ${found.length} pages`);
  },
);

const pagesThroughAnIndex = tableCheck(
  'pages through an index in the order of its numbers, both ways',
  async (table) => {
    await fill(table);
    const between: Question = {
      ...inGroup('bb'),
      KeyConditionExpression: '#g = :g AND #r BETWEEN :a AND :b',
      ExpressionAttributeNames: { '#g': 'group', '#r': 'rank' },
      ExpressionAttributeValues: { ':g': 'bb', ':a': -7, ':b': 2 },
      Limit: 4,
    };
    const expected = [-7, -6, -5, -4, -3, -2, -1, 0, 1, 2];
    await eventually(async () => {
      const forward = await pages(table, between);
      assert.deepEqual(
        forward.flat().map((item) => item.rank),
        expected,
      );
    });
    const backward = await pages(table, { ...between, ScanIndexForward: false });
    assert.deepEqual(
      backward.flat().map((item) => item.rank),
      expected.toReversed(),
    );
  },
);

const followsTheItem = tableCheck(
  'moves an item within an index, and leaves out items without its keys',
  async (table) => {
    const { documents, TableName } = table;
    await fill(table);
    await documents.send(new PutCommand({ TableName, Item: { pk: 'b', sk: 'unranked', group: 'moved' } }));
    await documents.send(
      new UpdateCommand({
        TableName,
        Key: { pk: 'b', sk: '003' },
        UpdateExpression: 'SET #g = :g',
        ExpressionAttributeNames: { '#g': 'group' },
        ExpressionAttributeValues: { ':g': 'moved' },
      }),
    );
    await eventually(async () => {
      const moved = (await pages(table, inGroup('moved'))).flat();
      assert.deepEqual(
        moved.map((item) => item.sk),
        ['003'],
      );
      assert.equal((await pages(table, inGroup('bb'))).flat().length, 24);
    });
  },
);

const scansSegments = tableCheck('scans segments that together hold each item once', async (table) => {
  const { documents, TableName } = table;
  await fill(table);
  await Promise.all(
    ['p', 'q', 'r', 's', 't'].map((pk) =>
      documents.send(new PutCommand({ TableName, Item: { pk, sk: '1' } })),
    ),
  );
  const segments = await Promise.all(
    [0, 1, 2].map((Segment) => documents.send(new ScanCommand({ TableName, Segment, TotalSegments: 3 }))),
  );
  const keys = segments
    .flatMap((page) => page.Items ?? [])
    .map((item) => `${String(item.pk)}/${String(item.sk)}`);
  assert.equal(keys.length, 30);
  assert.equal(new Set(keys).size, 30);
  const counted = await documents.send(new ScanCommand({ TableName, Select: 'COUNT' }));
  assert.deepEqual([counted.Count, counted.Items], [30, undefined]);
});

const endsPagesAtAMegabyte = tableCheck('ends a page at a megabyte and goes on after it', async (table) => {
  const { documents, TableName } = table;
  const text = 'x'.repeat(390 * 1024);
  for (const sk of ['0', '1', '2', '3']) {
    await documents.send(new PutCommand({ TableName, Item: { pk: 'big', sk, text } }));
  }
  const found = await pages(table, {
    KeyConditionExpression: 'pk = :p',
    ExpressionAttributeValues: { ':p': 'big' },
    ProjectionExpression: 'sk',
  });
  assert.ok(found.length > 1, 'four items of 390 KB came in one page');
  assert.deepEqual(
    found.flat().map((item) => item.sk),
    ['0', '1', '2', '3'],
  );
});

const readsBatches = tableCheck('writes and reads batches, and refuses a key named twice', async (table) => {
  const { documents, TableName } = table;
  await fill(table);
  await documents.send(
    new BatchWriteCommand({
      RequestItems: { [TableName]: [{ DeleteRequest: { Key: { pk: 'b', sk: '001' } } }] },
    }),
  );
  const Keys = ['001', '002', '003'].map((sk) => ({ pk: 'b', sk }));
  const { Responses } = await documents.send(
    new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }),
  );
  const found = (Responses?.[TableName] ?? []).map((item) => String(item.sk));
  assert.deepEqual(found.sort(), ['002', '003']);
  const twice = [1, 2].map((n) => ({ PutRequest: { Item: { pk: 'b', sk: '1', n } } }));
  await refusal(
    documents.send(new BatchWriteCommand({ RequestItems: { [TableName]: twice } })),
    'ValidationException',
  );
});

const refusesBadQueries = tableCheck(
  'refuses a query without its partition key, on no index, or consistent on one',
  async (table) => {
    const bad: Question[] = [
      { KeyConditionExpression: 'sk = :s', ExpressionAttributeValues: { ':s': '1' } },
      { ...inGroup('bb'), IndexName: 'noSuchIndex' },
      { ...inGroup('bb'), ConsistentRead: true },
    ];
    for (const question of bad) await refusal(pages(table, question), 'ValidationException');
  },
);

export const pageChecks: readonly Check[] = [
  filtersPages,
  pagesThroughAnIndex,
  followsTheItem,
  scansSegments,
  endsPagesAtAMegabyte,
  readsBatches,
  refusesBadQueries,
];
