import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

interface Scheduled {
  readonly expression: string;
  readonly targetArn: string;
  readonly action: string;
  readonly input?: string;
  readonly retryPolicy: CfnSchedule.RetryPolicyProperty;
}

/** Runs a function again and again. */
export function scheduleFunction(scope: Construct, id: string, target: IFunction, every: Duration): void {
  schedule(scope, id, {
    expression: rate(every),
    targetArn: target.functionArn,
    action: 'lambda:InvokeFunction',
    // The next run does the work of one that failed, so a late repeat is worth nothing.
    retryPolicy: { maximumRetryAttempts: 1, maximumEventAgeInSeconds: Duration.minutes(5).toSeconds() },
  });
}

/** Starts an execution on an EventBridge cron expression (UTC). */
export function scheduleMachine(scope: Construct, id: string, machine: StateMachine, cron: string): void {
  schedule(scope, id, {
    expression: cron,
    targetArn: machine.stateMachineArn,
    action: 'states:StartExecution',
    // Names the occurrence, so that one delivered twice is known to be one.
    input: JSON.stringify({ scheduledAt: '<aws.scheduler.scheduled-time>' }),
    retryPolicy: { maximumRetryAttempts: 185, maximumEventAgeInSeconds: Duration.hours(24).toSeconds() },
  });
}

/**
 * CDK's own schedule targets grant every version of a function; a schedule needs the one it names. So the role is made
 * here.
 */
function schedule(
  scope: Construct,
  id: string,
  { expression, targetArn, action, input, retryPolicy }: Scheduled,
): void {
  const inside = new Construct(scope, id);
  const role = new Role(inside, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
  role.addToPolicy(new PolicyStatement({ actions: [action], resources: [targetArn] }));
  const made = new CfnSchedule(inside, 'Schedule', {
    scheduleExpression: expression,
    flexibleTimeWindow: { mode: 'OFF' },
    target: { arn: targetArn, roleArn: role.roleArn, retryPolicy, ...(input === undefined ? {} : { input }) },
  });
  // Without its policy in place the first occurrences would be refused.
  made.node.addDependency(role);
}

function rate(every: Duration): string {
  const minutes = every.toMinutes();
  return minutes === 1 ? 'rate(1 minute)' : `rate(${minutes} minutes)`;
}
