import { allHold, anyHolds, type Truth } from '../../identity/three-valued.ts';
import type { BeneficialOwnerTerms } from '../../policy/beneficial-owner-terms.ts';
import type { EffectiveShares } from '../effective/effective-shares.ts';
import { parseFraction } from '../fraction.ts';
import type { ControlRight, OwnerNetwork } from '../owner-network.ts';
import { isAtLeast } from './share-test.ts';

/** Somebody's control of an entity: by a right of their own, or by that of an entity they own or control. */
export interface Control {
  readonly person: string;
  readonly right: string;
  /** The entity whose right it is; null: the person's own. */
  readonly through: string | null;
  readonly isSubstantial: Truth;
}

/** Whether policy takes a right for substantial control. */
export function judgedRight({ type, share }: ControlRight, { control }: BeneficialOwnerTerms): Truth {
  const counted = control.counted.find(({ interest }) => interest === type);
  if (counted) return share === null ? null : isAtLeast(share, parseFraction(counted.atLeast));
  if (control.substantial.some((interest) => interest === type)) return true;
  return control.undetermined.some((interest) => interest === type) ? null : false;
}

/** Entities in which somebody has a right that is, or may be, control: their own shares in others matter. */
export function controlledEntities({ rights }: OwnerNetwork, terms: BeneficialOwnerTerms): Set<string> {
  return new Set(rights.filter((right) => judgedRight(right, terms) !== false).map(({ entity }) => entity));
}

/**
 * Who controls each entity. A right of an entity is that of whoever controls it or owns enough of it, as far up as that
 * goes; circles end, because a control is looked at once for each person, right and verdict.
 */
export function controlReach(
  network: OwnerNetwork,
  shares: EffectiveShares,
  terms: BeneficialOwnerTerms,
): ReadonlyMap<string, readonly Control[]> {
  const individuals = new Set(
    network.parties.filter(({ kind }) => kind === 'individual').map(({ id }) => id),
  );
  const reach = new Map<string, Map<string, Control>>();
  const heldBy = new Map<string, ControlRight[]>();
  const pending: string[] = [];
  const put = (entity: string, control: Control): void => {
    const known = reach.get(entity) ?? new Map<string, Control>();
    const key = JSON.stringify([control.person, control.right, control.through]);
    const before = known.get(key);
    if (before && (before.isSubstantial === control.isSubstantial || before.isSubstantial === true)) return;
    reach.set(entity, known.set(key, control));
    pending.push(entity);
  };
  const passOn = (right: ControlRight): void => {
    for (const [person, holds] of controllersOf(
      right.holder,
      shares,
      reach.get(right.holder),
      terms,
      individuals,
    )) {
      const isSubstantial = allHold([judgedRight(right, terms), holds]);
      if (isSubstantial !== false)
        put(right.entity, { person, right: right.type, through: right.holder, isSubstantial });
    }
  };
  for (const right of network.rights) {
    const isSubstantial = judgedRight(right, terms);
    if (individuals.has(right.holder)) {
      put(right.entity, { person: right.holder, right: right.type, through: null, isSubstantial });
    } else if (isSubstantial !== false) {
      heldBy.set(right.holder, [...(heldBy.get(right.holder) ?? []), right]);
    }
  }
  for (const rights of heldBy.values()) rights.forEach(passOn);
  // The array grows while it is walked: that is the queue.
  for (const entity of pending) heldBy.get(entity)?.forEach(passOn);
  return new Map([...reach].map(([entity, controls]) => [entity, [...controls.values()]]));
}

function controllersOf(
  entity: string,
  shares: EffectiveShares,
  controls: ReadonlyMap<string, Control> | undefined,
  { control }: BeneficialOwnerTerms,
  individuals: ReadonlySet<string>,
): Map<string, Truth> {
  const enough = parseFraction(control.throughEntityFrom);
  const found = new Map<string, Truth>();
  const put = (person: string, verdict: Truth) =>
    found.set(person, anyHolds([found.get(person) ?? false, verdict]));
  for (const { holder, ...share } of shares.holdersOf(entity)) {
    if (individuals.has(holder)) put(holder, isAtLeast(share, enough));
  }
  for (const { person, isSubstantial } of controls?.values() ?? []) put(person, isSubstantial);
  return found;
}
