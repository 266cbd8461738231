import type { AccountEvent } from '../../domain/accounts/account-event.ts';
import type { Owner, Party } from '../../domain/identity/party.ts';

type Snapshot = Extract<AccountEvent, { type: 'account.created' | 'account.updated' }>;

/** A foreign person of whom nothing is missing. */
export function individual(differing: Partial<Owner> = {}): Owner {
  return {
    id: 'p_1',
    kind: 'individual',
    name: 'Mira Testperson',
    citizenships: ['FR'],
    permanentResidentOf: [],
    location: { country: 'FR', as: 'located' },
    address: { line: '1 rue Inventée', city: 'Lyon', postalCode: '69001', country: 'FR' },
    email: 'mira@example.org',
    phone: '+33 1 00 00 00 00',
    payment: { means: 'card', source: 'tok_1' },
    identity: { outcome: 'verified', method: 'documentary' },
    ...differing,
  };
}

/** A foreign company of which nothing is missing. */
export function company(differing: Partial<Party> = {}): Party {
  const { citizenships: _c, permanentResidentOf: _p, ...rest } = individual();
  return {
    ...rest,
    id: 'c_1',
    kind: 'entity',
    name: 'Invented Compute SARL',
    organizedUnder: 'FR',
    ...differing,
  };
}

export function accountCreated(
  differing: Partial<Snapshot['data']> = {},
  type: Snapshot['type'] = 'account.created',
): Snapshot {
  return {
    type,
    timestamp: '2026-03-01T08:00:00Z',
    data: {
      account: 'acct_1',
      sequence: 1,
      isReseller: false,
      customer: company(),
      owners: [individual()],
      ...differing,
    },
  };
}

export function ownerAdded(
  owner: Owner,
  sequence: number,
  account = 'acct_1',
): Extract<AccountEvent, { type: 'owner.added' }> {
  return { type: 'owner.added', timestamp: '2026-03-01T09:00:00Z', data: { account, sequence, owner } };
}

export function ownerRemoved(
  ownerId: string,
  sequence: number,
  account = 'acct_1',
): Extract<AccountEvent, { type: 'owner.removed' }> {
  return { type: 'owner.removed', timestamp: '2026-03-01T10:00:00Z', data: { account, sequence, ownerId } };
}
