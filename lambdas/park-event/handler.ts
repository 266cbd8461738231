import { documentClient } from '../../adapters/aws/clients.ts';
import { inboxStore } from '../../adapters/inbox/inbox-store.ts';
import { accountStore } from '../../adapters/records/account-store.ts';
import { outboxStore } from '../../adapters/records/outbox-store.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { policies } from '../runtime/policies.ts';
import { auditedCommit } from '../runtime/records.ts';
import { Config } from './config.ts';
import { parkEvent } from './park-event.ts';

const config = readEnvironment(Config);
const client = documentClient();

export const handler = handlerStack(
  parkEvent({
    inbox: inboxStore(client, config.INBOX_TABLE),
    accounts: accountStore(client, config.RECORDS_TABLE),
    outbox: outboxStore(client, config.RECORDS_TABLE),
    policy: policies.provider,
    commit: auditedCommit(client, config.AUDIT_TABLE),
    now: () => new Date(),
  }),
);
