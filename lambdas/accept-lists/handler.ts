import { documentClient, s3Client, sfnClient } from '../../adapters/aws/clients.ts';
import { indexStore } from '../../adapters/lists/index-store.ts';
import { listStore } from '../../adapters/lists/list-store.ts';
import { startRescreening } from '../../adapters/owner-book/start-rescreening.ts';
import { listCompiler } from '../runtime/compiled-lists.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { policies } from '../runtime/policies.ts';
import { auditedCommit } from '../runtime/records.ts';
import { shippedWordCounts } from '../../adapters/screening/shipped-word-counts.ts';
import { acceptLists } from './accept-lists.ts';
import { Config } from './config.ts';

const config = readEnvironment(Config);
const client = documentClient();
const s3 = s3Client();

export const handler = handlerStack(
  acceptLists({
    lists: listStore(client, config.RECORDS_TABLE, s3, config.LISTS_BUCKET),
    indexes: indexStore(s3, config.LISTS_BUCKET),
    compiler: listCompiler(shippedWordCounts),
    commit: auditedCommit(client, config.AUDIT_TABLE),
    gate: policies.provider.listGate,
    rescreen: startRescreening(sfnClient(), config.RESCREEN_OWNERS_ARN),
    now: () => new Date(),
  }),
);
