import type { FactsStore, OwnerFacts } from '../../adapters/owner-book/facts-store.ts';
import { inBatches } from '../../adapters/owner-book/in-batches.ts';
import type { PartyReader } from '../../adapters/records/party-store.ts';
import {
  presentParties,
  type AccountRecord,
  type PartyRecord,
} from '../../domain/accounts/account-record.ts';
import { screeningQuery } from '../../domain/accounts/screening-query.ts';
import { RecordMissingError, StoredRecordInvalidError } from '../../domain/errors/kyc-error.ts';
import { ownerKey } from '../../domain/rescreening/owner-result.ts';
import type { ScreeningQuery } from '../../domain/screening/screening.ts';

export interface ShardOwner {
  readonly account: AccountRecord;
  readonly party: PartyRecord;
  readonly key: string;
  /** Null when its facts cannot be read, as after an erasure. */
  readonly query: ScreeningQuery | null;
}

interface ShardSources {
  readonly accounts: AsyncIterable<AccountRecord>;
  readonly parties: PartyReader;
  readonly facts: FactsStore;
}

// Each is one call of DynamoDB and one of KMS: a hundred functions with eight at a time stay below the 50,000 calls a
// second that KMS allows in the regions where it allows fewest of the large ones (AWS KMS quotas, symmetric keys).
const readsAtOnce = 8;

/**
 * The owners that the records name in a shard today, in a fixed order, each with what it is screened with: from the
 * owner book where that version is in it, else from the records, and the book is then written anew.
 */
export async function shardOwners(
  { accounts, parties, facts }: ShardSources,
  shard: string,
  isRebuilt: boolean,
): Promise<ShardOwner[]> {
  const book = isRebuilt ? null : await facts.read(shard);
  const known = new Map((book ?? []).map((owner) => [ownerKey(owner), owner.query]));
  const named: Omit<ShardOwner, 'query'>[] = [];
  for await (const account of accounts) {
    for (const party of presentParties(account)) {
      named.push({ account, party, key: keyOf(account, party) });
    }
  }
  const owners = await inBatches(named, readsAtOnce, async (owner): Promise<ShardOwner> => {
    const query = known.get(owner.key) ?? (await readQuery(parties, owner));
    return { ...owner, query };
  });
  const present = owners.flatMap((owner) => (owner.query ? [factsOf(owner, owner.query)] : []));
  const isBookRight = book?.length === present.length && present.every((owner) => known.has(ownerKey(owner)));
  if (!isBookRight) await facts.write(shard, present);
  return owners;
}

async function readQuery(
  parties: PartyReader,
  { account, party }: Pick<ShardOwner, 'account' | 'party'>,
): Promise<ScreeningQuery | null> {
  try {
    const key = { accountId: account.id, partyId: party.id, sequence: party.sequence };
    return screeningQuery(await parties.load(key));
  } catch (error) {
    if (error instanceof RecordMissingError || error instanceof StoredRecordInvalidError) return null;
    throw error;
  }
}

function factsOf({ account, party }: Omit<ShardOwner, 'query'>, query: ScreeningQuery): OwnerFacts {
  const { name, otherNames, kind, birthDate, countries, identifiers, salt } = query;
  return {
    ...{ account: account.id, party: party.id, sequence: party.sequence },
    query: {
      ...{ name, kind, birthDate, salt },
      otherNames: otherNames && [...otherNames],
      countries: countries && [...countries],
      identifiers: identifiers?.map((identifier) => ({ ...identifier })),
    },
  };
}

function keyOf(account: AccountRecord, { id, sequence }: PartyRecord): string {
  return ownerKey({ account: account.id, party: id, sequence });
}
