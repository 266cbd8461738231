import { documentClient } from '../../adapters/aws/clients.ts';
import { outboxStore } from '../../adapters/records/outbox-store.ts';
import { reportStore } from '../../adapters/records/report-store.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { auditedCommit } from '../runtime/records.ts';
import { Config } from './config.ts';
import { recordReport } from './record-report.ts';

const config = readEnvironment(Config);
const client = documentClient();

export const handler = handlerStack(
  recordReport({
    reports: reportStore(client, config.RECORDS_TABLE),
    outbox: outboxStore(client, config.RECORDS_TABLE),
    commit: auditedCommit(client, config.AUDIT_TABLE),
    now: () => new Date(),
  }),
);
