import { determinePersonStatus, type Limb } from '../identity/determine-person-status.ts';
import { missingFields } from '../identity/missing-fields.ts';
import type { Owner } from '../identity/party.ts';
import type { IdentificationPack, PartyRole } from '../policy/policy-pack.ts';
import type { PartyRecord } from './account-record.ts';
import { controlRights } from './control-rights.ts';
import { personFacts } from './event-parties.ts';
import { placeFindings, type PlaceFindings, type PlaceRules } from './place-findings.ts';
import { statedHoldings } from './stated-holdings.ts';

/** One party as it was assessed now, with the evidence for each limb of the US-person test, and of its places. */
export interface PartyAssessment {
  readonly role: PartyRole;
  readonly facts: Owner;
  readonly record: PartyRecord;
  readonly limbs: readonly Limb[];
  readonly places: PlaceFindings;
}

export interface PartyRules {
  readonly pack: Pick<IdentificationPack, 'requiredFields'>;
  readonly placeRules: PlaceRules;
}

export function assessParty(
  facts: Owner,
  role: PartyRole,
  sequence: number,
  { pack, placeRules }: PartyRules,
): PartyAssessment {
  const { status, limbs } = determinePersonStatus(personFacts(facts));
  const places = placeFindings(facts, role, placeRules);
  const record: PartyRecord = {
    id: facts.id,
    kind: facts.kind,
    sequence,
    present: true,
    personStatus: status,
    missingFields: missingFields(facts, role, pack).map(({ field }) => field),
    identity: facts.identity?.outcome ?? 'notPerformed',
    country: facts.address?.country ?? null,
    placeFlags: [...places.flags],
    ...(role === 'owner' ? { holdings: statedHoldings(facts), rights: controlRights(facts) } : {}),
    screening: null,
  };
  return { role, facts, record, limbs, places };
}
