import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { definition, keyOf, startDynamodb, type RunningDynamodb } from './direct-calls.ts';

const TableName = definition.TableName;
const TimeToLiveSpecification = { AttributeName: 'expiresAt', Enabled: true };
const minute = 60;
const hour = 60 * minute;

describe('time to live', () => {
  let dynamodb: RunningDynamodb;
  let start: number;
  beforeEach(async () => {
    dynamodb = await startDynamodb();
    start = Math.floor(dynamodb.surroundings.clock.now() / 1000);
    await dynamodb.call('CreateTable', definition);
  });
  afterEach(() => dynamodb.stop());

  const put = (sk: string, expiresAt: object): Promise<unknown> =>
    dynamodb.call('PutItem', { TableName, Item: { ...keyOf(sk), group: { S: 'g' }, expiresAt } });
  const enable = () => dynamodb.call('UpdateTimeToLive', { TableName, TimeToLiveSpecification });
  const advanceTo = (seconds: number) =>
    dynamodb.surroundings.clock.advanceTo(seconds * 1000, () => dynamodb.service.settled());
  const left = async (): Promise<unknown[]> => {
    const { Items } = await dynamodb.call('Scan', { TableName, IndexName: 'byGroup' });
    return (Items as { sk: { S: string } }[]).map((item) => item.sk.S).sort();
  };

  it('deletes what expired on the next full hour, from the index too and unbilled', async () => {
    await enable();
    await put('early', { N: String(start + minute) });
    await put('late', { N: String(start + 3 * hour) });
    const billed = dynamodb.surroundings.metered.get('dynamodb.writeUnit');
    await advanceTo(start + 2 * minute);
    expect(await left()).toEqual(['early', 'late']);
    await advanceTo(start + hour + minute);
    expect(await left()).toEqual(['late']);
    await advanceTo(start + 3 * hour + 1);
    expect(await left()).toEqual([]);
    expect(dynamodb.surroundings.metered.get('dynamodb.writeUnit')).toBe(billed);
  });

  it('covers the items that were there before it was switched on', async () => {
    await put('old', { N: String(start + minute) });
    await enable();
    await advanceTo(start + 2 * hour);
    expect(await left()).toEqual([]);
  });

  it('goes by the expiry an item has now', async () => {
    await enable();
    await put('postponed', { N: String(start + minute) });
    await put('postponed', { N: String(start + 10 * hour) });
    await put('dropped', { N: String(start + minute) });
    await put('dropped', { S: 'never' });
    await advanceTo(start + 2 * hour);
    expect(await left()).toEqual(['dropped', 'postponed']);
  });

  it('leaves text, and times more than five years past, alone', async () => {
    await enable();
    await put('text', { S: String(start + minute) });
    await put('mistake', { N: String(start - 6 * 365 * 24 * hour) });
    await put('expired', { N: String(start - hour) });
    await advanceTo(start + 2 * hour);
    expect(await left()).toEqual(['mistake', 'text']);
  });

  it('deletes nothing once it is switched off', async () => {
    await enable();
    await put('kept', { N: String(start + minute) });
    const disable = { AttributeName: 'expiresAt', Enabled: false };
    await dynamodb.call('UpdateTimeToLive', { TableName, TimeToLiveSpecification: disable });
    await advanceTo(start + 2 * hour);
    expect(await left()).toEqual(['kept']);
  });
});
