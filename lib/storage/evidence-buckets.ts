import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  type BucketProps,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

export interface EvidenceBucketsProps {
  readonly retentionDays: number;
  /** Whether somebody with `s3:BypassGovernanceRetention` may delete before the time: nothing real is in there. */
  readonly isErasable: boolean;
}

/**
 * Buckets for what has to be shown later. Locked objects cannot be changed or deleted before their time; outside a
 * demonstration by nobody at all.
 */
export class EvidenceBuckets extends Construct {
  readonly reports: Bucket;
  /** The audit log in C2SP tlog-tiles layout. */
  readonly log: Bucket;
  readonly lists: Bucket;
  /** Who has read which object of the other buckets. */
  readonly accessLogs: Bucket;

  constructor(scope: Construct, id: string, { retentionDays, isErasable }: EvidenceBucketsProps) {
    super(scope, id);
    this.accessLogs = this.#bucket('AccessLogs', { lifecycleRules: [{ expiration: Duration.days(400) }] });
    const locked = {
      serverAccessLogsBucket: this.accessLogs,
      objectLockEnabled: true,
      objectLockDefaultRetention: retentionOf({ retentionDays, isErasable }),
    };
    this.reports = this.#bucket('Reports', { ...locked, serverAccessLogsPrefix: 'reports/' });
    this.log = this.#bucket('Log', { ...locked, serverAccessLogsPrefix: 'log/' });
    this.lists = this.#bucket('Lists', {
      serverAccessLogsBucket: this.accessLogs,
      serverAccessLogsPrefix: 'lists/',
    });
  }

  #bucket(id: string, props: BucketProps): Bucket {
    return new Bucket(this, id, {
      ...props,
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

function retentionOf({ retentionDays, isErasable }: EvidenceBucketsProps): ObjectLockRetention {
  const days = Duration.days(retentionDays);
  return isErasable ? ObjectLockRetention.governance(days) : ObjectLockRetention.compliance(days);
}
