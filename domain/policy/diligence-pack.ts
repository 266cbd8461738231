import { z } from 'zod';
import { PlaceList } from './place-list.ts';
import { packHead, ruleReference } from './rule-row.ts';

/** A question a person answers about a customer, and the answer that raises a flag. */
const RedFlagQuestion = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/, 'must be a code in camelCase, at most 64 characters'),
  text: z.string().min(1).max(300),
  flagWhen: z.enum(['yes', 'no']),
});
export type RedFlagQuestion = z.infer<typeof RedFlagQuestion>;

/** Diligence about whom a customer belongs to: where its headquarters and ultimate parent are, and what looks odd. */
export const DiligencePack = z.strictObject({
  ...packHead,
  kind: z.literal('diligence'),
  headquarters: z.strictObject({ rule: ruleReference, lists: z.array(PlaceList).min(1).max(20) }),
  redFlags: z.strictObject({ rule: ruleReference, questions: z.array(RedFlagQuestion).min(1).max(50) }),
});
export type DiligencePack = z.infer<typeof DiligencePack>;
