import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { AuditLog } from './audit-log/audit-log.ts';
import { Certification } from './certification/certification.ts';
import type { DataStack } from './data-stack.ts';
import { nameService } from './functions/service-name.ts';
import { Intake } from './intake/intake.ts';
import { PublicApi } from './intake/public-api.ts';
import { Lists } from './lists/lists.ts';
import { Monitoring } from './monitoring/monitoring.ts';
import { Notices } from './notices/notices.ts';
import { Rescreening } from './rescreening/rescreening.ts';
import { Review } from './review/review.ts';
import type { StageConfig } from './stage-config.ts';
import { Sweeping } from './sweeping/sweeping.ts';
import { Verification } from './verification/verification.ts';

export interface ComplianceStackProps extends StackProps {
  readonly config: StageConfig;
  readonly data: DataStack;
}

/** The composition root: what there is, and what each part is given. */
export class ComplianceStack extends Stack {
  constructor(scope: Construct, id: string, { config, data, ...props }: ComplianceStackProps) {
    super(scope, id, props);
    nameService(this, config.stage);
    const bus = new EventBus(this, 'Events', { description: 'iaas-kyc: what the provider is told' });
    const { api } = new PublicApi(this, 'PublicApi');

    const { notifyProvider } = new Notices(this, 'Notices', { data, bus });
    const { stateMachine: verifyAccount } = new Verification(this, 'Verification', {
      data,
      bus,
      notifyProvider,
    });
    new Intake(this, 'Intake', { data, api, verifyAccount });
    const review = new Review(this, 'Review', { data, api, verifyAccount });
    const rescreening = new Rescreening(this, 'Rescreening', { data, config });
    const certification = new Certification(this, 'Certification', { data, config, notifyProvider });
    const auditLog = new AuditLog(this, 'AuditLog', { data, config });
    const lists = new Lists(this, 'Lists', { data, rescreenOwners: rescreening.stateMachine });
    const sweeping = new Sweeping(this, 'Sweeping', { data, bus, verifyAccount });
    new Monitoring(this, 'Monitoring', {
      data,
      config,
      verifyAccount,
      rescreenOwners: rescreening.stateMachine,
      reportCertification: certification.stateMachine,
      api,
    });

    this.#outputs({
      WebhookUrl: `${api.apiEndpoint}/webhooks/accounts`,
      ApiUrl: api.apiEndpoint,
      InboundSecret: data.secrets.inbound.secretArn,
      OutboundSecret: data.secrets.outbound.secretArn,
      VerifyAccountArn: verifyAccount.stateMachineArn,
      RescreenOwnersArn: rescreening.stateMachine.stateMachineArn,
      ReportCertificationArn: certification.stateMachine.stateMachineArn,
      CaseReviewerPolicy: review.reviewer.managedPolicyArn,
      AcceptListsFunction: lists.accept.functionName,
      SequenceFunction: auditLog.sequence.functionName,
      SweepFunction: sweeping.sweep.functionName,
      LogName: auditLog.logName,
      LogKey: data.keys.log.keyArn,
      LogBucket: data.buckets.log.bucketName,
      ReportsBucket: data.buckets.reports.bucketName,
      ListsBucket: data.buckets.lists.bucketName,
      OwnerBookBucket: data.ownerBook.bucketName,
      InboxTable: data.tables.inbox.tableName,
      RecordsTable: data.tables.records.tableName,
      AuditTable: data.tables.audit.tableName,
      VerificationQueue: data.queues.verification.queueUrl,
      EventBus: bus.eventBusName,
    });
  }

  #outputs(values: Record<string, string>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value });
  }
}
