import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { ListRefusedError } from '../../domain/lists/list-refused-error.ts';
import { ofacFileNames, ofacFiles, type OfacFileName } from '../../domain/lists/ofac-files.ts';
import { readStored } from '../records/stored.ts';
import type { TransactionItem } from '../records/transaction.ts';

const perFile = <T extends z.ZodType>(value: T) =>
  z.object({ sdn: value, alt: value, add: value, sdnComments: value });

/** The list in use: what it is, and where its files are. */
const CurrentList = z.object({
  revision: z.int().min(1),
  summary: z.object({
    list: z.string(),
    digest: z.string(),
    publishedOn: z.string(),
    entries: z.int(),
    names: z.int(),
  }),
  files: perFile(z.object({ key: z.string(), sha256: z.string() })),
  /** File → day of the earlier publication it stems from, where a publication came without that file. */
  carried: z.record(z.string(), z.string()),
  acceptedAt: z.string(),
});
export type CurrentList = z.infer<typeof CurrentList>;

// OFAC's largest CSV file has 3 MB; twenty times that is no list.
const largestFileBytes = 64 * 1024 * 1024;

export interface ListStore {
  current(list: string): Promise<CurrentList | null>;
  put(current: CurrentList): TransactionItem;
  /** One file, decompressed; null when it is not in the bucket. */
  read(key: string): Promise<Uint8Array | null>;
}

/** The list of this name that is in use; null before the first was accepted. */
export async function currentList(
  client: DynamoDBDocumentClient,
  tableName: string,
  list: string,
): Promise<CurrentList | null> {
  const { Item } = await client.send(
    new GetCommand({ TableName: tableName, Key: keyOf(list), ConsistentRead: true }),
  );
  return Item ? readStored(CurrentList, `list ${list}`, Item.current) : null;
}

export function listStore(
  client: DynamoDBDocumentClient,
  tableName: string,
  s3: S3Client,
  bucket: string,
): ListStore {
  return {
    current: (list) => currentList(client, tableName, list),
    put(current) {
      const first = current.revision === 1;
      return {
        Put: {
          TableName: tableName,
          Item: { ...keyOf(current.summary.list), revision: current.revision, current },
          ConditionExpression: first ? 'attribute_not_exists(pk)' : 'revision = :before',
          ...(first ? {} : { ExpressionAttributeValues: { ':before': current.revision - 1 } }),
        },
      };
    },
    async read(key) {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
        return key.endsWith('.gz') ? unpacked(key, bytes) : bytes;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
  };
}

/** @throws ListRefusedError for what is not gzip, or unpacks to more than any list is large */
function unpacked(key: string, bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: largestFileBytes });
  } catch (cause) {
    throw new ListRefusedError(
      {
        file: key,
        row: null,
        expected: `gzip of at most ${largestFileBytes} bytes`,
        found: 'something else',
        whatToDo: 'Publish the list again',
      },
      { cause },
    );
  }
}

/** Where a file of a publication lies in the bucket. */
export function publicationKey(prefix: string, file: OfacFileName): string {
  return `${prefix}/${ofacFiles[file].file}.gz`;
}

/** Reads what is there of a publication. */
export async function readPublication(
  store: Pick<ListStore, 'read'>,
  keys: Readonly<Record<OfacFileName, string>>,
): Promise<Partial<Record<OfacFileName, Uint8Array>>> {
  const read = await Promise.all(
    ofacFileNames.map(async (name) => [name, await store.read(keys[name])] as const),
  );
  return Object.fromEntries(read.filter(([, bytes]) => bytes !== null));
}

const keyOf = (list: string) => ({ pk: `list#${list}`, sk: 'current' });
