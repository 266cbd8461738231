import type { AccountEvent } from '../../domain/accounts/account-event.ts';
import type { Party } from '../../domain/identity/party.ts';

/** A foreign person with everything the rule asks for. Overrides say what matters in a test. */
export function foreignPerson(id: string, overrides: Partial<Party> = {}): Party {
  return {
    id,
    kind: 'individual',
    name: 'Vroni Quastenhuber',
    citizenships: ['AT'],
    permanentResidentOf: [],
    location: { country: 'AT', as: 'located' },
    address: { line: 'Lindengasse 4', city: 'Wien', country: 'AT' },
    email: `${id}@example.org`.toLowerCase(),
    phone: '+43 1 5550100',
    payment: { means: 'invoice', source: 'inv-0001' },
    identity: { outcome: 'verified', method: 'documentary' },
    ...overrides,
  };
}

export interface Snapshot {
  readonly sequence?: number;
  readonly customer?: Partial<Party>;
}

/** `account.created` of an account that is verified when nothing goes wrong. */
export function accountCreated(
  account: string,
  at: Date,
  { sequence = 1, customer = {} }: Snapshot = {},
): AccountEvent {
  const data = { account, sequence, isReseller: false, customer: foreignPerson(`${account}-c`, customer) };
  return { type: 'account.created', timestamp: at.toISOString(), data };
}

/** Its identity check failed, so a person has to look. */
export const failedIdentity: Partial<Party> = { identity: { outcome: 'failed', method: 'documentary' } };
