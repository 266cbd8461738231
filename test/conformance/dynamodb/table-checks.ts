import assert from 'node:assert/strict';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ListTablesCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Check } from '../check.ts';
import { eventually, refusal } from './expectations.ts';
import { scratchDefinition, scratchName, tableCheck } from './scratch-table.ts';

const describesWhatWasCreated = tableCheck(
  'describes a table with its keys, index, billing mode and encryption',
  async ({ TableName }, { dynamodb }) => {
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
    assert.equal(Table?.TableStatus, 'ACTIVE');
    assert.equal(Table.BillingModeSummary?.BillingMode, 'PAY_PER_REQUEST');
    assert.deepEqual(
      Table.KeySchema?.map((key) => key.AttributeName),
      ['pk', 'sk'],
    );
    assert.equal(Table.GlobalSecondaryIndexes?.[0]?.IndexName, 'byGroup');
    assert.equal(Table.SSEDescription?.SSEType, 'KMS');
    assert.match(Table.TableArn ?? '', new RegExp(`^arn:aws:dynamodb:[^:]+:\\d{12}:table/${TableName}$`));
  },
  { SSESpecification: { Enabled: true, SSEType: 'KMS' } },
);

const refusesASecondTable = tableCheck(
  'refuses a second table of the same name',
  async (table, { dynamodb }) => {
    await refusal(
      dynamodb.send(new CreateTableCommand(scratchDefinition(table.TableName))),
      'ResourceInUseException',
    );
  },
);

const namesAMissingTable: Check = {
  service: 'dynamodb',
  rule: 'says that a table does not exist',
  async run({ dynamodb }) {
    const missing = { TableName: scratchName() };
    await refusal(dynamodb.send(new DescribeTableCommand(missing)), 'ResourceNotFoundException');
    await refusal(
      dynamodb.send(new PutCommand({ ...missing, Item: { pk: 'a', sk: '1' } })),
      'ResourceNotFoundException',
    );
  },
};

const listsEveryTable = tableCheck('lists tables page by page', async ({ TableName }, { dynamodb }) => {
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await dynamodb.send(new ListTablesCommand({ Limit: 1, ExclusiveStartTableName: after }));
    names.push(...(page.TableNames ?? []));
    after = page.LastEvaluatedTableName;
  } while (after);
  assert.equal(names.filter((name) => name === TableName).length, 1);
});

async function setProtection(client: DynamoDBClient, TableName: string, on: boolean): Promise<void> {
  await client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: on }));
}

const protectsFromDeletion = tableCheck(
  'keeps a protected table until the protection is lifted',
  async ({ TableName }, { dynamodb }) => {
    try {
      await refusal(dynamodb.send(new DeleteTableCommand({ TableName })), 'ValidationException');
    } finally {
      await setProtection(dynamodb, TableName, false);
    }
    await eventually(async () => {
      const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }));
      assert.deepEqual([Table?.TableStatus, Table?.DeletionProtectionEnabled], ['ACTIVE', false]);
    });
  },
  { DeletionProtectionEnabled: true },
);

const setsTimeToLive = tableCheck('keeps the time-to-live setting', async ({ TableName }, { dynamodb }) => {
  const before = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName }));
  assert.equal(before.TimeToLiveDescription?.TimeToLiveStatus, 'DISABLED');
  const enable = { TableName, TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true } };
  await dynamodb.send(new UpdateTimeToLiveCommand(enable));
  const after = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName }));
  assert.match(after.TimeToLiveDescription?.TimeToLiveStatus ?? '', /^ENABL(ED|ING)$/);
  assert.equal(after.TimeToLiveDescription?.AttributeName, 'expiresAt');
  await refusal(dynamodb.send(new UpdateTimeToLiveCommand(enable)), 'ValidationException');
});

const setsRecovery = tableCheck(
  'keeps the point-in-time recovery setting',
  async ({ TableName }, { dynamodb }) => {
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
    await dynamodb.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }));
    const { ContinuousBackupsDescription } = await dynamodb.send(
      new DescribeContinuousBackupsCommand({ TableName }),
    );
    assert.equal(
      ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus,
      'ENABLED',
    );
  },
);

const fillsANewIndex = tableCheck(
  'fills an index that is added to a table with items',
  async ({ documents, TableName }, { dynamodb }) => {
    await documents.send(
      new PutCommand({ TableName, Item: { pk: 'a', sk: '1', owner: 'o1', note: 'left out' } }),
    );
    const KeySchema = [{ AttributeName: 'owner', KeyType: 'HASH' as const }];
    await dynamodb.send(
      new UpdateTableCommand({
        TableName,
        AttributeDefinitions: [{ AttributeName: 'owner', AttributeType: 'S' }],
        GlobalSecondaryIndexUpdates: [
          { Create: { IndexName: 'byOwner', KeySchema, Projection: { ProjectionType: 'KEYS_ONLY' } } },
        ],
      }),
    );
    const query = new QueryCommand({
      TableName,
      IndexName: 'byOwner',
      KeyConditionExpression: '#owner = :owner',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: { ':owner': 'o1' },
    });
    await eventually(async () => {
      const { Items } = await documents.send(query);
      assert.deepEqual(Items, [{ pk: 'a', sk: '1', owner: 'o1' }]);
    });
  },
);

export const tableChecks: readonly Check[] = [
  describesWhatWasCreated,
  refusesASecondTable,
  namesAMissingTable,
  listsEveryTable,
  protectsFromDeletion,
  setsTimeToLive,
  setsRecovery,
  fillsANewIndex,
];
