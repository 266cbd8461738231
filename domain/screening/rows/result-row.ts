import { z } from 'zod';
import { RowId } from './query-row.ts';

const score = z.number().min(0).max(1);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

const Reason = z.object({ code: z.string(), points: z.number(), detail: z.string() });

const Match = z.object({
  list: z.string(),
  entryId: z.string(),
  name: z.string(),
  score,
  /** 0 to 100; `null` where no name was given. */
  ofacScore: z.int().min(0).max(100).nullable(),
  reasons: z.array(Reason).readonly(),
});

const proof = {
  listDigest: digest,
  indexDigest: digest,
  matcherVersion: z.string(),
  threshold: score,
  queryDigest: digest,
};

const Clear = z.object({
  id: RowId,
  outcome: z.literal('clear'),
  matches: z.array(Match).length(0).readonly(),
  ...proof,
});
const PossibleMatch = z.object({
  id: RowId,
  outcome: z.literal('possibleMatch'),
  matches: z.array(Match).min(1).readonly(),
  ...proof,
});
const NotScreened = z.object({
  id: RowId,
  outcome: z.literal('notScreened'),
  because: z.string(),
  matches: z.array(Match).length(0).readonly(),
  ...proof,
  listDigest: digest.nullable(),
  indexDigest: digest.nullable(),
});

/** A line of input that breaks the schema, kept in its place so that nothing is lost. */
export const RefusedRow = z.object({
  /** Where the line has one. */
  id: RowId.optional(),
  /** Counted from 1, empty lines included. */
  line: z.int().min(1),
  outcome: z.literal('refused'),
  /** Field and what was expected there; never what stood there. */
  because: z.string(),
});
export type RefusedRow = z.infer<typeof RefusedRow>;

/** One line of output of `kyc screen`. */
export const ResultRow = z.discriminatedUnion('outcome', [Clear, PossibleMatch, NotScreened, RefusedRow]);
export type ResultRow = z.infer<typeof ResultRow>;

/** One line of output of `kyc compare`: a comparison, or a line that was refused. */
export const ComparisonRow = z.union([
  z.object({
    id: RowId,
    score,
    reasons: z.array(Reason).readonly(),
    ofacScore: z.int().min(0).max(100).nullable(),
    /** Why nothing could be compared: the score of 0 then says nothing. */
    because: z.string().optional(),
  }),
  RefusedRow,
]);
export type ComparisonRow = z.infer<typeof ComparisonRow>;
