import type { Surroundings } from '../../surroundings.ts';
import { jsonService } from '../json-protocol.ts';
import type { Service } from '../service.ts';
import { backupOperations } from './backup-operations.ts';
import { batchReads } from './batch-reads.ts';
import { batchWrites } from './batch-writes.ts';
import type { DynamodbParts } from './dynamodb-parts.ts';
import { ItemStore } from './item-store.ts';
import { pageReads } from './page-reads.ts';
import { singleReads } from './single-reads.ts';
import { singleWrites } from './single-writes.ts';
import { Storage } from './storage.ts';
import { TableAccess } from './table-access.ts';
import { TableCatalogue } from './table-catalogue.ts';
import { tableOperations } from './table-operations.ts';
import { timeToLiveOperations } from './time-to-live-operations.ts';
import { TimeToLiveSweeper } from './time-to-live-sweeper.ts';
import { transactReads } from './transact-reads.ts';
import { transactWrites } from './transact-writes.ts';
import { WriteQueue } from './write-queue.ts';

export interface DynamodbService extends Service {
  /** Resolves when no write or sweep is under way: for whoever moves the clock. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * DynamoDB with on-demand tables. Streams, local indexes, provisioned capacity and PartiQL are refused by name; tags and
 * the table class are taken and forgotten. It is kinder than AWS in three ways: writes that meet wait for each other
 * instead of failing with a conflict, a batch of writes is stored as one, and indexes never lag behind their table.
 *
 * @param options.directory where tables are kept, made if missing; in memory when left out
 */
export async function createDynamodb(
  surroundings: Surroundings,
  options: { readonly directory?: string } = {},
): Promise<DynamodbService> {
  const parts = await openParts(surroundings, options.directory);
  await parts.sweeper.start();
  const service = jsonService('dynamodb', '1.0', {
    ...tableOperations(parts),
    ...timeToLiveOperations(parts),
    ...backupOperations(parts),
    ...singleWrites(parts),
    ...singleReads(parts),
    ...pageReads(parts),
    ...batchWrites(parts),
    ...batchReads(parts),
    ...transactWrites(parts),
    ...transactReads(parts),
  });
  return {
    ...service,
    settled: () => parts.writes.settled(),
    async close() {
      parts.sweeper.stop();
      await parts.writes.settled();
      await parts.storage.close();
    },
  };
}

async function openParts(surroundings: Surroundings, directory: string | undefined): Promise<DynamodbParts> {
  const storage = await Storage.open(directory);
  const tables = await TableCatalogue.load(storage);
  const writes = new WriteQueue();
  const sweeper = new TimeToLiveSweeper(surroundings.clock, storage, tables, writes);
  const items = new ItemStore(storage, (seconds) => {
    sweeper.expect(seconds);
  });
  const access = new TableAccess(surroundings, tables);
  return { surroundings, storage, tables, access, items, writes, sweeper };
}
