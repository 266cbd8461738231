import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { Config } from '../../lambdas/notify-provider/config.ts';
import type { DataStack } from '../data-stack.ts';
import { grant, grantItems } from '../functions/grants.ts';
import { KycFunction } from '../functions/kyc-function.ts';

export interface NoticeOutlets {
  readonly data: DataStack;
  readonly bus: EventBus;
}

/** Tells the provider what was decided, over the event bus and by signed webhook. */
export class Notices extends Construct {
  readonly notifyProvider: KycFunction<typeof Config>;

  constructor(scope: Construct, id: string, outlets: NoticeOutlets) {
    super(scope, id);
    this.notifyProvider = new KycFunction(this, 'NotifyProvider', 'notify-provider', {
      flow: 'verify-account',
      config: Config,
      timeoutSeconds: 60,
      environment: noticeEnvironment(outlets),
    });
    grantNotices(this.notifyProvider, outlets);
  }
}

/** What every function that delivers notices has to know. */
export function noticeEnvironment({ data, bus }: NoticeOutlets) {
  return {
    RECORDS_TABLE: data.tables.records.tableName,
    IDEMPOTENCY_TABLE: data.tables.idempotency.tableName,
    EVENT_BUS: bus.eventBusName,
    OUTBOUND_SECRET_ID: data.secrets.outbound.secretArn,
  };
}

/** What every function that delivers notices may do. */
export function grantNotices(grantee: IGrantable, { data, bus }: NoticeOutlets): void {
  grantItems(grantee, data.tables.records, 'GetItem', 'UpdateItem');
  // No GetItem: Powertools has the stored record from the refused write itself.
  grantItems(grantee, data.tables.idempotency, 'PutItem', 'UpdateItem', 'DeleteItem');
  grant(grantee, ['events:PutEvents'], [bus.eventBusArn]);
  grant(grantee, ['secretsmanager:GetSecretValue'], [data.secrets.outbound.secretArn]);
}
