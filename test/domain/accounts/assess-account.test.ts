import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountEvent } from '../../../domain/accounts/account-event.ts';
import { presentParties, type AccountRecord } from '../../../domain/accounts/account-record.ts';
import { assessAccount } from '../../../domain/accounts/assess-account.ts';
import { PartyRoleConflictError } from '../../../domain/errors/kyc-error.ts';
import {
  accountCreated,
  company,
  individual,
  ownerAdded,
  ownerRemoved,
} from '../../support/account-events.ts';
import { shippedPack } from '../policy/shipped-packs.ts';

const pack = shippedPack('us-iaas-nprm-2024');
if (pack.kind !== 'identification') throw new Error('expected the identification pack');
const receivedAt = '2026-03-01T09:00:00.000Z';
const diligence = shippedPack('us-bis-d5-diligence');
if (diligence.kind !== 'diligence') throw new Error('expected the diligence pack');
const placeRules = { sanctions: [], diligence };
const context = (eventId = 'evt_1') => ({ eventId, receivedAt, isRefusalPending: false, pack, placeRules });

/** The account after these events, in this order. */
function after(...events: AccountEvent[]): AccountRecord {
  const account = events.reduce<AccountRecord | null>((before, event, index) => {
    const result = assessAccount(before, event, context(`evt_${index}`));
    return result.outcome === 'assessed' ? result.account : before;
  }, null);
  if (!account) throw new Error('expected an account');
  return account;
}

describe('assessing an account', () => {
  it('opens it pending, without permission, at the time of the event', () => {
    expect(after(accountCreated())).toMatchObject({
      revision: 1,
      status: 'pending',
      permission: 'none',
      openedAt: '2026-03-01T08:00:00.000Z',
      concerns: [],
    });
  });

  it('was opened no later than its event came in, whatever the event says', () => {
    const fromTheFuture = { ...accountCreated(), timestamp: '2999-01-01T00:00:00Z' };
    expect(after(fromTheFuture).openedAt).toBe(receivedAt);
  });

  it('refuses a party that is customer and owner at once, in whichever order that comes', () => {
    const both = [ownerAdded(individual({ id: 'c_1' }), 2), accountCreated()];
    expect(() => after(...both)).toThrow(PartyRoleConflictError);
    expect(() => after(...both.reverse())).toThrow(/make.* party c_1 both customer and owner/);
  });

  it('keeps a refusal in mind that the account does not show yet', () => {
    const account = after(accountCreated());
    const update = accountCreated({ sequence: 2 }, 'account.updated');
    const result = assessAccount(account, update, { ...context('evt_2'), isRefusalPending: true });
    expect(result.outcome === 'assessed' && result.account.concerns).toEqual(['previouslyRefused']);
  });

  it('gives the limbs of the test for each party it assessed', () => {
    const result = assessAccount(null, accountCreated(), context());
    const parties = result.outcome === 'assessed' ? result.parties : [];
    expect(parties.map(({ role, record }) => [role, record.id, record.personStatus])).toEqual([
      ['customer', 'c_1', 'foreign'],
      ['owner', 'p_1', 'foreign'],
    ]);
    expect(parties.every(({ limbs }) => limbs.length > 0)).toBe(true);
  });

  it('is in scope when the customer is unknown, as nothing says that it is US', () => {
    expect(after(ownerAdded(individual(), 1))).toMatchObject({
      customer: null,
      inScope: true,
      scopeBecause: 'customerUnknown',
    });
  });

  it('is out of scope when every party is US, and in again when a foreign owner joins', () => {
    const us = { citizenships: ['US'], location: { country: 'US', as: 'located' as const } };
    const created = accountCreated({
      customer: company({ organizedUnder: 'US-DE', location: { country: 'US', as: 'located' } }),
      owners: [individual(us)],
    });
    expect(after(created).inScope).toBe(false);
    expect(after(created, ownerAdded(individual({ id: 'p_2' }), 2))).toMatchObject({
      inScope: true,
      scopeBecause: 'foreignOwner',
    });
  });

  it('asks for a screening of each party in its new version, and keeps that of the others', () => {
    const screened = after(accountCreated());
    const clear = { outcome: 'clear', listDigest: 'd', matcherVersion: 'm', determination: 'k' } as const;
    const before: AccountRecord = {
      ...screened,
      customer: screened.customer && { ...screened.customer, screening: clear },
      owners: screened.owners.map((owner) => ({ ...owner, screening: clear })),
    };
    const result = assessAccount(before, ownerAdded(individual({ name: 'New Name' }), 2), context());
    if (result.outcome !== 'assessed') throw new Error(result.outcome);
    expect(result.account.customer?.screening).toEqual(clear);
    expect(result.account.owners[0]?.screening).toBeNull();
  });

  it('knows an owner whose removal came before anything else about it', () => {
    const account = after(ownerRemoved('p_9', 5), accountCreated({ sequence: 1 }));
    expect(presentParties(account).map(({ id }) => id)).toEqual(['c_1', 'p_1']);
    expect(account.owners.find(({ id }) => id === 'p_9')).toMatchObject({ present: false, sequence: 5 });
  });

  it('is superseded by what has come before, and then changes nothing', () => {
    const before = after(accountCreated({ sequence: 5 }));
    expect(assessAccount(before, accountCreated({ sequence: 5 }), context())).toEqual({
      outcome: 'superseded',
    });
    expect(assessAccount(before, ownerRemoved('p_1', 4), context()).outcome).toBe('superseded');
  });

  it('counts its revisions from 1 without a gap', () => {
    expect(after(accountCreated(), ownerRemoved('p_1', 2), ownerAdded(individual(), 3)).revision).toBe(3);
  });
});

describe('what an earlier look leaves behind', () => {
  const seen = (differing: Partial<AccountRecord>) => {
    const result = assessAccount(
      { ...after(accountCreated()), ...differing },
      accountCreated({ sequence: 2 }, 'account.updated'),
      context(),
    );
    return result.outcome === 'assessed' ? result.account.concerns : result.outcome;
  };

  it.each([
    ['a refusal', { status: 'refused' }, ['previouslyRefused']],
    ['a question still open', { openCase: 'case_1' }, ['reviewOvertaken']],
    ['a review nobody answered', { reasons: ['reviewLapsed'] }, ['reviewLapsed']],
    [
      'an earlier concern, until somebody has answered it',
      { concerns: ['reviewOvertaken'] },
      ['reviewOvertaken'],
    ],
    ['a verification', { status: 'verified', permission: 'full' }, []],
  ] as const)('%s', (_name, differing, expected) => {
    expect(seen(differing as Partial<AccountRecord>)).toEqual(expected);
  });

  it('does not change the permission until it is decided again', () => {
    const before: AccountRecord = { ...after(accountCreated()), status: 'verified', permission: 'full' };
    const result = assessAccount(before, accountCreated({ sequence: 2 }), context());
    expect(result).toMatchObject({ account: { status: 'verified', permission: 'full' } });
  });
});

describe('the order of events', () => {
  const seed = 41;
  const events: AccountEvent[] = [
    accountCreated({ sequence: 1 }),
    ownerAdded(individual({ id: 'p_2' }), 2),
    ownerRemoved('p_1', 3),
    accountCreated({
      sequence: 4,
      isReseller: true,
      customer: company({ name: 'Renamed' }),
      owners: undefined,
    }),
    ownerAdded(individual({ id: 'p_1', name: 'Came back' }), 5),
  ];

  it('makes no difference to what is known of the account', () => {
    const meaning = (account: AccountRecord) => ({
      parties: presentParties(account).map(({ id, sequence, missingFields }) => [
        id,
        sequence,
        missingFields,
      ]),
      inScope: account.inScope,
      because: account.scopeBecause,
      isReseller: account.isReseller,
      openedAt: account.openedAt,
    });
    const expected = meaning(after(...events));
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(meaning(after(...shuffled))).toEqual(expected);
      }),
      { seed, numRuns: 120 },
    );
  });
});
