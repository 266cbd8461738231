import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CouldNotTellError } from '../outcome-errors.ts';

const directory = join(import.meta.dirname, '..', '..', 'data', 'demo', 'samples');

export function sampleNames(): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** An event of the samples for an account nobody has yet, as of now. @throws CouldNotTellError for another name */
export function sampleEvent(name: string): string {
  if (!sampleNames().includes(name)) {
    throw new CouldNotTellError(`--sample ${name}: expected one of ${sampleNames().join(', ')}`);
  }
  const { data, ...event } = JSON.parse(readFileSync(join(directory, `${name}.json`), 'utf8')) as {
    data: Record<string, unknown>;
  };
  const account = `sample-${name}-${randomUUID().slice(0, 8)}`;
  const sent = { ...event, timestamp: new Date().toISOString(), data: { ...data, account } };
  return JSON.stringify(sent);
}
