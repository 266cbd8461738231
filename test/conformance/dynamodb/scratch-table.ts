import { randomUUID } from 'node:crypto';
import {
  CreateTableCommand,
  DeleteTableCommand,
  waitUntilTableExists,
  type CreateTableCommandInput,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Check, Clients } from '../check.ts';

export interface ScratchTable {
  readonly documents: DynamoDBDocumentClient;
  readonly TableName: string;
}

/** Keys `pk` and `sk`; the index `byGroup` over `group` and the number `rank`, projecting everything. */
export function scratchDefinition(name: string): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
      { AttributeName: 'group', AttributeType: 'S' },
      { AttributeName: 'rank', AttributeType: 'N' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byGroup',
        KeySchema: [
          { AttributeName: 'group', KeyType: 'HASH' },
          { AttributeName: 'rank', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  };
}

export const scratchName = (): string => `conformance-${randomUUID()}`;

/** A check that has a table to itself. */
export function tableCheck(
  rule: string,
  run: (table: ScratchTable, aws: Clients) => Promise<void>,
  changes: Partial<CreateTableCommandInput> = {},
): Check {
  return {
    service: 'dynamodb',
    rule,
    async run(aws) {
      const TableName = scratchName();
      await aws.dynamodb.send(new CreateTableCommand({ ...scratchDefinition(TableName), ...changes }));
      // A new table is there at once in an emulator and within a minute on AWS.
      await waitUntilTableExists(
        { client: aws.dynamodb, maxWaitTime: 120, minDelay: 1, maxDelay: 2 },
        { TableName },
      );
      try {
        const marshallOptions = { removeUndefinedValues: true };
        await run(
          { documents: DynamoDBDocumentClient.from(aws.dynamodb, { marshallOptions }), TableName },
          aws,
        );
      } finally {
        await aws.dynamodb.send(new DeleteTableCommand({ TableName }));
      }
    },
  };
}
