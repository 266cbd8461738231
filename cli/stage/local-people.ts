import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CouldNotTellError } from '../outcome-errors.ts';
import type { SignerCredentials } from './signed-request.ts';

const People = z.record(z.string(), z.looseObject({ secretAccessKey: z.string() }));

/**
 * Credentials of one of the people of a local stage. Whoever can read the file can be any of them: it is a toy.
 * @throws CouldNotTellError when there is no such person
 */
export function localPerson(storage: string, name: string): SignerCredentials {
  const people = People.parse(JSON.parse(readFileSync(join(storage, 'people.json'), 'utf8')));
  const person = people[name];
  if (person) return { accessKeyId: name, secretAccessKey: person.secretAccessKey };
  throw new CouldNotTellError(`--as ${name}: the people of this stage are ${Object.keys(people).join(', ')}`);
}
