import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Config as SequenceConfig } from '../../lambdas/sequence-audit-log/config.ts';
import { Config as VerifyConfig } from '../../lambdas/verify-audit-log/config.ts';
import type { DataStack } from '../data-stack.ts';
import {
  grant,
  grantIndexQuery,
  grantItems,
  grantObjectRead,
  grantObjectWrite,
} from '../functions/grants.ts';
import { KycFunction } from '../functions/kyc-function.ts';
import { scheduleFunction } from '../scheduling/schedules.ts';
import type { StageConfig } from '../stage-config.ts';

export interface AuditLogProps {
  readonly data: DataStack;
  readonly config: StageConfig;
}

/** Integrates audit entries into the Merkle log every minute, and re-derives the whole log every day. */
export class AuditLog extends Construct {
  readonly logName: string;
  readonly sequence: KycFunction<typeof SequenceConfig>;
  readonly verify: KycFunction<typeof VerifyConfig>;

  constructor(scope: Construct, id: string, { data, config }: AuditLogProps) {
    super(scope, id);
    this.logName = `${config.providerId}/iaas-kyc/${config.stage}`;
    this.sequence = this.#sequence(data);
    this.verify = this.#verify(data);
    scheduleFunction(this, 'EveryMinute', this.sequence, Duration.minutes(1));
    scheduleFunction(this, 'Daily', this.verify, Duration.days(1));
  }

  #sequence({ tables, buckets, keys }: DataStack) {
    const sequence = new KycFunction(this, 'SequenceAuditLog', 'sequence-audit-log', {
      flow: 'platform',
      config: SequenceConfig,
      timeoutSeconds: 120,
      environment: {
        AUDIT_TABLE: tables.audit.tableName,
        LOG_BUCKET: buckets.log.bucketName,
        LOG_KEY_ID: keys.log.keyArn,
        LOG_NAME: this.logName,
      },
    });
    grantItems(sequence, tables.audit, 'GetItem', 'PutItem', 'UpdateItem', 'BatchGetItem');
    grantIndexQuery(sequence, tables.audit, 'unsequenced');
    grantObjectRead(sequence, buckets.log);
    grantObjectWrite(sequence, buckets.log);
    grant(sequence, ['kms:Sign', 'kms:GetPublicKey'], [keys.log.keyArn]);
    return sequence;
  }

  #verify({ tables, buckets, keys }: DataStack) {
    const verify = new KycFunction(this, 'VerifyAuditLog', 'verify-audit-log', {
      flow: 'platform',
      config: VerifyConfig,
      timeoutSeconds: 840,
      memoryMb: 1024,
      // Holds a copy of the whole log. An entry takes about 600 bytes there, its hashes about 35 more: 4 GiB are some
      // six million entries. `LogTooLargeError` says when they are not enough.
      storageMb: 4096,
      environment: {
        AUDIT_TABLE: tables.audit.tableName,
        LOG_BUCKET: buckets.log.bucketName,
        LOG_KEY_ID: keys.log.keyArn,
        LOG_NAME: this.logName,
      },
    });
    grantItems(verify, tables.audit, 'GetItem');
    grantObjectRead(verify, buckets.log);
    grant(verify, ['kms:GetPublicKey'], [keys.log.keyArn]);
    return verify;
  }
}
