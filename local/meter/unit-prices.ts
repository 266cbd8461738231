import type { BillableUnit } from './meter.ts';
import type { PriceList } from './price-list.ts';
import { Usd } from './usd.ts';

interface PricedUnit {
  readonly service: string;
  /** The row of the price list: always its first tier (`data/aws/README.md`). */
  readonly unit: string;
  /** How many base units make one unit of the price list; 1 when left out. */
  readonly baseUnits?: number;
}

/** Lambda megabytes are 1,024 to the gigabyte, its milliseconds 1,000 to the second. */
const megabyteMillisecondsPerGigabyteSecond = 1024 * 1000;

const pricedUnits: Readonly<Record<BillableUnit, PricedUnit>> = {
  'apiGateway.request': { service: 'API Gateway', unit: 'request (HTTP API, first 300 million a month)' },
  'dynamodb.writeUnit': { service: 'DynamoDB', unit: 'write request unit' },
  'dynamodb.halfReadUnit': { service: 'DynamoDB', unit: 'read request unit', baseUnits: 2 },
  'events.event': { service: 'EventBridge', unit: 'event (Classic bus, custom events published)' },
  'kms.symmetricRequest': { service: 'KMS', unit: 'request (symmetric)' },
  'kms.hmacRequest': { service: 'KMS', unit: 'request (HMAC: GenerateMac, VerifyMac)' },
  'kms.asymmetricRequest': {
    service: 'KMS',
    unit: 'request (asymmetric, except RSA_2048: ECC, other RSA)',
  },
  'lambda.request': { service: 'Lambda', unit: 'request (x86 and arm64)' },
  'lambda.megabyteMillisecond': {
    service: 'Lambda',
    unit: 'GB-second (arm64, first 7.5 billion a month)',
    baseUnits: megabyteMillisecondsPerGigabyteSecond,
  },
  'lambda.x86MegabyteMillisecond': {
    service: 'Lambda',
    unit: 'GB-second (x86, first 6 billion a month)',
    baseUnits: megabyteMillisecondsPerGigabyteSecond,
  },
  'logs.byte': {
    service: 'CloudWatch',
    unit: 'GB ingested (Logs, Standard class)',
    baseUnits: 1024 ** 3,
  },
  's3.putRequest': { service: 'S3', unit: 'PUT, COPY, POST or LIST request (Standard)' },
  's3.getRequest': { service: 'S3', unit: 'GET, HEAD and all other requests (Standard)' },
  'scheduler.invocation': { service: 'EventBridge Scheduler', unit: 'invocation' },
  'secrets.request': { service: 'Secrets Manager', unit: 'request' },
  'sqs.fifoRequest': { service: 'SQS', unit: 'request (FIFO, first 100 billion a month)' },
  'sqs.request': { service: 'SQS', unit: 'request (standard, first 100 billion a month)' },
  'states.transition': { service: 'Step Functions', unit: 'state transition (Standard)' },
};

export interface Usage {
  readonly unit: BillableUnit;
  readonly quantity: bigint;
}

/** Exact list price of what was used, free tiers ignored, unrounded. */
export function costUsd(usage: readonly Usage[], prices: PriceList): Usd {
  return usage.reduce((total, { unit, quantity }) => {
    const { service, unit: row, baseUnits = 1 } = pricedUnits[unit];
    return total.plus(prices.usdEach(service, row).times(quantity).div(baseUnits));
  }, new Usd(0));
}
