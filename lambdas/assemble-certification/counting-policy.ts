import type { CountingPolicy } from '../../domain/reporting/counting-policy.ts';
import type { Policies } from '../runtime/policies.ts';

/** How the policy pack wants the figures counted, in the form in which the report prints it with its doubts. */
export function countingPolicy(pack: Policies['identification']): CountingPolicy {
  const doubtOf = (rule: string): string => {
    const count = pack.certificationCounts.find((row) => row.rule === rule);
    if (!count) throw new Error(`policy pack ${pack.id}: expected a row of /certificationCounts for ${rule}`);
    return count.doubt;
  };
  return {
    id: pack.id,
    version: pack.version,
    customers: {
      unit: 'account',
      // A refused applicant never became a customer.
      statuses: ['pending', 'verified', 'restricted', 'underReview'],
      doubt: `Each account is counted as one customer, as its record names no other key. ${doubtOf('F1-11')}`,
    },
    owners: { unit: 'person', doubt: doubtOf('F1-12') },
    location: { rule: 'addressCountry', doubt: 'The proposal as read says "locations" and no more.' },
  };
}
