import { documentClient, kmsClient } from '../../adapters/aws/clients.ts';
import { inboxStore } from '../../adapters/inbox/inbox-store.ts';
import { accountStore } from '../../adapters/records/account-store.ts';
import { caseStore } from '../../adapters/records/case-store.ts';
import { determinationStore } from '../../adapters/records/determination-store.ts';
import { partyWriter } from '../../adapters/records/party-store.ts';
import { sequenceClaims } from '../../adapters/records/sequence-claims.ts';
import { kmsEnvelope } from '../../adapters/sealing/envelope.ts';
import { kmsLookupHash } from '../../adapters/sealing/lookup-hash.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { policies } from '../runtime/policies.ts';
import { auditedCommit } from '../runtime/records.ts';
import { assessParties } from './assess-parties.ts';
import { Config } from './config.ts';

const config = readEnvironment(Config);
const client = documentClient();
const kms = kmsClient();
const envelope = kmsEnvelope(kms, config.PARTY_KEY_ID);

export const handler = handlerStack(
  assessParties({
    inbox: inboxStore(client, config.INBOX_TABLE),
    envelope,
    accounts: accountStore(client, config.RECORDS_TABLE),
    parties: partyWriter(client, config.RECORDS_TABLE, envelope, kmsLookupHash(kms, config.LOOKUP_KEY_ID)),
    cases: caseStore(client, config.RECORDS_TABLE),
    claims: sequenceClaims(client, config.RECORDS_TABLE),
    determinations: determinationStore(client, config.RECORDS_TABLE),
    commit: auditedCommit(client, config.AUDIT_TABLE),
    pack: policies.identification,
    placeRules: { sanctions: [policies.screening, policies.affiliates], diligence: policies.diligence },
    now: () => new Date(),
  }),
);
