import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { SaltedFacts } from '../../domain/accounts/screening-query.ts';
import { Owner } from '../../domain/identity/party.ts';
import { RecordMissingError, SequenceConflictError } from '../../domain/errors/kyc-error.ts';
import { sealedDigest, type Envelope } from '../sealing/envelope.ts';
import type { LookupHash } from '../sealing/lookup-hash.ts';
import { SealedItem } from './sealed-item.ts';
import { readStored } from './stored.ts';

/** As sealed: the facts, and the salt of their query's digest. */
const StoredFacts = Owner.extend({ salt: z.string().optional() });

const saltBytes = 16;

export interface PartyVersionKey {
  readonly accountId: string;
  readonly partyId: string;
  readonly sequence: number;
}

export interface PartyWriter {
  /**
   * Seals and stores one version of a party's facts, once. When the same event comes with them again, those that are
   * there stay, and with them the salt under which they may have been screened already.
   *
   * @returns the digest of what is stored
   * @throws SequenceConflictError when another event holds that version
   * @throws StoredRecordInvalidError when they were erased since
   */
  save(key: PartyVersionKey, eventId: string, facts: Owner): Promise<{ readonly digest: string }>;
}

export interface PartyReader {
  /** Facts stored before salts were have their subject and sequence for one: no secret, so that a name can be guessed. */
  load(key: PartyVersionKey): Promise<SaltedFacts>;
}

export function partyWriter(
  client: DynamoDBDocumentClient,
  tableName: string,
  envelope: Pick<Envelope, 'seal'>,
  lookupHash: LookupHash,
): PartyWriter {
  return {
    async save(key, eventId, facts) {
      const salt = randomBytes(saltBytes).toString('hex');
      const sealed = await envelope.seal(subjectOf(key), JSON.stringify({ ...facts, salt }));
      const lookup = facts.email === undefined ? {} : { lookup: await lookupHash('email', facts.email) };
      const item = { ...itemKey(key), ...lookup, ...sealed, eventId };
      if (await putFirst(client, tableName, item)) return { digest: sealedDigest(sealed) };
      const there = await storedVersion(client, tableName, key);
      if (there?.eventId === eventId)
        return { digest: sealedDigest(readStored(SealedItem, nameOf(key), there)) };
      throw new SequenceConflictError(
        `party ${key.partyId} of account ${key.accountId}: another event has the sequence number of ${eventId}`,
      );
    },
  };
}

/** @returns false when there is such an item already */
async function putFirst(
  client: DynamoDBDocumentClient,
  tableName: string,
  item: Record<string, unknown>,
): Promise<boolean> {
  try {
    await client.send(
      new PutCommand({ TableName: tableName, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

async function storedVersion(
  client: DynamoDBDocumentClient,
  tableName: string,
  key: PartyVersionKey,
): Promise<Record<string, unknown> | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: tableName, Key: itemKey(key), ConsistentRead: true }),
  );
  return Item;
}

export function partyReader(
  client: DynamoDBDocumentClient,
  tableName: string,
  envelope: Pick<Envelope, 'unseal'>,
): PartyReader {
  return {
    async load(key) {
      const item = await storedVersion(client, tableName, key);
      const name = nameOf(key);
      if (!item) throw new RecordMissingError(`${name} is not stored`);
      const facts: unknown = JSON.parse(
        await envelope.unseal(subjectOf(key), readStored(SealedItem, name, item)),
      );
      const { salt = `${subjectOf(key)}#${key.sequence}`, ...known } = readStored(StoredFacts, name, facts);
      return { ...known, salt };
    },
  };
}

const nameOf = (key: PartyVersionKey): string =>
  `party ${key.partyId} of account ${key.accountId} as of event ${key.sequence}`;

const subjectOf = (key: PartyVersionKey): string => `party:${key.accountId}:${key.partyId}`;

const itemKey = (key: PartyVersionKey) => ({
  pk: `account#${key.accountId}`,
  sk: `party#${key.partyId}#${key.sequence}`,
});
