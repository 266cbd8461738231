import { AslError } from '../../../asl/errors/asl-error.ts';
import { isJsonMap, type Json, type JsonMap } from '../../../asl/json.ts';
import type { RoleCall } from './integrations.ts';
import type { Clients } from './role-clients.ts';
import { callSdk } from './sdk-call.ts';
import { asText } from './sdk-shapes.ts';

/** `sqs:sendMessage`: the body may be given as JSON. */
export function sendMessage(clients: Clients, call: RoleCall, args: JsonMap): Promise<Json> {
  const input = { ...args, MessageBody: asText(args.MessageBody) };
  return callSdk(clients, call.resource, input, call.signal);
}

/** `events:putEvents`: details may be given as JSON; the execution and its machine are named in each entry. */
export async function putEvents(clients: Clients, call: RoleCall, args: JsonMap): Promise<Json> {
  const entries = Array.isArray(args.Entries) ? (args.Entries as readonly Json[]) : [];
  const origin = [call.execution.arn, call.execution.machineArn];
  const Entries = entries.map((entry): Json => {
    if (!isJsonMap(entry)) return entry;
    const resources = Array.isArray(entry.Resources) ? (entry.Resources as readonly Json[]) : [];
    return { ...entry, Detail: asText(entry.Detail), Resources: [...resources, ...origin] };
  });
  const answer = await callSdk(clients, call.resource, { ...args, Entries }, call.signal);
  if (isJsonMap(answer) && answer.FailedEntryCount !== 0) {
    throw new AslError('EventBridge.FailedEntry', JSON.stringify(answer));
  }
  return answer;
}
