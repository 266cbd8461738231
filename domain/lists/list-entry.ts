export type EntryKind = 'individual' | 'entity' | 'vessel' | 'aircraft';

export interface ListedName {
  readonly text: string;
  /** `weak`: OFAC itself calls the name broad or generic, so that it alone says little. */
  readonly quality: 'strong' | 'weak';
  readonly role: 'primary' | 'aka' | 'fka' | 'nka';
}

/** A date of birth as published, and the days it allows, both ends included (YYYY-MM-DD). */
export interface BirthDate {
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly isApproximate: boolean;
}

export type IdentifierKind =
  'email' | 'imo' | 'mmsi' | 'nationalId' | 'passport' | 'registrationNumber' | 'swift' | 'taxId' | 'wallet';

export interface Identifier {
  readonly kind: IdentifierKind;
  readonly value: string;
  /** ISO 3166-1 alpha-2 of the issuer, where it was given and is known. */
  readonly country?: string;
}

/** One listed party, in the form every list is brought into. Everything in it is public. */
export interface ListEntry {
  readonly list: string;
  readonly entryId: string;
  readonly kind: EntryKind;
  /** The primary name first. */
  readonly names: readonly ListedName[];
  readonly programmes: readonly string[];
  readonly birthDates: readonly BirthDate[];
  /** ISO 3166-1 alpha-2 of addresses, nationality, citizenship, birth and flag; in order, without repeats. */
  readonly countries: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly remarks: string;
}
