import { documentClient } from '../../adapters/aws/clients.ts';
import { accountStore } from '../../adapters/records/account-store.ts';
import { caseStore } from '../../adapters/records/case-store.ts';
import { determinationStore } from '../../adapters/records/determination-store.ts';
import { outboxStore } from '../../adapters/records/outbox-store.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { policies } from '../runtime/policies.ts';
import { auditedCommit } from '../runtime/records.ts';
import { Config } from './config.ts';
import { decideAccountStep } from './decide-account.ts';

const config = readEnvironment(Config);
const client = documentClient();

export const handler = handlerStack(
  decideAccountStep({
    accounts: accountStore(client, config.RECORDS_TABLE),
    cases: caseStore(client, config.RECORDS_TABLE),
    outbox: outboxStore(client, config.RECORDS_TABLE),
    determinations: determinationStore(client, config.RECORDS_TABLE),
    commit: auditedCommit(client, config.AUDIT_TABLE),
    policy: policies.provider,
    identification: policies.identification,
    ownershipRules: [policies.screening, policies.affiliates],
    now: () => new Date(),
  }),
);
