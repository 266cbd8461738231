import { describe, expect, it } from 'vitest';
import {
  decideAccount,
  type AccountFindings,
  type PartyFinding,
  type PermissionPolicy,
} from '../../../domain/risk/decide-account.ts';

const policy: PermissionPolicy = {
  duringReview: 'none',
  whileRestricted: 'restricted',
  afterLapsedReview: 'none',
};

const customer: PartyFinding = {
  id: 'p1',
  role: 'customer',
  isBeneficialOwner: null,
  personStatus: 'foreign',
  missingFields: [],
  identity: 'verified',
  screening: 'clear',
};

const findings = (party: Partial<PartyFinding>, more: Partial<AccountFindings> = {}): AccountFindings => ({
  parties: [{ ...customer, ...party }],
  inScope: true,
  customerKnown: true,
  ownersKnown: true,
  unresolvedOwners: [],
  priorConcerns: [],
  ...more,
});

describe('the decision about an account', () => {
  it('is full permission for a foreign customer who is complete, verified and clear', () => {
    expect(decideAccount(findings({}), policy)).toEqual({
      status: 'verified',
      permission: 'full',
      reasons: [],
    });
  });

  it('restricts a foreign customer whose identity check was not performed', () => {
    expect(decideAccount(findings({ identity: 'notPerformed' }), policy)).toEqual({
      status: 'restricted',
      permission: 'restricted',
      reasons: ['identityNotPerformed:p1'],
    });
  });

  it('asks an undetermined party for what it asks a foreign one', () => {
    const decision = decideAccount(
      findings({ personStatus: 'undetermined', missingFields: ['email'] }),
      policy,
    );
    expect(decision).toMatchObject({ status: 'restricted', reasons: ['fieldMissing:p1:email'] });
  });

  it('asks US persons for nothing more', () => {
    const decision = decideAccount(
      findings(
        { personStatus: 'us', identity: 'notPerformed', missingFields: ['email'] },
        { inScope: false },
      ),
      policy,
    );
    expect(decision.status).toBe('verified');
  });

  it('never verifies an entity whose owners nobody has named', () => {
    const decision = decideAccount(findings({ personStatus: 'us' }, { ownersKnown: false }), policy);
    expect(decision).toMatchObject({ status: 'restricted', reasons: ['ownersUnknown'] });
  });

  it('asks an owner who is known to be no beneficial owner for nothing, and any other', () => {
    const owed = (isBeneficialOwner: boolean | null) =>
      decideAccount(findings({ role: 'owner', isBeneficialOwner, identity: 'notPerformed' }), policy).reasons;
    expect(owed(false)).toEqual([]);
    expect(owed(null)).toEqual(['identityNotPerformed:p1']);
    expect(owed(true)).toEqual(['identityNotPerformed:p1']);
  });

  it('never verifies an account while a beneficial owner may stand behind a layer that is not resolved', () => {
    const decision = decideAccount(findings({}, { unresolvedOwners: ['o1:ownersNotStated'] }), policy);
    expect(decision).toMatchObject({
      status: 'restricted',
      reasons: ['ownersUnresolved:o1:ownersNotStated'],
    });
  });

  it('sends a sanctioned place to a person, and asks for one that is unclear, US persons too', () => {
    const asks = (places: { concerns: string[]; wanted: string[] }) =>
      decideAccount(findings({ personStatus: 'us' }, { inScope: false, places }), policy);
    expect(asks({ concerns: ['sanctionedLocation:p1:address'], wanted: [] }).status).toBe('underReview');
    expect(asks({ concerns: [], wanted: ['locationUnclear:p1:address'] })).toMatchObject({
      status: 'restricted',
      reasons: ['locationUnclear:p1:address'],
    });
  });

  it('permits nothing while the customer of an account is not known', () => {
    expect(decideAccount(findings({}, { customerKnown: false }), policy)).toEqual({
      status: 'restricted',
      permission: 'none',
      reasons: ['customerUnknown'],
    });
  });

  it.each(['possibleMatch', 'notScreened'] as const)('sends %s to a person, US persons too', (screening) => {
    const decision = decideAccount(findings({ screening, personStatus: 'us' }, { inScope: false }), policy);
    expect(decision).toEqual({ status: 'underReview', permission: 'none', reasons: [`${screening}:p1`] });
  });

  it('sends a failed identity check to a person', () => {
    expect(decideAccount(findings({ identity: 'failed' }), policy).status).toBe('underReview');
  });

  it('does not let new data slip past an earlier refusal or an open review', () => {
    for (const concern of ['previouslyRefused', 'reviewOvertaken', 'reviewLapsed'] as const) {
      expect(decideAccount(findings({}, { priorConcerns: [concern] }), policy)).toMatchObject({
        status: 'underReview',
        reasons: [concern],
      });
    }
  });

  it('refuses when the review refused, and says what the concern was', () => {
    expect(decideAccount(findings({ screening: 'possibleMatch' }, { review: 'refuse' }), policy)).toEqual({
      status: 'refused',
      permission: 'none',
      reasons: ['reviewRefused', 'possibleMatch:p1'],
    });
  });

  it('still asks for missing fields after an approved review', () => {
    const decision = decideAccount(
      findings({ screening: 'possibleMatch', missingFields: ['phone'] }, { review: 'approve' }),
      policy,
    );
    expect(decision).toMatchObject({
      status: 'restricted',
      reasons: ['reviewApproved', 'fieldMissing:p1:phone'],
    });
  });

  it.each([true, false])(
    'never verifies a party that nobody screened, approved or not (in scope: %s)',
    (inScope) => {
      const decision = decideAccount(
        findings({ screening: 'notScreened' }, { inScope, review: 'approve' }),
        policy,
      );
      expect(decision).toEqual({
        status: 'restricted',
        permission: 'restricted',
        reasons: ['reviewApproved', 'notScreened:p1'],
      });
    },
  );

  it('takes an approval as the answer to a match, a failed identity check and what went before', () => {
    const answered = findings(
      { screening: 'possibleMatch', identity: 'failed' },
      { priorConcerns: ['previouslyRefused'], review: 'approve' },
    );
    expect(decideAccount(answered, policy)).toEqual({
      status: 'verified',
      permission: 'full',
      reasons: ['reviewApproved'],
    });
  });

  it('never verifies an account whose review nobody answered', () => {
    expect(decideAccount(findings({ screening: 'notScreened' }, { review: 'lapsed' }), policy)).toMatchObject(
      {
        status: 'restricted',
        permission: 'none',
      },
    );
  });

  it('takes each permission from the field of the policy that is about it', () => {
    const distinct: PermissionPolicy = {
      duringReview: 'restricted',
      whileRestricted: 'full',
      afterLapsedReview: 'none',
    };
    const permitted = (differing: AccountFindings) => decideAccount(differing, distinct).permission;
    expect(permitted(findings({ screening: 'possibleMatch' }))).toBe('restricted');
    expect(permitted(findings({}, { ownersKnown: false }))).toBe('full');
    expect(permitted(findings({}, { review: 'lapsed' }))).toBe('none');
  });

  const owned = (isBlocked: boolean | null, reasons: string[] = []) => ({
    ownership: [{ customer: 'p1', list: 'ofac-sdn', isBlocked, reasons }],
  });

  it.each([
    [true, [], ['ownedByListed:p1:ofac-sdn']],
    [null, [], ['ownershipUndetermined:p1:ofac-sdn']],
    [false, [], []],
    [true, ['listed'], []],
  ])('tells reviewers what listed owners make of a customer: %s %j', (isBlocked, reasons, expected) => {
    const decision = decideAccount(findings({}, owned(isBlocked, reasons)), policy);
    expect(decision.reasons).toEqual(expected);
    expect(decision.permission).toBe(expected.length > 0 ? 'none' : 'full');
  });

  it('takes the word of two reviewers that the listed owner is another person', () => {
    expect(decideAccount(findings({}, { ...owned(true), review: 'approve' }), policy).status).toBe(
      'verified',
    );
  });
});
