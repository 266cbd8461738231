import { z } from 'zod';
import { ServiceError } from '../service-error.ts';
import type { Operation } from './operation.ts';
import { checkAttributes, settings, type QueueAttributes } from './queue-attributes.ts';
import { isFifo, type Queue } from './queue-store.ts';
import { redrivePolicy } from './redrive.ts';
import { customerKey, nameIn, queueArn, queueUrl, type Sqs } from './sqs.ts';
import { invalidParameter } from './sqs-error.ts';

const Attributes = z.record(z.string(), z.string()).default({});
const CreateInput = z.object({
  QueueName: z.string().regex(/^[\w-]{1,80}$|^[\w-]{1,75}\.fifo$/),
  Attributes,
  tags: z.record(z.string(), z.string()).default({}),
});
const SetInput = z.object({ QueueUrl: z.string(), Attributes });
const GetInput = z.object({ QueueUrl: z.string(), AttributeNames: z.array(z.string()).default([]) });

export const createQueue: Operation<typeof CreateInput, { QueueUrl: string }> = {
  action: 'sqs:CreateQueue',
  input: CreateInput,
  queue: ({ QueueName }) => QueueName,
  run(sqs, { QueueName: name, Attributes: attributes, tags }) {
    checkSettings(sqs, name, attributes);
    if ((attributes.FifoQueue === 'true') !== isFifo({ name })) {
      throw invalidParameter(`The name of a FIFO queue, and of no other, ends with .fifo: ${name}`);
    }
    const existing = sqs.queues.find(name);
    if (existing) refuseOtherSettings(existing, attributes);
    else {
      const now = sqs.clock.now();
      sqs.queues.put({ name, createdAt: now, modifiedAt: now, purgedAt: undefined, attributes, tags });
    }
    return { QueueUrl: queueUrl(sqs, name) };
  },
};

export const setQueueAttributes: Operation<typeof SetInput, object> = {
  action: 'sqs:SetQueueAttributes',
  input: SetInput,
  queue: ({ QueueUrl }) => QueueUrl,
  run(sqs, input) {
    const queue = sqs.queues.require(nameIn(input.QueueUrl));
    checkSettings(sqs, queue.name, input.Attributes);
    if (input.Attributes.FifoQueue !== undefined) {
      throw new ServiceError('InvalidAttributeName', 'FifoQueue is fixed when a queue is made.');
    }
    const attributes = { ...queue.attributes, ...input.Attributes };
    sqs.queues.put({ ...queue, attributes, modifiedAt: sqs.clock.now() });
    return {};
  },
};

export const getQueueAttributes: Operation<typeof GetInput, object> = {
  action: 'sqs:GetQueueAttributes',
  input: GetInput,
  queue: ({ QueueUrl }) => QueueUrl,
  run(sqs, { QueueUrl, AttributeNames }) {
    const all = describe(sqs, sqs.queues.require(nameIn(QueueUrl)));
    const wanted = Object.entries(all).filter(
      ([name]) => AttributeNames.includes('All') || AttributeNames.includes(name),
    );
    return { Attributes: Object.fromEntries(wanted) };
  },
};

function describe(sqs: Sqs, queue: Queue): QueueAttributes {
  const { visible, inFlight, delayed } = sqs.messages.counts(queue.name, sqs.clock.now());
  return {
    ...settings(queue.attributes),
    QueueArn: queueArn(sqs, queue.name),
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    CreatedTimestamp: String(Math.floor(queue.createdAt / 1000)),
    LastModifiedTimestamp: String(Math.floor(queue.modifiedAt / 1000)),
  };
}

function checkSettings(sqs: Sqs, name: string, attributes: QueueAttributes): void {
  checkAttributes(attributes);
  customerKey(sqs, attributes.KmsMasterKeyId);
  const policy = redrivePolicy(attributes.RedrivePolicy);
  if (!policy) return;
  const target = nameIn(policy.deadLetterTargetArn);
  const isFit =
    target !== name && sqs.queues.find(target) !== undefined && isFifo({ name: target }) === isFifo({ name });
  if (!isFit) {
    throw invalidParameter(
      `RedrivePolicy: the dead-letter target is to be another existing queue of the same type, found ${policy.deadLetterTargetArn}`,
    );
  }
}

function refuseOtherSettings(queue: Queue, attributes: QueueAttributes): void {
  const kept = settings(queue.attributes);
  for (const [name, value] of Object.entries(attributes)) {
    if (kept[name] === value) continue;
    throw new ServiceError(
      'QueueNameExists',
      `A queue already exists with the same name and a different value for attribute ${name}: ${kept[name] ?? '(none)'}, asked for ${value}`,
    );
  }
}
