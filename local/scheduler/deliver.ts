import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SFNClient, StartExecutionCommand, type StartExecutionCommandInput } from '@aws-sdk/client-sfn';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type GatewayClientSettings } from '../gateway-client.ts';
import type { ScheduleTarget } from './schedule-definition.ts';

type Delivery = (target: ScheduleTarget, input: string, client: GatewayClientSettings) => Promise<void>;

const deliveries: readonly (readonly [RegExp, Delivery])[] = [
  [/^arn:aws:lambda:/, invokeFunction],
  [/^arn:aws:states:[^:]+:[^:]+:stateMachine:/, startMachine],
  [/^arn:aws:scheduler:::aws-sdk:sfn:startExecution$/, startExecution],
];

/** @throws Error for a kind of target that is not emulated */
export function deliveryFor(arn: string): Delivery {
  const found = deliveries.find(([pattern]) => pattern.test(arn));
  if (!found)
    throw new Error(`the schedule target ${arn} is not emulated: use a function or a state machine`);
  return found[1];
}

async function invokeFunction(
  target: ScheduleTarget,
  input: string,
  client: GatewayClientSettings,
): Promise<void> {
  const lambda = new LambdaClient(client);
  await lambda.send(new InvokeCommand({ FunctionName: target.arn, InvocationType: 'Event', Payload: input }));
}

async function startMachine(
  target: ScheduleTarget,
  input: string,
  client: GatewayClientSettings,
): Promise<void> {
  await new SFNClient(client).send(new StartExecutionCommand({ stateMachineArn: target.arn, input }));
}

/** The universal target: its input is the API's own, with capital initials. */
async function startExecution(
  _: ScheduleTarget,
  input: string,
  client: GatewayClientSettings,
): Promise<void> {
  const members = Object.entries(JSON.parse(input) as Record<string, unknown>).map(([name, value]) => [
    name.charAt(0).toLowerCase() + name.slice(1),
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const request = Object.fromEntries(members) as StartExecutionCommandInput;
  await new SFNClient(client).send(new StartExecutionCommand(request));
}

/** Hands an input that could not be delivered to the schedule's dead-letter queue. */
export async function deadLetter(
  queueUrl: string,
  input: string,
  client: GatewayClientSettings,
): Promise<void> {
  await new SQSClient(client).send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: input }));
}
