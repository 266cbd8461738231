import type { CertifiedOwner, PersonStatus } from './certified-account.ts';
import { IdTable } from './id-table.ts';
import { JurisdictionCounts } from './jurisdiction-counts.ts';
import type { JurisdictionRow } from './jurisdiction-counts.ts';

export interface ForeignOwners {
  readonly rows: readonly JurisdictionRow[];
  /** Owners whose accounts disagree on their country; they are counted in the row `unknown`. */
  readonly conflictingLocations: number;
}

export interface OwnerCounter {
  add(owner: CertifiedOwner): void;
  result(): ForeignOwners;
}

/** Counts each account's owners as they come; the same person in two accounts is two. */
export function countOwnersPerAccount(): OwnerCounter {
  const counts = new JurisdictionCounts();
  return {
    add: (owner) => {
      if (owner.personStatus !== 'us') counts.add(owner.country, owner.personStatus);
    },
    result: () => ({ rows: counts.table(), conflictingLocations: 0 }),
  };
}

/**
 * Counts each owner id once. Accounts may disagree on the same person, and must give the same figure in any order: a
 * person foreign in one account is foreign; a known country beats an unknown one; two known ones conflict.
 */
export function countDistinctOwners(maximum: number): OwnerCounter {
  const owners = new IdTable('foreign beneficial owners', maximum);
  return {
    add: (owner) => {
      if (owner.personStatus === 'us') return;
      const found = pack(owner.personStatus, owner.country);
      owners.update(owner.id, (held) => (held === undefined ? found : join(held, found)));
    },
    result: () => tally(owners),
  };
}

/** Bit 31 marks a slot in use, bit 30 a foreign person, bit 29 a conflict, the low 16 the country's two letters. */
const inUse = 0x8000_0000;
const foreign = 0x4000_0000;
const conflict = 0x2000_0000;
const countryBits = 0xffff;

function pack(status: PersonStatus, country: string | null): number {
  const letters = country === null ? 0 : (country.charCodeAt(0) << 8) | country.charCodeAt(1);
  return (inUse | (status === 'foreign' ? foreign : 0) | letters) >>> 0;
}

function join(a: number, b: number): number {
  const [left, right] = [a & countryBits, b & countryBits];
  const status = (a | b) & (foreign | conflict);
  const disagree = left !== 0 && right !== 0 && left !== right;
  if (disagree || (status & conflict) !== 0) return (inUse | status | conflict) >>> 0;
  return (inUse | status | left | right) >>> 0;
}

function tally(owners: IdTable): ForeignOwners {
  const counts = new JurisdictionCounts();
  let conflictingLocations = 0;
  for (const held of owners.held()) {
    const letters = held & countryBits;
    const country = letters === 0 ? null : String.fromCharCode(letters >> 8, letters & 0xff);
    counts.add(country, (held & foreign) === 0 ? 'undetermined' : 'foreign');
    if ((held & conflict) !== 0) conflictingLocations += 1;
  }
  return { rows: counts.table(), conflictingLocations };
}
