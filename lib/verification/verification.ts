import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Policy, PolicyStatement, type IRole } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { Config as AssessConfig } from '../../lambdas/assess-parties/config.ts';
import { Config as DecideConfig } from '../../lambdas/decide-account/config.ts';
import { Config as ParkConfig } from '../../lambdas/park-event/config.ts';
import { Config as ScreenConfig } from '../../lambdas/screen-parties/config.ts';
import type { DataStack } from '../data-stack.ts';
import { grant, grantItems, grantObjectRead } from '../functions/grants.ts';
import { KycFunction } from '../functions/kyc-function.ts';
import { grantNotices, noticeEnvironment, type NoticeOutlets } from '../notices/notices.ts';
import { Config as OpenReviewConfig } from '../../lambdas/open-review/config.ts';
import { Machine } from '../state-machines/machine.ts';
import { reviewTerms } from './review-terms.ts';

export interface VerificationProps extends NoticeOutlets {
  readonly data: DataStack;
  readonly bus: EventBus;
  readonly notifyProvider: IFunction;
}

const flow = 'verify-account';

/** The flow `verify-account`: from an accepted event to a decision. */
export class Verification extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: VerificationProps) {
    super(scope, id);
    const { data, notifyProvider } = props;
    const { timeoutSeconds, heartbeatSeconds } = reviewTerms();
    const openReview = this.#openReview(props);
    const machine = new Machine(this, 'VerifyAccount', {
      flow,
      functions: {
        AssessParties: this.#assess(data),
        ScreenParties: this.#screen(data),
        DecideAccount: this.#decide(data),
        OpenReview: openReview,
        NotifyProvider: notifyProvider,
        ParkEvent: this.#park(data),
      },
      values: {
        ReviewTimeoutSeconds: String(timeoutSeconds),
        ReviewHeartbeatSeconds: String(heartbeatSeconds),
      },
    });
    this.stateMachine = machine.stateMachine;
    if (openReview.role) this.#grantRelease(openReview.role);
  }

  /**
   * A case that was closed before the execution came to wait is released at once. The statement stands in a policy of
   * its own: function → its role's default policy → machine → function would be a circle.
   */
  #grantRelease(role: IRole): void {
    const resources = [this.stateMachine.stateMachineArn];
    const statements = [new PolicyStatement({ actions: ['states:SendTaskSuccess'], resources })];
    new Policy(this, 'ReleaseClosedCase', { roles: [role], statements });
  }

  #assess({ tables, keys }: DataStack) {
    const assess = new KycFunction(this, 'AssessParties', 'assess-parties', {
      flow,
      config: AssessConfig,
      timeoutSeconds: 60,
      environment: {
        INBOX_TABLE: tables.inbox.tableName,
        RECORDS_TABLE: tables.records.tableName,
        AUDIT_TABLE: tables.audit.tableName,
        PARTY_KEY_ID: keys.party.keyArn,
        LOOKUP_KEY_ID: keys.lookup.keyArn,
      },
    });
    grantItems(assess, tables.inbox, 'GetItem');
    grantItems(assess, tables.records, 'GetItem', 'PutItem');
    grantItems(assess, tables.audit, 'PutItem');
    grant(assess, ['kms:GenerateDataKey', 'kms:Decrypt'], [keys.party.keyArn]);
    grant(assess, ['kms:GenerateMac'], [keys.lookup.keyArn]);
    return assess;
  }

  #screen({ tables, keys, buckets }: DataStack) {
    const screen = new KycFunction(this, 'ScreenParties', 'screen-parties', {
      flow,
      config: ScreenConfig,
      timeoutSeconds: 120,
      memoryMb: 1024,
      environment: {
        RECORDS_TABLE: tables.records.tableName,
        AUDIT_TABLE: tables.audit.tableName,
        LISTS_BUCKET: buckets.lists.bucketName,
        PARTY_KEY_ID: keys.party.keyArn,
      },
    });
    grantItems(screen, tables.records, 'GetItem', 'PutItem');
    grantItems(screen, tables.audit, 'PutItem');
    grantObjectRead(screen, buckets.lists);
    grant(screen, ['kms:Decrypt'], [keys.party.keyArn]);
    return screen;
  }

  #decide({ tables }: DataStack) {
    const decide = new KycFunction(this, 'DecideAccount', 'decide-account', {
      flow,
      config: DecideConfig,
      timeoutSeconds: 60,
      environment: { RECORDS_TABLE: tables.records.tableName, AUDIT_TABLE: tables.audit.tableName },
    });
    grantItems(decide, tables.records, 'GetItem', 'PutItem');
    grantItems(decide, tables.audit, 'PutItem');
    return decide;
  }

  #openReview({ data, bus }: VerificationProps) {
    const openReview = new KycFunction(this, 'OpenReview', 'open-review', {
      flow,
      config: OpenReviewConfig,
      timeoutSeconds: 60,
      environment: { ...noticeEnvironment({ data, bus }), AUDIT_TABLE: data.tables.audit.tableName },
    });
    grantItems(openReview, data.tables.records, 'PutItem');
    grantItems(openReview, data.tables.audit, 'PutItem');
    grantNotices(openReview, { data, bus });
    return openReview;
  }

  #park({ tables }: DataStack) {
    const park = new KycFunction(this, 'ParkEvent', 'park-event', {
      flow,
      config: ParkConfig,
      timeoutSeconds: 60,
      environment: {
        INBOX_TABLE: tables.inbox.tableName,
        RECORDS_TABLE: tables.records.tableName,
        AUDIT_TABLE: tables.audit.tableName,
      },
    });
    grantItems(park, tables.inbox, 'GetItem', 'PutItem');
    grantItems(park, tables.records, 'GetItem', 'PutItem');
    grantItems(park, tables.audit, 'PutItem');
    return park;
  }
}
