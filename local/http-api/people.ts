import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const Person = z.strictObject({
  secretAccessKey: z.string().min(1),
  /** What they may call: `stage/METHOD/path` with `*`, as in an `execute-api` ARN. */
  mayInvoke: z.array(z.string()),
});
const People = z.record(z.string(), Person);

/** People who sign requests to the API, by name; the name is also the access key id. */
export type People = Readonly<z.infer<typeof People>>;

const firstPeople = ['alice', 'bob', 'carol'];

/** Reads the people of this storage, or makes them, with random secrets, at the first boot. */
export function openPeople(path: string): People {
  if (existsSync(path)) return People.parse(JSON.parse(readFileSync(path, 'utf8')));
  const people = Object.fromEntries(
    firstPeople.map((name) => [
      name,
      { secretAccessKey: randomBytes(24).toString('base64url'), mayInvoke: ['*'] },
    ]),
  );
  writeFileSync(path, `${JSON.stringify(people, undefined, 2)}\n`, { mode: 0o600 });
  return people;
}
