import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ownerBookFolders } from '../../domain/rescreening/owner-book-folders.ts';

interface OwnerBookProps {
  readonly accessLogs: Bucket;
}

// A shard that nobody wrote for this long is made again from the records; a run after 30 days makes all of them anew.
const factsKept = Duration.days(35);

// A year of results, and a month to look at them.
const resultsKept = Duration.days(400);

/**
 * The owner book and what re-screening made of it. Neither versioned nor locked: the facts in it are a sealed copy, and
 * what was erased in the records has to vanish here too. The manifests that prove a run lie with the reports.
 */
export class OwnerBook extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { accessLogs }: OwnerBookProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      lifecycleRules: [
        { prefix: ownerBookFolders.facts, expiration: factsKept },
        { prefix: ownerBookFolders.results, expiration: resultsKept },
        { prefix: ownerBookFolders.runs, expiration: resultsKept },
        { prefix: ownerBookFolders.mapRuns, expiration: resultsKept },
      ],
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'owner-book/',
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
