import { z } from 'zod';
import { accountStatuses } from '../accounts/account-status.ts';
import { identityResults, personStatuses } from './certified-account.ts';
import { JurisdictionRow } from './jurisdiction-counts.ts';

const Count = z.int().nonnegative();

/** Foreign customers' accounts by what came of verifying the customer's identity. */
export const IdentityCounts = z.record(z.enum(identityResults), Count);

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
    accountsByStatus: z.record(z.enum(accountStatuses), Count),
    customersByPersonStatus: z.record(z.enum(personStatuses), Count),
    inScopeCustomers: Count,
    scopeContradictions: Count.describe('Rows marked out of scope although a party is not a US person'),
    foreignResellers: Count.describe('Undetermined ones included'),
    customersWithUnverifiedForeignOwner: Count,
    openedAfterAsOf: Count.describe('Rows read and left out of every other figure'),
  }),
});
export type CertificationFigures = z.infer<typeof CertificationFigures>;
