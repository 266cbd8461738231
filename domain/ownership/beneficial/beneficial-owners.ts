import { allHold, anyHolds, type Truth } from '../../identity/three-valued.ts';
import type { BeneficialOwnerTerms } from '../../policy/beneficial-owner-terms.ts';
import { effectiveShares, type EffectiveShares } from '../effective/effective-shares.ts';
import type { StatedShare } from '../effective/stated-stake.ts';
import { lowestTerms, overCommonDenominator } from '../effective/ratio.ts';
import { parseFraction, zero, type Fraction } from '../fraction.ts';
import type { OwnerNetwork, OwnershipGap } from '../owner-network.ts';
import { controlledEntities, controlReach, type Control } from './control-reach.ts';
import { gapFinder } from './gap-finder.ts';
import { ownerReasons, type OwnerReason, type RightInSubject } from './owner-reasons.ts';
import { pathFinder, type OwnershipPaths } from './ownership-paths.ts';
import { isAtLeast } from './share-test.ts';

export interface SubjectOwner {
  readonly person: string;
  readonly share: StatedShare;
  /** Types of the rights the person has in the subject, or in entities that hold enough of it; each once. */
  readonly control: readonly string[];
  /** Null where the facts allow both: never read as false. */
  readonly isBeneficialOwner: Truth;
  readonly paths: OwnershipPaths;
  readonly reasons: readonly OwnerReason[];
}

export interface SubjectOwners {
  readonly subject: string;
  /** In the order of ids. */
  readonly owners: readonly SubjectOwner[];
  /** What is not known of the owners of the subject, or of anybody above it. */
  readonly unresolved: readonly OwnershipGap[];
  /** The part of the subject that least shares of individuals leave. */
  readonly unattributed: Fraction;
}

export interface BeneficialOwners {
  readonly shares: EffectiveShares;
  /** @returns null for an id that is no entity of the network */
  ownersOf(subject: string): SubjectOwners | null;
}

const noShare: StatedShare = { minimum: zero, maximum: zero, maximumIsExcluded: false };

/** The individuals behind each entity, and which of them are beneficial owners under a policy's terms. */
export function beneficialOwners(network: OwnerNetwork, terms: BeneficialOwnerTerms): BeneficialOwners {
  const shares = effectiveShares(network, controlledEntities(network, terms));
  const controls = controlReach(network, shares, terms);
  const kinds = new Map(network.parties.map(({ id, kind }) => [id, kind]));
  const findPaths = pathFinder(shares, network.rights);
  const findGaps = gapFinder(network, shares);
  const atLeast = parseFraction(terms.atLeast);
  const ownerOf = (
    subject: string,
    person: string,
    share: StatedShare,
    rights: readonly RightInSubject[],
  ): SubjectOwner => {
    const paths = findPaths(subject, person);
    const byShare = isAtLeast(share, atLeast);
    return {
      person,
      share,
      control: [...new Set(rights.map(({ right }) => right))].sort(),
      isBeneficialOwner: anyHolds([byShare, ...rights.map(({ isControl }) => isControl)]),
      paths,
      reasons: ownerReasons({
        share,
        byShare,
        atLeast,
        rights,
        paths,
        records: network.alsoKnownAs.get(person) ?? [],
      }),
    };
  };
  return {
    shares,
    ownersOf(subject) {
      if (kinds.get(subject) !== 'entity') return null;
      const held = new Map(shares.holdersOf(subject).map(({ holder, ...share }) => [holder, share]));
      const rights = rightsIn(subject, held, controls, atLeast);
      const people = [...new Set([...held.keys(), ...rights.keys()])].filter(
        (id) => kinds.get(id) === 'individual',
      );
      const owners = people
        .sort()
        .map((person) => ownerOf(subject, person, held.get(person) ?? noShare, rights.get(person) ?? []));
      return { subject, owners, unresolved: findGaps(subject), unattributed: restOf(owners) };
    },
  };
}

/** By person: rights in the subject itself, and in entities that hold, or may hold, enough of it. */
function rightsIn(
  subject: string,
  held: ReadonlyMap<string, StatedShare>,
  controls: ReadonlyMap<string, readonly Control[]>,
  atLeast: Fraction,
): Map<string, RightInSubject[]> {
  const found = new Map<string, RightInSubject[]>();
  const put = ({ person, right, through }: Control, over: string | null, isControl: Truth) => {
    const known = found.get(person) ?? [];
    found.set(person, [...known, { right, through, over, isControl }]);
  };
  for (const control of controls.get(subject) ?? []) put(control, null, control.isSubstantial);
  for (const [entity, share] of held) {
    for (const control of controls.get(entity) ?? []) {
      const isControl = allHold([control.isSubstantial, isAtLeast(share, atLeast)]);
      if (isControl !== false) put(control, entity, isControl);
    }
  }
  return found;
}

function restOf(owners: readonly SubjectOwner[]): Fraction {
  const { numerators, denominator } = overCommonDenominator(owners.map(({ share }) => share.minimum));
  const rest = numerators.reduce((left, part) => left - part, denominator);
  // Indirect shares that only their own statement tells may add up to more than there is.
  return lowestTerms({ numerator: rest > 0n ? rest : 0n, denominator });
}
