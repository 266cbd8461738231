import { z } from 'zod';
import { permissions } from '../accounts/account-status.ts';
import { packHead, ruleReference } from './rule-row.ts';

const share = z.number().min(0).max(1);
const percent = z.number().min(0).max(100);
const days = z.int().min(1).max(366);
const code = z.string().regex(/^[A-Za-z0-9./-]{1,64}$/, 'must be a code of at most 64 characters');
const sentence = z.string().min(1).max(1000);
const role = z.enum(['customer', 'owner']);

/** What must be known of a foreign party. Each inner list holds alternatives: one of them is enough. */
const RequiredField = z.strictObject({
  rule: ruleReference,
  appliesTo: z.array(role).min(1),
  needs: z.array(z.array(code).min(1)).min(1),
});
export type PartyRole = z.infer<typeof role>;

const CertificationCount = z.strictObject({
  rule: ruleReference,
  unit: z.enum(['customer', 'account', 'naturalPerson']),
  locationRule: z.enum(['addressCountry', 'organizedUnder', 'placeOfUse', 'none']),
  doubt: sentence,
});

export const IdentificationPack = z.strictObject({
  ...packHead,
  kind: z.literal('identification'),
  withdrawal: z.strictObject({
    reportedFor: z.string().regex(/^\d{4}-\d{2}$/, 'must be a year and month, such as 2025-12'),
    confidence: z.enum(['low', 'medium', 'high']),
    source: sentence,
  }),
  requiredFields: z.array(RequiredField).min(1),
  beneficialOwner: z.strictObject({
    rule: ruleReference,
    ownershipPercentAtLeast: percent,
    substantialControlCounts: z.boolean(),
  }),
  certificationCounts: z.array(CertificationCount),
});
export type IdentificationPack = z.infer<typeof IdentificationPack>;

export const ScreeningPack = z.strictObject({
  ...packHead,
  kind: z.literal('screening'),
  screening: z.strictObject({
    rule: ruleReference,
    lists: z.array(code).min(1),
    parties: z.array(role).min(1),
    subjects: z.array(z.enum(['name', 'otherNames', 'identifiers'])).min(1),
    occasions: z.array(z.enum(['accountOpened', 'partyChanged', 'listPublished'])).min(1),
  }),
  possibleMatch: z.strictObject({
    rule: ruleReference,
    permission: z.enum(permissions),
    opensCase: z.boolean(),
    secondPerson: z.boolean(),
  }),
  notScreened: z.strictObject({
    rule: ruleReference,
    permission: z.enum(permissions),
    opensCase: z.boolean(),
  }),
  blockedOwnership: z.strictObject({ rule: ruleReference, aggregatePercentAtLeast: percent }),
});
export type ScreeningPack = z.infer<typeof ScreeningPack>;

export const ProviderPack = z.strictObject({
  ...packHead,
  kind: z.literal('provider'),
  review: z.strictObject({
    rule: ruleReference,
    timeoutDays: days,
    heartbeatDays: days,
    afterLapse: z.enum(['refuse', 'restrict']),
  }),
  permissions: z.strictObject({
    rule: ruleReference,
    duringReview: z.enum(permissions),
    whileRestricted: z.enum(permissions),
    afterLapsedReview: z.enum(permissions),
    restrictedMeans: z.array(code),
  }),
  matcher: z.strictObject({ rule: ruleReference, threshold: share }),
  listGate: z.strictObject({
    rule: ruleReference,
    largestShrinkShare: share,
    minimumEntries: z.int().min(1),
    sentinel: sentence,
  }),
});
export type ProviderPack = z.infer<typeof ProviderPack>;
