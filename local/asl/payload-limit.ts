import { AslError } from './errors/asl-error.ts';
import type { Json } from './json.ts';

/** Input or result of a task, state or execution: 256 KiB of UTF-8 (Step Functions service quotas). */
export const maxPayloadBytes = 262_144;

/** @throws AslError `States.DataLimitExceeded` naming what is too large */
export function assertPayload(value: Json, what: string): void {
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes > maxPayloadBytes) {
    throw new AslError(
      'States.DataLimitExceeded',
      `${what} has ${bytes} bytes; at most ${maxPayloadBytes} may pass between states. Pass a key of S3 or DynamoDB instead.`,
    );
  }
}
