import { documentClient, kmsClient, s3Client, sqsClient } from '../../adapters/aws/clients.ts';
import { askReassessment } from '../../adapters/inbox/ask-reassessment.ts';
import { inboxStore } from '../../adapters/inbox/inbox-store.ts';
import { verificationQueue } from '../../adapters/inbox/verification-queue.ts';
import { indexStore } from '../../adapters/lists/index-store.ts';
import { factsStore } from '../../adapters/owner-book/facts-store.ts';
import { shardDigests } from '../../adapters/owner-book/manifest-store.ts';
import { resultStore } from '../../adapters/owner-book/result-store.ts';
import { runStore } from '../../adapters/owner-book/run-store.ts';
import { accountsOfPart } from '../../adapters/records/account-store.ts';
import { determinationStore } from '../../adapters/records/determination-store.ts';
import { dispositionStore } from '../../adapters/records/disposition-store.ts';
import { partyReader } from '../../adapters/records/party-store.ts';
import { kmsBytesEnvelope, kmsEnvelope } from '../../adapters/sealing/envelope.ts';
import { createScreener } from '../../domain/screening/create-screener.ts';
import { matcherVersionWith } from '../../domain/screening/index/matcher-version.ts';
import { openIndex } from '../../domain/screening/index/open-index.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { shippedWordCounts } from '../../adapters/screening/shipped-word-counts.ts';
import { Config } from './config.ts';
import { rescreenShard } from './rescreen-shard.ts';
import { runIndexes } from './run-indexes.ts';

const config = readEnvironment(Config);
const client = documentClient();
const s3 = s3Client();
const kms = kmsClient();
const envelope = kmsEnvelope(kms, config.PARTY_KEY_ID);
const bucket = config.OWNER_BOOK_BUCKET;

export const handler = handlerStack(
  rescreenShard({
    accounts: (hashPrefix) => accountsOfPart(client, config.RECORDS_TABLE, hashPrefix),
    parties: partyReader(client, config.RECORDS_TABLE, envelope),
    determinations: determinationStore(client, config.RECORDS_TABLE),
    dispositions: dispositionStore(client, config.RECORDS_TABLE),
    now: () => new Date(),
    facts: factsStore(s3, bucket, kmsBytesEnvelope(kms, config.PARTY_KEY_ID)),
    results: resultStore(s3, bucket),
    shardDigests: shardDigests(s3, config.REPORTS_BUCKET),
    indexes: runIndexes({
      indexes: indexStore(s3, config.LISTS_BUCKET),
      runs: runStore(s3, bucket),
      open: (index, threshold) => createScreener(openIndex(index), { threshold }),
    }),
    matcherVersion: matcherVersionWith(shippedWordCounts),
    ask: askReassessment(
      inboxStore(client, config.INBOX_TABLE),
      envelope,
      verificationQueue(sqsClient(), config.VERIFICATION_QUEUE_URL),
      () => new Date(),
    ),
  }),
);
