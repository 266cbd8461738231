import { documentClient, kmsClient, s3Client } from '../../adapters/aws/clients.ts';
import { indexStore } from '../../adapters/lists/index-store.ts';
import { listStore } from '../../adapters/lists/list-store.ts';
import { accountStore } from '../../adapters/records/account-store.ts';
import { determinationStore } from '../../adapters/records/determination-store.ts';
import { dispositionStore } from '../../adapters/records/disposition-store.ts';
import { judgementStore } from '../../adapters/records/judgement-store.ts';
import { partyReader } from '../../adapters/records/party-store.ts';
import { kmsEnvelope } from '../../adapters/sealing/envelope.ts';
import { listCompiler } from '../runtime/compiled-lists.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { policies } from '../runtime/policies.ts';
import { auditedCommit } from '../runtime/records.ts';
import { shippedWordCounts } from '../../adapters/screening/shipped-word-counts.ts';
import { Config } from './config.ts';
import { currentScreener } from './current-screener.ts';
import { screenParties } from './screen-parties.ts';

const config = readEnvironment(Config);
const client = documentClient();
const s3 = s3Client();
const envelope = kmsEnvelope(kmsClient(), config.PARTY_KEY_ID);

export const handler = handlerStack(
  screenParties({
    accounts: accountStore(client, config.RECORDS_TABLE),
    parties: partyReader(client, config.RECORDS_TABLE, envelope),
    determinations: determinationStore(client, config.RECORDS_TABLE),
    dispositions: dispositionStore(client, config.RECORDS_TABLE),
    judgements: judgementStore(client, config.RECORDS_TABLE, envelope),
    screener: currentScreener({
      lists: listStore(client, config.RECORDS_TABLE, s3, config.LISTS_BUCKET),
      indexes: indexStore(s3, config.LISTS_BUCKET),
      compiler: listCompiler(shippedWordCounts),
      policy: policies.provider,
    }),
    commit: auditedCommit(client, config.AUDIT_TABLE),
    now: () => new Date(),
  }),
);
