import { CreateTableCommand, type AttributeDefinition } from '@aws-sdk/client-dynamodb';
import { CreateKeyCommand, type CreateKeyCommandInput } from '@aws-sdk/client-kms';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { unfinishedIndex } from '../../adapters/inbox/inbox-store.ts';
import { bookIndex } from '../../adapters/records/book.ts';
import { createDynamodb } from '../../local/servers/dynamodb/dynamodb-service.ts';
import { Gateway } from '../../local/servers/gateway.ts';
import { createKms } from '../../local/servers/kms/kms.ts';
import { createS3 } from '../../local/servers/s3/s3-service.ts';
import type { Clients } from '../conformance/check.ts';
import { clientsFor } from '../conformance/clients.ts';
import { recordedSurroundings } from '../support/surroundings.ts';

export const inboxTable = 'inbox';
export const recordsTable = 'records';

export interface EmbeddedStores {
  readonly aws: Clients;
  readonly documents: DynamoDBDocumentClient;
  /** A symmetric key and one for codes. */
  readonly keys: { readonly party: string; readonly lookup: string };
  close(): Promise<void>;
}

/** The embedded DynamoDB, S3 and KMS, with the tables and keys that the adapters work on. */
export async function embeddedStores(): Promise<EmbeddedStores> {
  const surroundings = recordedSurroundings();
  const dynamodb = await createDynamodb(surroundings);
  const gateway = new Gateway([dynamodb, createS3(surroundings), createKms(surroundings)]);
  const aws = clientsFor(await gateway.listen());
  await createTable(aws, inboxTable, ['eventId'], unfinishedIndex, ['unfinished', 'receivedAt']);
  await createTable(aws, recordsTable, ['pk', 'sk'], bookIndex, ['book', 'bookOrder']);
  return {
    aws,
    documents: DynamoDBDocumentClient.from(aws.dynamodb, {
      marshallOptions: { removeUndefinedValues: true },
    }),
    keys: {
      party: await createKey(aws, { KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT' }),
      lookup: await createKey(aws, { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
    },
    close: async () => {
      for (const client of Object.values(aws) as { destroy: () => void }[]) client.destroy();
      await gateway.close();
      await dynamodb.close();
    },
  };
}

const keySchema = ([hash = '', range]: readonly string[]) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  ...(range === undefined ? [] : [{ AttributeName: range, KeyType: 'RANGE' as const }]),
];

async function createTable(
  { dynamodb }: Clients,
  name: string,
  key: readonly string[],
  index: string,
  indexKey: readonly string[],
): Promise<void> {
  const attributes = [...key, ...indexKey].map((AttributeName): AttributeDefinition => ({
    AttributeName,
    AttributeType: 'S',
  }));
  await dynamodb.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes,
      KeySchema: keySchema(key),
      GlobalSecondaryIndexes: [
        { IndexName: index, KeySchema: keySchema(indexKey), Projection: { ProjectionType: 'ALL' } },
      ],
    }),
  );
}

async function createKey({ kms }: Clients, input: CreateKeyCommandInput): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand(input));
  if (!KeyMetadata?.KeyId) throw new Error('KMS made no key');
  return KeyMetadata.KeyId;
}
