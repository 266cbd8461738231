import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** Accepted events on their way to an execution. They carry ids; the events themselves are in the inbox. */
export class Queues extends Construct {
  readonly verification: Queue;
  readonly verificationFailed: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const kept = {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    this.verificationFailed = new Queue(this, 'VerificationFailed', {
      ...kept,
      retentionPeriod: Duration.days(14),
    });
    this.verification = new Queue(this, 'Verification', {
      ...kept,
      // Six times the consumer's time-out, as AWS advises for event source mappings.
      visibilityTimeout: Duration.seconds(180),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.verificationFailed, maxReceiveCount: 5 },
    });
  }
}
