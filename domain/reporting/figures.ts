import { z } from 'zod';
import { accountStatuses } from '../accounts/account-status.ts';
import { identityResults, personStatuses } from './certified-account.ts';
import { JurisdictionRow } from './jurisdiction-counts.ts';

const Count = z.int().nonnegative();

/** One count for each of a closed set of names, none missing. */
function counts<K extends string>(names: readonly K[]) {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, Count])) as Record<K, typeof Count>);
}

/** Foreign customers' accounts by what came of verifying the customer's identity. */
export const IdentityCounts = counts(identityResults);

export const CertificationFigures = z.strictObject({
  customers: z.strictObject({ total: Count, rows: z.array(JurisdictionRow) }),
  foreignOwners: z.strictObject({
    total: Count.describe('Foreign and undetermined together'),
    conflictingLocations: Count.describe('Owners whose accounts disagree on the country; in the row unknown'),
    rows: z.array(JurisdictionRow),
  }),
  unverifiedForeignAccounts: z.strictObject({
    total: Count.describe('Identity not verified, foreign and undetermined together'),
    foreign: IdentityCounts.describe('All customer accounts of foreign persons, verified ones too'),
    undetermined: IdentityCounts.describe('The same for customers whose status is undetermined'),
  }),
  context: z.strictObject({
    accountsByStatus: counts(accountStatuses),
    customersByPersonStatus: counts(personStatuses),
    inScopeCustomers: Count,
    scopeContradictions: Count.describe('Rows marked out of scope although a party is not a US person'),
    foreignResellers: Count.describe('Undetermined ones included'),
    customersWithUnverifiedForeignOwner: Count,
    openedAfterAsOf: Count.describe('Rows read and left out of every other figure'),
  }),
});
export type CertificationFigures = z.infer<typeof CertificationFigures>;
