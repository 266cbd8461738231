import { createHash, randomUUID } from 'node:crypto';

/** The functions Step Functions adds to JSONata 2.0.6 (Developer Guide, "JSONata functions provided by Step Functions"). */
export const awsFunctions: Readonly<Record<string, (...values: never[]) => unknown>> = {
  partition,
  range,
  hash,
  random,
  parse: (text: string): unknown => JSON.parse(text),
  uuid: () => randomUUID(),
  eval: () => {
    throw new Error('$eval is not available in Step Functions; use $parse');
  },
};

// $range makes at most 1,000 elements (Developer Guide, same section).
const maxRangeLength = 1000;

const hashNames: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

function partition(values: readonly unknown[], size: number): unknown[][] {
  if (!Number.isInteger(size) || size <= 0) throw new Error('$partition takes a positive whole size');
  const parts: unknown[][] = [];
  for (let start = 0; start < values.length; start += size) parts.push(values.slice(start, start + size));
  return parts;
}

function range(first: number, last: number, step: number): number[] {
  if (!step) throw new Error('$range takes a step other than zero');
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > maxRangeLength) {
    throw new Error(`$range makes ${length} elements; at most ${maxRangeLength} are allowed`);
  }
  return Array.from({ length }, (_, index) => first + index * step);
}

function hash(value: unknown, algorithm: string): string {
  const name = hashNames[algorithm];
  if (!name) throw new Error(`$hash knows ${Object.keys(hashNames).join(', ')}; found '${algorithm}'`);
  return createHash(name)
    .update(typeof value === 'string' ? value : JSON.stringify(value))
    .digest('hex');
}

/** With a seed the same number every time, in [0, 1). AWS does not say which; only the repeat can be relied on. */
function random(seed?: number): number {
  if (seed === undefined) return Math.random();
  return createHash('sha256').update(String(seed)).digest().readUInt32BE(0) / 2 ** 32;
}
