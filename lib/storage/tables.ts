import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The index names and keys are those of `adapters/`; a test holds the two together. */
export class Tables extends Construct {
  readonly inbox: Table;
  readonly records: Table;
  readonly audit: Table;
  readonly idempotency: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.inbox = this.#table('Inbox', { partitionKey: text('eventId') });
    this.inbox.addGlobalSecondaryIndex({
      indexName: 'unfinished',
      partitionKey: text('unfinished'),
      sortKey: text('receivedAt'),
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.records = this.#table('Records', { partitionKey: text('pk'), sortKey: text('sk') });
    this.records.addGlobalSecondaryIndex({
      indexName: 'book',
      partitionKey: text('book'),
      sortKey: text('bookOrder'),
    });
    this.records.addGlobalSecondaryIndex({
      indexName: 'lookup',
      partitionKey: text('lookup'),
      sortKey: text('pk'),
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.audit = this.#table('Audit', { partitionKey: text('pk') });
    this.audit.addGlobalSecondaryIndex({
      indexName: 'unsequenced',
      partitionKey: text('shard'),
      sortKey: text('order'),
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.idempotency = this.#table('Idempotency', {
      partitionKey: text('id'),
      timeToLiveAttribute: 'expiration',
    });
  }

  #table(id: string, props: Pick<TableProps, 'partitionKey' | 'sortKey' | 'timeToLiveAttribute'>): Table {
    return new Table(this, id, {
      ...props,
      billingMode: BillingMode.PAY_PER_REQUEST,
      // What is personal is sealed before it comes here, under a key that this table's readers do not get with it.
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
