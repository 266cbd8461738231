import { whole, zero } from '../fraction.ts';
import type { NetworkParty, StatedShare, StatedStake } from '../effective/stated-stake.ts';
import type { ControlRight, GapCode } from '../owner-network.ts';
import type { BodsFault } from './bods-fault.ts';
import type { RelationshipFacts } from './bods-network.ts';
import type { NewestRecords } from './newest-records.ts';
import type { Interest, RelationshipStatement } from './statement.ts';

interface Known {
  readonly records: NewestRecords;
  readonly representatives: ReadonlyMap<string, string>;
  readonly asOf: string;
}

const anyShare: StatedShare = { minimum: zero, maximum: whole, maximumIsExcluded: false };
const nothing: RelationshipFacts = { parties: [], stakes: [], rights: [], gaps: [], faults: [] };

/** Shares and rights that one relationship tells of, as of the day. */
export function readRelationship(statement: RelationshipStatement, known: Known): RelationshipFacts {
  const { statementId, recordDetails } = statement;
  const { subject, interests = [] } = recordDetails;
  if (typeof subject !== 'string') return nothing;
  const entity = known.representatives.get(subject);
  const fault = (field: string, problem: string): RelationshipFacts => ({
    ...nothing,
    faults: [{ statement: statementId, field, problem, about: [subject] }],
  });
  if (known.records.persons.has(subject))
    return fault('/recordDetails/subject', 'must be an entity: nobody owns a person');
  if (entity === undefined) {
    return known.records.gone.has(subject)
      ? nothing
      : fault('/recordDetails/subject', 'must be the recordId of an entity in the input');
  }
  const holder = holderOf(statement, known);
  if (holder.party.id === entity) {
    return fault(
      '/recordDetails/interestedParty',
      'must be another party than the subject: nobody owns itself',
    );
  }
  const held = interests.filter((interest) => isHeld(interest, known.asOf));
  return {
    parties: holder.isNew ? [holder.party] : [],
    stakes: held.flatMap((interest) => stakesOf(interest, holder.party, entity)),
    rights: held.flatMap((interest) => rightsOf(interest, holder.party, entity)),
    gaps: holder.gap === null ? [] : [{ ...holder.gap, entity }],
    faults: [
      ...(holder.fault === null ? [] : fault('/recordDetails/interestedParty', holder.fault).faults),
      ...danglingComponents(statement, known),
    ],
  };
}

interface Holder {
  readonly party: NetworkParty;
  /** No record of it is there: it stands for whoever it is. */
  readonly isNew: boolean;
  readonly gap: { readonly code: GapCode; readonly detail: string } | null;
  readonly fault: string | null;
}

function holderOf({ recordId, recordDetails }: RelationshipStatement, known: Known): Holder {
  const { interestedParty } = recordDetails;
  if (typeof interestedParty !== 'string') {
    const party = { id: `unspecified:${recordId}`, kind: 'unidentified' } as const;
    return {
      party,
      isNew: true,
      gap: { code: 'unspecifiedParty', detail: interestedParty.reason },
      fault: null,
    };
  }
  const { records, representatives } = known;
  const id = representatives.get(interestedParty);
  if (id !== undefined) {
    const isEntity = records.entities.has(interestedParty);
    return { party: { id, kind: isEntity ? 'entity' : 'individual' }, isNew: false, gap: null, fault: null };
  }
  const party = { id: interestedParty, kind: 'unidentified' } as const;
  if (records.gone.has(interestedParty)) {
    return { party, isNew: true, gap: { code: 'recordEnded', detail: interestedParty }, fault: null };
  }
  const fault = 'must be the recordId of a person or entity in the input';
  return { party, isNew: true, gap: { code: 'unknownRecord', detail: interestedParty }, fault };
}

/** The first day counts, the last does not: on the end date the interest has ceased to exist. */
function isHeld({ startDate, endDate }: Interest, asOf: string): boolean {
  return (startDate === undefined || startDate <= asOf) && (endDate === undefined || asOf < endDate);
}

function stakesOf(
  { type, share, directOrIndirect }: Interest,
  holder: NetworkParty,
  entity: string,
): StatedStake[] {
  if (type !== 'shareholding') return [];
  // Whoever is not known, of a share nobody stated, takes no room.
  if (!share && holder.kind === 'unidentified') return [];
  const way = directOrIndirect === 'indirect' ? 'indirect' : 'direct';
  return [{ owner: holder.id, owned: entity, share: share ?? anyShare, way }];
}

function rightsOf({ type, share }: Interest, holder: NetworkParty, entity: string): ControlRight[] {
  if (type === 'shareholding') return [];
  return [{ holder: holder.id, entity, type: type ?? 'unknownInterest', share: share ?? null }];
}

/** The chain that an indirect holding is told by must be there to be read; what is there counts all the same. */
function danglingComponents(
  { statementId, recordDetails }: RelationshipStatement,
  { records }: Known,
): BodsFault[] {
  const { componentRecords = [], subject } = recordDetails;
  const isThere = (id: string) =>
    records.relationships.has(id) ||
    records.entities.has(id) ||
    records.persons.has(id) ||
    records.gone.has(id);
  return componentRecords.flatMap((recordId, index) => {
    if (isThere(recordId)) return [];
    const field = `/recordDetails/componentRecords/${index}`;
    const about = typeof subject === 'string' ? [subject] : [];
    return [
      { statement: statementId, field, problem: 'must be the recordId of a record in the input', about },
    ];
  });
}
