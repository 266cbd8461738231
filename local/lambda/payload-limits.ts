import { ServiceError } from '../servers/service-error.ts';

// AWS Lambda Developer Guide, Lambda quotas: 6 MB each way, 1 MB for an asynchronous event.
export const synchronousLimitBytes = 6 * 1024 * 1024;
export const asynchronousLimitBytes = 1024 * 1024;

export function demandPayloadSize(payload: Buffer, limitBytes: number): void {
  if (payload.byteLength <= limitBytes) return;
  throw new ServiceError(
    'RequestTooLargeException',
    `${payload.byteLength} byte payload is too large for the RequestResponse invocation type (limit ${limitBytes} bytes)`,
    413,
  );
}
