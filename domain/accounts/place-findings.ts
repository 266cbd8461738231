import { z } from 'zod';
import { headquartersFlag, type HeadquartersFlag } from '../diligence/headquarters-flag.ts';
import type { Party } from '../identity/party.ts';
import { listedSubdivisions } from '../places/listed-subdivisions.ts';
import { locationBases, sanctionedLocation, type SanctionedLocation } from '../places/sanctioned-location.ts';
import type { DiligencePack } from '../policy/diligence-pack.ts';
import type { PartyRole, ScreeningPack } from '../policy/policy-pack.ts';

/** What of a party's places raises a question, in codes; the places themselves stay with the sealed facts. */
export const PlaceFlag = z.object({
  basis: z.enum([...locationBases, 'headquarters', 'ultimateParent']),
  /** `unknown` of headquarters and parent only: nothing was stated. */
  standing: z.enum(['listed', 'doubtful', 'mayBeInside', 'unknown']),
});
export type PlaceFlag = z.infer<typeof PlaceFlag>;

/** Packs that say something of places. Dormant ones are passed over. */
export interface PlaceRules {
  readonly sanctions: readonly Pick<ScreeningPack, 'dormant' | 'places'>[];
  readonly diligence: Pick<DiligencePack, 'dormant' | 'headquarters'>;
}

export interface PlaceFindings {
  readonly sanctions: SanctionedLocation;
  /** Of a customer that is an entity; null for everybody else, and while the pack is dormant. */
  readonly headquarters: Pick<HeadquartersFlag, 'isFlagged' | 'rule'> | null;
  readonly flags: readonly PlaceFlag[];
}

/** Holds the places of a party against sanctions on places and, of a customer, against diligence on its seat. */
export function placeFindings(party: Party, role: PartyRole, rules: PlaceRules): PlaceFindings {
  const lists = rules.sanctions.flatMap(({ dormant, places }) => (dormant ? [] : (places?.lists ?? [])));
  const sanctions = sanctionedLocation(party, lists);
  const { headquarters = null, ultimateParentSeat: ultimateParent = null } = party;
  const isAsked = role === 'customer' && party.kind === 'entity' && !rules.diligence.dormant;
  const seat = isAsked
    ? headquartersFlag({ headquarters, ultimateParent }, rules.diligence, listedSubdivisions)
    : null;
  const located = sanctions.limbs.flatMap(({ basis, reasons }) =>
    reasons.map(({ because }): PlaceFlag => ({ basis, standing: because })),
  );
  const seated = (seat?.limbs ?? []).flatMap(({ limb, place, reasons }): PlaceFlag[] =>
    place === null
      ? [{ basis: limb, standing: 'unknown' }]
      : reasons.map(({ because }) => ({ basis: limb, standing: because })),
  );
  return {
    sanctions,
    headquarters: seat && { isFlagged: seat.isFlagged, rule: seat.rule },
    flags: strictest([...located, ...seated]),
  };
}

const byStrictness = ['listed', 'doubtful', 'mayBeInside', 'unknown'] as const;

/** One flag for each basis, the gravest; of a country several listed parts may be meant. */
function strictest(flags: readonly PlaceFlag[]): PlaceFlag[] {
  const rank = ({ standing }: PlaceFlag) => byStrictness.indexOf(standing);
  const kept = new Map<string, PlaceFlag>();
  for (const flag of flags) {
    const known = kept.get(flag.basis);
    if (!known || rank(flag) < rank(known)) kept.set(flag.basis, flag);
  }
  return [...kept.values()];
}
