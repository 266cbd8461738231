export type EntryKind = 'individual' | 'entity' | 'vessel' | 'aircraft';

/** `unknown` where the publisher does not say, as in the lists of Commerce and State; it agrees and conflicts with no kind. */
export type ListedKind = EntryKind | 'unknown';

export interface ListedName {
  readonly text: string;
  /** `weak`: the publisher itself calls the name broad or generic, so that it alone says little. */
  readonly quality: 'strong' | 'weak';
  readonly role: 'primary' | 'aka' | 'fka' | 'nka';
  /** ISO 15924, such as `Latn`, `Cyrl` or `Hans`; left out where the source does not say and the letters are Latin. */
  readonly script?: string;
}

/** A date of birth as published, and the days it allows, both ends included (YYYY-MM-DD). */
export interface BirthDate {
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly isApproximate: boolean;
}

export type IdentifierKind =
  | 'email'
  | 'imo'
  | 'lei'
  | 'mmsi'
  | 'nationalId'
  | 'passport'
  | 'registrationNumber'
  | 'swift'
  | 'taxId'
  | 'wallet'
  | 'website';

export interface Identifier {
  readonly kind: IdentifierKind;
  readonly value: string;
  /** ISO 3166-1 alpha-2 of the issuer, where it was given and is known. */
  readonly country?: string;
}

export interface ListedAddress {
  /** As published, in one line. */
  readonly text: string;
  /** ISO 3166-1 alpha-2, where it was given and is known. */
  readonly country?: string;
}

/** What the list says of a party's ties to another. */
export interface Relationship {
  /** As published: `Linked To`, `Owned or Controlled By`, `Acting for or on behalf of`, … */
  readonly kind: string;
  /** The other party, as the list writes it. */
  readonly name: string;
  /** The other party's number on the same list, where the source gives it. */
  readonly entryId?: string;
}

/** Where in the published files a party stands, so that a reader can look it up. */
export interface SourceRow {
  /** The file as its publisher names it. */
  readonly file: string;
  /** Counted from 1; of an XML file the party's place among its kind. */
  readonly row: number;
}

/** One listed party, in the form every list is brought into. Everything in it is public. */
export interface ListEntry {
  /** See `list-ids.ts`. */
  readonly list: string;
  readonly entryId: string;
  readonly kind: ListedKind;
  /** The primary name first. */
  readonly names: readonly ListedName[];
  readonly programmes: readonly string[];
  readonly birthDates: readonly BirthDate[];
  /** ISO 3166-1 alpha-2 of addresses, nationality, citizenship, birth and flag; in order, without repeats. */
  readonly countries: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly addresses: readonly ListedAddress[];
  readonly relationships: readonly Relationship[];
  readonly sources: readonly SourceRow[];
  /** As published, whole: what could be read of it stands in the other fields as well. */
  readonly remarks: string;
}
