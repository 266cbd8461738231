/**
 * What AWS bills, in base units that stay whole numbers (`data/aws/metering.md`). The meter turns them into the
 * units of the price list and into money only at the end.
 */
export type BillableUnit =
  | 'apiGateway.request'
  | 'dynamodb.writeUnit'
  | 'dynamodb.halfReadUnit'
  | 'events.event'
  | 'kms.symmetricRequest'
  | 'kms.hmacRequest'
  | 'kms.asymmetricRequest'
  | 'lambda.request'
  | 'lambda.megabyteMillisecond'
  | 'lambda.x86MegabyteMillisecond'
  | 'logs.byte'
  | 's3.putRequest'
  | 's3.getRequest'
  | 'scheduler.invocation'
  | 'secrets.request'
  | 'sqs.fifoRequest'
  | 'sqs.request'
  | 'states.transition';

export interface Meter {
  /** @param accessKeyId who caused it: the meter books it to that principal's flow */
  record(unit: BillableUnit, quantity: number, accessKeyId: string): void;
}
