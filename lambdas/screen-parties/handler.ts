import { documentClient, kmsClient, s3Client } from '../../adapters/aws/clients.ts';
import { listStore } from '../../adapters/lists/list-store.ts';
import { accountStore } from '../../adapters/records/account-store.ts';
import { determinationStore } from '../../adapters/records/determination-store.ts';
import { dispositionStore } from '../../adapters/records/disposition-store.ts';
import { judgementStore } from '../../adapters/records/judgement-store.ts';
import { partyReader } from '../../adapters/records/party-store.ts';
import { kmsEnvelope } from '../../adapters/sealing/envelope.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { policies } from '../runtime/policies.ts';
import { auditedCommit } from '../runtime/records.ts';
import { Config } from './config.ts';
import { currentScreener } from './current-screener.ts';
import { screenParties } from './screen-parties.ts';

const config = readEnvironment(Config);
const client = documentClient();
const envelope = kmsEnvelope(kmsClient(), config.PARTY_KEY_ID);

export const handler = handlerStack(
  screenParties({
    accounts: accountStore(client, config.RECORDS_TABLE),
    parties: partyReader(client, config.RECORDS_TABLE, envelope),
    determinations: determinationStore(client, config.RECORDS_TABLE),
    dispositions: dispositionStore(client, config.RECORDS_TABLE),
    judgements: judgementStore(client, config.RECORDS_TABLE, envelope),
    screener: currentScreener(
      listStore(client, config.RECORDS_TABLE, s3Client(), config.LISTS_BUCKET),
      policies.provider,
    ),
    commit: auditedCommit(client, config.AUDIT_TABLE),
    now: () => new Date(),
  }),
);
