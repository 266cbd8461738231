import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../json-protocol.ts';
import { dynamodbError, validationError } from './dynamodb-error.ts';
import type { DynamodbParts } from './dynamodb-parts.ts';
import { encryptionOf } from './encryption.ts';
import type { IndexDescription, TableDescription } from './table-record.ts';
import { validated, type IndexInput } from './validated-input.ts';

const onDemand = 'PAY_PER_REQUEST';

export async function createTable(
  parts: DynamodbParts,
  input: JsonObject,
  caller: string,
): Promise<JsonObject> {
  refuseWhatIsMissing(input);
  const data = validated('CreateTable', input);
  refuseProvisioned(data.BillingMode ?? 'PROVISIONED');
  parts.access.demandManagement(caller, 'CreateTable', data.TableName);
  return parts.writes.run(async () => {
    if (parts.tables.find(data.TableName)) {
      throw dynamodbError('ResourceInUseException', `Table already exists: ${data.TableName}`);
    }
    const tableArn = parts.access.tableArn(data.TableName);
    const encryption = encryptionOf(parts.surroundings, input.SSESpecification);
    const indexes = data.GlobalSecondaryIndexes?.map((index) => describedIndex(tableArn, index));
    const description: TableDescription = {
      TableName: data.TableName,
      TableArn: tableArn,
      TableId: randomUUID(),
      TableStatus: 'ACTIVE',
      CreationDateTime: parts.surroundings.clock.now() / 1000,
      KeySchema: data.KeySchema,
      AttributeDefinitions: data.AttributeDefinitions,
      ...(indexes ? { GlobalSecondaryIndexes: indexes } : {}),
      BillingModeSummary: { BillingMode: onDemand },
      DeletionProtectionEnabled: input.DeletionProtectionEnabled === true,
      ...(encryption ? { SSEDescription: encryption } : {}),
    };
    await parts.tables.save({ description });
    return { TableDescription: description };
  });
}

export function describedIndex(tableArn: string, index: IndexInput): IndexDescription {
  return {
    IndexName: index.IndexName,
    IndexArn: `${tableArn}/index/${index.IndexName}`,
    IndexStatus: 'ACTIVE',
    KeySchema: index.KeySchema,
    Projection: index.Projection,
  };
}

/** The meter counts requests, which is how AWS bills on-demand tables and no others. */
export function refuseProvisioned(billingMode: unknown): void {
  if (billingMode === onDemand) return;
  throw validationError(
    `BillingMode: the embedded DynamoDB has on-demand tables only; expected ${onDemand}, found ${String(billingMode)}`,
  );
}

/** @throws ServiceError ValidationException naming the first member that asks for what is not emulated */
export function refuseWhatIsMissing(input: JsonObject): void {
  const stream = input.StreamSpecification as { readonly StreamEnabled?: boolean } | undefined;
  if (stream?.StreamEnabled) {
    throw validationError('StreamSpecification: the embedded DynamoDB has no streams; leave it out');
  }
  if (input.LocalSecondaryIndexes !== undefined) {
    throw validationError(
      'LocalSecondaryIndexes: the embedded DynamoDB has global indexes only; use GlobalSecondaryIndexes',
    );
  }
  if (input.ReplicaUpdates !== undefined) {
    throw validationError('ReplicaUpdates: the embedded DynamoDB has no global tables; leave it out');
  }
}
