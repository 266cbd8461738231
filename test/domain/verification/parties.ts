import { Party } from '../../../domain/identity/party.ts';
import { Material } from '../../../domain/verification/material.ts';
import { MethodResult } from '../../../domain/verification/method-result.ts';
import type { VerificationMethod } from '../../../domain/verification/verification-method.ts';

export const today = '2026-11-23';

export const person = (facts: Partial<Party> = {}): Party =>
  Party.parse({ id: 'p_1', kind: 'individual', name: 'Anna Maria Eriksson', ...facts });
export const company = (facts: Partial<Party> = {}): Party =>
  Party.parse({ id: 'p_2', kind: 'entity', name: 'Apple Energy LLC', organizedUnder: 'US-DE', ...facts });

/** Runs a method; what it gives is held against the published form. */
export function checked(
  method: VerificationMethod,
  party: Party,
  material: Material = {},
  on = today,
): MethodResult {
  return MethodResult.parse(method.check({ party, material: Material.parse(material), today: on }));
}
