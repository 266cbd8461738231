import type { JsonObject } from '../json-protocol.ts';
import type { AttributeValue, Item } from './attribute-value.ts';
import { loadValidation, validations, type Validation } from './dynalite.ts';
import { translated } from './dynalite-error.ts';
import type { AttributeDefinition, KeyElement, Projection } from './table-record.ts';
import { refuseWhatIsNotEmulated } from './unsupported-expression.ts';

export interface PutInput extends JsonObject {
  readonly TableName: string;
  readonly Item: Item;
}

export interface KeyedInput extends JsonObject {
  readonly TableName: string;
  readonly Key: Item;
}

export interface GetInput extends KeyedInput {
  readonly ConsistentRead?: boolean;
}

export interface PageInput extends JsonObject {
  readonly TableName: string;
  readonly IndexName?: string;
  readonly ConsistentRead?: boolean;
  readonly ExclusiveStartKey?: Item;
  /** Of a Query; a KeyConditionExpression has been turned into this. */
  readonly KeyConditions?: Readonly<
    Record<string, { readonly AttributeValueList?: readonly AttributeValue[] }>
  >;
}

export interface IndexInput {
  readonly IndexName: string;
  readonly KeySchema: readonly KeyElement[];
  readonly Projection: Projection;
}

/** What each operation's input is once dynalite has checked its types and constraints. */
export interface ValidatedInputs {
  PutItem: PutInput;
  UpdateItem: KeyedInput;
  DeleteItem: KeyedInput;
  GetItem: GetInput;
  Query: PageInput;
  Scan: PageInput;
  BatchGetItem: {
    readonly RequestItems: Readonly<
      Record<string, JsonObject & { readonly Keys: readonly Item[]; readonly ConsistentRead?: boolean }>
    >;
  };
  BatchWriteItem: {
    readonly RequestItems: Readonly<
      Record<
        string,
        readonly { readonly PutRequest?: { Item: Item }; readonly DeleteRequest?: { Key: Item } }[]
      >
    >;
  };
  CreateTable: {
    readonly TableName: string;
    readonly KeySchema: readonly KeyElement[];
    readonly AttributeDefinitions: readonly AttributeDefinition[];
    readonly GlobalSecondaryIndexes?: readonly IndexInput[];
    readonly BillingMode?: string;
  };
  DescribeTable: { readonly TableName: string };
  DeleteTable: { readonly TableName: string };
  ListTables: { readonly ExclusiveStartTableName?: string; readonly Limit?: number };
}

const rules: Readonly<Record<keyof ValidatedInputs, Validation>> = {
  PutItem: loadValidation('putItem'),
  UpdateItem: loadValidation('updateItem'),
  DeleteItem: loadValidation('deleteItem'),
  GetItem: loadValidation('getItem'),
  Query: loadValidation('query'),
  Scan: loadValidation('scan'),
  BatchGetItem: loadValidation('batchGetItem'),
  BatchWriteItem: loadValidation('batchWriteItem'),
  CreateTable: loadValidation('createTable'),
  DescribeTable: loadValidation('describeTable'),
  DeleteTable: loadValidation('deleteTable'),
  ListTables: loadValidation('listTables'),
};

// dynalite counts UTF-16 units where AWS counts UTF-8 bytes, so sizes are judged by item-size.ts instead.
const withoutSizeLimit = { options: { maxItemSize: Infinity } };

/**
 * Checks an input as AWS does; expressions come out parsed (`_condition`, `_updates`, `_filter`, `_projection`).
 *
 * @throws ServiceError ValidationException or SerializationException
 */
export function validated<O extends keyof ValidatedInputs>(
  operation: O,
  input: JsonObject,
): ValidatedInputs[O] {
  const { types, custom } = rules[operation];
  try {
    // A copy, because dynalite deletes from its argument what it does not know.
    const data = validations.checkTypes({ ...input }, types);
    validations.checkValidations(data, types, custom, withoutSizeLimit);
    refuseWhatIsNotEmulated(data);
    return data as ValidatedInputs[O];
  } catch (error) {
    throw translated(error);
  }
}
