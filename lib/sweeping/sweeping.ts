import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { Config } from '../../lambdas/sweep-pending/config.ts';
import type { DataStack } from '../data-stack.ts';
import { grant, grantIndexQuery, grantItems } from '../functions/grants.ts';
import { KycFunction } from '../functions/kyc-function.ts';
import { grantNotices, noticeEnvironment } from '../notices/notices.ts';
import { scheduleFunction } from '../scheduling/schedules.ts';

export interface SweepingProps {
  readonly data: DataStack;
  readonly bus: EventBus;
  readonly verifyAccount: StateMachine;
}

/** Every five minutes: moves on what a crash, an outage or a lost message has left behind. */
export class Sweeping extends Construct {
  readonly sweep: KycFunction<typeof Config>;

  constructor(scope: Construct, id: string, { data, bus, verifyAccount }: SweepingProps) {
    super(scope, id);
    const { tables, queues } = data;
    this.sweep = new KycFunction(this, 'SweepPending', 'sweep-pending', {
      flow: 'platform',
      config: Config,
      timeoutSeconds: 240,
      environment: {
        ...noticeEnvironment({ data, bus }),
        INBOX_TABLE: tables.inbox.tableName,
        VERIFICATION_QUEUE_URL: queues.verification.queueUrl,
      },
    });
    grantItems(this.sweep, tables.inbox, 'GetItem');
    grantIndexQuery(this.sweep, tables.inbox, 'unfinished');
    grantIndexQuery(this.sweep, tables.records, 'book');
    grantNotices(this.sweep, { data, bus });
    grant(this.sweep, ['sqs:SendMessage'], [queues.verification.queueArn]);
    grant(this.sweep, ['states:SendTaskSuccess'], [verifyAccount.stateMachineArn]);
    scheduleFunction(this, 'EveryFiveMinutes', this.sweep, Duration.minutes(5));
  }
}
