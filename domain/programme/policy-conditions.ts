import type { ProgrammeTerms } from '../policy/programme-terms.ts';
import type { ProgrammeCondition } from './programme-states.ts';

/** What the programme chose for accounts that could not be verified in time (FAIL-03), as conditions of the table. */
export function policyConditions({
  afterFailedVerification,
}: Pick<ProgrammeTerms, 'afterFailedVerification'>): Record<
  Extract<ProgrammeCondition, 'policyCloses' | 'policyMonitors'>,
  boolean
> {
  return {
    policyCloses: afterFailedVerification === 'closing',
    policyMonitors: afterFailedVerification === 'monitoredUnverified',
  };
}
