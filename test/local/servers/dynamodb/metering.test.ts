import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../../../../local/servers/dynamodb/attribute-value.ts';
import { itemSize } from '../../../../local/servers/dynamodb/item-size.ts';
import { definition, keyOf, startDynamodb, type RunningDynamodb } from './direct-calls.ts';

const TableName = definition.TableName;

/** An item of exactly this many bytes. */
function sized(bytes: number, sk: string, more: Item = {}): Item {
  const item = { ...keyOf(sk), ...more, pad: { S: '' } };
  return { ...item, pad: { S: 'x'.repeat(bytes - itemSize(item)) } };
}

describe('the meter of DynamoDB, in units as AWS bills them', () => {
  let dynamodb: RunningDynamodb;
  beforeEach(async () => {
    dynamodb = await startDynamodb();
    await dynamodb.call('CreateTable', definition);
  });
  afterEach(() => dynamodb.stop());

  const put = (Item: Item): Promise<unknown> => dynamodb.call('PutItem', { TableName, Item });
  const writeUnits = () => dynamodb.surroundings.metered.get('dynamodb.writeUnit') ?? 0;
  const readUnits = () => (dynamodb.surroundings.metered.get('dynamodb.halfReadUnit') ?? 0) / 2;
  const measured = async (units: () => number, action: () => Promise<unknown>): Promise<number> => {
    const before = units();
    await action();
    return units() - before;
  };
  const cancelledBy = (call: Promise<unknown>, code: string) =>
    expect(call).rejects.toMatchObject({ name: code });

  it('D1: bills 2 for a put of 1,640 bytes', async () => {
    expect(await measured(writeUnits, () => put(sized(1640, '1')))).toBe(2);
  });

  it('D2: bills the larger size, and a delete and a put in an index whose key changes', async () => {
    const before = sized(2900, '1', { group: { S: 'a' }, share: { S: 's'.repeat(580) } });
    await put(before);
    const grow = {
      TableName,
      Key: keyOf('1'),
      UpdateExpression: 'SET #g = :g, more = :more',
      ExpressionAttributeNames: { '#g': 'group' },
      ExpressionAttributeValues: { ':g': { S: 'b' }, ':more': { S: 'm'.repeat(396) } },
    };
    expect(await measured(writeUnits, () => dynamodb.call('UpdateItem', grow))).toBe(6);
    const { Item: after } = await dynamodb.call('GetItem', { TableName, Key: keyOf('1') });
    expect(itemSize(after as Item)).toBe(3300);
  });

  const threePuts = (lastCondition: object) => ({
    TransactItems: [
      { Put: { TableName, Item: sized(500, '1') } },
      { Put: { TableName, Item: sized(1200, '2') } },
      { Put: { TableName, Item: sized(3000, '3'), ...lastCondition } },
    ],
  });

  it('D3: bills a transaction twice', async () => {
    expect(await measured(writeUnits, () => dynamodb.call('TransactWriteItems', threePuts({})))).toBe(12);
  });

  it('D4: bills a cancelled transaction all the same', async () => {
    const cancelled = threePuts({ ConditionExpression: 'attribute_exists(pk)' });
    const action = () =>
      cancelledBy(dynamodb.call('TransactWriteItems', cancelled), 'TransactionCanceledException');
    expect(await measured(writeUnits, action)).toBe(12);
  });

  it('D5: bills a failed condition', async () => {
    const failing = { TableName, Item: sized(900, '1'), ConditionExpression: 'attribute_exists(pk)' };
    const action = () => cancelledBy(dynamodb.call('PutItem', failing), 'ConditionalCheckFailedException');
    expect(await measured(writeUnits, action)).toBe(1);
  });

  it('D6: bills a batch as its single writes', async () => {
    const requests = [sized(500, '1'), sized(3584, '2')].map((Item) => ({ PutRequest: { Item } }));
    const action = () => dynamodb.call('BatchWriteItem', { RequestItems: { [TableName]: requests } });
    expect(await measured(writeUnits, action)).toBe(5);
  });

  it('D7: bills half a unit for an eventually consistent read of up to 4 KB', async () => {
    await put(sized(3500, '1'));
    const get = { TableName, Key: keyOf('1'), ProjectionExpression: 'sk' };
    expect(await measured(readUnits, () => dynamodb.call('GetItem', get))).toBe(0.5);
    const consistent = { ...get, ConsistentRead: true };
    expect(await measured(readUnits, () => dynamodb.call('GetItem', consistent))).toBe(1);
  });

  it('D8: bills a query by the bytes read before the filter, rounded once', async () => {
    // 40.8 KB in ten items.
    for (let n = 0; n < 10; n++) await put(sized(n === 9 ? 4177 : 4178, String(n)));
    const query = {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :p',
      FilterExpression: 'sk2 = :p',
      ExpressionAttributeValues: { ':p': { S: 'p' } },
      Select: 'COUNT',
    };
    expect(await measured(readUnits, () => dynamodb.call('Query', query))).toBe(11);
  });

  it('D9: bills each item of a batch read by itself', async () => {
    await put(sized(1536, '1'));
    await put(sized(6656, '2'));
    const RequestItems = { [TableName]: { Keys: [keyOf('1'), keyOf('2')] } };
    expect(await measured(readUnits, () => dynamodb.call('BatchGetItem', { RequestItems }))).toBe(1.5);
  });

  it('D10: bills a transactional read twice', async () => {
    await put(sized(8192, '1'));
    const get = { TransactItems: [{ Get: { TableName, Key: keyOf('1') } }] };
    expect(await measured(readUnits, () => dynamodb.call('TransactGetItems', get))).toBe(4);
  });

  it('D11: bills the read of a missing item', async () => {
    const get = { TableName, Key: keyOf('none') };
    expect(await measured(readUnits, () => dynamodb.call('GetItem', get))).toBe(0.5);
  });

  it('bills an index only when what it holds changes', async () => {
    const share = { S: 's' };
    const inGroup = { ...keyOf('1'), group: { S: 'a' }, share };
    expect(await measured(writeUnits, () => put(inGroup))).toBe(2);
    expect(await measured(writeUnits, () => put({ ...inGroup, note: { S: 'outside' } }))).toBe(1);
    expect(await measured(writeUnits, () => put({ ...inGroup, share: { S: 't' } }))).toBe(2);
    expect(await measured(writeUnits, () => put(keyOf('1')))).toBe(2);
    const gone = { TableName, Key: keyOf('1') };
    expect(await measured(writeUnits, () => dynamodb.call('DeleteItem', gone))).toBe(1);
    expect(await measured(writeUnits, () => dynamodb.call('DeleteItem', gone))).toBe(1);
  });

  it('bills reads instead of writes for a transaction repeated under its token', async () => {
    const once = { ...threePuts({}), ClientRequestToken: 'again' };
    await dynamodb.call('TransactWriteItems', once);
    const written = writeUnits();
    expect(await measured(readUnits, () => dynamodb.call('TransactWriteItems', once))).toBe(6);
    expect(writeUnits()).toBe(written);
  });
});
