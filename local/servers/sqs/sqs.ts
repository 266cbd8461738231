import type { Surroundings } from '../../surroundings.ts';
import { customerKeyArn } from '../customer-key.ts';
import type { Transact } from '../transaction.ts';
import type { Arrivals } from './arrivals.ts';
import type { DeduplicationStore } from './deduplication-store.ts';
import type { MessageStore } from './message-store.ts';
import type { Queue, QueueStore } from './queue-store.ts';
import { invalidParameter } from './sqs-error.ts';

/** What every operation works on. */
export interface Sqs extends Pick<Surroundings, 'region' | 'account' | 'clock' | 'access' | 'meter'> {
  readonly endpoint: () => string;
  readonly transact: Transact;
  readonly queues: QueueStore;
  readonly messages: MessageStore;
  readonly deduplication: DeduplicationStore;
  readonly arrivals: Arrivals;
}

type Place = Pick<Sqs, 'region' | 'account'>;

export function queueArn({ region, account }: Place, name: string): string {
  return `arn:aws:sqs:${region}:${account}:${name}`;
}

export function queueUrl(sqs: Sqs, name: string): string {
  return `${sqs.endpoint()}/${sqs.account}/${name}`;
}

/** The name at the end of a queue's URL or ARN. */
export function nameIn(address: string): string {
  return address.split(/[/:]/).at(-1) ?? '';
}

/** The caller's grants on a customer's key: SQS uses it in the caller's name. SSE-SQS and AWS's own key ask for none. */
export function demandKey(sqs: Sqs, caller: string, queue: Queue, actions: readonly string[]): void {
  const keyArn = customerKey(sqs, queue.attributes.KmsMasterKeyId);
  if (keyArn === undefined) return;
  for (const action of actions) {
    sqs.access.demand(caller, action, keyArn, {
      'kms:ViaService': `sqs.${sqs.region}.amazonaws.com`,
      'kms:EncryptionContext:aws:sqs:arn': queueArn(sqs, queue.name),
    });
  }
}

/** @throws ServiceError `InvalidParameterValue` for an alias of the customer's */
export function customerKey(place: Place, keyId: string | undefined): string | undefined {
  try {
    // An empty id takes the key off again.
    return keyId === '' ? undefined : customerKeyArn(keyId, place);
  } catch (error) {
    throw error instanceof RangeError ? invalidParameter(error.message) : error;
  }
}
