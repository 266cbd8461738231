import { documentClient, kmsClient, s3Client } from '../../adapters/aws/clients.ts';
import { dynamodbAuditStore } from '../../adapters/audit-log/dynamodb-audit-store.ts';
import { kmsNoteSigner } from '../../adapters/audit-log/kms-note-signer.ts';
import { s3TileStore } from '../../adapters/audit-log/s3-tile-store.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { Config } from './config.ts';
import { verifyAuditLog } from './verify-audit-log.ts';

const config = readEnvironment(Config);

export const handler = handlerStack(
  verifyAuditLog({
    tiles: s3TileStore(s3Client(), config.LOG_BUCKET),
    state: dynamodbAuditStore(documentClient(), config.AUDIT_TABLE).state,
    signer: kmsNoteSigner(kmsClient(), config.LOG_KEY_ID, config.LOG_NAME),
  }),
);
