import { z } from 'zod';

/**
 * How far a rule binds: `proposed` binds nobody, `inForce` is law today, `uncertain` may be law and nobody here could
 * establish it, `providerPolicy` is what the provider imposed on itself.
 */
export const ruleStatuses = ['proposed', 'inForce', 'uncertain', 'providerPolicy'] as const;
export type RuleStatus = (typeof ruleStatuses)[number];

const sentence = z.string().min(1).max(1000);
const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'must be letters, digits and hyphens, at most 64');

/** One clause, with where it stands, how sure we are that it says so, and when somebody last looked. */
export const RuleRow = z.strictObject({
  id,
  /** Row of the clause-to-software table that this clause belongs to. */
  ruleRow: id.optional(),
  /** Further rows of that table which rest on the clause. */
  alsoFor: z.array(id).min(1).max(10).optional(),
  section: sentence,
  text: sentence,
  status: z.enum(ruleStatuses),
  evidence: sentence,
  source: sentence,
  asOf: z.iso.date(),
  doubt: sentence.optional(),
});
export type RuleRow = z.infer<typeof RuleRow>;

/** What every pack begins with. */
export const packHead = {
  schema: z.literal('policy-pack/1'),
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must be three numbers with dots, such as 1.0.0'),
  title: sentence,
  status: z.enum(ruleStatuses),
  /** A dormant pack describes duties that bind nobody now. */
  dormant: z.boolean(),
  asOf: z.iso.date(),
  citation: sentence,
  legalNote: sentence,
  rules: z.array(RuleRow).min(1).max(200),
};

export const ruleReference = id;
