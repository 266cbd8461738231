import { randomUUID } from 'node:crypto';
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  type Message,
  type ReceiveMessageCommandInput,
  type SQSClient,
} from '@aws-sdk/client-sqs';

type Attributes = Readonly<Record<string, string>>;

/** Runs `work` on a new queue, FIFO when the attributes say so, and removes it. */
export async function inQueue(
  sqs: SQSClient,
  attributes: Attributes,
  work: (queueUrl: string) => Promise<void>,
): Promise<void> {
  const suffix = attributes.FifoQueue === 'true' ? '.fifo' : '';
  const QueueName = `kyc-conformance-${randomUUID()}${suffix}`;
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes: attributes }));
  try {
    await work(QueueUrl);
  } finally {
    await sqs.send(new DeleteQueueCommand({ QueueUrl }));
  }
}

export async function receive(
  sqs: SQSClient,
  QueueUrl: string,
  options: Partial<ReceiveMessageCommandInput> = {},
): Promise<Message[]> {
  const { Messages } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['All'], ...options }),
  );
  return Messages ?? [];
}

export async function attributesOf(
  sqs: SQSClient,
  QueueUrl: string,
): Promise<Partial<Record<string, string>>> {
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  return Attributes ?? {};
}
