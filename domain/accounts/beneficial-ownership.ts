import { createHash } from 'node:crypto';
import { canonicalJson } from '../audit/canonical-json.ts';
import type { Truth } from '../identity/three-valued.ts';
import { beneficialOwners } from '../ownership/beneficial/beneficial-owners.ts';
import { formatFraction } from '../ownership/fraction.ts';
import type { OwnershipGap } from '../ownership/owner-network.ts';
import type { BeneficialOwnerTerms } from '../policy/beneficial-owner-terms.ts';
import { accountNetwork, type OwnedAccount } from './account-network.ts';
import { presentParties, type AccountRecord, type PartyRecord } from './account-record.ts';
import { ownerVerdicts } from './owner-verdicts.ts';

/** What an owner comes to. Shares are fractions of one in lowest terms, such as `1/4`. */
export interface OwnerStanding {
  readonly party: string;
  readonly kind: PartyRecord['kind'];
  readonly minimum: string;
  readonly maximum: string;
  readonly rights: readonly string[];
  /** Null: not known, and then the party counts as a beneficial owner. */
  readonly isBeneficialOwner: Truth;
}

/** Who the beneficial owners of a customer are, and how that was found. Ids and codes only. */
export interface BeneficialOwnership {
  readonly customer: string;
  /** The day of the holdings, YYYY-MM-DD. */
  readonly asOf: string;
  readonly method: {
    readonly rule: string;
    readonly atLeast: string;
    readonly controlRule: string;
    readonly throughEntityFrom: string;
  };
  /** SHA-256 (hex) over the canonical JSON of what the owners hold, as the record has it. */
  readonly input: string;
  readonly owners: readonly OwnerStanding[];
  readonly unresolved: readonly OwnershipGap[];
  /** Of the unresolved layers those behind which a beneficial owner may stand, `entity:code`. */
  readonly wanted: readonly string[];
  /** The part of the customer that the least shares of individuals leave. */
  readonly unattributed: string;
}

/**
 * The beneficial owners of the customer of an account. Null where the customer is not known, or an individual, whom
 * nobody owns.
 *
 * @param asOf the day of the holdings, YYYY-MM-DD
 */
export function beneficialOwnership(
  { customer, owners, ownersSetAt }: Pick<AccountRecord, 'customer' | 'owners' | 'ownersSetAt'>,
  terms: BeneficialOwnerTerms,
  asOf: string,
): BeneficialOwnership | null {
  if (customer?.kind !== 'entity') return null;
  const account: OwnedAccount = { customer, owners, ownersSetAt };
  const network = accountNetwork(account, asOf);
  const found = beneficialOwners(network, terms);
  const subject = found.ownersOf(customer.id);
  if (!subject) throw new RangeError(`customer ${customer.id} is not in the network of its own owners`);
  const { verdicts, wanted } = ownerVerdicts(network, found, customer.id, terms);
  return {
    customer: customer.id,
    asOf,
    method: {
      rule: terms.rule,
      atLeast: terms.atLeast,
      controlRule: terms.control.rule,
      throughEntityFrom: terms.control.throughEntityFrom,
    },
    input: inputDigest(account, asOf),
    owners: verdicts.map(({ share, ...verdict }) => ({
      ...verdict,
      minimum: formatFraction(share.minimum),
      maximum: formatFraction(share.maximum),
    })),
    unresolved: subject.unresolved,
    wanted,
    unattributed: formatFraction(subject.unattributed),
  };
}

function inputDigest(account: OwnedAccount, asOf: string): string {
  const parties = presentParties(account).map(({ id, kind, holdings = null, rights = null }) => ({
    ...{ id, kind, holdings, rights },
  }));
  const { customer, ownersSetAt } = account;
  const input = { asOf, customer: customer.id, areOwnersDeclared: ownersSetAt > 0, parties };
  return createHash('sha256').update(canonicalJson(input)).digest('hex');
}
