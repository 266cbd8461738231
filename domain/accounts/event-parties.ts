import type { Owner } from '../identity/party.ts';
import type { PersonFacts } from '../identity/person-facts.ts';
import type { AccountEvent } from './account-event.ts';
import type { PartyChange } from './party-book.ts';

/** The skeleton of an event: who comes and goes. */
export function partyChange({ type, data }: AccountEvent): PartyChange {
  const { sequence } = data;
  switch (type) {
    case 'account.created':
    case 'account.updated':
      return {
        kind: 'snapshot',
        sequence,
        customer: data.customer.id,
        ...(data.owners ? { owners: data.owners.map((owner) => owner.id) } : {}),
      };
    case 'owner.added':
      return { kind: 'ownerAdded', sequence, owner: data.owner.id };
    case 'owner.removed':
      return { kind: 'ownerRemoved', sequence, owner: data.ownerId };
  }
}

/** What an event says of each party it names. */
export function factsById({ type, data }: AccountEvent): Map<string, Owner> {
  switch (type) {
    case 'account.created':
    case 'account.updated':
      return new Map([data.customer, ...(data.owners ?? [])].map((party) => [party.id, party]));
    case 'owner.added':
      return new Map([[data.owner.id, data.owner]]);
    case 'owner.removed':
      return new Map();
  }
}

/** The facts the US-person test looks at. */
export function personFacts(party: Owner): PersonFacts {
  const { kind, citizenships, permanentResidentOf, location, organizedUnder, branchOf } = party;
  return {
    kind,
    ...(citizenships ? { citizenships } : {}),
    ...(permanentResidentOf ? { permanentResidentOf } : {}),
    ...(location ? { location } : {}),
    ...(organizedUnder ? { organizedUnder } : {}),
    ...(branchOf ? { branchOf } : {}),
  };
}
