import { DescribeExecutionCommand, StartExecutionCommand, type SFNClient } from '@aws-sdk/client-sfn';
import { AslError } from '../../../asl/errors/asl-error.ts';
import type { Json, JsonMap } from '../../../asl/json.ts';
import { abortable } from '../../../asl/run/abortable.ts';
import type { RoleCall } from './integrations.ts';
import { asText, pascalCased, toJson } from './sdk-shapes.ts';

/** `states:startExecution`: starts another machine, and with `.sync:2` waits for its end. */
export async function startExecution(sfn: SFNClient, call: RoleCall, args: JsonMap): Promise<Json> {
  if (call.resource.mode !== 'sync') return pascalCased(await start(sfn, call, args));
  const child = call.progress.noted().child ?? (await startChild(sfn, call, args));
  await call.activity.rest(abortable(call.finished(child), call.signal));
  return outcomeOf(sfn, child, call.signal);
}

async function start(sfn: SFNClient, { signal }: RoleCall, args: JsonMap): Promise<JsonMap> {
  const { StateMachineArn, Name, Input } = args;
  const command = new StartExecutionCommand({
    stateMachineArn: typeof StateMachineArn === 'string' ? StateMachineArn : '',
    ...(typeof Name === 'string' ? { name: Name } : {}),
    ...(Input === undefined ? {} : { input: asText(Input) }),
  });
  return (await toJson(await sfn.send(command, { abortSignal: signal }))) as JsonMap;
}

/** Notes the child before waiting for it, so that a restart waits for the same one. */
async function startChild(sfn: SFNClient, call: RoleCall, args: JsonMap): Promise<string> {
  const { executionArn } = await start(sfn, call, args);
  const child = typeof executionArn === 'string' ? executionArn : '';
  call.progress.note({ child });
  return child;
}

async function outcomeOf(sfn: SFNClient, child: string, abortSignal: AbortSignal): Promise<Json> {
  const command = new DescribeExecutionCommand({ executionArn: child });
  const described = pascalCased(await toJson(await sfn.send(command, { abortSignal }))) as JsonMap;
  if (described.Status !== 'SUCCEEDED') throw new AslError('States.TaskFailed', JSON.stringify(described));
  return { ...described, ...parsed(described, 'Input'), ...parsed(described, 'Output') };
}

/** `.sync:2` yields JSON where `.sync` yielded text. */
function parsed(from: JsonMap, member: string): JsonMap {
  const text = from[member];
  return typeof text === 'string' ? { [member]: JSON.parse(text) as Json } : {};
}
