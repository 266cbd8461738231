import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { DeploymentContext } from '../deployment-context.ts';
import { physicalName } from '../physical-names.ts';
import { type ResourceFamily, resourceFamily } from '../resource-family.ts';

const KeySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Projection = z.strictObject({
  ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
  NonKeyAttributes: z.array(z.string()).optional(),
});
const Index = z.strictObject({ IndexName: z.string(), KeySchema, Projection });
const Properties = z.strictObject({
  TableName: z.string().optional(),
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema,
  // Provisioned throughput is refused: nothing here throttles, and the cost model is on-demand.
  BillingMode: z.literal('PAY_PER_REQUEST'),
  GlobalSecondaryIndexes: z.array(Index).optional(),
  PointInTimeRecoverySpecification: z
    .strictObject({ PointInTimeRecoveryEnabled: z.boolean(), RecoveryPeriodInDays: z.number().optional() })
    .optional(),
  SSESpecification: z
    .strictObject({
      SSEEnabled: z.boolean(),
      SSEType: z.literal('KMS').optional(),
      KMSMasterKeyId: z.string().optional(),
    })
    .optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
  DeletionProtectionEnabled: z.boolean().optional(),
});
type TableProperties = z.infer<typeof Properties>;

/** DynamoDB tables. A table that is already there keeps its items and gains the indexes it lacks. */
export function dynamodbFamilies({ clients: { dynamodb } }: DeploymentContext): ResourceFamily[] {
  const table = resourceFamily({
    type: 'AWS::DynamoDB::Table',
    properties: Properties,
    ignored: ['ContributorInsightsSpecification', 'TableClass', 'Tags'],
    async create({ type, logicalId, properties }) {
      const name = physicalName(type, logicalId, properties.TableName);
      const present = await describe(dynamodb, name);
      if (present) await addMissingIndexes(dynamodb, present, properties);
      else await dynamodb.send(new CreateTableCommand(creation(name, properties)));
      const { TableArn: arn = '' } = await whenActive(dynamodb, name);
      if (!present) await configure(dynamodb, name, properties);
      return { ref: name, attributes: { Arn: arn } };
    },
  });
  return [table];
}

function creation(name: string, properties: TableProperties): CreateTableCommandInput {
  const {
    TimeToLiveSpecification: _,
    PointInTimeRecoverySpecification: __,
    SSESpecification,
    ...settings
  } = properties;
  const encryption = SSESpecification && {
    Enabled: SSESpecification.SSEEnabled,
    SSEType: SSESpecification.SSEType,
    KMSMasterKeyId: SSESpecification.KMSMasterKeyId,
  };
  return { ...settings, TableName: name, SSESpecification: encryption };
}

async function configure(dynamodb: DynamoDBClient, name: string, properties: TableProperties): Promise<void> {
  const { TimeToLiveSpecification, PointInTimeRecoverySpecification: recovery } = properties;
  if (TimeToLiveSpecification) {
    await dynamodb.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification }));
  }
  if (recovery) {
    const { PointInTimeRecoveryEnabled } = recovery;
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled };
    await dynamodb.send(
      new UpdateContinuousBackupsCommand({ TableName: name, PointInTimeRecoverySpecification }),
    );
  }
}

async function describe(dynamodb: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await dynamodb.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function whenActive(dynamodb: DynamoDBClient, name: string): Promise<TableDescription> {
  for (;;) {
    const table = await describe(dynamodb, name);
    const indexes = table?.GlobalSecondaryIndexes ?? [];
    const isReady = indexes.every((index) => (index.IndexStatus ?? 'ACTIVE') === 'ACTIVE');
    if (table?.TableStatus === 'ACTIVE' && isReady) return table;
    // The SDK's own waiter sleeps two seconds at least; here the table is ready within milliseconds.
    await sleep(5);
  }
}

async function addMissingIndexes(
  dynamodb: DynamoDBClient,
  present: TableDescription,
  properties: TableProperties,
): Promise<void> {
  const name = present.TableName ?? '';
  const keys = (schema: unknown) => JSON.stringify(schema);
  if (keys(present.KeySchema) !== keys(properties.KeySchema)) {
    throw new Error(
      `the table ${name} exists with the key ${keys(present.KeySchema)}, the template has ${keys(properties.KeySchema)}; ` +
        'AWS would replace the table and lose its items: remove the local storage to start anew',
    );
  }
  const known = new Set(present.GlobalSecondaryIndexes?.map((index) => index.IndexName));
  for (const index of properties.GlobalSecondaryIndexes ?? []) {
    if (known.has(index.IndexName)) continue;
    await dynamodb.send(
      new UpdateTableCommand({
        TableName: name,
        AttributeDefinitions: properties.AttributeDefinitions,
        GlobalSecondaryIndexUpdates: [{ Create: index }],
      }),
    );
    await whenActive(dynamodb, name);
  }
}
