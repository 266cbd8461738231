import { z } from 'zod';
import type { Screening } from '../screening.ts';

const Reason = z.strictObject({ code: z.string(), points: z.number(), detail: z.string() });
const Match = z.strictObject({
  list: z.string(),
  entryId: z.string(),
  name: z.string(),
  score: z.number(),
  reasons: z.array(Reason).readonly(),
});

const proof = {
  listDigest: z.string(),
  indexDigest: z.string(),
  matcherVersion: z.string(),
  threshold: z.number(),
  queryDigest: z.string(),
};

/** A screening as a determination keeps it. Strict: what has members of another version was not looked at whole. */
const StoredScreening: z.ZodType<Screening> = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('clear'), ...proof }),
  z.strictObject({
    outcome: z.literal('possibleMatch'),
    ...proof,
    matches: z.array(Match).min(1).readonly(),
  }),
  z.strictObject({
    ...{ outcome: z.literal('notScreened'), ...proof },
    because: z.enum([
      ...(['nameMissing', 'nameTooLong', 'nothingToCompare', 'unsupportedScript'] as const),
      ...(['listUnavailable', 'listUnusable'] as const),
    ]),
    listDigest: z.string().nullable(),
    indexDigest: z.string().nullable(),
  }),
]);

const Body = z.object({
  parties: z.array(z.object({ id: z.string(), sequence: z.int(), screening: z.unknown() })),
});

/** What was recorded of one version of one party. */
export interface RecordedScreening {
  /** Tells it from all others of the account, such as `2/p_1`. */
  readonly id: string;
  /** Null where not even that can be read. */
  readonly party: string | null;
  /** Version of the party's facts. */
  readonly sequence: number;
  /** Null where it is stored in another form than this version reads. */
  readonly screening: Screening | null;
}

/**
 * The screenings of a stored determination. One that cannot be read is there as such: it is never left out.
 * @param label tells the determination from others of the account
 */
export function recordedScreenings(label: string, body: unknown): RecordedScreening[] {
  const parsed = Body.safeParse(body);
  if (!parsed.success) return [{ id: label, party: null, sequence: 0, screening: null }];
  return parsed.data.parties.map(({ id, sequence, screening }) => ({
    id: `${label}/${id}`,
    party: id,
    sequence,
    screening: StoredScreening.safeParse(screening).data ?? null,
  }));
}
