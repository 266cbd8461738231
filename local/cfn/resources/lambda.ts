import { z } from 'zod';
import type { DeploymentContext } from '../deployment-context.ts';
import { physicalName } from '../physical-names.ts';
import { flowOf, type ResourceFamily, resourceFamily, Tags } from '../resource-family.ts';
import { parseReference } from '../../lambda/function-registry.ts';

const Code = z.strictObject({ S3Bucket: z.string(), S3Key: z.string() });
const FunctionProperties = z.strictObject({
  FunctionName: z.string().optional(),
  Code,
  Handler: z.string(),
  Role: z.string(),
  Runtime: z.string().regex(/^nodejs\d+\.x$/, 'only Node runtimes can run in a worker thread'),
  // AWS's defaults: 3 s and 128 MB.
  Timeout: z.number().default(3),
  MemorySize: z.number().default(128),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).default({
    Variables: {},
  }),
  ReservedConcurrentExecutions: z.number().optional(),
  DeadLetterConfig: z
    .strictObject({ TargetArn: z.string().regex(/^arn:aws:sqs:/, 'only SQS queues') })
    .optional(),
  Tags,
});
const QueueDestination = z.strictObject({
  Destination: z.string().regex(/^arn:aws:sqs:/, 'only SQS queues'),
});

/** Functions, who may call them, and what becomes of their asynchronous events. */
export function lambdaFamilies(context: DeploymentContext): ResourceFamily[] {
  const { region, account, roles, lambda, access, flows } = context;
  const arnOf = (reference: string) =>
    `arn:aws:lambda:${region}:${account}:function:${parseReference(reference).name}`;

  const lambdaFunction = resourceFamily({
    type: 'AWS::Lambda::Function',
    properties: FunctionProperties,
    // A function here has the disk of this machine.
    ignored: [
      'Architectures',
      'Description',
      'EphemeralStorage',
      'KmsKeyArn',
      'LoggingConfig',
      'RecursiveLoop',
      'TracingConfig',
    ],
    create({ type, logicalId, properties, assetPath }) {
      const name = physicalName(type, logicalId, properties.FunctionName);
      const { ReservedConcurrentExecutions: reserved, DeadLetterConfig: deadLetter } = properties;
      const roleName = roles.assume(properties.Role, 'lambda.amazonaws.com');
      for (const payer of [roleName, arnOf(name)]) flows.set(payer, flowOf(properties.Tags));
      lambda.functions.register({
        name,
        arn: arnOf(name),
        codeDirectory: assetPath(properties.Code.S3Key),
        handler: properties.Handler,
        environment: properties.Environment.Variables,
        roleName,
        memoryMegabytes: properties.MemorySize,
        timeoutSeconds: properties.Timeout,
        ...(reserved === undefined ? {} : { reservedConcurrency: reserved }),
        ...(deadLetter ? { deadLetterQueueArn: deadLetter.TargetArn } : {}),
      });
      return { ref: name, attributes: { Arn: arnOf(name) } };
    },
  });

  const permission = resourceFamily({
    type: 'AWS::Lambda::Permission',
    properties: z.strictObject({
      Action: z.string(),
      FunctionName: z.string(),
      Principal: z.string(),
      SourceAccount: z.string().optional(),
      SourceArn: z.string().optional(),
    }),
    ignored: [],
    create({ logicalId, properties: { Action, FunctionName, Principal, SourceAccount, SourceArn } }) {
      const Resource = arnOf(FunctionName);
      const Condition = {
        ...(SourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': SourceArn } }),
        ...(SourceAccount === undefined ? {} : { StringEquals: { 'aws:SourceAccount': SourceAccount } }),
      };
      access.addResourcePolicy(Resource, {
        Id: logicalId,
        Statement: { Effect: 'Allow', Principal: principalOf(Principal), Action, Resource, Condition },
      });
      return { ref: logicalId, attributes: {} };
    },
  });

  const eventInvokeConfig = resourceFamily({
    type: 'AWS::Lambda::EventInvokeConfig',
    properties: z.strictObject({
      FunctionName: z.string(),
      Qualifier: z.literal('$LATEST'),
      MaximumEventAgeInSeconds: z.number().default(21_600),
      MaximumRetryAttempts: z.number().default(2),
      DestinationConfig: z
        .strictObject({ OnFailure: QueueDestination.optional(), OnSuccess: QueueDestination.optional() })
        .default({}),
    }),
    ignored: [],
    create({ logicalId, properties }) {
      const { OnFailure, OnSuccess } = properties.DestinationConfig;
      lambda.asynchronous.configure(lambda.functions.find(properties.FunctionName).name, {
        maximumRetryAttempts: properties.MaximumRetryAttempts,
        maximumEventAgeSeconds: properties.MaximumEventAgeInSeconds,
        ...(OnFailure ? { onFailureQueueArn: OnFailure.Destination } : {}),
        ...(OnSuccess ? { onSuccessQueueArn: OnSuccess.Destination } : {}),
      });
      return { ref: logicalId, attributes: {} };
    },
  });

  return [lambdaFunction, permission, eventInvokeConfig];
}

function principalOf(principal: string): { Service: string } | { AWS: string } {
  return principal.endsWith('.amazonaws.com') ? { Service: principal } : { AWS: principal };
}
