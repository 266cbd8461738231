import { documentClient, kmsClient, s3Client } from '../../adapters/aws/clients.ts';
import { dynamodbAuditStore } from '../../adapters/audit-log/dynamodb-audit-store.ts';
import { kmsNoteSigner } from '../../adapters/audit-log/kms-note-signer.ts';
import { s3TileStore } from '../../adapters/audit-log/s3-tile-store.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { Config } from './config.ts';
import { sequenceAuditLog } from './sequence-audit-log.ts';

const config = readEnvironment(Config);
const ports = {
  ...dynamodbAuditStore(documentClient(), config.AUDIT_TABLE),
  tiles: s3TileStore(s3Client(), config.LOG_BUCKET),
  signer: kmsNoteSigner(kmsClient(), config.LOG_KEY_ID, config.LOG_NAME),
};

// A batch takes some seconds; one is begun only while half a minute is left for it.
const spareMs = 30_000;

export const handler = handlerStack((_event, context) =>
  sequenceAuditLog(ports, () => context.getRemainingTimeInMillis() > spareMs)(),
);
