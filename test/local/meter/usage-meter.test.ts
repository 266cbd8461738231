import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eventUnits, sqsRequests } from '../../../local/meter/chunked-units.ts';
import { lambdaUnits } from '../../../local/meter/lambda-units.ts';
import type { BillableUnit } from '../../../local/meter/meter.ts';
import { readPriceList } from '../../../local/meter/price-list.ts';
import { createMeter, type UsageMeter } from '../../../local/meter/usage-meter.ts';

const prices = readPriceList();
const flowOf = (accessKeyId: string): string => accessKeyId.split('-')[0] ?? '';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meter-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function meterOn(database: DatabaseSync): UsageMeter {
  return createMeter({ database, prices, flowOf });
}

/** Ten accounts through the composite example, as two of its lines are tenths of a batch of ten. */
function tenAccounts(meter: UsageMeter): void {
  const record = (unit: BillableUnit, quantity: number) => {
    meter.record(unit, quantity, 'verify-account');
  };
  const batch = lambdaUnits({ memoryMb: 512, handlerMs: 300 });
  const api = lambdaUnits({ memoryMb: 512, handlerMs: 45 });
  for (let account = 0; account < 10; account++) {
    record('apiGateway.request', 1);
    record('lambda.request', api.requests);
    record('lambda.megabyteMillisecond', api.megabyteMilliseconds);
    record('dynamodb.writeUnit', 6);
    record('kms.hmacRequest', 1);
    record('events.event', eventUnits(2048));
    record('sqs.request', sqsRequests(2048));
    record('states.transition', 9);
    record('s3.putRequest', 1);
    record('logs.byte', 4096);
  }
  record('sqs.request', 2);
  record('lambda.request', batch.requests);
  record('lambda.megabyteMillisecond', batch.megabyteMilliseconds);
}

test('a thousand accounts on the composite path cost the exact sum of Z1 to Z10', () => {
  const meter = meterOn(new DatabaseSync(':memory:'));
  tenAccounts(meter);
  expect(meter.perThousand(10).toFixed()).toBe('0.2418573511328125');
  expect(meter.costs().total.div(10).toFixed()).toBe('0.0002418573511328125');
  meter.close();
});

test('use is booked to the flow of who caused it', () => {
  const meter = meterOn(new DatabaseSync(':memory:'));
  meter.record('sqs.request', 2, 'verify-role');
  meter.record('sqs.request', 3, 'verify-other');
  meter.record('sqs.request', 5, 'report-role');
  expect(meter.usage()).toEqual([
    { flow: 'report', unit: 'sqs.request', quantity: 5n },
    { flow: 'verify', unit: 'sqs.request', quantity: 5n },
  ]);
  expect(Object.entries(meter.byFlow()).map(([flow, usd]) => [flow, usd.toFixed()])).toEqual([
    ['report', '0.000002'],
    ['verify', '0.000002'],
  ]);
  meter.close();
});

test('counts go on after a restart', () => {
  const path = join(folder, 'state.sqlite');
  for (const expected of [7n, 14n]) {
    const database = new DatabaseSync(path);
    const meter = meterOn(database);
    meter.record('states.transition', 7, 'verify-role');
    expect(meter.usage()).toEqual([{ flow: 'verify', unit: 'states.transition', quantity: expected }]);
    meter.close();
    database.close();
  }
});

test('what was counted is on disk a fifth of a second later, without being asked', () => {
  vi.useFakeTimers();
  try {
    const path = join(folder, 'state.sqlite');
    const meter = meterOn(new DatabaseSync(path));
    meter.record('logs.byte', 4096, 'verify-role');
    vi.advanceTimersByTime(200);
    // A second connection sees only what was written, as the next process after a kill does.
    expect(meterOn(new DatabaseSync(path)).usage()).toEqual([
      { flow: 'verify', unit: 'logs.byte', quantity: 4096n },
    ]);
  } finally {
    vi.useRealTimers();
  }
});

test('sums beyond the whole numbers of a double stay exact', () => {
  const meter = meterOn(new DatabaseSync(':memory:'));
  meter.record('logs.byte', Number.MAX_SAFE_INTEGER, 'a');
  meter.close();
  meter.record('logs.byte', Number.MAX_SAFE_INTEGER, 'a');
  expect(meter.usage()).toEqual([
    { flow: 'a', unit: 'logs.byte', quantity: 2n * BigInt(Number.MAX_SAFE_INTEGER) },
  ]);
  meter.close();
});

test.each([0.5, -1, Number.NaN, 2 ** 53])(
  'a quantity of %s is refused by the name of its unit',
  (quantity) => {
    const meter = meterOn(new DatabaseSync(':memory:'));
    expect(() => {
      meter.record('sqs.request', quantity, 'a');
    }).toThrow('sqs.request');
  },
);

test('a cost per thousand of no accounts is refused', () => {
  const meter = meterOn(new DatabaseSync(':memory:'));
  expect(() => meter.perThousand(0)).toThrow('accounts must be at least 1');
});
