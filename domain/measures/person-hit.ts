import type { ScreeningQuery } from '../screening/screening.ts';
import type { MeasuredParty } from './measured-account.ts';
import { notHit, type PartyHit } from './party-hit.ts';
import type { PersonSubject } from './special-measure.ts';

/** How a party is held against a person whom a measure means. The matcher is the caller's. */
export interface Likeness {
  readonly compare: (
    party: ScreeningQuery,
    subject: ScreeningQuery,
  ) => {
    readonly score: number;
    readonly reasons: readonly { readonly code: string }[];
    /** Why nobody could compare the two; such as a name that is missing, or a script that is not read. */
    readonly because?: string;
  };
  /** Score, 0 to 1, from which somebody may be the person. */
  readonly threshold: number;
}

/**
 * Whether a party is the person, or linked to it (SM-02). Ids and identifiers in common decide; a like name is a
 * question to a person, and a party without a name that can be compared is not cleared.
 */
export function personHit(party: MeasuredParty, subject: PersonSubject, likeness: Likeness): PartyHit {
  const { id } = party;
  if (subject.parties.includes(id)) return hit('sameParty', id, subject.name);
  const link = subject.linkedEntities.find((entity) => entity.party === id);
  if (link) return hit('linkedEntity', id, link.because);
  if (party.personStatus === 'us') return notHit;
  const { score, reasons, because } = likeness.compare(queryOf(party), subjectQuery(subject));
  if (reasons.some(({ code }) => code === 'sameIdentifier')) return hit('sameIdentifier', id, subject.name);
  if (score >= likeness.threshold) {
    const detail = `${subject.name}, score ${score.toFixed(2)}`;
    return { isHit: null, reasons: [{ code: 'possibleMatch', party: id, detail }] };
  }
  if (because !== undefined) {
    return { isHit: null, reasons: [{ code: 'notCompared', party: id, detail: because }] };
  }
  return notHit;
}

function hit(code: 'sameParty' | 'linkedEntity' | 'sameIdentifier', party: string, detail: string): PartyHit {
  return { isHit: true, reasons: [{ code, party, detail }] };
}

function queryOf({
  name,
  otherNames,
  kind,
  birthDate,
  countries,
  identifiers,
}: MeasuredParty): ScreeningQuery {
  return { name, otherNames, kind, birthDate, countries: countriesOf(countries), identifiers };
}

function subjectQuery(subject: PersonSubject): ScreeningQuery {
  const { name, aliases, personKind, birthDate, countries, identifiers } = subject;
  return {
    name,
    otherNames: aliases,
    kind: personKind,
    birthDate,
    countries: countriesOf(countries),
    identifiers,
  };
}

/** The matcher knows countries only. */
function countriesOf(places: readonly string[]): string[] {
  return [...new Set(places.map((place) => place.slice(0, 'XX'.length)))];
}
