import { z } from 'zod';
import { open, personal, type Evidence } from '../method-result.ts';
import { notPerformed, resultOf, type VerificationMethod } from '../verification-method.ts';

/** Somebody who may act for the account, with what shows it and what their own identity check came to. */
export const Signatory = z.strictObject({
  party: z.string().min(1).max(128),
  authority: z.strictObject({
    kind: z.enum([
      'director',
      'registeredSignatory',
      'powerOfAttorney',
      'boardResolution',
      'controlsAccount',
    ]),
    /** The document or entry that shows it; without it the authority is only claimed. */
    shownBy: z.string().min(1).max(200).optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  }),
  identity: z.enum(['verified', 'failed', 'notPerformed']),
});
export type Signatory = z.infer<typeof Signatory>;

const head = { id: 'signatories', version: 'signatories-1', category: 'additional' } as const;

/**
 * Individuals with authority or control over the account (VER-03): each must have shown the authority, hold it today,
 * and be verified. One who failed fails the method; one of whom nobody knows yet leaves it not performed.
 */
export const signatoriesMethod: VerificationMethod = {
  ...head,
  check({ material: { signatories }, today }) {
    if (signatories === undefined || signatories.length === 0)
      return notPerformed(head, 'signatoriesMissing');
    const reasons = [...new Set(signatories.flatMap((signatory) => doubtsAbout(signatory, today)))].sort();
    const evidence = signatories.slice(0, describedAtMost).map(describe);
    if (reasons.includes('signatoryIdentityFailed')) return resultOf(head, 'failed', { reasons, evidence });
    if (reasons.includes('signatoryIdentityNotPerformed')) return notPerformed(head, ...reasons);
    return resultOf(head, reasons.length === 0 ? 'passed' : 'inconclusive', { reasons, evidence });
  },
};

/** More are judged and not described here; each has a record of its own. */
const describedAtMost = 10;

function doubtsAbout({ authority, identity }: Signatory, today: string): string[] {
  const isCurrent = (authority.from ?? today) <= today && today <= (authority.to ?? today);
  return [
    ...(identity === 'failed' ? ['signatoryIdentityFailed'] : []),
    ...(identity === 'notPerformed' ? ['signatoryIdentityNotPerformed'] : []),
    ...(authority.shownBy === undefined ? ['authorityNotShown'] : []),
    ...(isCurrent ? [] : ['authorityNotCurrent']),
  ];
}

function describe({ party, authority }: Signatory): Evidence {
  return {
    kind: 'authority',
    description: [
      { code: 'party', value: open(party) },
      { code: 'authority', value: open(authority.kind) },
      ...(authority.shownBy === undefined ? [] : [{ code: 'shownBy', value: personal(authority.shownBy) }]),
    ],
  };
}
