import { fileURLToPath } from 'node:url';
import { RemovalPolicy, Tags, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Flow } from '../functions/kyc-function.ts';

export interface MachineProps {
  readonly flow: Flow;
  /** Placeholder of the ASL file → function it calls. */
  readonly functions: Readonly<Record<string, IFunction>>;
  readonly values?: Readonly<Record<string, string>>;
}

/**
 * A state machine read from `statemachines/<flow>.asl.json`. `fromFile` grants nothing, so its role gets exactly the
 * functions its file names.
 */
export class Machine extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { flow, functions, values = {} }: MachineProps) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const called = Object.values(functions).map((target) => target.functionArn);
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: called }));
    const file = fileURLToPath(new URL(`../../statemachines/${flow}.asl.json`, import.meta.url));
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      role,
      definitionBody: DefinitionBody.fromFile(file),
      definitionSubstitutions: {
        ...Object.fromEntries(Object.entries(functions).map(([name, target]) => [name, target.functionArn])),
        ...values,
      },
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(this, 'Log', { retention: RetentionDays.ONE_YEAR }),
        level: LogLevel.ALL,
        // The input of the waiting step holds its task token, with which anybody could end the wait. The history of
        // the execution shows the data to whoever may read it, so the log does without.
        includeExecutionData: false,
      },
    });
    // Executions wait for people for days; a machine that leaves the template must not take them with it.
    this.stateMachine.applyRemovalPolicy(RemovalPolicy.RETAIN);
    Tags.of(this.stateMachine).add('iaas-kyc:flow', flow);
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'Log delivery (logs:CreateLogDelivery and its kin) and X-Ray (xray:PutTraceSegments and its kin), which Step ' +
        'Functions needs for its log and traces, support no resource-level permission.',
    });
  }
}
