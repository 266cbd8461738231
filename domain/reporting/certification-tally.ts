import { accountStatuses } from '../accounts/account-status.ts';
import { identityResults, personStatuses } from './certified-account.ts';
import type { CertifiedAccount } from './certified-account.ts';
import type { CountingPolicy } from './counting-policy.ts';
import type { CertificationFigures } from './figures.ts';
import { JurisdictionCounts } from './jurisdiction-counts.ts';
import { countDistinctOwners, countOwnersPerAccount } from './owner-book.ts';

/** The running figures: a fixed set of counters, one row per country, and the owners' ids. */
export class CertificationTally {
  readonly context = {
    accountsByStatus: zeros(accountStatuses),
    customersByPersonStatus: zeros(personStatuses),
    inScopeCustomers: 0,
    scopeContradictions: 0,
    foreignResellers: 0,
    customersWithUnverifiedForeignOwner: 0,
    openedAfterAsOf: 0,
  };
  private readonly statuses: ReadonlySet<string>;
  private readonly customers = new JurisdictionCounts();
  private readonly owners;
  private readonly identity = { foreign: zeros(identityResults), undetermined: zeros(identityResults) };

  constructor(policy: CountingPolicy, maximumOwners: number) {
    this.statuses = new Set(policy.customers.statuses);
    this.owners =
      policy.owners.unit === 'person' ? countDistinctOwners(maximumOwners) : countOwnersPerAccount();
  }

  add(account: CertifiedAccount): void {
    this.context.accountsByStatus[account.status] += 1;
    if (!this.statuses.has(account.status)) return;
    this.customers.add(account.country, account.personStatus);
    for (const owner of account.owners) this.owners.add(owner);
    if (account.personStatus !== 'us') this.identity[account.personStatus][account.identity] += 1;
    this.addContext(account);
  }

  private addContext(account: CertifiedAccount): void {
    const { context } = this;
    const foreignOwners = account.owners.filter((owner) => owner.personStatus !== 'us');
    const isForeign = account.personStatus !== 'us';
    context.customersByPersonStatus[account.personStatus] += 1;
    if (account.inScope) context.inScopeCustomers += 1;
    if (!account.inScope && (isForeign || foreignOwners.length > 0)) context.scopeContradictions += 1;
    if (account.isReseller && isForeign) context.foreignResellers += 1;
    if (foreignOwners.some((owner) => owner.identity !== 'verified')) {
      context.customersWithUnverifiedForeignOwner += 1;
    }
  }

  figures(): CertificationFigures {
    const customers = this.customers.table();
    const owners = this.owners.result();
    return {
      customers: { total: totalOf(customers), rows: customers },
      foreignOwners: {
        total: totalOf(owners.rows),
        conflictingLocations: owners.conflictingLocations,
        rows: [...owners.rows],
      },
      unverifiedForeignAccounts: {
        total: unverified(this.identity.foreign) + unverified(this.identity.undetermined),
        ...this.identity,
      },
      context: this.context,
    };
  }
}

function unverified(counts: Record<(typeof identityResults)[number], number>): number {
  return counts.failed + counts.notPerformed;
}

function totalOf(rows: readonly { readonly total: number }[]): number {
  return rows.reduce((sum, row) => sum + row.total, 0);
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}
