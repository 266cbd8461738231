import { identifierKindOf } from '../identifier-labels.ts';
import type { IdentifierKind } from '../list-entry.ts';

/** What a feature of a party tells us; `text` for what stands in the remarks alone. */
export type FeatureMeaning =
  | { readonly kind: 'birthDate' }
  | { readonly kind: 'country' }
  | { readonly kind: 'placeOfBirth' }
  | { readonly kind: 'address' }
  | { readonly kind: 'identifier'; readonly identifier: IdentifierKind }
  /** A number under one of the labels that documents have as well. */
  | { readonly kind: 'labelled' }
  | { readonly kind: 'text' };

/** By OFAC's feature types in small letters. */
const meanings: ReadonlyMap<string, FeatureMeaning> = new Map<string, FeatureMeaning>([
  ['birthdate', { kind: 'birthDate' }],
  ['place of birth', { kind: 'placeOfBirth' }],
  ['nationality country', { kind: 'country' }],
  ['citizenship country', { kind: 'country' }],
  ['nationality of registration', { kind: 'country' }],
  ['vessel flag', { kind: 'country' }],
  ['other vessel flag', { kind: 'country' }],
  ['location', { kind: 'address' }],
  ['email address', { kind: 'identifier', identifier: 'email' }],
  ['website', { kind: 'identifier', identifier: 'website' }],
]);

export function meaningOf(featureType: string): FeatureMeaning {
  const type = featureType.trim().toLowerCase();
  // One type per currency, such as `Digital Currency Address - XBT`.
  if (type.startsWith('digital currency address')) return { kind: 'identifier', identifier: 'wallet' };
  const meaning = meanings.get(type);
  if (meaning !== undefined) return meaning;
  return identifierKindOf(featureType) === null ? { kind: 'text' } : { kind: 'labelled' };
}
