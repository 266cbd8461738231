import type { Owner } from '../identity/party.ts';
import { interestTypes, type InterestType } from '../ownership/bods/interest-types.ts';

/**
 * The rights through which an owner is said to control the customer, each once. A code that the standard does not know
 * becomes an unknown right: what somebody wrote freely may name a person, and what it comes to is not known.
 */
export function controlRights({ ownership = {} }: Pick<Owner, 'ownership'>): InterestType[] {
  const known = new Map<string, InterestType>(interestTypes.map((type) => [type, type]));
  const { control = [] } = ownership;
  return [...new Set(control.map((code) => known.get(code) ?? 'unknownInterest'))].sort();
}
