import { z } from 'zod';
import { ruleReference } from './rule-row.ts';

const code = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,63}$/, 'must be a code in camelCase, at most 64 characters');

/** What `restricted` means of an account, in codes that the provider's own systems know. */
export const PermissionConditions = z.strictObject({
  /** The only kinds of product it may use; empty: none. */
  products: z.array(code).max(100),
  limits: z.array(z.strictObject({ measure: code, atMost: z.int().min(0) })).max(50),
  monitoring: z.array(code).max(50),
});
export type PermissionConditions = z.infer<typeof PermissionConditions>;

/** What a programme says of accounts that could not be verified. Which permission goes with which state is beside it. */
export const ProgrammeTerms = z.strictObject({
  rule: ruleReference,
  /** What follows when the time for verifying is over (FAIL-03). */
  afterFailedVerification: z.enum(['closing', 'monitoredUnverified']),
  conditions: z.strictObject({
    /** Wherever the permission is `restricted` and nothing else is said. */
    restricted: PermissionConditions,
    monitored: PermissionConditions,
  }),
});
export type ProgrammeTerms = z.infer<typeof ProgrammeTerms>;
