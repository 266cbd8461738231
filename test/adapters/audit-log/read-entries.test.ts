import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { readEntries } from '../../../adapters/audit-log/read-entries.ts';

const tableName = 'audit';
const item = (key: string) => ({ pk: `entry#${key}`, entry: '{}' });

describe('reading entries', () => {
  it('asks again for what DynamoDB left over', async () => {
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' }));
    const dynamodb = mockClient(client);
    dynamodb
      .on(BatchGetCommand)
      .resolvesOnce({
        Responses: { [tableName]: [item('a')] },
        UnprocessedKeys: { [tableName]: { Keys: [{ pk: 'entry#b' }] } },
      })
      .resolvesOnce({ Responses: { [tableName]: [item('b')] } });
    const entries = await readEntries({ client, tableName }, ['a', 'b']);
    expect(entries.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(dynamodb.calls()).toHaveLength(2);
  });

  it('reads consistently, 100 at a time, and no key twice', async () => {
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' }));
    const dynamodb = mockClient(client);
    dynamodb.on(BatchGetCommand).resolves({});
    await readEntries({ client, tableName }, [
      ...Array.from({ length: 101 }, (_, index) => `k${index}`),
      'k0',
    ]);
    const requests = dynamodb
      .commandCalls(BatchGetCommand)
      .map((call) => call.args[0].input.RequestItems?.[tableName]);
    expect(requests.map((request) => request?.Keys?.length)).toEqual([100, 1]);
    expect(requests.every((request) => request?.ConsistentRead)).toBe(true);
  });
});
