import type { DeploymentContext } from './deployment-context.ts';
import type { ResourceFamily } from './resource-family.ts';
import { apiGatewayFamilies } from './resources/api-gateway.ts';
import { dynamodbFamilies } from './resources/dynamodb.ts';
import { eventFamilies } from './resources/events.ts';
import { eventSourceMappingFamilies } from './resources/event-source-mapping.ts';
import { iamFamilies } from './resources/iam.ts';
import { kmsFamilies } from './resources/kms.ts';
import { lambdaFamilies } from './resources/lambda.ts';
import { s3Families } from './resources/s3.ts';
import { schedulerFamilies } from './resources/scheduler.ts';
import { secretFamilies } from './resources/secrets.ts';
import { sqsFamilies } from './resources/sqs.ts';
import { stateMachineFamilies } from './resources/state-machine.ts';

/** Every resource type the embedded AWS can create. */
export function allFamilies(context: DeploymentContext): ResourceFamily[] {
  return [
    apiGatewayFamilies,
    dynamodbFamilies,
    eventFamilies,
    eventSourceMappingFamilies,
    iamFamilies,
    kmsFamilies,
    lambdaFamilies,
    s3Families,
    schedulerFamilies,
    secretFamilies,
    sqsFamilies,
    stateMachineFamilies,
  ].flatMap((families) => families(context));
}
