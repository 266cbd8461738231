import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from './stage-config.ts';
import { EvidenceBuckets } from './storage/evidence-buckets.ts';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Keys } from './storage/keys.ts';
import { OwnerBook } from './storage/owner-book.ts';
import { Queues } from './storage/queues.ts';
import { Secrets } from './storage/secrets.ts';
import { Tables } from './storage/tables.ts';

export interface DataStackProps extends StackProps {
  readonly config: StageConfig;
}

/** Everything that must outlive a deployment. Nothing here computes. */
export class DataStack extends Stack {
  readonly keys: Keys;
  readonly tables: Tables;
  readonly buckets: EvidenceBuckets;
  readonly ownerBook: Bucket;
  readonly queues: Queues;
  readonly secrets: Secrets;

  constructor(scope: Construct, id: string, { config, ...props }: DataStackProps) {
    super(scope, id, props);
    this.keys = new Keys(this, 'Keys');
    this.tables = new Tables(this, 'Tables');
    this.buckets = new EvidenceBuckets(this, 'Buckets', {
      retentionDays: config.evidenceRetentionDays,
      isErasable: config.provenance === 'demonstration',
    });
    this.ownerBook = new OwnerBook(this, 'OwnerBook', { accessLogs: this.buckets.accessLogs }).bucket;
    this.queues = new Queues(this, 'Queues');
    this.secrets = new Secrets(this, 'Secrets');
  }
}
