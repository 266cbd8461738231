import type { Surroundings } from '../../surroundings.ts';
import { jsonService } from '../json-protocol.ts';
import type { Service } from '../service.ts';
import { transactions } from '../transaction.ts';
import { Arrivals } from './arrivals.ts';
import { DeduplicationStore } from './deduplication-store.ts';
import { MessageStore } from './message-store.ts';
import { operation } from './operation.ts';
import {
  deleteQueue,
  getQueueUrl,
  listDeadLetterSourceQueues,
  listQueues,
  listQueueTags,
  purgeQueue,
  startMessageMoveTask,
  tagQueue,
  untagQueue,
} from './queue-operations.ts';
import { createQueue, getQueueAttributes, setQueueAttributes } from './queue-settings.ts';
import { QueueStore } from './queue-store.ts';
import { receiveMessage } from './receive-message.ts';
import {
  changeMessageVisibility,
  changeMessageVisibilityBatch,
  deleteMessage,
  deleteMessageBatch,
} from './received-message.ts';
import { schema } from './schema.ts';
import { sendMessage, sendMessageBatch } from './send-message.ts';
import { queueArn, type Sqs } from './sqs.ts';

export interface SqsOptions {
  /** The gateway's URL, which queue URLs begin with. */
  readonly endpoint: () => string;
  /** Told the ARN of a queue that has a visible message, each time that there may be a new one; also after a restart. */
  readonly onVisible?: (queueArn: string) => void;
}

/** SQS by its JSON protocol, standard and FIFO, kept in `sqs_` tables. One request is one transaction. */
export function createSqs(surroundings: Surroundings, options: SqsOptions): Service {
  const sqs = assemble(surroundings, options);
  for (const { name } of sqs.queues.all()) sqs.arrivals.arm(name);
  return jsonService('sqs', '1.0', {
    ChangeMessageVisibility: operation(sqs, changeMessageVisibility),
    ChangeMessageVisibilityBatch: operation(sqs, changeMessageVisibilityBatch),
    CreateQueue: operation(sqs, createQueue),
    DeleteMessage: operation(sqs, deleteMessage),
    DeleteMessageBatch: operation(sqs, deleteMessageBatch),
    DeleteQueue: operation(sqs, deleteQueue),
    GetQueueAttributes: operation(sqs, getQueueAttributes),
    GetQueueUrl: operation(sqs, getQueueUrl),
    ListDeadLetterSourceQueues: operation(sqs, listDeadLetterSourceQueues),
    ListQueueTags: operation(sqs, listQueueTags),
    ListQueues: operation(sqs, listQueues),
    PurgeQueue: operation(sqs, purgeQueue),
    ReceiveMessage: receiveMessage(sqs),
    SendMessage: operation(sqs, sendMessage),
    SendMessageBatch: operation(sqs, sendMessageBatch),
    SetQueueAttributes: operation(sqs, setQueueAttributes),
    StartMessageMoveTask: operation(sqs, startMessageMoveTask),
    TagQueue: operation(sqs, tagQueue),
    UntagQueue: operation(sqs, untagQueue),
  });
}

function assemble(surroundings: Surroundings, { endpoint, onVisible }: SqsOptions): Sqs {
  const { database, region, account, clock, access, meter } = surroundings;
  database.exec(schema);
  const messages = new MessageStore(database);
  const arrivals = new Arrivals({
    clock,
    nextVisibleAt: (queue) => messages.nextVisibleAt(queue, clock.now()),
    hasVisible: (queue) => messages.visible(queue, clock.now(), 1).length > 0,
    onVisible: (queue) => onVisible?.(queueArn({ region, account }, queue)),
  });
  return {
    region,
    account,
    clock,
    access,
    meter,
    endpoint,
    arrivals,
    messages,
    transact: transactions(database),
    queues: new QueueStore(database),
    deduplication: new DeduplicationStore(database),
  };
}
