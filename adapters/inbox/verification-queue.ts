import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** Asks for an execution that takes up this event, at this attempt. The event itself stays in the inbox. */
export type EnqueueVerification = (event: {
  readonly eventId: string;
  readonly attempt: number;
}) => Promise<void>;

/** Needs `sqs:SendMessage` on the queue. */
export function verificationQueue(sqs: SQSClient, queueUrl: string): EnqueueVerification {
  return async ({ eventId, attempt }) => {
    const MessageBody = JSON.stringify({ eventId, attempt });
    await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
  };
}
