import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { readStored } from './stored.ts';
import type { TransactionItem } from './transaction.ts';

const Claim = z.object({ eventId: z.string() });

/** Which event holds a sequence number of an account. One number is one event, for good. */
export interface SequenceClaims {
  holder(accountId: string, sequence: number): Promise<string | null>;
  /** Fails the transaction when another event holds the number. */
  claim(accountId: string, sequence: number, eventId: string): TransactionItem;
}

export function sequenceClaims(client: DynamoDBDocumentClient, tableName: string): SequenceClaims {
  return {
    async holder(accountId, sequence) {
      const { Item } = await client.send(
        new GetCommand({ TableName: tableName, Key: keyOf(accountId, sequence), ConsistentRead: true }),
      );
      return Item ? readStored(Claim, `sequence ${sequence} of account ${accountId}`, Item).eventId : null;
    },
    claim: (accountId, sequence, eventId) => ({
      Put: {
        TableName: tableName,
        Item: { ...keyOf(accountId, sequence), eventId },
        ConditionExpression: 'attribute_not_exists(pk) OR eventId = :eventId',
        ExpressionAttributeValues: { ':eventId': eventId },
      },
    }),
  };
}

const keyOf = (accountId: string, sequence: number) => ({
  pk: `account#${accountId}`,
  sk: `sequence#${sequence}`,
});
