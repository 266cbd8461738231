import { z } from 'zod';
import type { Screener } from '../../domain/screening/screening.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import { openInput } from '../rows/open-input.ts';
import { splitLines, type Line } from '../rows/split-lines.ts';

/** What every result of one run was found with. */
export type Basis = Omit<Screener, 'screen'>;

const Recorded = z.object({
  listDigest: z.string(),
  indexDigest: z.string(),
  matcherVersion: z.string(),
  threshold: z.number().gt(0).max(1),
});

/** The basis of a recorded result; `null` of one that has none, as of a refused line. */
export function recordedBasis(line: Line): Basis | null {
  if ('fault' in line) return null;
  try {
    return Recorded.safeParse(JSON.parse(line.text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * The basis of the first result of a file that has one.
 * @throws CouldNotTellError when none has
 */
export async function readBasis(results: string): Promise<Basis> {
  for await (const lines of splitLines((await openInput(results)).chunks)) {
    const basis = lines.map(recordedBasis).find((each) => each !== null);
    if (basis) return basis;
  }
  throw new CouldNotTellError(
    `${results} holds no result of kyc screen: no line has listDigest, indexDigest, matcherVersion and threshold`,
  );
}

const advice: Readonly<Record<keyof Basis, string>> = {
  listDigest: 'these are other lists: give the files, or the index, that the results were found with',
  matcherVersion: 'this is another matcher: check out the version of this software that has the recorded one',
  indexDigest: 'the index was compiled by another version: check out that one, or give its file with --index',
  threshold: 'the results are of more than one run: replay each run by itself',
};

/** Where two bases part, in the order in which it is worth mending. */
export function basisDifferences(recorded: Basis, present: Basis): string[] {
  const members = (['listDigest', 'matcherVersion', 'threshold', 'indexDigest'] as const).filter(
    (member) => recorded[member] !== present[member],
  );
  // Other lists and another matcher make another index.
  return members
    .filter((member) => member !== 'indexDigest' || members.length === 1)
    .map((member) => `${member}: recorded ${recorded[member]}, here ${present[member]}: ${advice[member]}`);
}
