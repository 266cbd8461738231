import { z } from 'zod';
import { ruleReference } from './rule-row.ts';

/**
 * How a term is counted. `days`: whether calendar or business days are meant was not seen; calendar days are counted,
 * which are never later. `precondition`: no clock, something has to be done first. `open`, `riskBased`, `policy`: the
 * text as read gives no number; a provider sets one of its own.
 */
export const deadlineUnits = [
  'calendarDays',
  'days',
  'years',
  'yearsMinimum',
  'precondition',
  'open',
  'riskBased',
  'policy',
] as const;
export type DeadlineUnit = (typeof deadlineUnits)[number];

const withoutNumber: readonly DeadlineUnit[] = ['open', 'riskBased', 'policy'];

const id = z.string().regex(/^DL-\d\d(-[a-z][A-Za-z]{0,39})?$/, 'must be DL- and two digits, such as DL-07');
const trigger = z.string().min(1).max(300);

/** A term as a text gives it: what starts it, and how long it runs. */
export const DeadlineTerm = z
  .strictObject({
    id,
    rule: ruleReference,
    trigger,
    /** Null where the text as read gives no number. */
    amount: z.int().min(0).max(3660).nullable(),
    unit: z.enum(deadlineUnits),
  })
  .refine(({ amount, unit }) => (amount === null) === withoutNumber.includes(unit), {
    path: ['amount'],
    message: 'must be null for open, riskBased and policy, and a number for every other unit',
  })
  .refine(({ amount, unit }) => unit !== 'precondition' || amount === 0, {
    path: ['amount'],
    message: 'must be 0: a precondition has no clock',
  });
export type DeadlineTerm = z.infer<typeof DeadlineTerm>;

/** A provider's own term, where the text that it `settles` gives no number. */
export const OwnTerm = z.strictObject({
  id,
  rule: ruleReference,
  settles: id,
  trigger,
  amount: z.int().min(1).max(3660),
  unit: z.enum(['calendarDays', 'years']),
});
export type OwnTerm = z.infer<typeof OwnTerm>;

export const DeadlineTerms = z.array(DeadlineTerm).max(50).superRefine(refuseDoubles);

/** The terms a provider sets for itself, and when it is reminded: percent of the time from start to due. */
export const OwnTerms = z.strictObject({
  rule: ruleReference,
  remindersAtPercent: z
    .array(z.int().min(1).max(99))
    .min(1)
    .max(9)
    .refine((marks) => marks.every((mark, place) => place === 0 || mark > (marks[place - 1] ?? 0)), {
      error: 'must rise from mark to mark',
    }),
  terms: z.array(OwnTerm).min(1).max(50).superRefine(refuseDoubles),
});
export type OwnTerms = z.infer<typeof OwnTerms>;

function refuseDoubles(terms: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [index, term] of terms.entries()) {
    if (seen.has(term.id)) {
      context.addIssue({
        code: 'custom',
        path: [index, 'id'],
        message: 'must be unique among the deadlines',
      });
    }
    seen.add(term.id);
  }
}
