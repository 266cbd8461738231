import {
  CreateQueueCommand,
  QueueNameExists,
  SetQueueAttributesCommand,
  GetQueueUrlCommand,
} from '@aws-sdk/client-sqs';
import { z } from 'zod';
import type { DeploymentContext } from '../deployment-context.ts';
import { physicalName } from '../physical-names.ts';
import { type ResourceFamily, resourceFamily } from '../resource-family.ts';
import { PolicyInTemplate } from './policy-in-template.ts';

const setting = z.union([z.string(), z.number(), z.boolean()]).transform(String).optional();
const document = z
  .union([z.string(), z.record(z.string(), z.unknown())])
  .transform((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
  .optional();
const Properties = z.strictObject({
  QueueName: z.string().optional(),
  ContentBasedDeduplication: setting,
  DeduplicationScope: setting,
  DelaySeconds: setting,
  FifoQueue: setting,
  FifoThroughputLimit: setting,
  KmsDataKeyReusePeriodSeconds: setting,
  KmsMasterKeyId: setting,
  MaximumMessageSize: setting,
  MessageRetentionPeriod: setting,
  ReceiveMessageWaitTimeSeconds: setting,
  RedriveAllowPolicy: document,
  RedrivePolicy: document,
  SqsManagedSseEnabled: setting,
  VisibilityTimeout: setting,
});

/** SQS queues and their policies. A queue that is already there keeps its messages and takes the new settings. */
export function sqsFamilies({
  clients: { sqs },
  access,
  region,
  account,
}: DeploymentContext): ResourceFamily[] {
  const queue = resourceFamily({
    type: 'AWS::SQS::Queue',
    properties: Properties,
    ignored: ['Tags'],
    async create({ type, logicalId, properties }) {
      const { QueueName, ...settings } = properties;
      const name = physicalName(type, logicalId, QueueName, settings.FifoQueue === 'true' ? '.fifo' : '');
      const url = await createOrUpdate(name, definedOnly(settings));
      const arn = `arn:aws:sqs:${region}:${account}:${name}`;
      return { ref: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
    },
  });

  async function createOrUpdate(name: string, attributes: Record<string, string>): Promise<string> {
    try {
      const created = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
      return created.QueueUrl ?? '';
    } catch (error) {
      if (!(error instanceof QueueNameExists)) throw error;
      const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: name }));
      const { FifoQueue: _, ...changeable } = attributes;
      await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: changeable }));
      return QueueUrl ?? '';
    }
  }

  const policy = resourceFamily({
    type: 'AWS::SQS::QueuePolicy',
    properties: z.strictObject({ Queues: z.array(z.string()), PolicyDocument: PolicyInTemplate }),
    ignored: [],
    create({ logicalId, properties }) {
      for (const url of properties.Queues) {
        const name = url.slice(url.lastIndexOf('/') + 1);
        access.addResourcePolicy(`arn:aws:sqs:${region}:${account}:${name}`, properties.PolicyDocument);
      }
      return { ref: logicalId, attributes: {} };
    },
  });

  return [queue, policy];
}

function definedOnly(settings: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
