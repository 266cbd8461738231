import { allHold, anyHolds, type Truth } from '../identity/three-valued.ts';
import { isWithin } from '../places/is-within.ts';
import type { Subdivisions } from '../places/subdivisions.ts';
import type { KnownPlace, MeasuredParty } from './measured-account.ts';
import { notHit, type HitReason, type PartyHit } from './party-hit.ts';
import type { JurisdictionSubject } from './special-measure.ts';

/** Whether a party is a foreign person located in the jurisdiction (SM-01). US persons are not meant, wherever they are. */
export function jurisdictionHit(
  party: MeasuredParty,
  subject: JurisdictionSubject,
  subdivisions: Subdivisions,
): PartyHit {
  if (party.personStatus === 'us') return notHit;
  const seen = party.places.map((known) => placeHit(party.id, known, subject, subdivisions));
  const isPlaced = party.places.some(({ basis }) => basis !== 'access');
  const located = anyHolds([...seen.map(({ isHit }) => isHit), ...(isPlaced ? [] : [null])]);
  if (located === false) return notHit;
  const isForeign = party.personStatus === 'foreign' ? true : null;
  const open = (code: HitReason['code'], detail: string) => ({ code, party: party.id, detail });
  return {
    isHit: allHold([located, isForeign]),
    reasons: [
      ...seen.flatMap(({ reasons }) => reasons),
      ...(isPlaced ? [] : [open('locationUnknown', subject.places.join(', '))]),
      ...(isForeign ? [] : [open('personStatusUndetermined', party.personStatus)]),
    ],
  };
}

function placeHit(
  party: string,
  known: KnownPlace,
  { places, regions }: JurisdictionSubject,
  subdivisions: Subdivisions,
): PartyHit {
  const byCode = places.map((code) => codeHit(party, known, code, subdivisions));
  const byRegion = regions.map((region) => regionHit(party, known, region, subdivisions));
  const hits = [...byCode, ...byRegion];
  return {
    isHit: anyHolds(hits.map(({ isHit }) => isHit)),
    reasons: hits.flatMap(({ reasons }) => reasons),
  };
}

function codeHit(party: string, known: KnownPlace, code: string, subdivisions: Subdivisions): PartyHit {
  const inside = isWithin(known.place, code, subdivisions);
  if (inside === false) return notHit;
  if (known.basis === 'access') return { isHit: null, reasons: [{ code: 'usedFrom', party, detail: code }] };
  return { isHit: inside, reasons: [{ code: inside ? 'locatedIn' : 'mayBeIn', party, detail: code }] };
}

/** Without a code only the name tells: the same words are the region, other words in the same place may be. */
function regionHit(
  party: string,
  known: KnownPlace,
  { name, within }: JurisdictionSubject['regions'][number],
  subdivisions: Subdivisions,
): PartyHit {
  const around = isWithin(known.place, within, subdivisions);
  if (around === false) return notHit;
  const isNamed = known.region !== undefined && folded(known.region) === folded(name);
  const isHit: Truth = isNamed && known.basis !== 'access' ? true : null;
  return { isHit, reasons: [{ code: isHit ? 'locatedIn' : 'mayBeInRegion', party, detail: name }] };
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
