import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { gatewayClient } from '../../local/gateway-client.ts';
import { operatorAccessKeyId } from '../../local/iam/policy-access-control.ts';

/** SDK clients of the person at the keyboard. */
export interface StageClients {
  readonly documents: DynamoDBDocumentClient;
  readonly kms: KMSClient;
  readonly lambda: LambdaClient;
  readonly s3: S3Client;
  readonly secrets: SecretsManagerClient;
  readonly sfn: SFNClient;
  readonly sqs: SQSClient;
  destroy(): void;
}

/** @param endpoint the gateway of a local stage; without it the AWS account of the environment */
export function stageClients(endpoint: string | null, region: string): StageClients {
  const settings = endpoint === null ? {} : gatewayClient(endpoint, region, operatorAccessKeyId);
  const dynamodb = new DynamoDBClient(settings);
  const others = {
    kms: new KMSClient(settings),
    lambda: new LambdaClient(settings),
    s3: new S3Client(settings),
    secrets: new SecretsManagerClient(settings),
    sfn: new SFNClient(settings),
    sqs: new SQSClient(settings),
  };
  return {
    ...others,
    documents: DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } }),
    destroy() {
      dynamodb.destroy();
      const all: { destroy(): void }[] = Object.values(others);
      for (const client of all) client.destroy();
    },
  };
}
