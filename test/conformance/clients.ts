import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Clients } from './check.ts';

/** Clients for an emulator at `endpoint`, or, without one, for the AWS account of the environment. */
export function clientsFor(endpoint: string | undefined): Clients {
  const settings = endpoint
    ? {
        endpoint,
        region: 'us-east-1',
        credentials: { accessKeyId: 'operator', secretAccessKey: 'local-secret' },
        maxAttempts: 2,
      }
    : {};
  return {
    dynamodb: new DynamoDBClient(settings),
    events: new EventBridgeClient(settings),
    kms: new KMSClient(settings),
    s3: new S3Client({ ...settings, ...(endpoint ? { forcePathStyle: true } : {}) }),
    secrets: new SecretsManagerClient(settings),
    sfn: new SFNClient(settings),
    sqs: new SQSClient(settings),
  };
}
