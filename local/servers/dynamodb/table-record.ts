export interface KeyElement {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

export interface AttributeDefinition {
  readonly AttributeName: string;
  readonly AttributeType: 'S' | 'N' | 'B';
}

export interface Projection {
  readonly ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
  readonly NonKeyAttributes?: readonly string[];
}

export interface IndexDescription {
  readonly IndexName: string;
  readonly IndexArn: string;
  readonly IndexStatus: 'ACTIVE';
  readonly KeySchema: readonly KeyElement[];
  readonly Projection: Projection;
}

/**
 * What DescribeTable answers. Tables and indexes are ACTIVE at once, and there is no ItemCount: AWS refreshes it
 * about every six hours, so nothing may rely on it.
 */
export interface TableDescription {
  readonly TableName: string;
  readonly TableArn: string;
  readonly TableId: string;
  readonly TableStatus: 'ACTIVE';
  /** Seconds since the epoch, as on the wire. */
  readonly CreationDateTime: number;
  readonly KeySchema: readonly KeyElement[];
  readonly AttributeDefinitions: readonly AttributeDefinition[];
  readonly GlobalSecondaryIndexes?: readonly IndexDescription[];
  readonly BillingModeSummary: { readonly BillingMode: string };
  readonly DeletionProtectionEnabled: boolean;
  readonly SSEDescription?: {
    readonly Status: 'ENABLED';
    readonly SSEType: 'KMS';
    /** Absent for the key AWS manages. */
    readonly KMSMasterKeyArn?: string;
  };
}

/** One table as it is kept: its description and the settings that have operations of their own. */
export interface TableRecord {
  readonly description: TableDescription;
  /** The attribute with the expiry time; absent while time to live is off. */
  readonly timeToLiveAttribute?: string;
  /** Seconds since the epoch; absent while point-in-time recovery is off. */
  readonly pointInTimeRecoverySince?: number;
}

export function indexesOf(table: TableRecord): readonly IndexDescription[] {
  return table.description.GlobalSecondaryIndexes ?? [];
}

export function partitionKeyName(table: TableRecord, indexName?: string): string {
  const index = indexesOf(table).find((candidate) => candidate.IndexName === indexName);
  const [partition] = (index ?? table.description).KeySchema;
  if (!partition) throw new Error(`the table ${table.description.TableName} is kept without a key schema`);
  return partition.AttributeName;
}
