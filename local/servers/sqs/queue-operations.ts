import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ServiceError } from '../service-error.ts';
import type { Operation } from './operation.ts';
import { moveBack, redrivePolicy } from './redrive.ts';
import { nameIn, queueArn, queueUrl } from './sqs.ts';

const OnQueue = z.object({ QueueUrl: z.string() });
const GetUrlInput = z.object({ QueueName: z.string() });
const ListInput = z.object({ QueueNamePrefix: z.string().default('') });
const TagInput = OnQueue.extend({ Tags: z.record(z.string(), z.string()) });
const UntagInput = OnQueue.extend({ TagKeys: z.array(z.string()) });
const MoveInput = z.object({ SourceArn: z.string(), DestinationArn: z.string().optional() });

// API reference, PurgeQueue.
const purgeIntervalMs = 60_000;

const onQueue = (input: { QueueUrl: string }): string => input.QueueUrl;

export const getQueueUrl: Operation<typeof GetUrlInput, object> = {
  action: 'sqs:GetQueueUrl',
  input: GetUrlInput,
  queue: ({ QueueName }) => QueueName,
  run: (sqs, { QueueName }) => ({ QueueUrl: queueUrl(sqs, sqs.queues.require(QueueName).name) }),
};

export const listQueues: Operation<typeof ListInput, object> = {
  action: 'sqs:ListQueues',
  input: ListInput,
  run(sqs, { QueueNamePrefix }) {
    const found = sqs.queues.all().filter(({ name }) => name.startsWith(QueueNamePrefix));
    return { QueueUrls: found.map(({ name }) => queueUrl(sqs, name)) };
  },
};

export const deleteQueue: Operation<typeof OnQueue, object> = {
  action: 'sqs:DeleteQueue',
  input: OnQueue,
  queue: onQueue,
  run(sqs, { QueueUrl }) {
    const { name } = sqs.queues.require(nameIn(QueueUrl));
    sqs.queues.remove(name);
    // Whoever waits for a message of it learns that it is gone.
    sqs.arrivals.announce(name);
    return {};
  },
};

export const purgeQueue: Operation<typeof OnQueue, object> = {
  action: 'sqs:PurgeQueue',
  input: OnQueue,
  queue: onQueue,
  run(sqs, { QueueUrl }) {
    const queue = sqs.queues.require(nameIn(QueueUrl));
    const now = sqs.clock.now();
    if (queue.purgedAt !== undefined && now - queue.purgedAt < purgeIntervalMs) {
      throw new ServiceError(
        'PurgeQueueInProgress',
        'Only one PurgeQueue operation is allowed every 60 seconds.',
        403,
      );
    }
    sqs.messages.removeAll(queue.name);
    sqs.queues.put({ ...queue, purgedAt: now });
    return {};
  },
};

export const listQueueTags: Operation<typeof OnQueue, object> = {
  action: 'sqs:ListQueueTags',
  input: OnQueue,
  queue: onQueue,
  run: (sqs, { QueueUrl }) => ({ Tags: sqs.queues.require(nameIn(QueueUrl)).tags }),
};

export const tagQueue: Operation<typeof TagInput, object> = {
  action: 'sqs:TagQueue',
  input: TagInput,
  queue: onQueue,
  run(sqs, { QueueUrl, Tags }) {
    const queue = sqs.queues.require(nameIn(QueueUrl));
    sqs.queues.put({ ...queue, tags: { ...queue.tags, ...Tags } });
    return {};
  },
};

export const untagQueue: Operation<typeof UntagInput, object> = {
  action: 'sqs:UntagQueue',
  input: UntagInput,
  queue: onQueue,
  run(sqs, { QueueUrl, TagKeys }) {
    const queue = sqs.queues.require(nameIn(QueueUrl));
    const tags = Object.entries(queue.tags).filter(([key]) => !TagKeys.includes(key));
    sqs.queues.put({ ...queue, tags: Object.fromEntries(tags) });
    return {};
  },
};

export const listDeadLetterSourceQueues: Operation<typeof OnQueue, object> = {
  action: 'sqs:ListDeadLetterSourceQueues',
  input: OnQueue,
  queue: onQueue,
  run(sqs, { QueueUrl }) {
    const arn = queueArn(sqs, sqs.queues.require(nameIn(QueueUrl)).name);
    const sources = sqs.queues
      .all()
      .filter(({ attributes }) => redrivePolicy(attributes.RedrivePolicy)?.deadLetterTargetArn === arn);
    return { queueUrls: sources.map(({ name }) => queueUrl(sqs, name)) };
  },
};

/** AWS moves in the background; here the task is over when the call returns. */
export const startMessageMoveTask: Operation<typeof MoveInput, object> = {
  action: 'sqs:StartMessageMoveTask',
  input: MoveInput,
  queue: ({ SourceArn }) => SourceArn,
  run(sqs, { SourceArn, DestinationArn }) {
    moveBack(sqs, sqs.queues.require(nameIn(SourceArn)), DestinationArn);
    return { TaskHandle: randomUUID() };
  },
};
