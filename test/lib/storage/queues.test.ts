import { describe, expect, it } from 'vitest';
import { DeployedApp } from '../deployed-app.ts';

const app = new DeployedApp();
const queues = app.ofType('AWS::SQS::Queue');
const days = 24 * 3600;

describe('the queues', () => {
  it('give up on a message after five tries and keep it apart for two weeks', () => {
    expect(app.find('AWS::SQS::Queue', 'QueuesVerification').properties).toMatchObject({
      RedrivePolicy: { deadLetterTargetArn: 'QueuesVerificationFailed', maxReceiveCount: 5 },
    });
    expect(app.find('AWS::SQS::Queue', 'QueuesVerificationFailed').properties).toMatchObject({
      MessageRetentionPeriod: 14 * days,
    });
  });

  it('hide a message six times as long as its consumer may take', () => {
    const consumer = app.find('AWS::Lambda::Function', 'IntakeStartVerification').properties;
    expect(app.find('AWS::SQS::Queue', 'QueuesVerification').properties).toMatchObject({
      VisibilityTimeout: 6 * Number(consumer.Timeout),
    });
  });

  it('return single messages of a batch, not the whole batch', () => {
    expect(app.find('AWS::Lambda::EventSourceMapping', 'IntakeVerificationQueue').properties).toMatchObject({
      EventSourceArn: 'QueuesVerification',
      FunctionName: 'IntakeStartVerification',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it.each(queues)('$name is encrypted and not lost with its stack', (queue) => {
    expect(queue.properties).toMatchObject({ SqsManagedSseEnabled: true });
    expect(queue).toMatchObject({ deletionPolicy: 'Retain', updateReplacePolicy: 'Retain' });
  });

  it.each(queues)('$name refuses everything that does not come over TLS', ({ name }) => {
    expect(app.find('AWS::SQS::QueuePolicy', `${name}Policy`).properties).toMatchObject({
      Queues: [name],
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Deny',
            Action: 'sqs:*',
            Principal: { AWS: '*' },
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    });
  });
});
