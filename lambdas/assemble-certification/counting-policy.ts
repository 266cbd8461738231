import type { CountingPolicy } from '../../domain/reporting/counting-policy.ts';
import type { Policies } from '../runtime/policies.ts';

/** How the policy pack wants the figures counted, in the form in which the report prints it with its doubts. */
export function countingPolicy({
  id,
  version,
  certificationCounts,
}: Policies['identification']): CountingPolicy {
  const { customers, owners, location } = certificationCounts;
  return {
    id,
    version,
    customers: { unit: customers.unit, statuses: customers.statuses, doubt: customers.doubt },
    owners: { unit: owners.unit, doubt: owners.doubt },
    location: { rule: location.locationRule, doubt: location.doubt },
  };
}
