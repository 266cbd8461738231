import { z } from 'zod';
import { permissions } from '../accounts/account-status.ts';
import { listTitles, type ListId } from '../lists/list-ids.ts';
import { compare, parseFraction, whole } from '../ownership/fraction.ts';
import { CountingPolicy } from '../reporting/counting-policy.ts';
import { BeneficialOwnerTerms } from './beneficial-owner-terms.ts';
import { isAiReporting } from '../exemptions/duties-off.ts';
import { clauseRowIds } from './clause-rows.ts';
import { DeadlineTerms, OwnTerms } from './deadline-term.ts';
import { PlaceList } from './place-list.ts';
import { PlaceTerms } from './place-terms.ts';
import { ProgrammeTerms } from './programme-terms.ts';
import { packHead, ruleReference } from './rule-row.ts';
import { VerificationTerms } from './verification-terms.ts';

const listIds = Object.keys(listTitles) as ListId[];
const share = z.number().min(0).max(1);
const days = z.int().min(1).max(366);
const code = z.string().regex(/^[A-Za-z0-9./-]{1,64}$/, 'must be a code of at most 64 characters');
const sentence = z.string().min(1).max(1000);
const role = z.enum(['customer', 'owner']);
/** Full permission takes a verdict: no policy gives it to an account that is not verified. */
const unverifiedPermission = z.enum(permissions).exclude(['full']);

/** What must be known of a foreign party. Each inner list holds alternatives: one of them is enough. */
const RequiredField = z.strictObject({
  rule: ruleReference,
  appliesTo: z.array(role).min(1),
  needs: z.array(z.array(code).min(1)).min(1),
});
export type PartyRole = z.infer<typeof role>;

/** What the report prints of each way of counting, and the row that asks for the figure. */
const CertificationCounts = z.strictObject({
  customers: CountingPolicy.shape.customers.extend({ rule: ruleReference }),
  owners: CountingPolicy.shape.owners.extend({ rule: ruleReference }),
  location: z.strictObject({
    rule: ruleReference,
    // Records hold the country of the address and no other place.
    locationRule: z.literal('addressCountry'),
    doubt: sentence,
  }),
});

export const IdentificationPack = z.strictObject({
  ...packHead,
  kind: z.literal('identification'),
  withdrawal: z.strictObject({
    reportedFor: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a year and month, such as 2025-12'),
    confidence: z.enum(['low', 'medium', 'high']),
    source: sentence,
  }),
  beneficialOwners: BeneficialOwnerTerms,
  requiredFields: z.array(RequiredField).min(1),
  certificationCounts: CertificationCounts,
  deadlines: DeadlineTerms,
  /** Rows of the clause table that an exemption may turn off, by its scope. */
  exemption: z.strictObject({
    rule: ruleReference,
    rows: z
      .array(z.enum(clauseRowIds))
      .min(1)
      .refine((rows) => !rows.some(isAiReporting), 'must leave the reports on AI training on'),
  }),
});
export type IdentificationPack = z.infer<typeof IdentificationPack>;

/** When what listed parties own counts as listed. A share is a fraction of one, as `1/2`. */
const OwnershipRule = z.strictObject({
  rule: ruleReference,
  lists: z.array(z.enum(listIds)).min(1),
  atLeast: z
    .string()
    .regex(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$|^1$/, { error: 'must be a fraction such as 1/2', abort: true })
    .refine((text) => compare(parseFraction(text), whole) <= 0, 'must not be more than the whole'),
});

/** The law that screening answers. What happens to an account is the provider's policy. */
export const ScreeningPack = z.strictObject({
  ...packHead,
  kind: z.literal('screening'),
  ownership: OwnershipRule,
  /** Places with which dealings are prohibited as a whole. */
  places: z.strictObject({ rule: ruleReference, lists: z.array(PlaceList).min(1).max(20) }).optional(),
});
export type ScreeningPack = z.infer<typeof ScreeningPack>;

/** See `ListGatePolicy`. */
const ListGate = z.strictObject({
  minimumEntries: z.int().min(1),
  largestLossShare: share,
  // A small list may double.
  largestGainShare: z.number().min(0).max(10),
  largestChangedShare: share,
  largestFactLossShares: z.strictObject({
    ...{ names: share, countries: share, birthDates: share, identifiers: share },
  }),
  lowestRemarksShare: share,
  lowestNamesPerParty: z.number().min(1).max(10),
  lowestShares: z.strictObject({ countries: share, birthDates: share, identifiers: share }),
  lowestKindShares: z.strictObject({ individual: share, entity: share, vessel: share, aircraft: share }),
  largestSameNameShare: share,
  sentinels: z.array(sentence),
});

export const ProviderPack = z.strictObject({
  ...packHead,
  kind: z.literal('provider'),
  review: z.strictObject({
    rule: ruleReference,
    timeoutDays: days,
    heartbeatDays: days,
  }),
  permissions: z.strictObject({
    rule: ruleReference,
    duringReview: unverifiedPermission,
    whileRestricted: unverifiedPermission,
    afterLapsedReview: unverifiedPermission,
    whileMonitored: unverifiedPermission,
    whileClosing: unverifiedPermission,
    duringRedress: unverifiedPermission,
  }),
  places: PlaceTerms,
  programme: ProgrammeTerms,
  deadlines: OwnTerms,
  dispositions: z.strictObject({
    rule: ruleReference,
    standingDays: days,
    // Ten years: whoever wants a match gone for good has to look again some day.
    longestDays: z.int().min(1).max(3660),
  }),
  verification: VerificationTerms,
  /** Everybody is screened against everything again after so many days, whatever changed meanwhile. */
  rescreening: z.strictObject({ rule: ruleReference, fullEveryDays: days }),
  matcher: z.strictObject({ rule: ruleReference, threshold: share }),
  listGate: z.strictObject({
    rule: ruleReference,
    lists: z.strictObject(
      Object.fromEntries(listIds.map((list) => [list, ListGate])) as Record<ListId, typeof ListGate>,
    ),
    /** How the sources start that the Consolidated Screening List must hold. */
    consolidatedSources: z.array(sentence).min(1),
  }),
});
export type ProviderPack = z.infer<typeof ProviderPack>;
