import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { manifestsFolder, ownerBookFolders } from '../../domain/rescreening/owner-book-folders.ts';
import { Config as CloseConfig } from '../../lambdas/close-rescreening/config.ts';
import { Config as PlanConfig } from '../../lambdas/plan-rescreening/config.ts';
import { Config as ShardConfig } from '../../lambdas/rescreen-shard/config.ts';
import type { DataStack } from '../data-stack.ts';
import {
  grant,
  grantIndexQuery,
  grantItems,
  grantObjectRead,
  grantObjectReadUnder,
  grantObjectWriteUnder,
} from '../functions/grants.ts';
import { KycFunction } from '../functions/kyc-function.ts';
import { scheduleMachine } from '../scheduling/schedules.ts';
import type { StageConfig } from '../stage-config.ts';
import { grantDistributedMap } from '../state-machines/grant-distributed-map.ts';
import { Machine } from '../state-machines/machine.ts';

interface RescreeningProps {
  readonly data: DataStack;
  readonly config: StageConfig;
}

const flow = 'rescreen-owners';

/** The flow `rescreen-owners`: the whole owner book against the lists, every day. */
export class Rescreening extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { data, config }: RescreeningProps) {
    super(scope, id);
    const machine = new Machine(this, 'RescreenOwners', {
      flow,
      functions: {
        PlanRescreening: this.#plan(data),
        RescreenShard: this.#shard(data),
        CloseRescreening: this.#close(data),
      },
      values: { OwnerBookBucket: data.ownerBook.bucketName },
    });
    this.stateMachine = machine.stateMachine;
    grantDistributedMap(this, this.stateMachine, {
      ...{ label: 'RescreenShards', bucket: data.ownerBook },
      ...{ itemsPrefix: ownerBookFolders.runs, resultsPrefix: ownerBookFolders.mapRuns },
    });
    scheduleMachine(this, 'Daily', this.stateMachine, config.rescreeningSchedule);
  }

  #plan({ tables, buckets, ownerBook }: DataStack) {
    const plan = new KycFunction(this, 'PlanRescreening', 'plan-rescreening', {
      flow,
      config: PlanConfig,
      timeoutSeconds: 840,
      memoryMb: 2048,
      environment: {
        RECORDS_TABLE: tables.records.tableName,
        AUDIT_TABLE: tables.audit.tableName,
        LISTS_BUCKET: buckets.lists.bucketName,
        OWNER_BOOK_BUCKET: ownerBook.bucketName,
      },
    });
    grantItems(plan, tables.records, 'GetItem', 'PutItem');
    grantItems(plan, tables.audit, 'PutItem');
    grantIndexQuery(plan, tables.records, 'book');
    for (const bucket of [buckets.lists, ownerBook]) grantObjectRead(plan, bucket);
    grantObjectWriteUnder(plan, buckets.lists, 'indexes/', 'entries/');
    grantObjectWriteUnder(plan, ownerBook, ownerBookFolders.runs);
    return plan;
  }

  #shard({ tables, buckets, keys, queues, ownerBook }: DataStack) {
    const shard = new KycFunction(this, 'RescreenShard', 'rescreen-shard', {
      flow,
      config: ShardConfig,
      timeoutSeconds: 840,
      memoryMb: 1769,
      environment: {
        RECORDS_TABLE: tables.records.tableName,
        INBOX_TABLE: tables.inbox.tableName,
        VERIFICATION_QUEUE_URL: queues.verification.queueUrl,
        LISTS_BUCKET: buckets.lists.bucketName,
        OWNER_BOOK_BUCKET: ownerBook.bucketName,
        REPORTS_BUCKET: buckets.reports.bucketName,
        PARTY_KEY_ID: keys.party.keyArn,
      },
    });
    grantItems(shard, tables.records, 'GetItem');
    grantIndexQuery(shard, tables.records, 'book');
    grantItems(shard, tables.inbox, 'GetItem', 'PutItem');
    grant(shard, ['sqs:SendMessage'], [queues.verification.queueArn]);
    grant(shard, ['kms:GenerateDataKey', 'kms:Decrypt'], [keys.party.keyArn]);
    grantObjectRead(shard, buckets.lists);
    grantObjectRead(shard, ownerBook);
    grantObjectReadUnder(shard, buckets.reports, manifestsFolder);
    grantObjectWriteUnder(shard, ownerBook, ownerBookFolders.facts, ownerBookFolders.results);
    return shard;
  }

  #close({ tables, buckets, ownerBook }: DataStack) {
    const close = new KycFunction(this, 'CloseRescreening', 'close-rescreening', {
      flow,
      config: CloseConfig,
      timeoutSeconds: 840,
      // It reads and counts every result, which a larger share of a processor does sooner. Not measured at 50 million.
      memoryMb: 1769,
      environment: {
        RECORDS_TABLE: tables.records.tableName,
        AUDIT_TABLE: tables.audit.tableName,
        OWNER_BOOK_BUCKET: ownerBook.bucketName,
        REPORTS_BUCKET: buckets.reports.bucketName,
      },
    });
    grantItems(close, tables.records, 'GetItem', 'PutItem');
    grantItems(close, tables.audit, 'PutItem');
    grantObjectRead(close, ownerBook);
    grantIndexQuery(close, tables.records, 'book');
    grantObjectWriteUnder(close, buckets.reports, manifestsFolder);
    return close;
  }
}
