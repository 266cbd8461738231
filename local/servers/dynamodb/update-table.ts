import type { JsonObject } from '../json-protocol.ts';
import type { Item } from './attribute-value.ts';
import { describedIndex, refuseProvisioned, refuseWhatIsMissing } from './create-table.ts';
import { dynamodbError, validationError } from './dynamodb-error.ts';
import type { LevelOperation } from './dynalite.ts';
import type { DynamodbParts } from './dynamodb-parts.ts';
import { encryptionOf } from './encryption.ts';
import { indexEntry } from './index-entry.ts';
import { indexPrefix, itemPrefix, under } from './key-layout.ts';
import type { Storage } from './storage.ts';
import {
  indexesOf,
  type AttributeDefinition,
  type IndexDescription,
  type TableDescription,
  type TableRecord,
} from './table-record.ts';
import type { IndexInput } from './validated-input.ts';

interface IndexUpdate {
  readonly Create?: IndexInput;
  readonly Delete?: { readonly IndexName: string };
}

/** Deletion protection, encryption, and indexes created (filled at once) or deleted. */
export async function updateTable(
  parts: DynamodbParts,
  input: JsonObject,
  caller: string,
): Promise<JsonObject> {
  refuseWhatIsMissing(input);
  if (input.BillingMode !== undefined) refuseProvisioned(input.BillingMode);
  const name = String(input.TableName);
  parts.access.demandManagement(caller, 'UpdateTable', name);
  return parts.writes.run(async () => {
    const table = parts.tables.get(name);
    const updates = (input.GlobalSecondaryIndexUpdates ?? []) as readonly IndexUpdate[];
    const description = withIndexes(withSettings(parts, table.description, input), updates);
    const updated: TableRecord = { ...table, description };
    const entries: LevelOperation[] = [];
    for (const update of updates) entries.push(...(await indexOperations(parts.storage, updated, update)));
    await parts.tables.save(updated, entries);
    return { TableDescription: description };
  });
}

function withSettings(
  parts: DynamodbParts,
  description: TableDescription,
  input: JsonObject,
): TableDescription {
  const { SSEDescription: present, ...rest } = description;
  const encryption =
    input.SSESpecification === undefined ? present : encryptionOf(parts.surroundings, input.SSESpecification);
  const protection = input.DeletionProtectionEnabled;
  return {
    ...rest,
    ...(encryption ? { SSEDescription: encryption } : {}),
    AttributeDefinitions: mergedDefinitions(description, input.AttributeDefinitions),
    DeletionProtectionEnabled:
      typeof protection === 'boolean' ? protection : description.DeletionProtectionEnabled,
  };
}

function mergedDefinitions(description: TableDescription, added: unknown): readonly AttributeDefinition[] {
  const all = [...description.AttributeDefinitions, ...((added ?? []) as readonly AttributeDefinition[])];
  return [...new Map(all.map((definition) => [definition.AttributeName, definition])).values()];
}

function withIndexes(description: TableDescription, updates: readonly IndexUpdate[]): TableDescription {
  let indexes: readonly IndexDescription[] = description.GlobalSecondaryIndexes ?? [];
  for (const { Create, Delete } of updates) {
    if (Create) indexes = [...indexes, newIndex(description, indexes, Create)];
    else if (Delete) indexes = withoutIndex(indexes, Delete.IndexName);
    else
      throw validationError(
        'GlobalSecondaryIndexUpdates: the embedded DynamoDB takes Create and Delete only',
      );
  }
  const { GlobalSecondaryIndexes: _replaced, ...rest } = description;
  return indexes.length > 0 ? { ...rest, GlobalSecondaryIndexes: indexes } : rest;
}

function newIndex(
  description: TableDescription,
  existing: readonly IndexDescription[],
  index: IndexInput,
): IndexDescription {
  if (existing.some((other) => other.IndexName === index.IndexName)) {
    throw validationError(`Attempting to create an index which already exists: ${index.IndexName}`);
  }
  const defined = new Set(description.AttributeDefinitions.map((definition) => definition.AttributeName));
  const missing = index.KeySchema.find((key) => !defined.has(key.AttributeName));
  if (missing) {
    throw validationError(
      `the index ${index.IndexName} has the key ${missing.AttributeName}, which AttributeDefinitions lacks`,
    );
  }
  return describedIndex(description.TableArn, index);
}

function withoutIndex(existing: readonly IndexDescription[], name: string): readonly IndexDescription[] {
  const left = existing.filter((index) => index.IndexName !== name);
  if (left.length < existing.length) return left;
  throw dynamodbError('ResourceNotFoundException', `Requested resource not found: Index: ${name} not found`);
}

async function indexOperations(
  storage: Storage,
  table: TableRecord,
  { Create, Delete }: IndexUpdate,
): Promise<LevelOperation[]> {
  const { TableName } = table.description;
  const operations: LevelOperation[] = [];
  if (Delete) {
    for await (const [key] of storage.entries(under(indexPrefix(TableName, Delete.IndexName)))) {
      operations.push({ type: 'del', key });
    }
  }
  const created = indexesOf(table).find((index) => index.IndexName === Create?.IndexName);
  if (!created) return operations;
  for await (const [, item] of storage.entries(under(itemPrefix(TableName)))) {
    const entry = indexEntry(table, created, item as Item);
    if (!entry) continue;
    operations.push({
      type: 'put',
      key: indexPrefix(TableName, created.IndexName) + entry.key,
      value: entry.item,
    });
  }
  return operations;
}
