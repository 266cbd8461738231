import { z } from 'zod';
import { ruleReference } from './rule-row.ts';

const answer = z.enum(['review', 'requestInformation', 'record']);
export type PlaceAnswer = z.infer<typeof answer>;

/**
 * What a provider does about a place that raises a question: a person looks, the customer is asked and stays restricted,
 * or it is recorded only. A place that is listed or doubtful is no choice: a person looks.
 */
export const PlaceTerms = z.strictObject({
  rule: ruleReference,
  /** Only the country is known, and a part of it is listed. */
  partUnknown: answer,
  /** Headquarters or ultimate parent of a customer is, or may be, in a listed place. */
  headquartersListed: answer.exclude(['requestInformation']),
  /** Nobody has said where headquarters or ultimate parent is. */
  headquartersUnknown: answer,
});
export type PlaceTerms = z.infer<typeof PlaceTerms>;
