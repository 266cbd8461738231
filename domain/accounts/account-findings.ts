import type { AccountFindings, PartyFinding, ReviewVerdict } from '../risk/decide-account.ts';
import type { CustomerOwnership } from './account-ownership.ts';
import { presentParties, type AccountRecord, type PartyRecord } from './account-record.ts';

/** What a decision is made on: the account's record, and how its review ended, if there was one. */
export function accountFindings(
  account: AccountRecord,
  review?: ReviewVerdict,
  ownership: readonly CustomerOwnership[] = [],
): AccountFindings {
  const { customer, owners, ownersSetAt, concerns, inScope, unresolvedOwners = [] } = account;
  return {
    parties: presentParties(account).map((party) =>
      findingOf(party, party === customer ? 'customer' : 'owner'),
    ),
    inScope,
    customerKnown: customer !== null,
    // An individual stands for itself; of an entity somebody must have said who owns it, or that nobody does.
    ownersKnown: customer?.kind === 'individual' || ownersSetAt > 0 || owners.some((owner) => owner.present),
    unresolvedOwners,
    priorConcerns: concerns,
    ...(owners.some(isListed) ? { ownership } : {}),
    ...(review ? { review } : {}),
  };
}

/** Without a listed owner, what nobody knows about the others is no reason to stop an account. */
function isListed({ present, screening }: PartyRecord): boolean {
  return present && screening?.outcome === 'possibleMatch';
}

function findingOf(party: PartyRecord, role: PartyFinding['role']): PartyFinding {
  const { id, isBeneficialOwner = null, personStatus, missingFields, identity, screening } = party;
  // Nobody looked: that is never clear.
  const outcome = screening?.outcome ?? 'notScreened';
  return { id, role, isBeneficialOwner, personStatus, missingFields, identity, screening: outcome };
}
