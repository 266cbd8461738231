import { CreateEventBusCommand } from '@aws-sdk/client-eventbridge';
import { z } from 'zod';
import type { DeploymentContext } from '../deployment-context.ts';
import { type ResourceFamily, resourceFamily } from '../resource-family.ts';

/** Event buses. */
export function eventFamilies({ clients: { events }, region, account }: DeploymentContext): ResourceFamily[] {
  const bus = resourceFamily({
    type: 'AWS::Events::EventBus',
    properties: z.strictObject({ Name: z.string() }),
    ignored: ['Description', 'KmsKeyIdentifier', 'LogConfig', 'Tags'],
    async create({ properties: { Name }, existing }) {
      if (!existing) await events.send(new CreateEventBusCommand({ Name }));
      return {
        ref: Name,
        attributes: { Arn: `arn:aws:events:${region}:${account}:event-bus/${Name}`, Name },
      };
    },
  });
  return [bus];
}
