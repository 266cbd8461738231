import type { Surroundings } from '../../surroundings.ts';
import type { ItemStore } from './item-store.ts';
import type { Storage } from './storage.ts';
import type { TableAccess } from './table-access.ts';
import type { TableCatalogue } from './table-catalogue.ts';
import type { TimeToLiveSweeper } from './time-to-live-sweeper.ts';
import type { WriteQueue } from './write-queue.ts';

/** What the operations share. */
export interface DynamodbParts {
  readonly surroundings: Surroundings;
  readonly storage: Storage;
  readonly tables: TableCatalogue;
  readonly access: TableAccess;
  readonly items: ItemStore;
  readonly writes: WriteQueue;
  readonly sweeper: TimeToLiveSweeper;
}
