import { parseFraction } from '../ownership/fraction.ts';
import { isHeldOn, type Holding } from '../ownership/holding.ts';
import type { ControlRight, OwnerNetwork, OwnershipGap } from '../ownership/owner-network.ts';
import { presentParties, type AccountRecord, type PartyRecord } from './account-record.ts';
import { unknownHolding } from './stated-holdings.ts';

/** An account whose customer is an entity, and so has owners. */
export type OwnedAccount = Pick<AccountRecord, 'owners' | 'ownersSetAt'> & { readonly customer: PartyRecord };

/** What an account says of the owners of its customer on one day (YYYY-MM-DD), as the register's statements say it. */
export function accountNetwork(account: OwnedAccount, asOf: string): OwnerNetwork {
  const { customer, ownersSetAt } = account;
  const parties = presentParties(account);
  const owners = parties.filter((party) => party !== customer);
  const entities = new Set(parties.filter(({ kind }) => kind === 'entity').map(({ id }) => id));
  const held = owners
    .flatMap((owner) => holdingsOf(owner, customer.id))
    .filter((holding) => isHeldOn(holding, asOf));
  const isDeclaredWithoutOwners = owners.length === 0 && ownersSetAt > 0;
  return {
    parties: parties.map(({ id, kind }) => ({ id, kind })),
    stakes: held
      .filter(({ owned }) => entities.has(owned))
      .map(({ owner, owned, share }) => ({
        ...{ owner, owned, way: 'direct' as const },
        share: { ...share, maximumIsExcluded: false },
      })),
    rights: owners.flatMap((owner) => rightsOf(owner, customer.id)),
    gaps: held.filter(({ owned }) => !entities.has(owned)).map((holding) => gapOf(holding, customer.id)),
    ends: new Set(isDeclaredWithoutOwners ? [customer.id] : []),
    names: new Map(),
    alsoKnownAs: new Map(),
  };
}

export function holdingsOf(
  { id, holdings = [unknownHolding] }: Pick<PartyRecord, 'id' | 'holdings'>,
  customer: string,
): Holding[] {
  return holdings.map(({ of, minimum, maximum, ...rest }) => ({
    ...rest,
    owner: id,
    owned: of ?? customer,
    share: { minimum: parseFraction(minimum), maximum: parseFraction(maximum) },
  }));
}

function rightsOf({ id, holdings = [], rights }: PartyRecord, customer: string): ControlRight[] {
  // Stored before the kinds of rights were, a record says only that there is control.
  const stored = holdings.some(({ hasControl }) => hasControl) ? ['unknownInterest'] : [];
  return (rights ?? stored).map((type) => ({ holder: id, entity: customer, type, share: null }));
}

/** A holding in a party that is not here, or that cannot be owned: what it comes to of the customer is not known. */
function gapOf({ owner, owned }: Holding, customer: string): OwnershipGap {
  return { code: 'unknownRecord', entity: customer, detail: `${owner} in ${owned}` };
}
