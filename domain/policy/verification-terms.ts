import { z } from 'zod';
import { personKinds } from '../identity/person-facts.ts';
import { methodCategories, MethodId } from '../verification/method-result.ts';
import { riskFactorCodes, riskLevels } from '../verification/plan/risk-factors.ts';
import { ruleReference } from './rule-row.ts';

const share = z.number().min(0).max(1);
const points = z.int().min(0).max(1000);
const sentence = z.string().min(1).max(300);
const days = z.int().min(1).max(3660);

/** What a factor adds each time it holds, and for how many times at most. */
const Factor = z.strictObject({
  code: z.enum(riskFactorCodes),
  weight: points,
  timesAtMost: z.int().min(1).max(100),
  because: sentence,
});

/** A check that is owed from a level of risk on; any one of the methods does. */
const PlannedMethods = z.strictObject({
  appliesTo: z.array(z.enum(personKinds)).min(1).max(personKinds.length),
  from: z.enum(riskLevels),
  category: z.enum(methodCategories),
  anyOf: z.array(MethodId).min(1).max(20),
});

const Factors = z
  .array(Factor)
  .refine(
    (factors) => new Set(factors.map(({ code }) => code)).size === factors.length,
    'must name no factor twice',
  )
  .refine(
    (factors) => riskFactorCodes.every((code) => factors.some((factor) => factor.code === code)),
    `must weigh every factor: ${riskFactorCodes.join(', ')}; 0 leaves one out of account`,
  );

const Checks = z
  .array(PlannedMethods)
  .max(50)
  .refine(
    (checks) =>
      personKinds.every((kind) =>
        checks.some(({ appliesTo, from }) => appliesTo.includes(kind) && from === 'low'),
      ),
    'must owe at least one check from low on, for individuals and for entities: a plan without any verifies nobody',
  );

/** How identity is verified: by which methods from which risk on, and what the methods go by. */
export const VerificationTerms = z.strictObject({
  rule: ruleReference,
  nameLikeness: z
    .strictObject({ same: share, alike: share })
    .refine(({ same, alike }) => alike <= same, { path: ['alike'], message: 'must not be above same' }),
  registerExtractAtMostDays: days,
  leiPublicationAtMostDays: days,
  accesses: z.strictObject({
    fewestObservations: z.int().min(1).max(10_000),
    windowDays: days,
    elsewhereShareAtMost: share,
    unknownShareAtMost: share,
  }),
  challenge: z.strictObject({ validMinutes: z.int().min(1).max(44_640), attempts: z.int().min(1).max(20) }),
  factors: Factors,
  /** The scores from which risk is medium, and high. */
  levels: z
    .strictObject({ medium: points, high: points })
    .refine(({ medium, high }) => medium <= high, { path: ['high'], message: 'must not be below medium' }),
  checks: Checks,
});
export type VerificationTerms = z.infer<typeof VerificationTerms>;
