import { z } from 'zod';
import type { DeploymentContext } from '../deployment-context.ts';
import { physicalName } from '../physical-names.ts';
import { type ResourceFamily, resourceFamily } from '../resource-family.ts';

const Target = z.strictObject({
  Arn: z.string(),
  RoleArn: z.string(),
  Input: z.string().optional(),
  // A local target either takes the call or refuses it; there is nothing to retry.
  RetryPolicy: z.unknown().optional(),
  DeadLetterConfig: z.strictObject({ Arn: z.string().optional() }).optional(),
});
const moment = z
  .string()
  .transform((text) => Date.parse(text))
  .optional();
const Properties = z.strictObject({
  Name: z.string().optional(),
  GroupName: z.string().default('default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  StartDate: moment,
  EndDate: moment,
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target,
});

/** Schedules and their groups. */
export function schedulerFamilies({
  region,
  account,
  roles,
  schedules,
  flows,
}: DeploymentContext): ResourceFamily[] {
  const schedule = resourceFamily({
    type: 'AWS::Scheduler::Schedule',
    properties: Properties,
    // A flexible window only lets AWS be late; here it fires at the window's start.
    ignored: ['Description', 'FlexibleTimeWindow', 'KmsKeyArn'],
    create({ type, logicalId, properties }) {
      const { Target: target, StartDate: startsAt, EndDate: endsAt } = properties;
      const name = physicalName(type, logicalId, properties.Name);
      const arn = `arn:aws:scheduler:${region}:${account}:schedule/${properties.GroupName}/${name}`;
      const roleName = roles.assume(target.RoleArn, 'scheduler.amazonaws.com');
      flows.set(roleName, flows.get(calledBy(target)) ?? 'platform');
      schedules.add({
        name,
        arn,
        expression: properties.ScheduleExpression,
        timezone: properties.ScheduleExpressionTimezone,
        isEnabled: properties.State === 'ENABLED',
        ...(startsAt === undefined ? {} : { startsAt }),
        ...(endsAt === undefined ? {} : { endsAt }),
        target: {
          arn: target.Arn,
          roleName,
          ...(target.Input === undefined ? {} : { input: target.Input }),
          ...(target.DeadLetterConfig?.Arn === undefined
            ? {}
            : { deadLetterQueueArn: target.DeadLetterConfig.Arn }),
        },
      });
      return { ref: name, attributes: { Arn: arn } };
    },
  });

  const group = resourceFamily({
    type: 'AWS::Scheduler::ScheduleGroup',
    properties: z.strictObject({ Name: z.string().optional() }),
    ignored: ['Tags'],
    create({ type, logicalId, properties }) {
      const name = physicalName(type, logicalId, properties.Name);
      return {
        ref: name,
        attributes: { Arn: `arn:aws:scheduler:${region}:${account}:schedule-group/${name}` },
      };
    },
  });

  return [schedule, group];
}

/** ARN of the function or machine that a target calls; that of a universal target stands in its input. */
function calledBy({ Arn, Input }: z.infer<typeof Target>): string {
  const [, machine] = /"StateMachineArn"\s*:\s*"([^"]+)"/.exec(Input ?? '') ?? [];
  return machine ?? Arn;
}
