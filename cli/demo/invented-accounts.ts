import type { AccountEvent } from '../../domain/accounts/account-event.ts';
import type { Owner, Party } from '../../domain/identity/party.ts';
import type { InventedNames } from './invented-names.ts';
import { inventedCompany, inventedOwner, inventedPerson } from './invented-parties.ts';
import type { Random } from './random.ts';

interface Snapshot {
  readonly account: string;
  readonly sequence: number;
  readonly isReseller: boolean;
  readonly customer: Party;
  readonly owners?: Owner[];
}

/** How often what happens, roughly as a mid-sized provider sees it. Our own guesses; they only shape the demonstration. */
const shares = { us: 0.22, entity: 0.35, incomplete: 0.12, unchecked: 0.06, reseller: 0.1, changed: 0.12 };

/** The events of one ordinary account, oldest first: one, and for some a second. */
export function inventedAccount(
  account: string,
  at: Date,
  names: InventedNames,
  random: Random,
): AccountEvent[] {
  const complete = snapshot(account, names, random);
  const first = withGaps(complete, random);
  const created: AccountEvent = { type: 'account.created', timestamp: at.toISOString(), data: first };
  if (random.next() >= shares.changed) return [created];
  const later = new Date(at.getTime() + 3_600_000);
  return [created, laterChange(complete, later, names, random)];
}

function snapshot(account: string, names: InventedNames, random: Random): Snapshot {
  const place = random.next() < shares.us ? names.home : random.pick(names.places);
  const base = { account, sequence: 1 };
  if (random.next() >= shares.entity) {
    return { ...base, isReseller: false, customer: inventedPerson(`${account}-c`, place, names, random) };
  }
  const customer = inventedCompany(`${account}-c`, place, names, random);
  const shareOfEach = random.pick([100, 50, 30]);
  const owners = Array.from({ length: Math.floor(100 / shareOfEach) }, (_, index) =>
    inventedOwner(`${account}-o${index + 1}`, ownersPlace(place, names, random), shareOfEach, names, random),
  );
  return { ...base, isReseller: random.next() < shares.reseller, customer, owners };
}

/** Most companies are owned at home. */
function ownersPlace(home: InventedNames['home'], names: InventedNames, random: Random) {
  return random.next() < 0.85 ? home : random.pick(names.places);
}

/** Forgets a field, or that identity was checked, in some. */
function withGaps(complete: Snapshot, random: Random): Snapshot {
  const { customer } = complete;
  const lot = random.next();
  if (lot < shares.incomplete) {
    const field = random.pick(['email', 'phone', 'address', 'payment'] as const);
    const { [field]: _forgotten, ...rest } = customer;
    return { ...complete, customer: rest };
  }
  if (lot >= shares.incomplete + shares.unchecked) return complete;
  return { ...complete, customer: { ...customer, identity: { outcome: 'notPerformed' } } };
}

/** What was missing is brought in, or an owner comes or goes. */
function laterChange(complete: Snapshot, at: Date, names: InventedNames, random: Random): AccountEvent {
  const { account, owners } = complete;
  const timestamp = at.toISOString();
  const leaving = owners?.at(-1);
  if (!owners || !leaving) {
    return { type: 'account.updated', timestamp, data: { ...complete, sequence: 2 } };
  }
  if (owners.length > 1 && random.next() < 0.5) {
    return { type: 'owner.removed', timestamp, data: { account, sequence: 2, ownerId: leaving.id } };
  }
  const place = random.pick(names.places);
  const owner = inventedOwner(`${account}-o9`, place, 25, names, random);
  return { type: 'owner.added', timestamp, data: { account, sequence: 2, owner } };
}
