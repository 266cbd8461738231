import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as events from '@aws-sdk/client-eventbridge';
import * as s3 from '@aws-sdk/client-s3';
import * as sfn from '@aws-sdk/client-sfn';
import * as sqs from '@aws-sdk/client-sqs';
import { AslError } from '../../../asl/errors/asl-error.ts';
import { isJsonMap, type Json } from '../../../asl/json.ts';
import type { TaskResource } from '../../../asl/task-resource.ts';
import type { Clients } from './role-clients.ts';
import { asText, camelCased, pascalCased, toJson, toSdkInput } from './sdk-shapes.ts';

type CommandClass = new (input: unknown) => unknown;

interface AnyClient {
  send(command: unknown, options: { readonly abortSignal: AbortSignal }): Promise<unknown>;
}

interface SdkService {
  readonly client: keyof Clients;
  readonly module: Readonly<Record<string, unknown>>;
}

const services: Readonly<Record<string, SdkService>> = {
  dynamodb: { client: 'dynamodb', module: dynamodb },
  eventbridge: { client: 'events', module: events },
  events: { client: 'events', module: events },
  s3: { client: 's3', module: s3 },
  sfn: { client: 'sfn', module: sfn },
  sqs: { client: 'sqs', module: sqs },
};

/** The SDK's command for an action such as `putItem`. */
export function commandFor(service: string, action: string): CommandClass {
  const name = `${action.charAt(0).toUpperCase()}${action.slice(1)}Command`;
  const found = services[service]?.module[name];
  if (typeof found === 'function') return found as CommandClass;
  throw new AslError('States.Runtime', `the SDK of ${service} has no ${name}`);
}

/** Calls a service with a Task's arguments as they stand. */
export async function callSdk(
  clients: Clients,
  { service, action }: TaskResource,
  args: Json,
  abortSignal: AbortSignal,
): Promise<Json> {
  const isCamelCase = service === 'sfn';
  const Command = commandFor(service, action);
  const client = clients[services[service]?.client ?? 'dynamodb'] as unknown as AnyClient;
  const input = toSdkInput(isCamelCase ? camelCased(args) : withTextBody(args));
  const answer = await toJson(await client.send(new Command(input), { abortSignal }));
  return isCamelCase ? pascalCased(answer) : answer;
}

/** An S3 body may be given as JSON. */
function withTextBody(args: Json): Json {
  return isJsonMap(args) && args.Body !== undefined ? { ...args, Body: asText(args.Body) } : args;
}
