import { describe, expect, it } from 'vitest';
import { ReferralDraft, referralPackage } from '../../../domain/measures/referral.ts';

const at = '2026-11-23T10:00:00.000Z';
const observation = {
  what: 'Scans of networks',
  from: at,
  to: at,
  accounts: ['acct_1'],
  evidence: 'a'.repeat(64),
};
const draft = (differing: object = {}) =>
  ReferralDraft.parse({
    id: 'ref_1',
    subject: { kind: 'person', parties: ['p1'] },
    observed: [observation],
    preparedBy: 'alice',
    preparedAt: at,
    legalBasis: { text: 'Voluntary; counsel has looked', givenBy: 'carol', at },
    release: { by: 'bob', at },
    ...differing,
  });

describe('a referral to Commerce (SM-05, R-32)', () => {
  it('is ready with what was observed, a legal basis and a release by a second person', () => {
    expect(referralPackage(draft())).toMatchObject({ outcome: 'ready', package: { isVoluntary: true } });
  });

  it.each([
    ['nothing observed', { observed: [] }, 'observation'],
    ['no legal basis', { legalBasis: null }, 'legalBasis'],
    ['nobody released it', { release: null }, 'release'],
    ['released by whoever prepared it', { release: { by: 'alice', at } }, 'secondPerson'],
  ])('is not ready: %s', (_name, differing, missing) => {
    expect(referralPackage(draft(differing))).toEqual({ outcome: 'notReady', missing: [missing] });
  });
});
