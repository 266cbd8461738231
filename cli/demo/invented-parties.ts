import type { Owner, Party } from '../../domain/identity/party.ts';
import { companyName, personName, type InventedNames, type Place } from './invented-names.ts';
import type { Random } from './random.ts';

/** A foreign individual of whom everything that is asked for is known and checked. */
export function inventedPerson(id: string, place: Place, names: InventedNames, random: Random): Party {
  const born = `${1950 + random.below(50)}-${pad(1 + random.below(12), 2)}-${pad(1 + random.below(28), 2)}`;
  return {
    id,
    kind: 'individual',
    name: personName(names, random),
    birthDate: born,
    citizenships: [place.country],
    permanentResidentOf: [],
    location: { country: place.country, as: 'located' },
    ...contact(id, place, random),
    identity: { outcome: 'verified', method: 'documentary', reference: `check-${id}` },
  };
}

export function inventedCompany(id: string, place: Place, names: InventedNames, random: Random): Party {
  return {
    id,
    kind: 'entity',
    name: companyName(names, place, random),
    organizedUnder: place.organizedUnder ?? place.country,
    location: { country: place.country, as: 'located' },
    ...contact(id, place, random),
    identity: { outcome: 'verified', method: 'nonDocumentary', reference: `check-${id}` },
  };
}

export function inventedOwner(
  id: string,
  place: Place,
  sharePercent: number,
  names: InventedNames,
  random: Random,
): Owner {
  return { ...inventedPerson(id, place, names, random), ownership: { sharePercent } };
}

function contact(id: string, { city, country, dialling }: Place, random: Random) {
  return {
    address: { line: `${1 + random.below(200)} Example Street`, city, country },
    email: `${id}@example.com`,
    phone: `${dialling}${pad(random.below(100), 3)}`,
    payment: { means: 'card' as const, source: `tok_${id}`, issuerCountry: country },
  };
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
