import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SFNClient } from '@aws-sdk/client-sfn';
import type { SQSClient } from '@aws-sdk/client-sqs';

export interface Clients {
  readonly dynamodb: DynamoDBClient;
  readonly events: EventBridgeClient;
  readonly kms: KMSClient;
  readonly s3: S3Client;
  readonly secrets: SecretsManagerClient;
  readonly sfn: SFNClient;
  readonly sqs: SQSClient;
}

/**
 * One behaviour of AWS that the pipeline relies on, told in a sentence and tried through the SDK, so that the same
 * check can judge the embedded AWS, another emulator, or a real account.
 */
export interface Check {
  readonly service: keyof Clients;
  readonly rule: string;
  /** Throws (an assertion) when the behaviour differs. Makes and removes its own resources. */
  run(aws: Clients): Promise<void>;
}
