import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { definition, keyOf, startDynamodb, type RunningDynamodb } from './direct-calls.ts';

const TableName = definition.TableName;
const oneUnit = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 };

describe('what the embedded DynamoDB does not do', () => {
  let dynamodb: RunningDynamodb;
  beforeEach(async () => {
    dynamodb = await startDynamodb();
    await dynamodb.call('CreateTable', definition);
  });
  afterEach(() => dynamodb.stop());

  it.each([
    [
      'streams',
      { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } },
      'StreamSpecification',
    ],
    ['provisioned tables', { BillingMode: 'PROVISIONED', ProvisionedThroughput: oneUnit }, 'BillingMode'],
    ['local indexes', { LocalSecondaryIndexes: [] }, 'LocalSecondaryIndexes'],
    ['key aliases', { SSESpecification: { Enabled: true, KMSMasterKeyId: 'alias/mine' } }, 'alias/mine'],
  ])('refuses %s by name', async (_what, more, named) => {
    const create = dynamodb.call('CreateTable', { ...definition, TableName: 'other', ...more });
    await expect(create).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(named) as string,
    });
  });

  it('refuses to compare maps and lists, which dynalite would get wrong', async () => {
    const compare = dynamodb.call('PutItem', {
      TableName,
      Item: keyOf('1'),
      ConditionExpression: 'attribute_exists(pk) AND NOT address = :address',
      ExpressionAttributeValues: { ':address': { M: { city: { S: 'x' } } } },
    });
    await expect(compare).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('lists or maps with =') as string,
    });
  });

  it('names an operation it does not know', async () => {
    await expect(dynamodb.call('ExecuteStatement', {})).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('ExecuteStatement') as string,
    });
  });

  it('names the transaction member that is of no kind', async () => {
    const transaction = { TransactItems: [{ Put: { TableName, Item: keyOf('1') } }, { Upsert: {} }] };
    await expect(dynamodb.call('TransactWriteItems', transaction)).rejects.toMatchObject({
      message: expect.stringMatching(/TransactItems\[1\].*found Upsert/) as string,
    });
  });
});
