import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { OperatorClients } from './cfn/deployment-context.ts';
import { gatewayClient } from './gateway-client.ts';
import { operatorAccessKeyId } from './iam/policy-access-control.ts';

/** SDK clients of the gateway for the person at the machine, who may do everything. */
export function operatorClients(endpoint: string, region: string): OperatorClients {
  const settings = gatewayClient(endpoint, region, operatorAccessKeyId);
  return {
    dynamodb: new DynamoDBClient(settings),
    events: new EventBridgeClient(settings),
    kms: new KMSClient(settings),
    s3: new S3Client(settings),
    secrets: new SecretsManagerClient(settings),
    sfn: new SFNClient(settings),
    sqs: new SQSClient(settings),
  };
}
