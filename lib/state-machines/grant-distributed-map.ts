import { ArnFormat, Stack, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { CfnStateMachine, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { importNameOf } from '../functions/acknowledge-objects.ts';

export interface DistributedMap {
  /** `Label` of the Map in the ASL file; AWS names its Map Runs and their children by it. */
  readonly label: string;
  readonly bucket: Bucket;
  /** Folders of the bucket that the Map reads its items from, and writes what became of its children to. */
  readonly itemsPrefix: string;
  readonly resultsPrefix: string;
}

/**
 * What a Distributed Map does in the machine's name (Step Functions Developer Guide, "IAM policies for using Distributed
 * Map states"). It stands in a policy of its own: machine → its role's default policy → machine would be a circle.
 */
export function grantDistributedMap(scope: Construct, machine: StateMachine, map: DistributedMap): void {
  const { bucket, itemsPrefix, resultsPrefix, label } = map;
  const { stateMachineArn, stateMachineName, role } = machine;
  const stack = Stack.of(scope);
  const executions = (resourceName: string) =>
    stack.formatArn({
      ...{ service: 'states', resource: 'execution', resourceName },
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  const may = (actions: string[], resource: string) =>
    new PolicyStatement({ actions, resources: [resource] });
  const policy = new Policy(scope, 'DistributedMap', {
    roles: [role],
    statements: [
      may(['s3:GetObject'], bucket.arnForObjects(`${itemsPrefix}*`)),
      may(['s3:PutObject'], bucket.arnForObjects(`${resultsPrefix}*`)),
      may(['states:StartExecution'], stateMachineArn),
      may(['states:DescribeExecution', 'states:StopExecution'], executions(`${stateMachineName}:*`)),
      may(['states:RedriveExecution'], executions(`${stateMachineName}/${label}:*`)),
    ],
  });
  for (const prefix of [itemsPrefix, resultsPrefix]) {
    acknowledge(
      policy,
      `${importNameOf(bucket)}/${prefix}*`,
      'The keys of the objects are made at run time.',
    );
  }
  const name = stack.getLogicalId(machine.node.defaultChild as CfnStateMachine);
  const execution = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:<${name}.Name>`;
  for (const children of [`${execution}:*`, `${execution}/${label}:*`]) {
    acknowledge(policy, children, 'Executions get their names at run time; all are of this one machine.');
  }
}

function acknowledge(policy: Policy, resource: string, reason: string): void {
  Validations.of(policy).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
}
