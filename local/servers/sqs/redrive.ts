import { z } from 'zod';
import { queueDoesNotExist } from './sqs-error.ts';
import type { StoredMessage } from './message-store.ts';
import type { Queue } from './queue-store.ts';
import { nameIn, queueArn, type Sqs } from './sqs.ts';
import { ServiceError } from '../service-error.ts';

// CloudFormation writes the count as a number or as text.
const RedrivePolicy = z.object({
  deadLetterTargetArn: z.string(),
  maxReceiveCount: z.coerce.number().int().min(1).max(1000),
});

export type RedrivePolicy = z.infer<typeof RedrivePolicy>;

/** @throws ServiceError `InvalidAttributeValue` when the attribute is no policy */
export function redrivePolicy(attribute: string | undefined): RedrivePolicy | undefined {
  if (attribute === undefined || attribute === '') return undefined;
  try {
    return RedrivePolicy.parse(JSON.parse(attribute));
  } catch (error) {
    throw new ServiceError(
      'InvalidAttributeValue',
      `Value ${attribute} for parameter RedrivePolicy is invalid: expected {"deadLetterTargetArn", "maxReceiveCount"}: ${String(error)}`,
    );
  }
}

/** Moves a message that was received too often to the dead-letter queue, where it is visible at once. */
export function moveToDeadLetters(sqs: Sqs, message: StoredMessage, policy: RedrivePolicy): void {
  const target = nameIn(policy.deadLetterTargetArn);
  if (!sqs.queues.find(target)) throw queueDoesNotExist(target);
  const DeadLetterQueueSourceArn = queueArn(sqs, message.queue);
  sqs.messages.replace({
    ...message,
    queue: target,
    visibleAt: sqs.clock.now(),
    systemAttributes: { ...message.systemAttributes, DeadLetterQueueSourceArn },
  });
  sqs.arrivals.announce(target);
}

/** Moves every message back to where it came from, or on to `destination`, as if it had just been sent. */
export function moveBack(sqs: Sqs, deadLetters: Queue, destination: string | undefined): void {
  for (const message of sqs.messages.ofQueue(deadLetters.name)) {
    const { DeadLetterQueueSourceArn: source, ...systemAttributes } = message.systemAttributes;
    const target = nameIn(destination ?? source ?? '');
    if (!sqs.queues.find(target)) throw queueDoesNotExist(target);
    sqs.messages.replace({
      ...message,
      queue: target,
      systemAttributes,
      visibleAt: sqs.clock.now(),
      receiveCount: 0,
      firstReceivedAt: undefined,
    });
    sqs.arrivals.announce(target);
  }
}
