import { documentClient, s3Client, sfnClient } from '../../adapters/aws/clients.ts';
import { listStore } from '../../adapters/lists/list-store.ts';
import { startRescreening } from '../../adapters/owner-book/start-rescreening.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { policies } from '../runtime/policies.ts';
import { auditedCommit } from '../runtime/records.ts';
import { acceptLists } from './accept-lists.ts';
import { Config } from './config.ts';

const config = readEnvironment(Config);
const client = documentClient();

export const handler = handlerStack(
  acceptLists({
    lists: listStore(client, config.RECORDS_TABLE, s3Client(), config.LISTS_BUCKET),
    commit: auditedCommit(client, config.AUDIT_TABLE),
    gate: policies.provider.listGate.lists,
    rescreen: startRescreening(sfnClient(), config.RESCREEN_OWNERS_ARN),
    now: () => new Date(),
  }),
);
