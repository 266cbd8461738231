import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../audit/canonical-json.ts';
import { dispositionStates } from './disposition-transitions.ts';
import { JudgedEntry } from './judged-entry.ts';

/** One person's part: who and when, and the digest of why; the reason itself is sealed under that revision. */
const DispositionStep = z.object({
  by: z.string(),
  at: z.string(),
  revision: z.int().min(1),
  reasonDigest: z.string(),
});
export type DispositionStep = z.infer<typeof DispositionStep>;

/** A match of one party marked as false, as stored: ids, codes, digests of what is sealed, and what the list publishes. */
export const DispositionRecord = z.object({
  id: z.string(),
  revision: z.int().min(1),
  accountId: z.string(),
  partyId: z.string(),
  list: z.string(),
  entryId: z.string(),
  /** The case whose evidence the first person looked at. */
  caseId: z.string(),
  state: z.enum(dispositionStates),
  /** The last day on which it holds (YYYY-MM-DD, UTC). */
  until: z.iso.date(),
  /** The version of the party that was judged. */
  sequence: z.int(),
  /** Of the party's screened data as judged, in its sealed form. */
  queryDigest: z.string(),
  /** The listed party as judged. */
  entry: JudgedEntry,
  proposal: DispositionStep,
  /** The second person's yes or no, or the first one's withdrawal. */
  answer: DispositionStep.nullable(),
  releaseProposal: DispositionStep.nullable(),
  release: DispositionStep.nullable(),
});
export type DispositionRecord = z.infer<typeof DispositionRecord>;

/** Every disposition there ever was of one party, in order. Its revision lets one proposal at a time through. */
export const PartyDispositions = z.object({
  accountId: z.string(),
  partyId: z.string(),
  revision: z.int().min(0),
  ids: z.array(z.string()),
});
export type PartyDispositions = z.infer<typeof PartyDispositions>;

/** The next one of a party: two people who propose at once propose under one id, and one of them is told. */
export function nextDispositionId({ accountId, partyId, ids }: PartyDispositions): string {
  const digest = createHash('sha256')
    .update(`${accountId}\n${partyId}\n${ids.length + 1}`)
    .digest('hex');
  return `dsp_${digest.slice(0, 20)}`;
}

/** Hex SHA-256 of the record in canonical form: the evidence of its audit entry. */
export function dispositionDigest(record: DispositionRecord): string {
  return createHash('sha256').update(canonicalJson(record)).digest('hex');
}
