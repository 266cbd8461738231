import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SFNClient } from '@aws-sdk/client-sfn';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { HttpApi } from '../http-api/http-api.ts';
import type { PolicyAccessControl } from '../iam/policy-access-control.ts';
import type { EventSourceMappings } from '../lambda/event-source-mappings.ts';
import type { Lambda } from '../lambda/lambda.ts';
import type { Schedules } from '../scheduler/schedules.ts';
import type { RoleBook } from './role-book.ts';

/** The operator's clients of the gateway: resources are created through the API, as CloudFormation does. */
export interface OperatorClients {
  readonly dynamodb: DynamoDBClient;
  readonly events: EventBridgeClient;
  readonly kms: KMSClient;
  readonly s3: S3Client;
  readonly secrets: SecretsManagerClient;
  readonly sfn: SFNClient;
  readonly sqs: SQSClient;
}

/** Everything a resource family may create things in. */
export interface DeploymentContext {
  readonly region: string;
  readonly account: string;
  readonly clients: OperatorClients;
  readonly access: PolicyAccessControl;
  readonly roles: RoleBook;
  readonly lambda: Lambda;
  readonly mappings: EventSourceMappings;
  readonly httpApi: HttpApi;
  readonly schedules: Schedules;
  /** Flow of each principal, by access key id, for the meter. */
  readonly flows: Map<string, string>;
}
