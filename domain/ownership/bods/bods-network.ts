import type { NetworkParty, StatedStake } from '../effective/stated-stake.ts';
import type { ControlRight, OwnerNetwork, OwnershipGap } from '../owner-network.ts';
import type { BodsFault } from './bods-fault.ts';
import { newestRecords, type NewestRecords } from './newest-records.ts';
import { readRelationship } from './read-relationship.ts';
import { readStatements, type BodsDocument } from './read-statements.ts';
import { sameParties } from './same-party.ts';

export interface BodsNetwork extends OwnerNetwork {
  readonly faults: readonly BodsFault[];
  /** How many statements were read, refused ones not counted. */
  readonly statements: number;
}

/**
 * Who holds what in whom, by statements of the Beneficial Ownership Data Standard 0.4. The newest statement of each
 * record counts, and interests as of one day. What is wrong is refused and named, and the rest is used.
 *
 * @param asOf YYYY-MM-DD
 * @throws BodsFormatError for statements of another version
 */
export function bodsNetwork(documents: Iterable<BodsDocument>, asOf: string): BodsNetwork {
  const read = readStatements(documents);
  const records = newestRecords(read);
  const representatives = sameParties(records);
  const collected = new Collected(records, representatives);
  for (const statement of records.relationships.values()) {
    collected.add(readRelationship(statement, { records, representatives, asOf }));
  }
  const faults = [...read.faults, ...records.faults, ...collected.faults];
  return { ...collected.network(faults), faults, statements: read.statements.length };
}

/** What one relationship says. */
export interface RelationshipFacts {
  readonly parties: readonly NetworkParty[];
  readonly stakes: readonly StatedStake[];
  readonly rights: readonly ControlRight[];
  readonly gaps: readonly OwnershipGap[];
  readonly faults: readonly BodsFault[];
}

class Collected {
  readonly faults: BodsFault[] = [];
  readonly #records: NewestRecords;
  readonly #representatives: ReadonlyMap<string, string>;
  readonly #parties = new Map<string, NetworkParty>();
  readonly #stakes: StatedStake[] = [];
  readonly #rights: ControlRight[] = [];
  readonly #gaps: OwnershipGap[] = [];

  constructor(records: NewestRecords, representatives: ReadonlyMap<string, string>) {
    this.#records = records;
    this.#representatives = representatives;
    for (const [recordId, { recordDetails }] of records.persons) {
      const isKnown = (recordDetails.personType ?? 'knownPerson') === 'knownPerson';
      this.#party(recordId, isKnown ? 'individual' : 'unidentified');
    }
    for (const recordId of records.entities.keys()) this.#party(recordId, 'entity');
  }

  add({ parties, stakes, rights, gaps, faults }: RelationshipFacts): void {
    for (const party of parties) this.#parties.set(party.id, party);
    this.#stakes.push(...stakes);
    this.#rights.push(...rights);
    this.#gaps.push(...gaps);
    this.faults.push(...faults);
  }

  network(faults: readonly BodsFault[]): OwnerNetwork {
    const refusals = faults.flatMap(({ statement, field, problem, about }) =>
      about.map((entity): OwnershipGap => {
        const detail = `${statement} ${field || '(whole statement)'}: ${problem}`;
        return { code: 'refusedStatement', entity: this.#representatives.get(entity) ?? entity, detail };
      }),
    );
    return {
      parties: [...this.#parties.values()],
      stakes: this.#stakes,
      rights: this.#rights,
      gaps: [...this.#gaps, ...this.#unidentified(), ...refusals],
      ends: new Set(this.#entitiesOf('state', 'stateBody')),
      names: this.#names(),
      alsoKnownAs: this.#alsoKnownAs(),
    };
  }

  /** Records that say that somebody is there, and not who. */
  #unidentified(): OwnershipGap[] {
    const unknown = new Set(this.#entitiesOf('unknownEntity', 'anonymousEntity'));
    for (const { id, kind } of this.#parties.values()) {
      if (kind === 'unidentified' && this.#records.persons.has(id)) unknown.add(id);
    }
    const held = [
      ...this.#stakes,
      ...this.#rights.map(({ holder, entity }) => ({ owner: holder, owned: entity })),
    ];
    const pairs = new Map(held.map(({ owner, owned }) => [JSON.stringify([owner, owned]), { owner, owned }]));
    return [...pairs.values()]
      .filter(({ owner }) => unknown.has(owner))
      .map(({ owner, owned }) => ({ code: 'unidentifiedParty', entity: owned, detail: owner }));
  }

  #entitiesOf(...types: string[]): string[] {
    return [...this.#records.entities]
      .filter(([, { recordDetails }]) => types.includes(recordDetails.entityType?.type ?? ''))
      .map(([recordId]) => this.#representatives.get(recordId) ?? recordId);
  }

  #party(recordId: string, kind: NetworkParty['kind']): void {
    const id = this.#representatives.get(recordId) ?? recordId;
    // Of several records of one person, one that knows who it is suffices.
    if (this.#parties.get(id)?.kind !== 'individual') this.#parties.set(id, { id, kind });
  }

  #names(): Map<string, string> {
    const names = new Map<string, string>();
    for (const [recordId, { recordDetails }] of this.#records.entities) {
      if (recordDetails.name) names.set(recordId, recordDetails.name);
    }
    for (const [recordId, { recordDetails }] of this.#records.persons) {
      const name = recordDetails.names?.find(({ fullName }) => fullName)?.fullName;
      if (name) names.set(recordId, name);
    }
    return names;
  }

  #alsoKnownAs(): Map<string, string[]> {
    const others = new Map<string, string[]>();
    for (const [recordId, representative] of this.#representatives) {
      if (recordId === representative) continue;
      others.set(representative, [...(others.get(representative) ?? []), recordId]);
    }
    return others;
  }
}
