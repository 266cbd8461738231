import type { IdentificationPack, PartyRole } from '../policy/policy-pack.ts';
import type { Party } from './party.ts';

export interface MissingField {
  /** Dotted path within the party, such as `address.line`; of alternatives, the first. */
  readonly field: string;
  /** Row of the policy pack that asks for it, such as `DATA-02`. */
  readonly ruleRow: string;
}

/** Fields the pack asks for of a foreign party in this role that are absent or blank, in the pack's order. */
export function missingFields(
  party: Party,
  role: PartyRole,
  pack: Pick<IdentificationPack, 'requiredFields'>,
): MissingField[] {
  return pack.requiredFields
    .filter(({ appliesTo }) => appliesTo.includes(role))
    .flatMap(({ rule, needs }) =>
      needs
        .filter((alternatives) => !alternatives.some((path) => isGiven(party, path)))
        .map(([field = '']) => ({ field, ruleRow: rule })),
    );
}

function isGiven(party: Party, path: string): boolean {
  const value = path.split('.').reduce<unknown>(memberOf, party);
  return typeof value === 'string' && value.trim() !== '';
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
