import { readFileSync } from 'node:fs';
import {
  CreateStateMachineCommand,
  DescribeStateMachineCommand,
  type SFNClient,
  StateMachineDoesNotExist,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { z } from 'zod';
import type { DeploymentContext } from '../deployment-context.ts';
import { physicalName } from '../physical-names.ts';
import { flowOf, type ResourceFamily, resourceFamily, Tags } from '../resource-family.ts';

const Properties = z.strictObject({
  StateMachineName: z.string().optional(),
  StateMachineType: z.enum(['STANDARD', 'EXPRESS']).default('STANDARD'),
  RoleArn: z.string(),
  DefinitionString: z.string().optional(),
  DefinitionS3Location: z.strictObject({ Bucket: z.string(), Key: z.string() }).optional(),
  DefinitionSubstitutions: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  Tags,
});

/** State machines. Running executions of an earlier deployment go on. */
export function stateMachineFamilies(context: DeploymentContext): ResourceFamily[] {
  const { region, account, clients, roles, flows } = context;
  const machine = resourceFamily({
    type: 'AWS::StepFunctions::StateMachine',
    properties: Properties,
    ignored: ['LoggingConfiguration', 'TracingConfiguration'],
    async create({ type, logicalId, properties, assetPath }) {
      const name = physicalName(type, logicalId, properties.StateMachineName);
      const arn = `arn:aws:states:${region}:${account}:stateMachine:${name}`;
      const roleName = roles.assume(properties.RoleArn, 'states.amazonaws.com');
      for (const payer of [roleName, arn]) flows.set(payer, flowOf(properties.Tags));
      const definition = substitute(
        readDefinition(properties, assetPath),
        properties.DefinitionSubstitutions,
      );
      const { RoleArn: roleArn, StateMachineType } = properties;
      if (await exists(clients.sfn, arn)) {
        await clients.sfn.send(new UpdateStateMachineCommand({ stateMachineArn: arn, definition, roleArn }));
      } else {
        await clients.sfn.send(
          new CreateStateMachineCommand({ name, definition, roleArn, type: StateMachineType }),
        );
      }
      return { ref: arn, attributes: { Arn: arn, Name: name } };
    },
  });
  return [machine];
}

function readDefinition(
  { DefinitionString, DefinitionS3Location }: z.infer<typeof Properties>,
  assetPath: (objectKey: string) => string,
): string {
  if (DefinitionString !== undefined) return DefinitionString;
  if (DefinitionS3Location) return readFileSync(assetPath(DefinitionS3Location.Key), 'utf8');
  throw new Error('neither DefinitionString nor DefinitionS3Location is given');
}

function substitute(
  definition: string,
  substitutions: Readonly<Record<string, string | number | boolean>>,
): string {
  return definition.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = substitutions[name];
    if (value === undefined) throw new Error(`DefinitionSubstitutions has no value for \${${name}}`);
    return String(value);
  });
}

async function exists(sfn: SFNClient, arn: string): Promise<boolean> {
  try {
    await sfn.send(new DescribeStateMachineCommand({ stateMachineArn: arn }));
    return true;
  } catch (error) {
    if (error instanceof StateMachineDoesNotExist) return false;
    throw error;
  }
}
