import type { Surroundings } from '../../surroundings.ts';
import type { AttributeValue, Item } from './attribute-value.ts';
import { partitionKeyName, type TableRecord } from './table-record.ts';
import type { TableCatalogue } from './table-catalogue.ts';

export interface AccessTarget {
  readonly table: string;
  readonly index?: string | undefined;
  /** Items or keys the operation names, for the condition key `dynamodb:LeadingKeys`. */
  readonly keys?: readonly Item[];
}

/** Asks the access control before an operation sees a table. */
export class TableAccess {
  readonly #surroundings: Surroundings;
  readonly #tables: TableCatalogue;

  constructor(surroundings: Surroundings, tables: TableCatalogue) {
    this.#surroundings = surroundings;
    this.#tables = tables;
  }

  tableArn(table: string): string {
    const { region, account } = this.#surroundings;
    return `arn:aws:dynamodb:${region}:${account}:table/${table}`;
  }

  /** For operations on tables as such; `*` for those without one. */
  demandManagement(caller: string, action: string, table?: string): void {
    const resource = table === undefined ? '*' : this.tableArn(table);
    this.#surroundings.access.demand(caller, `dynamodb:${action}`, resource);
  }

  /**
   * The table, if the caller may perform `action` on it and, for one under a customer's key, use that key.
   *
   * @throws ServiceError AccessDeniedException, before ResourceNotFoundException as AWS does
   */
  demand(caller: string, action: string, target: AccessTarget): TableRecord {
    const table = this.#tables.find(target.table);
    const leadingKeys = table ? leadingKeysOf(table, target) : [];
    this.#surroundings.access.demand(
      caller,
      `dynamodb:${action}`,
      this.tableArn(target.table) + (target.index === undefined ? '' : `/index/${target.index}`),
      leadingKeys.length > 0 ? { 'dynamodb:LeadingKeys': leadingKeys } : {},
    );
    if (table) this.#demandKey(caller, table);
    return this.#tables.get(target.table);
  }

  #demandKey(caller: string, { description }: TableRecord): void {
    const keyArn = description.SSEDescription?.KMSMasterKeyArn;
    if (keyArn === undefined) return;
    // The context DynamoDB gives KMS ("DynamoDB encryption at rest: usage notes").
    this.#surroundings.access.demand(caller, 'kms:Decrypt', keyArn, {
      'kms:ViaService': `dynamodb.${this.#surroundings.region}.amazonaws.com`,
      'kms:EncryptionContext:aws:dynamodb:tableName': description.TableName,
      'kms:EncryptionContext:aws:dynamodb:subscriberId': this.#surroundings.account,
    });
  }
}

function leadingKeysOf(table: TableRecord, { index, keys = [] }: AccessTarget): string[] {
  const name = partitionKeyName(table, index);
  const values = keys.map((key) => key[name]).filter((value) => value !== undefined);
  return [...new Set(values.map(scalarText))];
}

/** A key is a string, a number or binary, which conditions see as base64. */
function scalarText(value: AttributeValue): string {
  return String(Object.values(value)[0]);
}
