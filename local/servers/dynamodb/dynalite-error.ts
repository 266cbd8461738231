import { ServiceError } from '../service-error.ts';

interface DynaliteError extends Error {
  readonly statusCode: number;
  readonly body: { readonly __type: string; readonly message?: string; readonly Message?: string };
}

/** dynalite's own errors carry AWS's answer; anything else is a fault and stays what it is. */
export function translated(error: unknown): unknown {
  if (!isDynaliteError(error)) return error;
  const { __type, message, Message } = error.body;
  return new ServiceError(__type, message ?? Message ?? '', error.statusCode);
}

function isDynaliteError(error: unknown): error is DynaliteError {
  return error instanceof Error && 'statusCode' in error && 'body' in error;
}
