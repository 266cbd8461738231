import { anyHolds, type Truth } from '../identity/three-valued.ts';
import { listedPlace, type ListedReason } from '../places/listed-place.ts';
import type { Subdivisions } from '../places/subdivisions.ts';
import type { DiligencePack } from '../policy/diligence-pack.ts';

/** Where a customer is led from and whom it belongs to, by ISO 3166 code; null where that is not known. */
export interface Headquarters {
  readonly headquarters: string | null;
  readonly ultimateParent: string | null;
}

export interface HeadquartersFlag {
  /** Null: not established, which is never "elsewhere". */
  readonly isFlagged: Truth;
  readonly rule: string;
  readonly limbs: readonly {
    readonly limb: keyof Headquarters;
    readonly place: string | null;
    readonly holds: Truth;
    readonly reasons: readonly ListedReason[];
  }[];
}

/** Whether headquarters or ultimate parent is in a listed place, wherever the customer itself is. */
export function headquartersFlag(
  seats: Headquarters,
  { headquarters: { rule, lists } }: Pick<DiligencePack, 'headquarters'>,
  subdivisions: Subdivisions,
): HeadquartersFlag {
  const limbs = (['headquarters', 'ultimateParent'] as const).map((limb) => {
    const { isListed, reasons } = listedPlace(seats[limb], lists, subdivisions);
    return { limb, place: seats[limb], holds: isListed, reasons };
  });
  return { isFlagged: anyHolds(limbs.map(({ holds }) => holds)), rule, limbs };
}
