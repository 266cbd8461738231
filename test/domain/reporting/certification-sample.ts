import { certificationFigures } from '../../../domain/reporting/certification-figures.ts';
import type { CertificationInput } from '../../../domain/reporting/certification-report.ts';
import type { CertifiedAccount, CertifiedOwner } from '../../../domain/reporting/certified-account.ts';
import type { CountingPolicy } from '../../../domain/reporting/counting-policy.ts';
import { proposedRuleNotice } from '../../../domain/reporting/legal-notice.ts';

export const legalNotice = proposedRuleNotice({
  asOf: '2026-11-23',
  withdrawal: { reportedFor: '2025-12', confidence: 'medium', source: 'one secondary source' },
});

export const asOf = '2026-11-23T00:00:00Z';

export const countingPolicy: CountingPolicy = {
  id: 'certification-counting',
  version: '2026-11-01',
  customers: {
    unit: 'account',
    statuses: ['pending', 'verified', 'restricted', 'underReview'],
    doubt: 'A customer with two accounts is counted twice.',
  },
  owners: { unit: 'person', doubt: 'Two ids of one person are two.' },
  location: { rule: 'addressCountry', doubt: 'The proposal says "locations" only.' },
};

/** A verified German customer without owners; say only what differs. */
export function account(id: string, differing: Partial<CertifiedAccount> = {}): CertifiedAccount {
  return {
    id,
    openedAt: '2026-03-01T00:00:00Z',
    status: 'verified',
    permission: 'full',
    personStatus: 'foreign',
    inScope: true,
    identity: 'verified',
    country: 'DE',
    isReseller: false,
    owners: [],
    revision: 1,
    ...differing,
  };
}

export function owner(id: string, differing: Partial<CertifiedOwner> = {}): CertifiedOwner {
  return { id, personStatus: 'foreign', identity: 'verified', country: 'DE', ...differing };
}

export async function* streamOf<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

export async function certificationInput(
  accounts: readonly CertifiedAccount[],
  differing: Partial<CertificationInput> = {},
): Promise<CertificationInput> {
  return {
    provider: { id: 'acme', name: 'Acme Cloud' },
    preparedAt: '2026-11-23T08:00:00Z',
    legal: legalNotice,
    provenance: { demonstration: false, note: 'Test.' },
    counted: await certificationFigures(streamOf(accounts), asOf, countingPolicy),
    basis: {
      policies: [
        {
          id: 'US-IAAS-NPRM-2024',
          version: '1',
          status: 'withdrawn, never in force',
          citation: '89 FR 5698',
        },
      ],
      lists: [],
      listDigest: 'a'.repeat(64),
      auditLog: { size: 12, root: 'b'.repeat(64) },
      codeVersion: '0.1.0',
    },
    context: { screenings: null, cases: null },
    narratives: {},
    optionalItems: [],
    ...differing,
  };
}
