import { documentClient, s3Client } from '../../adapters/aws/clients.ts';
import { resultStore } from '../../adapters/owner-book/result-store.ts';
import { s3PackageStore } from '../../adapters/packages/package-store.ts';
import { accountsOfPart } from '../../adapters/records/account-store.ts';
import { rescreeningStore } from '../../adapters/records/rescreening-store.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { auditedCommit } from '../runtime/records.ts';
import { closeRescreening } from './close-rescreening.ts';
import { Config } from './config.ts';

const config = readEnvironment(Config);
const client = documentClient();
const s3 = s3Client();

export const handler = handlerStack(
  closeRescreening({
    results: resultStore(s3, config.OWNER_BOOK_BUCKET),
    accounts: (hashPrefix) => accountsOfPart(client, config.RECORDS_TABLE, hashPrefix),
    rescreenings: rescreeningStore(client, config.RECORDS_TABLE),
    store: s3PackageStore(s3, config.REPORTS_BUCKET),
    commit: auditedCommit(client, config.AUDIT_TABLE),
    now: () => new Date(),
  }),
);
