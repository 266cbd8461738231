import { z } from 'zod';
import { compare, parseFraction, whole } from '../ownership/fraction.ts';
import { interestTypes } from '../ownership/bods/interest-types.ts';
import { ruleReference } from './rule-row.ts';

const sentence = z.string().min(1).max(1000);

/** A fraction of one, as `1/4`. */
const share = z
  .string()
  .regex(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$|^1$/, { error: 'must be a fraction such as 1/4', abort: true })
  .refine((text) => compare(parseFraction(text), whole) <= 0, 'must not be more than the whole');

const interests = z.array(z.enum(interestTypes)).max(interestTypes.length);

/** Who is a beneficial owner: from which share, and by which rights. */
export const BeneficialOwnerTerms = z.strictObject({
  rule: ruleReference,
  atLeast: share,
  control: z.strictObject({
    rule: ruleReference,
    /** Rights that are substantial control whoever has them. */
    substantial: interests,
    /** Rights of which it cannot be told without asking. */
    undetermined: interests,
    /** Rights that can be counted, such as votes, and from which part of them they are control. */
    counted: z
      .array(z.strictObject({ interest: z.enum(interestTypes), atLeast: share }))
      .max(interestTypes.length),
    /** Who holds so much of an entity, or controls it, controls what that entity controls. */
    throughEntityFrom: share,
    doubt: sentence,
  }),
});
export type BeneficialOwnerTerms = z.infer<typeof BeneficialOwnerTerms>;
