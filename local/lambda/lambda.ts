import { randomUUID } from 'node:crypto';
import type { Service, ServiceRequest, ServiceResponse } from '../servers/service.ts';
import { ServiceError } from '../servers/service-error.ts';
import type { Surroundings } from '../surroundings.ts';
import { AsynchronousEvents } from './asynchronous-events.ts';
import { FunctionRegistry, parseReference } from './function-registry.ts';
import type { LogFiles } from './log-files.ts';
import { asynchronousLimitBytes, demandPayloadSize, synchronousLimitBytes } from './payload-limits.ts';

export interface LambdaOptions {
  readonly endpoint: () => string;
  readonly clockOffset: SharedArrayBuffer;
  readonly logs: LogFiles;
  /** Takes a line about what went wrong beside a call. */
  readonly report: (line: string) => void;
}

export interface Lambda extends Service {
  readonly functions: FunctionRegistry;
  readonly asynchronous: AsynchronousEvents;
  /** What a function logged, line by line, oldest first. */
  logs(functionName: string): string[];
  close(): Promise<void>;
}

const invocationPath = /^\/2015-03-31\/functions\/([^/]+)\/invocations(?:\?(.*))?$/;

/** The Lambda service: `Invoke` over REST, for callers who are granted `lambda:InvokeFunction`. */
export function createLambda(surroundings: Surroundings, options: LambdaOptions): Lambda {
  const functions = new FunctionRegistry(surroundings, options);
  const asynchronous = new AsynchronousEvents(surroundings, functions, options);
  return {
    signingName: 'lambda',
    functions,
    asynchronous,
    logs: (functionName) => options.logs.lines(functionName),
    async handle(request) {
      try {
        return await invoke(request, surroundings, functions, asynchronous);
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        return refusal(error);
      }
    },
    async close() {
      await asynchronous.close();
      await functions.close();
    },
  };
}

async function invoke(
  request: ServiceRequest,
  surroundings: Surroundings,
  functions: FunctionRegistry,
  asynchronous: AsynchronousEvents,
): Promise<ServiceResponse> {
  const reference = invokedReference(request);
  const definition = functions.find(reference);
  const { qualifier } = parseReference(reference);
  const arn = qualifier ? `${definition.arn}:${qualifier}` : definition.arn;
  surroundings.access.demand(request.accessKeyId, 'lambda:InvokeFunction', arn);
  const payload = jsonPayload(request.body);
  switch (request.headers['x-amz-invocation-type'] ?? 'RequestResponse') {
    case 'DryRun':
      return answer(204, '');
    case 'Event':
      demandPayloadSize(request.body, asynchronousLimitBytes);
      asynchronous.accept(definition, payload);
      return answer(202, '');
    case 'RequestResponse': {
      demandPayloadSize(request.body, synchronousLimitBytes);
      const result = await functions.invoke(reference, payload);
      return answer(200, result.payload, result.isError ? { 'x-amz-function-error': 'Unhandled' } : {});
    }
    default:
      throw new ServiceError(
        'InvalidParameterValueException',
        `X-Amz-Invocation-Type must be RequestResponse, Event or DryRun, not ${request.headers['x-amz-invocation-type'] ?? ''}`,
      );
  }
}

function invokedReference(request: ServiceRequest): string {
  const [, encoded = '', query = ''] = invocationPath.exec(request.url) ?? [];
  if (request.method !== 'POST' || !encoded) {
    throw new ServiceError(
      'UnknownOperationException',
      `lambda ${request.method} ${request.url} is not emulated`,
      404,
    );
  }
  const reference = decodeURIComponent(encoded);
  const qualifier = new URLSearchParams(query).get('Qualifier');
  return qualifier ? `${reference}:${qualifier}` : reference;
}

function jsonPayload(body: Buffer): string {
  const text = body.toString('utf8') || 'null';
  try {
    JSON.parse(text);
    return text;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ServiceError(
      'InvalidRequestContentException',
      `Could not parse request body into json: ${reason}`,
    );
  }
}

function answer(status: number, body: string, headers: Record<string, string> = {}): ServiceResponse {
  return {
    status,
    body,
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': randomUUID(),
      'x-amz-executed-version': '$LATEST',
      ...headers,
    },
  };
}

function refusal(error: ServiceError): ServiceResponse {
  const { code, message, members } = error;
  const status = code === 'AccessDeniedException' ? 403 : error.status;
  const body = JSON.stringify({ Type: 'User', Message: message, message, ...members });
  return answer(status, body, { 'x-amzn-errortype': code });
}
