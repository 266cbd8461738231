import { z } from 'zod';
import type { DeploymentContext } from '../deployment-context.ts';
import { type ResourceFamily, resourceFamily } from '../resource-family.ts';

const Properties = z.strictObject({
  // Streams are refused: nothing here has one.
  EventSourceArn: z.string().regex(/^arn:aws:sqs:/, 'only SQS queues'),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  // AWS: between 2 and 1,000 (Lambda Developer Guide, SQS event source scaling).
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.number().min(2).max(1000) }).optional(),
});

// What Lambda checks of the function's role when a mapping is created.
const neededActions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

/** Event source mappings from SQS. */
export function eventSourceMappingFamilies({
  access,
  lambda,
  mappings,
}: DeploymentContext): ResourceFamily[] {
  const mapping = resourceFamily({
    type: 'AWS::Lambda::EventSourceMapping',
    properties: Properties,
    ignored: ['Tags'],
    create({ logicalId, properties }) {
      const definition = lambda.functions.find(properties.FunctionName);
      for (const action of neededActions)
        access.demand(definition.roleName, action, properties.EventSourceArn);
      mappings.add({
        id: logicalId,
        queueArn: properties.EventSourceArn,
        functionName: definition.name,
        roleName: definition.roleName,
        batchSize: properties.BatchSize,
        batchingWindowSeconds: properties.MaximumBatchingWindowInSeconds,
        reportsItemFailures: properties.FunctionResponseTypes.length > 0,
        maximumConcurrency: properties.ScalingConfig?.MaximumConcurrency ?? 2,
      });
      return { ref: logicalId, attributes: { Id: logicalId } };
    },
  });
  return [mapping];
}
