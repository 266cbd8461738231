import { SendTaskHeartbeatCommand, TaskDoesNotExist, TaskTimedOut } from '@aws-sdk/client-sfn';
import { documentClient, kmsClient, sfnClient } from '../../adapters/aws/clients.ts';
import { accountStore } from '../../adapters/records/account-store.ts';
import { caseStore } from '../../adapters/records/case-store.ts';
import { determinationStore } from '../../adapters/records/determination-store.ts';
import { dispositionStore } from '../../adapters/records/disposition-store.ts';
import { judgementStore } from '../../adapters/records/judgement-store.ts';
import { outboxStore } from '../../adapters/records/outbox-store.ts';
import { partyReader } from '../../adapters/records/party-store.ts';
import { reasonStore } from '../../adapters/records/reason-store.ts';
import { kmsEnvelope } from '../../adapters/sealing/envelope.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { httpStack } from '../runtime/http-stack.ts';
import { policies } from '../runtime/policies.ts';
import { auditedCommit } from '../runtime/records.ts';
import { reviewRelease } from '../runtime/review-release.ts';
import { Config } from './config.ts';
import { reviewCases } from './review-cases.ts';

const config = readEnvironment(Config);
const client = documentClient();
const sfn = sfnClient();
const cases = caseStore(client, config.RECORDS_TABLE);
const envelope = kmsEnvelope(kmsClient(), config.PARTY_KEY_ID);

export const handler = httpStack(
  reviewCases({
    cases,
    outbox: outboxStore(client, config.RECORDS_TABLE),
    accounts: accountStore(client, config.RECORDS_TABLE),
    parties: partyReader(client, config.RECORDS_TABLE, envelope),
    reasons: reasonStore(client, config.RECORDS_TABLE, envelope),
    determinations: determinationStore(client, config.RECORDS_TABLE),
    dispositions: dispositionStore(client, config.RECORDS_TABLE),
    judgements: judgementStore(client, config.RECORDS_TABLE, envelope),
    commit: auditedCommit(client, config.AUDIT_TABLE),
    release: reviewRelease(sfn, cases),
    heartbeat: async (taskToken) => {
      try {
        await sfn.send(new SendTaskHeartbeatCommand({ taskToken }));
      } catch (error) {
        // Time ran out while the person was typing; the execution settles what becomes of the case.
        if (!(error instanceof TaskTimedOut) && !(error instanceof TaskDoesNotExist)) throw error;
      }
    },
    terms: policies.provider.review,
    dispositionTerms: policies.provider.dispositions,
    now: () => new Date(),
  }),
);
