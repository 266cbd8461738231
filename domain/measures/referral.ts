import { z } from 'zod';

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/, 'must be 1 to 128 letters, digits and _ . : -');
const text = z.string().min(1).max(4000);
const instant = z.iso.datetime({ precision: 3 });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be SHA-256 in lower-case hex');

/** What a provider puts together to refer a jurisdiction or a person to Commerce (SM-05, R-32). Ids and digests only. */
export const ReferralDraft = z.strictObject({
  id,
  subject: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('jurisdiction'),
      places: z.array(z.string().min(2).max(6)).min(1).max(100),
    }),
    z.strictObject({ kind: z.literal('person'), parties: z.array(id).min(1).max(100) }),
  ]),
  observed: z
    .array(
      z.strictObject({
        what: text,
        from: instant,
        to: instant,
        accounts: z.array(id).max(1000),
        evidence: sha256,
      }),
    )
    .max(1000),
  preparedBy: id,
  preparedAt: instant,
  legalBasis: z.strictObject({ text, givenBy: id, at: instant }).nullable(),
  release: z.strictObject({ by: id, at: instant }).nullable(),
});
export type ReferralDraft = z.infer<typeof ReferralDraft>;

export interface ReferralPackage {
  readonly schema: 'referral/1';
  /** The section it follows was proposed and is not law; a referral is voluntary. */
  readonly isVoluntary: true;
  readonly referral: ReferralDraft;
}

export type Referral =
  | { readonly outcome: 'ready'; readonly package: ReferralPackage }
  | { readonly outcome: 'notReady'; readonly missing: readonly ReferralGap[] };

export type ReferralGap = 'observation' | 'legalBasis' | 'release' | 'secondPerson';

/**
 * The package, once a named person has given the legal basis and one who did not prepare it has released it. Nothing
 * is sent from here: what subscribers do may be protected (18 U.S.C. 2702).
 */
export function referralPackage(draft: ReferralDraft): Referral {
  const missing: ReferralGap[] = [];
  if (draft.observed.length === 0) missing.push('observation');
  if (draft.legalBasis === null) missing.push('legalBasis');
  if (draft.release === null) missing.push('release');
  if (draft.release?.by === draft.preparedBy) missing.push('secondPerson');
  if (missing.length > 0) return { outcome: 'notReady', missing };
  return { outcome: 'ready', package: { schema: 'referral/1', isVoluntary: true, referral: draft } };
}
