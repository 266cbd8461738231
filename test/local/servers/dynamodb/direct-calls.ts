import { createDynamodb, type DynamodbService } from '../../../../local/servers/dynamodb/dynamodb-service.ts';
import type { Surroundings } from '../../../../local/surroundings.ts';
import { recordedSurroundings, type RecordedSurroundings } from '../../../support/surroundings.ts';

export type Answer = Record<string, unknown>;

/** Sends one operation without HTTP; a refusal is an error whose name is AWS's code. */
export type Call = (operation: string, input: object) => Promise<Answer>;

export function callsTo(service: DynamodbService, accessKeyId = 'operator'): Call {
  return async (operation, input) => {
    const response = await service.handle({
      method: 'POST',
      url: '/',
      headers: { 'x-amz-target': `DynamoDB_20120810.${operation}` },
      body: Buffer.from(JSON.stringify(input)),
      accessKeyId,
    });
    const answer = JSON.parse(response.body.toString()) as Answer;
    if (response.status === 200) return answer;
    const refused = new Error(String(answer.message));
    refused.name = String(answer.__type).split('#').at(-1) ?? '';
    throw Object.assign(refused, answer);
  };
}

export interface RunningDynamodb {
  readonly service: DynamodbService;
  readonly surroundings: RecordedSurroundings;
  readonly call: Call;
  readonly stop: () => Promise<void>;
}

export async function startDynamodb(
  options: { readonly directory?: string; readonly surroundings?: Partial<Surroundings> } = {},
): Promise<RunningDynamodb> {
  const surroundings = recordedSurroundings(options.surroundings);
  const { directory } = options;
  const service = await createDynamodb(surroundings, directory === undefined ? {} : { directory });
  const stop = async (): Promise<void> => {
    surroundings.clock.stop();
    await service.close();
  };
  return { service, surroundings, call: callsTo(service), stop };
}

/** Keys `pk` and `sk`, and an index `byGroup` over `group` that projects `share` besides the keys. */
export const definition = {
  TableName: 'things',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['pk', 'sk', 'group'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byGroup',
      KeySchema: [{ AttributeName: 'group', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['share'] },
    },
  ],
};

export const keyOf = (sk: string, pk = 'p') => ({ pk: { S: pk }, sk: { S: sk } });
