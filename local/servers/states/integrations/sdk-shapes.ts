import { isJsonMap, type Json } from '../../../asl/json.ts';

/** Members that the SDK wants as a Date where the States Language has ISO 8601 text. */
const timeMembers: ReadonlySet<string> = new Set([
  ...['Expires', 'ObjectLockRetainUntilDate', 'RetainUntilDate', 'Time'],
]);

/** Turns Task arguments into what an SDK command takes: times become Dates, DynamoDB's binary becomes bytes. */
export function toSdkInput(value: Json, member = ''): unknown {
  if (typeof value === 'string') return timeMembers.has(member) ? new Date(value) : value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => toSdkInput(item, member));
  if (!isJsonMap(value)) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === 'B' && typeof only[1] === 'string') {
    return { B: Buffer.from(only[1], 'base64') };
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, toSdkInput(item, key)]));
}

/** Turns an SDK answer into JSON: times as ISO 8601, bytes as base64, a body as text; undefined members go. */
export async function toJson(value: unknown): Promise<Json> {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return Promise.all((value as readonly unknown[]).map((item) => toJson(item)));
  if (typeof value !== 'object' || value === null) return value === undefined ? null : (value as Json);
  if ('transformToString' in value) {
    return (value as { transformToString(): Promise<string> }).transformToString();
  }
  const kept = Object.entries(value).filter(([key, item]) => key !== '$metadata' && item !== undefined);
  const entries = kept.map(async ([key, item]) => [key, await toJson(item)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Step Functions writes every member in Pascal case, also where the service's own API is in camel case. */
export function pascalCased(value: Json): Json {
  return renamed(value, (key) => key.charAt(0).toUpperCase() + key.slice(1));
}

export function camelCased(value: Json): Json {
  return renamed(value, (key) => key.charAt(0).toLowerCase() + key.slice(1));
}

function renamed(value: Json, rename: (key: string) => string): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => renamed(item, rename));
  if (!isJsonMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [rename(key), renamed(item, rename)]));
}

/** A member that may be given as JSON where the service takes text. */
export function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
