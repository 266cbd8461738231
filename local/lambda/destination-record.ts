import type { FunctionDefinition } from './function-definition.ts';
import type { StoredEvent } from './asynchronous-store.ts';
import type { InvocationResult } from './invocation-result.ts';

/** The document Lambda hands to a destination, version 1.0. */
export function destinationRecord(
  event: StoredEvent,
  attempts: number,
  result: InvocationResult,
  definition: FunctionDefinition,
  now: number,
): object {
  return {
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    requestContext: {
      requestId: event.id,
      functionArn: `${definition.arn}:$LATEST`,
      condition: result.isError ? 'RetriesExhausted' : 'Success',
      approximateInvokeCount: attempts,
    },
    requestPayload: JSON.parse(event.payload) as unknown,
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      ...(result.isError ? { functionError: 'Unhandled' } : {}),
    },
    responsePayload: JSON.parse(result.payload) as unknown,
  };
}
