import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  documentClient,
  dynamoDbClient,
  eventBridgeClient,
  kmsClient,
  patience,
  s3Client,
  secretsClient,
  sfnClient,
  sqsClient,
} from '../../../adapters/aws/clients.ts';

/** The SDK's own handler, of which its types show only what every handler has. */
interface OptionsHolder {
  handle(request: object): Promise<unknown>;
  httpHandlerConfigs(): object;
}

let silent: Server;
let asked: number;

beforeEach(async () => {
  asked = 0;
  silent = createServer(() => {
    asked += 1;
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  silent.closeAllConnections();
  await new Promise((resolve) => silent.close(resolve));
});

describe('the patience of the AWS clients', () => {
  it('ends a call that is never answered, after one more attempt', async () => {
    const { port } = silent.address() as AddressInfo;
    const client = new KMSClient({
      ...patience,
      requestHandler: { ...patience.requestHandler, requestTimeout: 50 },
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'id', secretAccessKey: 'key' },
    });
    await expect(client.send(new ListKeysCommand({}))).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(asked).toBe(patience.maxAttempts);
  });

  it.each([
    ['DynamoDB', dynamoDbClient],
    ['DynamoDB documents', documentClient],
    ['KMS', kmsClient],
    ['S3', s3Client],
    ['SQS', sqsClient],
    ['Step Functions', sfnClient],
    ['EventBridge', eventBridgeClient],
    ['Secrets Manager', secretsClient],
  ])('is the same for %s', async (_name, client) => {
    const handler = client().config.requestHandler as unknown as OptionsHolder;
    // The handler reads its options at its first request.
    await handler.handle({}).catch(() => undefined);
    expect(handler.httpHandlerConfigs()).toMatchObject({
      connectionTimeout: 1000,
      requestTimeout: 5000,
      throwOnRequestTimeout: true,
    });
  });
});
