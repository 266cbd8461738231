import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { determinePersonStatus } from '../domain/identity/determine-person-status.ts';
import { PersonFacts } from '../domain/identity/person-facts.ts';
import { faultsOf } from '../domain/validation/faults.ts';
import { writeOutput } from './rows/write-output.ts';

export interface DetermineOptions {
  readonly input: string;
  readonly out?: string;
}

const Person = PersonFacts.extend({ id: z.string().min(1).max(256) });

/**
 * `kyc determine`: one line out for each good line in, in the same order. A line that is refused is named on standard
 * error, and the exit code is 1.
 * @throws CouldNotTellError when the input cannot be read, or the output not written
 */
export async function determine({ input, out }: DetermineOptions): Promise<0 | 1> {
  const refused: string[] = [];
  await writeOutput(answersTo(input, refused), out, [input]);
  return refused.length === 0 ? 0 : 1;
}

async function* answersTo(input: string, refused: string[]): AsyncGenerator<string> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(input), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const place = `${input} line ${number}`;
    const answer = answerTo(line, place);
    if (answer === null) refused.push(place);
    else yield `${answer}\n`;
  }
}

/** Null for a line that is refused. */
function answerTo(line: string, place: string): string | null {
  const parsed = Person.safeParse(parse(line));
  if (!parsed.success) {
    const faults = faultsOf(parsed.error).map(
      ({ pointer, problem }) => `${pointer || 'the line'} ${problem}`,
    );
    process.stderr.write(`${place}: ${faults.join('; ')}\n`);
    return null;
  }
  const { id, ...facts } = parsed.data;
  const { status, limbs } = determinePersonStatus(facts);
  return JSON.stringify({ id, status, limbs });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
