import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ServiceError } from '../../../../local/servers/service-error.ts';
import { definition, keyOf, startDynamodb, type RunningDynamodb } from './direct-calls.ts';

const TableName = definition.TableName;
const tableArn = `arn:aws:dynamodb:us-east-1:000000000000:table/${TableName}`;
const keyArn = 'arn:aws:kms:us-east-1:000000000000:key/k1';

interface Demand {
  readonly action: string;
  readonly resource: string;
  readonly leadingKeys: unknown;
}

describe('what the embedded DynamoDB asks the access control', () => {
  let demands: Demand[];
  let forbidden: string | undefined;
  let dynamodb: RunningDynamodb;

  beforeEach(async () => {
    demands = [];
    forbidden = undefined;
    const access = {
      demand(_caller: string, action: string, resource: string, context: Record<string, unknown> = {}): void {
        demands.push({ action, resource, leadingKeys: context['dynamodb:LeadingKeys'] });
        if (action === forbidden) throw new ServiceError('AccessDeniedException', `${action} on ${resource}`);
      },
    };
    dynamodb = await startDynamodb({ surroundings: { access } });
    await dynamodb.call('CreateTable', definition);
    demands.length = 0;
  });
  afterEach(() => dynamodb.stop());

  it('names the action, the table and the partition key of each single call', async () => {
    await dynamodb.call('PutItem', { TableName, Item: keyOf('1', 'x') });
    await dynamodb.call('GetItem', { TableName, Key: keyOf('1', 'y') });
    expect(demands).toEqual([
      { action: 'dynamodb:PutItem', resource: tableArn, leadingKeys: ['x'] },
      { action: 'dynamodb:GetItem', resource: tableArn, leadingKeys: ['y'] },
    ]);
  });

  it('asks about the index, and its partition key, for a query on one', async () => {
    await dynamodb.call('Query', {
      TableName,
      IndexName: 'byGroup',
      KeyConditionExpression: '#g = :g',
      ExpressionAttributeNames: { '#g': 'group' },
      ExpressionAttributeValues: { ':g': { S: 'blue' } },
    });
    await dynamodb.call('Scan', { TableName, IndexName: 'byGroup' });
    expect(demands).toEqual([
      { action: 'dynamodb:Query', resource: `${tableArn}/index/byGroup`, leadingKeys: ['blue'] },
      { action: 'dynamodb:Scan', resource: `${tableArn}/index/byGroup`, leadingKeys: undefined },
    ]);
  });

  it('asks for each member of a transaction under its own action', async () => {
    await dynamodb.call('PutItem', { TableName, Item: keyOf('3') });
    demands.length = 0;
    const check = { ConditionExpression: 'attribute_exists(pk)' };
    const update = { UpdateExpression: 'SET v = :v', ExpressionAttributeValues: { ':v': { N: '1' } } };
    await dynamodb.call('TransactWriteItems', {
      TransactItems: [
        { Put: { TableName, Item: keyOf('1') } },
        { Update: { TableName, Key: keyOf('2'), ...update } },
        { ConditionCheck: { TableName, Key: keyOf('3'), ...check } },
        { Delete: { TableName, Key: keyOf('4') } },
      ],
    });
    await dynamodb.call('TransactGetItems', { TransactItems: [{ Get: { TableName, Key: keyOf('1') } }] });
    expect(demands.map(({ action }) => action)).toEqual([
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
    ]);
  });

  it('asks once for each table of a batch, with every partition key', async () => {
    const Keys = [keyOf('1', 'a'), keyOf('2', 'a'), keyOf('1', 'b')];
    await dynamodb.call('BatchGetItem', { RequestItems: { [TableName]: { Keys } } });
    const requests = Keys.map((Key) => ({ DeleteRequest: { Key } }));
    await dynamodb.call('BatchWriteItem', { RequestItems: { [TableName]: requests } });
    expect(demands).toEqual([
      { action: 'dynamodb:BatchGetItem', resource: tableArn, leadingKeys: ['a', 'b'] },
      { action: 'dynamodb:BatchWriteItem', resource: tableArn, leadingKeys: ['a', 'b'] },
    ]);
  });

  it('asks for the key of a table that a customer key encrypts', async () => {
    const SSESpecification = { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: keyArn };
    await dynamodb.call('CreateTable', { ...definition, TableName: 'sealed', SSESpecification });
    demands.length = 0;
    await dynamodb.call('PutItem', { TableName: 'sealed', Item: keyOf('1') });
    expect(demands.map(({ action, resource }) => [action, resource])).toEqual([
      ['dynamodb:PutItem', 'arn:aws:dynamodb:us-east-1:000000000000:table/sealed'],
      ['kms:Decrypt', keyArn],
    ]);
  });

  it('writes nothing, and bills nothing, for one forbidden member', async () => {
    forbidden = 'dynamodb:DeleteItem';
    const transaction = dynamodb.call('TransactWriteItems', {
      TransactItems: [{ Put: { TableName, Item: keyOf('1') } }, { Delete: { TableName, Key: keyOf('2') } }],
    });
    await expect(transaction).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect(dynamodb.surroundings.metered.size).toBe(0);
    expect(await dynamodb.call('GetItem', { TableName, Key: keyOf('1') })).toEqual({});
  });

  it('does not tell a forbidden caller whether a table exists', async () => {
    forbidden = 'dynamodb:GetItem';
    const get = dynamodb.call('GetItem', { TableName: 'no-such-table', Key: keyOf('1') });
    await expect(get).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});
