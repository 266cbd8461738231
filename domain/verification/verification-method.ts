import type { Party } from '../identity/party.ts';
import type { Material } from './material.ts';
import type { MethodCategory, MethodResult } from './method-result.ts';

export interface VerificationInput {
  /** What the provider says of the party. */
  readonly party: Party;
  /** What there is to hold against it; a method reads its own member. */
  readonly material: Material;
  /** The day of the check, as YYYY-MM-DD in UTC. */
  readonly today: string;
}

/** One way of finding out whether a party is who it says. Pure: the same input gives the same result. */
export interface VerificationMethod {
  readonly id: string;
  /** Changes with anything that could change a result. */
  readonly version: string;
  readonly category: MethodCategory;
  readonly check: (input: VerificationInput) => MethodResult;
}

type Found = Partial<Pick<MethodResult, 'facts' | 'discrepancies' | 'evidence' | 'reasons'>>;
type Head = Pick<VerificationMethod, 'id' | 'version' | 'category'>;

/** What the method came to; whatever is not said is empty. */
export function resultOf(
  { id, version, category }: Head,
  outcome: MethodResult['outcome'],
  { reasons = [], facts = [], discrepancies = [], evidence = [] }: Found = {},
): MethodResult {
  return { method: id, methodVersion: version, category, outcome, reasons, facts, discrepancies, evidence };
}

/** Nobody looked; the reason says why. */
export function notPerformed(method: Head, ...reasons: readonly string[]): MethodResult {
  return resultOf(method, 'notPerformed', { reasons: [...reasons] });
}
