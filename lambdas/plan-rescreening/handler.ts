import { documentClient, s3Client } from '../../adapters/aws/clients.ts';
import { indexStore } from '../../adapters/lists/index-store.ts';
import { listStore } from '../../adapters/lists/list-store.ts';
import { runStore } from '../../adapters/owner-book/run-store.ts';
import { accountStore } from '../../adapters/records/account-store.ts';
import { rescreeningStore } from '../../adapters/records/rescreening-store.ts';
import { listCompiler } from '../runtime/compiled-lists.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { policies } from '../runtime/policies.ts';
import { auditedCommit } from '../runtime/records.ts';
import { shippedWordCounts } from '../../adapters/screening/shipped-word-counts.ts';
import { Config } from './config.ts';
import { countOwners } from './count-owners.ts';
import { planRescreening } from './plan-rescreening.ts';

const config = readEnvironment(Config);
const client = documentClient();
const s3 = s3Client();
const accounts = accountStore(client, config.RECORDS_TABLE);

export const handler = handlerStack(
  planRescreening({
    runs: runStore(s3, config.OWNER_BOOK_BUCKET),
    rescreenings: rescreeningStore(client, config.RECORDS_TABLE),
    indexes: indexStore(s3, config.LISTS_BUCKET),
    lists: listStore(client, config.RECORDS_TABLE, s3, config.LISTS_BUCKET),
    compiler: listCompiler(shippedWordCounts),
    commit: auditedCommit(client, config.AUDIT_TABLE),
    now: () => new Date(),
    countOwners: () => countOwners(accounts.all()),
    policy: policies.provider,
  }),
);
