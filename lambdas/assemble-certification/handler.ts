import { documentClient, s3Client } from '../../adapters/aws/clients.ts';
import { dynamodbAuditStore } from '../../adapters/audit-log/dynamodb-audit-store.ts';
import { listRecords } from '../../adapters/lists/list-store.ts';
import { s3PackageStore } from '../../adapters/packages/package-store.ts';
import { accountStore } from '../../adapters/records/account-store.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { policies } from '../runtime/policies.ts';
import { assembleCertification } from './assemble-certification.ts';
import { Config } from './config.ts';

const config = readEnvironment(Config);
const client = documentClient();

export const handler = handlerStack(
  assembleCertification({
    accounts: accountStore(client, config.RECORDS_TABLE),
    listsInUse: () => listRecords(client, config.RECORDS_TABLE).inUse(),
    logState: () => dynamodbAuditStore(client, config.AUDIT_TABLE).state.read(),
    store: s3PackageStore(s3Client(), config.REPORTS_BUCKET),
    policies,
    about: config,
    now: () => new Date(),
  }),
);
