import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { CreateBucketCommand, PutObjectLockConfigurationCommand } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { auditPut } from '../../../adapters/audit-log/audit-put.ts';
import { auditTableKeys } from '../../../adapters/audit-log/audit-table.ts';
import { dynamodbAuditStore } from '../../../adapters/audit-log/dynamodb-audit-store.ts';
import { kmsNoteSigner } from '../../../adapters/audit-log/kms-note-signer.ts';
import { s3TileStore } from '../../../adapters/audit-log/s3-tile-store.ts';
import type { AuditEntry } from '../../../domain/audit/audit-entry.ts';
import type { SequencerPorts } from '../../../domain/audit/sequencer-ports.ts';
import { createDynamodb } from '../../../local/servers/dynamodb/dynamodb-service.ts';
import { Gateway } from '../../../local/servers/gateway.ts';
import { createKms } from '../../../local/servers/kms/kms.ts';
import { createS3 } from '../../../local/servers/s3/s3-service.ts';
import type { Clients } from '../../conformance/check.ts';
import { clientsFor } from '../../conformance/clients.ts';
import { recordedSurroundings } from '../../support/surroundings.ts';

export const tableName = 'audit';
export const bucket = 'audit-log';

export interface EmbeddedLog {
  readonly aws: Clients;
  readonly documents: DynamoDBDocumentClient;
  readonly keyId: string;
  readonly ports: SequencerPorts;
  /** Which IAM actions were asked for so far. */
  actions(): Set<string>;
  put(...entries: readonly AuditEntry[]): Promise<void>;
  close(): Promise<void>;
}

/** The adapters on the embedded DynamoDB, S3 and KMS, with the table, the locked bucket and the key they need. */
export async function embeddedLog(): Promise<EmbeddedLog> {
  const surroundings = recordedSurroundings();
  const dynamodb = await createDynamodb(surroundings);
  const gateway = new Gateway([dynamodb, createS3(surroundings), createKms(surroundings)]);
  const aws = clientsFor(await gateway.listen());
  const documents = DynamoDBDocumentClient.from(aws.dynamodb);
  await createTable(aws);
  await createLockedBucket(aws);
  const keyId = await createKey(aws);
  surroundings.demanded.length = 0;
  return {
    aws,
    documents,
    keyId,
    ports: {
      ...dynamodbAuditStore(documents, tableName),
      tiles: s3TileStore(aws.s3, bucket),
      signer: kmsNoteSigner(aws.kms, keyId, 'audit.example.com/kyc'),
    },
    actions: () => new Set(surroundings.demanded.map(({ action }) => action)),
    put: async (...entries) => {
      const TransactItems = entries.map((entry) => auditPut(tableName, entry));
      await documents.send(new TransactWriteCommand({ TransactItems }));
    },
    close: async () => {
      for (const client of Object.values(aws) as { destroy: () => void }[]) client.destroy();
      await gateway.close();
      await dynamodb.close();
    },
  };
}

async function createTable({ dynamodb }: Clients): Promise<void> {
  const { partitionKey, waitingIndex } = auditTableKeys;
  const names = [partitionKey, waitingIndex.partitionKey, waitingIndex.sortKey];
  await dynamodb.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [{ AttributeName: partitionKey, KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: waitingIndex.name,
          KeySchema: [
            { AttributeName: waitingIndex.partitionKey, KeyType: 'HASH' },
            { AttributeName: waitingIndex.sortKey, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    }),
  );
}

async function createLockedBucket({ s3 }: Clients): Promise<void> {
  await s3.send(new CreateBucketCommand({ Bucket: bucket, ObjectLockEnabledForBucket: true }));
  await s3.send(
    new PutObjectLockConfigurationCommand({
      Bucket: bucket,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 730 } },
      },
    }),
  );
}

async function createKey({ kms }: Clients): Promise<string> {
  const { KeyMetadata: key } = await kms.send(
    new CreateKeyCommand({ KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' }),
  );
  if (!key?.KeyId) throw new Error('KMS made no key');
  return key.KeyId;
}
