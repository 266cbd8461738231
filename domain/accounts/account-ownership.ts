import { formatFraction, parseFraction } from '../ownership/fraction.ts';
import { ownedByListed, type OwnershipFinding } from '../ownership/owned-by-listed.ts';
import { ownershipGraph } from '../ownership/ownership-graph.ts';
import type { OwnershipReason } from '../ownership/ownership-reasons.ts';
import type { ScreeningPack } from '../policy/policy-pack.ts';
import { holdingsOf } from './account-network.ts';
import { presentParties, type AccountRecord, type PartyRecord } from './account-record.ts';

/** What listed owners make of an entity that is a customer, under one list. Shares are fractions of one. */
export interface CustomerOwnership {
  readonly customer: string;
  readonly list: string;
  readonly asOf: string;
  /** True also where the customer is on the list itself. Null: undetermined, never read as false. */
  readonly isBlocked: boolean | null;
  readonly minimum: string;
  readonly maximum: string;
  /** `code` or `code:party`. */
  readonly reasons: readonly string[];
  /** From the customer through its owners to a listed party. */
  readonly chains: readonly (readonly string[])[];
}

/**
 * The ownership rules of the packs that are not dormant, over the owners of one account. A possible match counts as
 * listed until people have said that it is none: what follows from it is what they have to know.
 *
 * @param asOf the day of the holdings, YYYY-MM-DD
 */
export function accountOwnership(
  account: Pick<AccountRecord, 'customer' | 'owners'>,
  packs: readonly Pick<ScreeningPack, 'dormant' | 'ownership'>[],
  asOf: string,
): CustomerOwnership[] {
  const { customer } = account;
  // An individual is owned by nobody, whoever was named.
  if (customer?.kind !== 'entity') return [];
  const parties = presentParties(account);
  const entities = new Set(parties.filter(({ kind }) => kind === 'entity').map(({ id }) => id));
  const holdings = parties
    .filter((party) => party !== customer)
    .flatMap((owner) => holdingsOf(owner, customer.id))
    // Those in a party that is not here say nothing about the customer: what it would hold has no owner yet.
    .filter(({ owned }) => entities.has(owned));
  const graph = ownershipGraph(parties, holdings, asOf);
  const of = (outcome: 'possibleMatch' | 'notScreened') =>
    parties.filter(({ screening }) => (screening?.outcome ?? 'notScreened') === outcome);
  const active = packs.filter(({ dormant }) => !dormant);
  return active.flatMap(({ ownership: { lists, atLeast } }) => {
    const listed = new Map(of('possibleMatch').map((party) => [party.id, listsOfMatch(party, lists)]));
    const notScreened = new Set(of('notScreened').map(({ id }) => id));
    const found = ownedByListed(graph, { listed, notScreened }, { lists, atLeast: parseFraction(atLeast) });
    return found.findings
      .filter(({ party }) => party === customer.id)
      .map((finding) => ({ ...inText(finding), asOf, chains: found.chainsOf(customer.id, finding.list) }));
  });
}

/** Stored before the lists of a match were: it may be on any of those the rule is about. */
function listsOfMatch({ screening }: PartyRecord, lists: readonly string[]): readonly string[] {
  return screening?.matchedLists ?? lists;
}

function inText({ party, list, isBlocked, aggregate, reasons }: OwnershipFinding) {
  return {
    customer: party,
    list,
    isBlocked,
    minimum: formatFraction(aggregate.minimum),
    maximum: formatFraction(aggregate.maximum),
    reasons: reasons.flatMap(codesOf),
  };
}

function codesOf(reason: OwnershipReason): string[] {
  switch (reason.code) {
    case 'blockedOwner':
      return [
        `${reason.code}:${reason.owner}`,
        ...(reason.hasControl ? [`controlledByBlocked:${reason.owner}`] : []),
      ];
    case 'undeterminedOwner':
      return [`${reason.code}:${reason.owner}`];
    case 'listed':
    case 'unattributed':
    case 'sharesExceedWhole':
      return [reason.code];
  }
}
