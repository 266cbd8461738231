import { randomUUID } from 'node:crypto';
import type { Service, ServiceRequest, ServiceResponse } from './service.ts';
import { ServiceError } from './service-error.ts';

export type JsonObject = Record<string, unknown>;

/** One operation of a JSON-protocol service. `input` is the parsed body; what it returns is the answer. */
export type JsonOperation = (input: JsonObject, caller: string) => unknown;

/** A service of the AWS JSON 1.0 or 1.1 protocol: the operation's name is the end of `x-amz-target`. */
export function jsonService(
  signingName: string,
  version: '1.0' | '1.1',
  operations: Readonly<Record<string, JsonOperation>>,
): Service {
  const respond = (status: number, payload: unknown): ServiceResponse => {
    const body = payload === undefined ? '' : JSON.stringify(payload);
    return {
      status,
      body,
      headers: { 'content-type': `application/x-amz-json-${version}`, 'x-amzn-requestid': randomUUID() },
    };
  };
  return {
    signingName,
    async handle(request) {
      try {
        const operation = operations[operationName(request)];
        if (!operation) {
          throw new ServiceError(
            'UnknownOperationException',
            `${signingName} ${operationName(request)} is not emulated`,
          );
        }
        return respond(200, await operation(parseBody(request), request.accessKeyId));
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        return respond(error.status, { __type: error.code, message: error.message, ...error.members });
      }
    },
  };
}

function operationName(request: ServiceRequest): string {
  return request.headers['x-amz-target']?.split('.').at(-1) ?? '(none)';
}

function parseBody(request: ServiceRequest): JsonObject {
  try {
    const parsed: unknown = JSON.parse(request.body.toString('utf8') || '{}');
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as JsonObject;
  } catch {
    // Falls through to the one answer for every body that is not an object.
  }
  throw new ServiceError('SerializationException', 'the request body is not a JSON object');
}
