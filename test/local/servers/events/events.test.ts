import { beforeEach, expect, test } from 'vitest';
import { listPutEvents } from '../../../../local/servers/events/event-store.ts';
import { createEvents } from '../../../../local/servers/events/events.ts';
import { largestEntryBytes } from '../../../../local/servers/events/put-events.ts';
import type { JsonObject } from '../../../../local/servers/json-protocol.ts';
import { jsonCall } from '../../../support/json-call.ts';
import { recordedSurroundings, type RecordedSurroundings } from '../../../support/surroundings.ts';

const entry = { Source: 'kyc', DetailType: 'case.opened', Detail: '{"case":"c-1"}', EventBusName: 'kyc' };
let surroundings: RecordedSurroundings;
let call: (operation: string, input: JsonObject) => Promise<JsonObject>;

beforeEach(async () => {
  surroundings = recordedSurroundings();
  const events = createEvents(surroundings);
  call = (operation, input) => jsonCall(events, operation, input);
  await call('CreateEventBus', { Name: 'kyc' });
  surroundings.demanded.length = 0;
});

const detailOf = (bytes: number): string => JSON.stringify({ pad: 'x'.repeat(bytes) });

test('what is put can be read back in order, with the time it came', async () => {
  const Entries = [entry, { ...entry, EventBusName: 'default', Time: 1_700_000_000, Resources: ['r'] }];
  const before = surroundings.clock.now();
  expect(await call('PutEvents', { Entries })).toMatchObject({ FailedEntryCount: 0 });
  const [first, second] = listPutEvents(surroundings.database);
  expect(first).toMatchObject({ bus: 'kyc', source: 'kyc', detailType: 'case.opened', detail: entry.Detail });
  expect(first?.time).toBeGreaterThanOrEqual(before);
  expect(second).toMatchObject({ bus: 'default', time: 1_700_000_000_000, resources: ['r'] });
});

test('an entry that is not valid fails alone', async () => {
  const Entries = [
    { ...entry, Detail: '{' },
    entry,
    { Source: 'kyc', Detail: '{}' },
    { ...entry, DetailType: 'x'.repeat(129) },
  ];
  const answer = await call('PutEvents', { Entries });
  expect(answer.FailedEntryCount).toBe(3);
  expect(answer.Entries).toMatchObject([
    { ErrorCode: 'MalformedDetail' },
    { EventId: expect.any(String) as string },
    { ErrorCode: 'InvalidArgument' },
    { ErrorCode: 'InvalidArgument' },
  ]);
  expect(listPutEvents(surroundings.database)).toHaveLength(1);
});

test('a bus that does not exist is refused and nothing of the call is kept', async () => {
  await expect(
    call('PutEvents', { Entries: [entry, { ...entry, EventBusName: 'kcy' }] }),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  expect(listPutEvents(surroundings.database)).toEqual([]);
});

test('more than 1 MB in a call is refused, however it is spread', async () => {
  const half = { ...entry, Detail: detailOf(largestEntryBytes / 2) };
  await expect(call('PutEvents', { Entries: [half, half] })).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining('over the limit') as string,
  });
  expect(await call('PutEvents', { Entries: [half] })).toMatchObject({ FailedEntryCount: 0 });
});

test('more than ten entries in a call are refused', async () => {
  await expect(call('PutEvents', { Entries: Array(11).fill(entry) })).rejects.toMatchObject({
    name: 'ValidationException',
  });
});

test.each([
  ['E1: ten entries of 3 KB', Array.from({ length: 10 }, () => 3), 10],
  ['E2: one entry of 200 KB', [200], 4],
])('bills by 64 KB an entry (%s)', async (_case, kilobytes, units) => {
  const overhead = Buffer.byteLength(entry.Source + entry.DetailType + detailOf(0));
  const Entries = kilobytes.map((size) => ({ ...entry, Detail: detailOf(size * 1024 - overhead) }));
  await call('PutEvents', { Entries });
  expect([...surroundings.metered]).toEqual([['events.event', units]]);
});

test('access is asked for the bus of each entry, by name or by ARN', async () => {
  const arn = 'arn:aws:events:us-east-1:000000000000:event-bus/kyc';
  await call('PutEvents', { Entries: [entry, { ...entry, EventBusName: arn }] });
  expect(surroundings.demanded).toEqual(
    [1, 2].map(() => ({ accessKeyId: 'caller', action: 'events:PutEvents', resource: arn })),
  );
});

test('a bus is created once, described and deleted', async () => {
  await expect(call('CreateEventBus', { Name: 'kyc' })).rejects.toMatchObject({
    name: 'ResourceAlreadyExistsException',
  });
  expect(await call('DescribeEventBus', { Name: 'kyc' })).toMatchObject({ Name: 'kyc' });
  await call('DeleteEventBus', { Name: 'kyc' });
  await expect(call('DescribeEventBus', { Name: 'kyc' })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});
