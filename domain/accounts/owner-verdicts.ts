import type { Truth } from '../identity/three-valued.ts';
import { judgedRight } from '../ownership/beneficial/control-reach.ts';
import type { BeneficialOwners } from '../ownership/beneficial/beneficial-owners.ts';
import { isAtLeast } from '../ownership/beneficial/share-test.ts';
import { effectiveShares } from '../ownership/effective/effective-shares.ts';
import type { StatedShare } from '../ownership/effective/stated-stake.ts';
import { add, compare, multiply, parseFraction, whole, zero, type Fraction } from '../ownership/fraction.ts';
import type { OwnerNetwork } from '../ownership/owner-network.ts';
import type { PersonKind } from '../identity/person-facts.ts';
import type { BeneficialOwnerTerms } from '../policy/beneficial-owner-terms.ts';

export interface OwnerVerdict {
  readonly party: string;
  readonly kind: PersonKind;
  readonly share: StatedShare;
  readonly rights: readonly string[];
  readonly isBeneficialOwner: Truth;
}

export interface OwnerVerdicts {
  readonly verdicts: readonly OwnerVerdict[];
  readonly wanted: readonly string[];
}

const noShare: StatedShare = { minimum: zero, maximum: zero, maximumIsExcluded: false };

/**
 * Whether each named owner is a beneficial owner of the customer. False needs proof: an individual whose share stays
 * below the test though everything behind unresolved layers were theirs too, or an entity that is too small, or whose
 * own owners are known and count in its place.
 */
export function ownerVerdicts(
  network: OwnerNetwork,
  found: BeneficialOwners,
  customer: string,
  terms: BeneficialOwnerTerms,
): OwnerVerdicts {
  const atLeast = parseFraction(terms.atLeast);
  const owners = network.parties.filter(({ id }) => id !== customer);
  const entities = new Set(owners.filter(({ kind }) => kind === 'entity').map(({ id }) => id));
  const shares = effectiveShares(network, entities);
  const shareOf = (party: string) => shares.shareOf(party, customer) ?? noShare;
  const controls = (party: string) =>
    network.rights.some((right) => right.holder === party && judgedRight(right, terms) !== false);
  const unresolved = found.ownersOf(customer)?.unresolved ?? [];
  const hidden = hiddenShare(
    unresolved.map(({ entity }) => entity),
    (entity) => (entity === customer ? whole : shareOf(entity).maximum),
  );
  const isControlHidden = [...entities].some((entity) => controls(entity) && hasGaps(found, entity));
  // That nobody has named an owner is said of the account as a whole.
  const isOpen = owners.length > 0 && (isControlHidden || compare(hidden, atLeast) >= 0);
  const people = new Map(found.ownersOf(customer)?.owners.map((owner) => [owner.person, owner]));
  const verdictOf = (party: string, share: StatedShare): Truth => {
    if (!entities.has(party)) {
      const known = people.get(party);
      if (known && known.isBeneficialOwner !== false) return known.isBeneficialOwner;
      return isControlHidden || isAtLeast(widened(share, hidden), atLeast) !== false ? null : false;
    }
    if (hasGaps(found, party)) return controls(party) || isAtLeast(share, atLeast) !== false ? null : false;
    const unnamed = multiply(share.maximum, found.ownersOf(party)?.unattributed ?? whole);
    return compare(unnamed, atLeast) >= 0 ? null : false;
  };
  return {
    verdicts: owners.map(({ id }) => {
      const share = shareOf(id);
      const rights = network.rights.filter(({ holder }) => holder === id).map(({ type }) => type);
      const kind = entities.has(id) ? 'entity' : 'individual';
      return { party: id, kind, share, rights, isBeneficialOwner: verdictOf(id, share) };
    }),
    wanted: isOpen ? [...new Set(unresolved.map(({ entity, code }) => `${entity}:${code}`))] : [],
  };
}

function hasGaps(found: BeneficialOwners, entity: string): boolean {
  return (found.ownersOf(entity)?.unresolved.length ?? 1) > 0;
}

/** What may stand behind unresolved layers together, at most; layers above each other count twice, which is the safe side. */
function hiddenShare(layers: readonly string[], mostOf: (entity: string) => Fraction): Fraction {
  const sum = [...new Set(layers)].reduce((share, entity) => add(share, mostOf(entity)), zero);
  return compare(sum, whole) > 0 ? whole : sum;
}

function widened({ minimum, maximum, maximumIsExcluded }: StatedShare, by: Fraction): StatedShare {
  const isWider = compare(by, zero) > 0;
  return { minimum, maximum: add(maximum, by), maximumIsExcluded: maximumIsExcluded && !isWider };
}
