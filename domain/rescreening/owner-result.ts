import { z } from 'zod';
import { StoredRecordInvalidError } from '../errors/kyc-error.ts';
import type { Screening } from '../screening/screening.ts';

const Match = z.object({
  list: z.string(),
  entryId: z.string(),
  name: z.string(),
  score: z.number(),
  reasons: z.array(z.object({ code: z.string(), points: z.number(), detail: z.string() })).readonly(),
});

/** The result of one owner in one run, a line of its shard's results. Ids, codes and what lists publish: no personal data. */
export const OwnerResult = z.object({
  account: z.string(),
  party: z.string(),
  /** Version of the party's facts that was screened. */
  sequence: z.int(),
  outcome: z.enum(['clear', 'possibleMatch', 'notScreened']),
  /** Why nobody looked; with `notScreened` only. */
  because: z.string().optional(),
  /** Best first; with `possibleMatch` only. */
  matches: z.array(Match).readonly().optional(),
  /** True when the account was decided on another result, and has to be decided again. */
  changed: z.literal(true).optional(),
});
export type OwnerResult = z.infer<typeof OwnerResult>;

/** What was found of one owner, without whose it is. */
export type OwnerOutcome = Pick<OwnerResult, 'outcome' | 'because' | 'matches'>;

export function outcomeOf(screening: Screening): OwnerOutcome {
  switch (screening.outcome) {
    case 'clear':
      return { outcome: 'clear' };
    case 'possibleMatch':
      return { outcome: 'possibleMatch', matches: screening.matches };
    case 'notScreened':
      return { outcome: 'notScreened', because: screening.because };
  }
}

/** One line each, in the order given: the same results give the same bytes. */
export function resultLines(results: readonly OwnerResult[]): string {
  return results.map((result) => `${JSON.stringify(result)}\n`).join('');
}

/** @throws StoredRecordInvalidError naming the object and the line */
export function readResultLines(text: string, name: string): OwnerResult[] {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw invalid(name, lines.length + 1, 'is cut off');
  return lines.map((line, index) => {
    const parsed = OwnerResult.safeParse(JSON.parse(line));
    if (!parsed.success) throw invalid(name, index + 1, 'is not an owner’s result');
    return parsed.data;
  });
}

/** Tells an owner's versions apart. */
export function ownerKey({
  account,
  party,
  sequence,
}: Pick<OwnerResult, 'account' | 'party' | 'sequence'>): string {
  return `${account}\n${party}\n${sequence}`;
}

function invalid(name: string, line: number, what: string): StoredRecordInvalidError {
  return new StoredRecordInvalidError(
    `${name}, line ${line} ${what}; the run that wrote it has to be started anew`,
  );
}
