import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface TableAccess {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}
