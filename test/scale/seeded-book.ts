import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { factsStore, type OwnerFacts } from '../../adapters/owner-book/facts-store.ts';
import { accountStore } from '../../adapters/records/account-store.ts';
import { kmsBytesEnvelope } from '../../adapters/sealing/envelope.ts';
import type { LocalStage } from '../../cli/stage/local-stage.ts';
import type { AccountRecord, PartyRecord } from '../../domain/accounts/account-record.ts';
import { accountHash, hashPrefixOf, shardDigitsFor, shardsOf } from '../../domain/rescreening/owner-shard.ts';

/** Parties of one account: its customer and its owners. */
const partiesPerAccount = 25;

// BatchWriteItem takes no more.
const itemsPerBatch = 25;

/**
 * Writes accounts with so many owners into the records, and their facts into the owner book: as they stand after a year of
 * runs, without a webhook, a KMS key and an item for each owner, which would take hours here.
 */
export async function seedBook(stage: LocalStage, owners: number): Promise<void> {
  const accounts = Array.from({ length: owners / partiesPerAccount }, (_, number) => seededAccount(number));
  await writeAccounts(stage, accounts);
  await writeFacts(stage, accounts, owners);
}

async function writeAccounts(
  { clients, names }: LocalStage,
  accounts: readonly AccountRecord[],
): Promise<void> {
  const table = names.RecordsTable;
  const store = accountStore(clients.documents, table);
  const items = accounts.map((account) => ({ PutRequest: { Item: store.put(account).Put?.Item } }));
  for (let from = 0; from < items.length; from += itemsPerBatch) {
    const RequestItems = { [table]: items.slice(from, from + itemsPerBatch) };
    const { UnprocessedItems } = await clients.documents.send(new BatchWriteCommand({ RequestItems }));
    if (Object.keys(UnprocessedItems ?? {}).length > 0)
      throw new Error('the records table left items unwritten');
  }
}

async function writeFacts(
  { aws, clients, names }: LocalStage,
  accounts: readonly AccountRecord[],
  owners: number,
): Promise<void> {
  const keyId = aws.lambda.functions
    .definitions()
    .flatMap(({ environment }) => (environment.OWNER_BOOK_BUCKET ? (environment.PARTY_KEY_ID ?? []) : []))[0];
  const book = factsStore(clients.s3, names.OwnerBookBucket, kmsBytesEnvelope(clients.kms, keyId ?? ''));
  for (const shard of shardsOf(shardDigitsFor(owners))) {
    const own = accounts.filter(({ id }) => accountHash(id).startsWith(hashPrefixOf(shard)));
    await book.write(shard, own.flatMap(factsOf));
  }
}

function factsOf({ id: account, customer, owners }: AccountRecord): OwnerFacts[] {
  const parties = customer ? [customer, ...owners] : owners;
  return parties.map(({ id: party, sequence }) => {
    const number = Number(party.slice(2));
    const query = { name: inventedName(number), kind: 'individual' as const, countries: ['AT'] };
    return { account, party, sequence, query };
  });
}

function seededAccount(number: number): AccountRecord {
  const first = number * partiesPerAccount;
  const [customer, ...owners] = Array.from({ length: partiesPerAccount }, (_, place) =>
    seededParty(first + place),
  );
  return {
    ...{ id: `acct-${number}`, revision: 1, eventId: 'evt_seed', openedAt: '2021-07-01T00:00:00.000Z' },
    ...{ isReseller: false, customer: customer ?? null, owners, ownersSetAt: 1, inScope: true },
    ...{ scopeBecause: 'foreignCustomer', concerns: [], status: 'verified', permission: 'full' },
    ...{ reasons: [], openCase: null },
  };
}

function seededParty(number: number): PartyRecord {
  return {
    ...{ id: `p-${number}`, kind: 'individual', sequence: 1, present: true, personStatus: 'foreign' },
    ...{ missingFields: [], identity: 'verified', country: 'AT' },
    screening: {
      outcome: 'clear',
      listDigest: '0'.repeat(64),
      matcherVersion: 'seed',
      determination: 'seed',
    },
  };
}

const syllables = [
  'qua',
  'sten',
  'hub',
  'vro',
  'zwick',
  'pfla',
  'umer',
  'schnu',
  'gött',
  'lix',
  'bram',
  'wögl',
];

/** Two words of four syllables that no listed name is made of: what is measured is the flow, not the matcher. */
function inventedName(number: number): string {
  const word = (seed: number) =>
    [1, 12, 144, 1728].map((place) => syllables[Math.floor(seed / place) % syllables.length]).join('');
  return `${word(number)} ${word(number * 7 + 3)}`;
}
