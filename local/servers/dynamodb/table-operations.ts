import type { JsonObject, JsonOperation } from '../json-protocol.ts';
import { createTable } from './create-table.ts';
import { validationError } from './dynamodb-error.ts';
import type { LevelOperation } from './dynalite.ts';
import type { DynamodbParts } from './dynamodb-parts.ts';
import { allIndexesPrefix, expiryPrefix, itemPrefix, under } from './key-layout.ts';
import { updateTable } from './update-table.ts';
import { validated } from './validated-input.ts';

/** AWS lists this many names when the request does not say. */
const namesPerPage = 100;

export function tableOperations(parts: DynamodbParts) {
  return {
    CreateTable: (input, caller) => createTable(parts, input, caller),
    UpdateTable: (input, caller) => updateTable(parts, input, caller),
    DeleteTable: (input, caller) => deleteTable(parts, input, caller),
    DescribeTable: (input, caller) => {
      const { TableName } = validated('DescribeTable', input);
      parts.access.demandManagement(caller, 'DescribeTable', TableName);
      return { Table: parts.tables.get(TableName).description };
    },
    ListTables: (input, caller) => listTables(parts, input, caller),
  } satisfies Record<string, JsonOperation>;
}

async function deleteTable(parts: DynamodbParts, input: JsonObject, caller: string): Promise<JsonObject> {
  const { TableName } = validated('DeleteTable', input);
  parts.access.demandManagement(caller, 'DeleteTable', TableName);
  return parts.writes.run(async () => {
    const { description } = parts.tables.get(TableName);
    if (description.DeletionProtectionEnabled) {
      throw validationError(
        'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
      );
    }
    const contents: LevelOperation[] = [];
    for (const prefix of [itemPrefix(TableName), allIndexesPrefix(TableName), expiryPrefix(TableName)]) {
      for await (const [key] of parts.storage.entries(under(prefix))) contents.push({ type: 'del', key });
    }
    await parts.tables.remove(TableName, contents);
    return { TableDescription: { ...description, TableStatus: 'DELETING' } };
  });
}

function listTables(parts: DynamodbParts, input: JsonObject, caller: string): JsonObject {
  const { ExclusiveStartTableName: after = '', Limit = namesPerPage } = validated('ListTables', input);
  parts.access.demandManagement(caller, 'ListTables');
  const names = parts.tables
    .all()
    .map((table) => table.description.TableName)
    .filter((name) => name > after)
    .sort();
  const page = names.slice(0, Limit);
  return { TableNames: page, ...(names.length > Limit ? { LastEvaluatedTableName: page.at(-1) } : {}) };
}
