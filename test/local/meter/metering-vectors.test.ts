import { describe, expect, test } from 'vitest';
import { apiGatewayRequests, eventUnits, sqsRequests } from '../../../local/meter/chunked-units.ts';
import { lambdaUnits } from '../../../local/meter/lambda-units.ts';
import type { BillableUnit } from '../../../local/meter/meter.ts';
import { readPriceList } from '../../../local/meter/price-list.ts';
import { costUsd } from '../../../local/meter/unit-prices.ts';
import { halfReadUnits, writeUnits } from '../../../local/servers/dynamodb/capacity.ts';

const kb = 1024;
const prices = readPriceList();

type Counted = Partial<Record<BillableUnit, number>>;

/** What an invocation bills, on either architecture. */
function lambda(invocation: Parameters<typeof lambdaUnits>[0], isArm = true): Counted {
  const { requests, megabyteMilliseconds } = lambdaUnits(invocation);
  const duration = isArm ? 'lambda.megabyteMillisecond' : 'lambda.x86MegabyteMillisecond';
  return { 'lambda.request': requests, [duration]: megabyteMilliseconds };
}

const sum = (...numbers: number[]): number => numbers.reduce((left, right) => left + right, 0);

/** Name and call as in the worked examples; what we count, what must be counted, and the USD at the first tier. */
const vectors: [name: string, counted: Counted, units: Counted, usd: string][] = [
  [
    'L1: arm64, 512 MB, warm, 131.2 ms',
    lambda({ memoryMb: 512, handlerMs: 131.2 }),
    { 'lambda.request': 1, 'lambda.megabyteMillisecond': 67_584 },
    '0.0000010800044',
  ],
  [
    'L2: x86, 1536 MB, cold, 412.3 + 37.9 ms',
    lambda({ memoryMb: 1536, initMs: 412.3, handlerMs: 37.9 }, false),
    { 'lambda.request': 1, 'lambda.x86MegabyteMillisecond': 692_736 },
    '0.00001147502255',
  ],
  [
    'L3: arm64, 128 MB, 0.4 ms, event of 300 KB',
    lambda({ memoryMb: 128, handlerMs: 0.4, asynchronousEventBytes: 300 * kb }),
    { 'lambda.request': 2, 'lambda.megabyteMillisecond': 128 },
    '0.000000401666675',
  ],
  [
    'F1: seven states, one retried once',
    { 'states.transition': 7 + 1 },
    { 'states.transition': 8 },
    '0.0002',
  ],
  ['F2: an inline Map of two items', { 'states.transition': 1 + 2 }, { 'states.transition': 3 }, '0.000075'],
  [
    'D1: put of 1640 bytes',
    { 'dynamodb.writeUnit': writeUnits(1640) },
    { 'dynamodb.writeUnit': 2 },
    '0.00000125',
  ],
  [
    'D2: update to 3300 bytes, index key of 600 bytes changed',
    { 'dynamodb.writeUnit': sum(writeUnits(3300), writeUnits(600), writeUnits(600)) },
    { 'dynamodb.writeUnit': 6 },
    '0.00000375',
  ],
  [
    'D3, D4: transaction of 500, 1200 and 3000 bytes, also when canceled',
    { 'dynamodb.writeUnit': 2 * sum(writeUnits(500), writeUnits(1200), writeUnits(3000)) },
    { 'dynamodb.writeUnit': 12 },
    '0.0000075',
  ],
  [
    'D5: a condition that fails on no item',
    { 'dynamodb.writeUnit': writeUnits(900) },
    { 'dynamodb.writeUnit': 1 },
    '0.000000625',
  ],
  [
    'D6: batch of 500 bytes and 3.5 KB',
    { 'dynamodb.writeUnit': sum(writeUnits(500), writeUnits(3.5 * kb)) },
    { 'dynamodb.writeUnit': 5 },
    '0.000003125',
  ],
  [
    'D7: eventually consistent get of 3500 bytes',
    { 'dynamodb.halfReadUnit': halfReadUnits(3500, 'eventual') },
    { 'dynamodb.halfReadUnit': 1 },
    '0.0000000625',
  ],
  [
    'D8: strong query over 40.8 KB',
    { 'dynamodb.halfReadUnit': halfReadUnits(40.8 * kb, 'strong') },
    { 'dynamodb.halfReadUnit': 22 },
    '0.000001375',
  ],
  [
    'D9: batch get of 1.5 and 6.5 KB',
    {
      'dynamodb.halfReadUnit': sum(halfReadUnits(1.5 * kb, 'eventual'), halfReadUnits(6.5 * kb, 'eventual')),
    },
    { 'dynamodb.halfReadUnit': 3 },
    '0.0000001875',
  ],
  [
    'D10: transactional get of 8 KB',
    { 'dynamodb.halfReadUnit': halfReadUnits(8 * kb, 'transactional') },
    { 'dynamodb.halfReadUnit': 8 },
    '0.0000005',
  ],
  [
    'D11: get of a missing item',
    { 'dynamodb.halfReadUnit': halfReadUnits(0, 'eventual') },
    { 'dynamodb.halfReadUnit': 1 },
    '0.0000000625',
  ],
  ['D12: stream read by a trigger', {}, {}, '0'],
  ['O1: put of 4 KB', { 's3.putRequest': 1 }, { 's3.putRequest': 1 }, '0.000005'],
  [
    'O2: upload of 60 MB in parts of 8',
    { 's3.putRequest': 1 + Math.ceil(60 / 8) + 1 },
    { 's3.putRequest': 10 },
    '0.00005',
  ],
  ['O3: head and three ranges', { 's3.getRequest': 1 + 3 }, { 's3.getRequest': 4 }, '0.0000016'],
  ['Q1: send of 900 bytes', { 'sqs.request': sqsRequests(900) }, { 'sqs.request': 1 }, '0.0000004'],
  [
    'Q2: FIFO batch of ten times 7 KB',
    { 'sqs.fifoRequest': sqsRequests(70 * kb) },
    { 'sqs.fifoRequest': 2 },
    '0.000001',
  ],
  ['Q3: send of 1 MiB', { 'sqs.request': sqsRequests(kb * kb) }, { 'sqs.request': 16 }, '0.0000064'],
  [
    'Q4, Q5: send, receive and delete, of one or of ten',
    { 'sqs.request': sum(sqsRequests(900), sqsRequests(900), sqsRequests(0)) },
    { 'sqs.request': 3 },
    '0.0000012',
  ],
  ['E1: ten entries of 3 KB', { 'events.event': 10 * eventUnits(3 * kb) }, { 'events.event': 10 }, '0.00001'],
  ['E2: an entry of 200 KB', { 'events.event': eventUnits(200 * kb) }, { 'events.event': 4 }, '0.000004'],
  ['E3: a schedule fired once', { 'scheduler.invocation': 1 }, { 'scheduler.invocation': 1 }, '0.000001'],
  [
    'G1: a post of 6 KB',
    { 'apiGateway.request': apiGatewayRequests(6 * kb) },
    { 'apiGateway.request': 1 },
    '0.000001',
  ],
  [
    'G2: an answer of 1.2 MB',
    { 'apiGateway.request': apiGatewayRequests(1228.8 * kb) },
    { 'apiGateway.request': 3 },
    '0.000003',
  ],
  ['K1: a MAC', { 'kms.hmacRequest': 1 }, { 'kms.hmacRequest': 1 }, '0.000003'],
  [
    'K2, K3: a signature, whatever stands under it',
    { 'kms.asymmetricRequest': 1 },
    { 'kms.asymmetricRequest': 1 },
    '0.000015',
  ],
  [
    'K4: a thousand SSE-KMS puts without a bucket key',
    { 'kms.symmetricRequest': 1000 },
    { 'kms.symmetricRequest': 1000 },
    '0.003',
  ],
  ['C1: 2048 bytes of log', { 'logs.byte': 2048 }, { 'logs.byte': 2048 }, '0.00000095367431640625'],
];

describe('worked examples of how AWS counts', () => {
  test.each(vectors)('%s', (_name, counted, units, usd) => {
    expect(counted).toEqual(units);
    const usage = Object.entries(counted).map(([unit, quantity]) => ({
      unit: unit as BillableUnit,
      quantity: BigInt(quantity),
    }));
    expect(costUsd(usage, prices).toFixed()).toBe(usd);
  });
});
