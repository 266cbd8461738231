import { maxPayloadBytes } from '../../../asl/payload-limit.ts';
import type { JsonObject } from '../../json-protocol.ts';
import { ServiceError } from '../../service-error.ts';

/** A member that must be there. @throws ServiceError ValidationException naming it */
export function requiredText(input: JsonObject, member: string): string {
  const value = input[member];
  if (typeof value === 'string' && value !== '') return value;
  throw new ServiceError('ValidationException', `'${member}' must be a string that is not empty`);
}

export function optionalText(input: JsonObject, member: string): string | undefined {
  return input[member] === undefined ? undefined : requiredText(input, member);
}

// API reference, CreateStateMachine and StartExecution, "name".
const forbiddenInNames = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u;

/** @throws ServiceError InvalidName */
export function checkName(name: string): string {
  if (name.length <= 80 && !forbiddenInNames.test(name)) return name;
  throw new ServiceError(
    'InvalidName',
    `Invalid Name: '${name}' must have 1 to 80 characters, without spaces, brackets, wildcards or special ones`,
  );
}

/** JSON text within the payload limit. @throws ServiceError ValidationException, or `code` when it is not JSON */
export function checkJson(text: string, member: string, code: string): string {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxPayloadBytes) {
    throw new ServiceError(
      'ValidationException',
      `'${member}' has ${bytes} bytes; at most ${maxPayloadBytes} are allowed`,
    );
  }
  try {
    JSON.parse(text);
  } catch (error) {
    throw new ServiceError(code, `'${member}' is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  return text;
}

export interface Paging {
  readonly limit: number;
  /** Number of the last row of the page before. */
  readonly after: number | undefined;
}

/** @throws ServiceError InvalidToken, ValidationException */
export function pagingOf(input: JsonObject): Paging {
  const { maxResults, nextToken } = input;
  const limit = maxResults === undefined || maxResults === 0 ? 100 : maxResults;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > 1000) {
    throw new ServiceError(
      'ValidationException',
      `'maxResults' must be 0 to 1000; found ${JSON.stringify(limit)}`,
    );
  }
  if (nextToken === undefined) return { limit, after: undefined };
  const after = typeof nextToken === 'string' && /^\d+$/.test(nextToken) ? Number(nextToken) : NaN;
  if (Number.isNaN(after)) throw new ServiceError('InvalidToken', 'nextToken is not one that was given out');
  return { limit, after };
}

/** A time as the JSON protocols write it: seconds since the epoch. */
export function seconds(time: number): number {
  return time / 1000;
}
