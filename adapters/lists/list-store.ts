import { gunzipSync } from 'node:zlib';
import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ListRefusedError } from '../../domain/lists/list-refused-error.ts';
import { readStored } from '../records/stored.ts';
import type { TransactionItem } from '../records/transaction.ts';
import { asOneList, CurrentList, ListsInUse } from './lists-in-use.ts';
import { objectBytes } from '../aws/s3-objects.ts';

// OFAC's largest CSV file has 3 MB, the Consolidated Screening List 15 MB; four times that is no list.
const largestFileBytes = 64 * 1024 * 1024;

export interface ListStore {
  /** The list of this name that was accepted last; null before the first. */
  current(list: string): Promise<CurrentList | null>;
  put(current: CurrentList): TransactionItem;
  /** What everybody is screened against; null before the first list was accepted. */
  inUse(): Promise<ListsInUse | null>;
  putInUse(lists: ListsInUse): TransactionItem;
  /** Keys of the files that lie directly under a prefix, in order. */
  files(prefix: string): Promise<readonly string[]>;
  /** One file, decompressed; null when it is not in the bucket. */
  read(key: string): Promise<Uint8Array | null>;
}

// The list that was searched alone before lists were put together; its record is all that an earlier version wrote.
const firstList = 'ofac-sdn';
const inUseKey = { pk: 'lists#in-use', sk: 'current' };
const keyOf = (list: string) => ({ pk: `list#${list}`, sk: 'current' });

/** Reads the records alone, for whoever has no access to the bucket. */
export function listRecords(
  client: DynamoDBDocumentClient,
  tableName: string,
): Pick<ListStore, 'current' | 'inUse'> {
  const item = async (Key: { readonly pk: string; readonly sk: string }) =>
    (await client.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))).Item;
  const current = async (list: string): Promise<CurrentList | null> => {
    const stored = await item(keyOf(list));
    return stored ? readStored(CurrentList, `list ${list}`, stored.current) : null;
  };
  return {
    current,
    async inUse() {
      const stored = await item(inUseKey);
      if (stored) return readStored(ListsInUse, 'lists in use', stored.inUse);
      const first = await current(firstList);
      return first && asOneList(first);
    },
  };
}

export function listStore(
  client: DynamoDBDocumentClient,
  tableName: string,
  s3: S3Client,
  bucket: string,
): ListStore {
  return {
    ...listRecords(client, tableName),
    put: (current) => {
      const { revision, summary } = current;
      return revised(tableName, { ...keyOf(summary.list), revision, current });
    },
    putInUse: (inUse) => revised(tableName, { ...inUseKey, revision: inUse.revision, inUse }),
    async files(prefix) {
      const listing = { Bucket: bucket, Prefix: `${prefix}/`, Delimiter: '/' };
      const { Contents = [] } = await s3.send(new ListObjectsV2Command(listing));
      return Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key])).sort();
    },
    async read(key) {
      const bytes = await objectBytes(s3, bucket, key);
      return bytes && key.endsWith('.gz') ? unpacked(key, bytes) : bytes;
    },
  };
}

/** The next revision of a record, refused when somebody else has written one meanwhile. */
function revised(
  tableName: string,
  item: { readonly revision: number; readonly [attribute: string]: unknown },
): TransactionItem {
  const isFirst = item.revision === 1;
  return {
    Put: {
      TableName: tableName,
      Item: item,
      ConditionExpression: isFirst ? 'attribute_not_exists(pk)' : 'revision = :before',
      ...(isFirst ? {} : { ExpressionAttributeValues: { ':before': item.revision - 1 } }),
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
        whatToDo: 'Publish the list again, large XML as the ZIP that OFAC offers',
      },
      { cause },
    );
  }
}
