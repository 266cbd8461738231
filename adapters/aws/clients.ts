import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

// A call that takes five seconds will not get better by waiting; the state machine retries at its own pace.
export const patience = {
  maxAttempts: 2,
  // Without the last of these the SDK only warns that the time is up, and goes on waiting.
  requestHandler: { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true },
};

export const dynamoDbClient = (): DynamoDBClient => new DynamoDBClient(patience);

export const documentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(dynamoDbClient(), {
    marshallOptions: { removeUndefinedValues: true },
  });

export const kmsClient = (): KMSClient => new KMSClient(patience);
export const s3Client = (): S3Client => new S3Client(patience);
export const sqsClient = (): SQSClient => new SQSClient(patience);
export const sfnClient = (): SFNClient => new SFNClient(patience);
export const eventBridgeClient = (): EventBridgeClient => new EventBridgeClient(patience);
export const secretsClient = (): SecretsManagerClient => new SecretsManagerClient(patience);
