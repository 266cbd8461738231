import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalRow, certificationFigures } from '../../../domain/reporting/certification-figures.ts';
import type { CertifiedAccount, CertifiedOwner } from '../../../domain/reporting/certified-account.ts';
import type { CountingPolicy } from '../../../domain/reporting/counting-policy.ts';
import { account, asOf, countingPolicy, owner, streamOf } from './certification-sample.ts';

const seed = 20261123;
const perAccount: CountingPolicy = {
  ...countingPolicy,
  owners: { ...countingPolicy.owners, unit: 'personPerAccount' },
};

async function count(accounts: readonly CertifiedAccount[], policy = countingPolicy) {
  return (await certificationFigures(streamOf(accounts), asOf, policy)).figures;
}

describe('customers by jurisdiction (F1-11)', () => {
  it('keeps customers without a known location in the row unknown, last', async () => {
    const { customers } = await count([account('a', { country: null }), account('b'), account('c')]);
    expect(customers.rows.map((row) => [row.jurisdiction, row.total])).toEqual([
      ['DE', 2],
      ['unknown', 1],
    ]);
    expect(customers.total).toBe(3);
  });

  it('never counts an undetermined customer as US, even at a US address', async () => {
    const { customers } = await count([account('a', { personStatus: 'undetermined', country: 'US' })]);
    expect(customers.rows).toEqual([{ jurisdiction: 'US', total: 1, us: 0, foreign: 0, undetermined: 1 }]);
  });

  it('leaves out accounts in states the policy does not count, and shows them in context', async () => {
    const figures = await count([account('a'), account('b', { status: 'refused' })]);
    expect(figures.customers.total).toBe(1);
    expect(figures.context.accountsByStatus).toMatchObject({ verified: 1, refused: 1 });
  });

  it('leaves out accounts opened after the as-of instant and says how many', async () => {
    const figures = await count([
      account('a', { openedAt: asOf }),
      account('b', { openedAt: '2026-11-23T00:00:00.001Z' }),
    ]);
    expect(figures.customers.total).toBe(1);
    expect(figures.context.openedAfterAsOf).toBe(1);
  });

  it('refuses a stream in which an account comes twice', async () => {
    await expect(count([account('a'), account('b'), account('a', { revision: 2 })])).rejects.toThrow(
      /^account a: expected once in the stream, found again/,
    );
  });
});

describe('foreign beneficial owners (F1-12)', () => {
  const shared = [
    account('a', { owners: [owner('p')] }),
    account('b', { owners: [owner('p'), owner('q', { personStatus: 'us', country: 'US' })] }),
  ];

  it('counts a person once when the policy counts persons', async () => {
    expect((await count(shared)).foreignOwners.total).toBe(1);
  });

  it('counts a person in each account when the policy says so', async () => {
    expect((await count(shared, perAccount)).foreignOwners.total).toBe(2);
  });

  it('prefers a known country to an unknown one', async () => {
    const { foreignOwners } = await count([
      account('a', { owners: [owner('p', { country: null })] }),
      account('b', { owners: [owner('p', { country: 'FR' })] }),
    ]);
    expect(foreignOwners.rows.map((row) => row.jurisdiction)).toEqual(['FR']);
  });

  it('puts a person with two known countries in the row unknown and reports the conflict', async () => {
    const { foreignOwners } = await count(
      ['FR', 'DE', 'FR'].map((country, index) => account(`a${index}`, { owners: [owner('p', { country })] })),
    );
    expect(foreignOwners).toMatchObject({ total: 1, conflictingLocations: 1 });
    expect(foreignOwners.rows[0]?.jurisdiction).toBe('unknown');
  });

  it('treats a person foreign in one account and undetermined in another as foreign', async () => {
    const { foreignOwners } = await count([
      account('a', { owners: [owner('p', { personStatus: 'undetermined' })] }),
      account('b', { owners: [owner('p')] }),
    ]);
    expect(foreignOwners.rows[0]).toMatchObject({ foreign: 1, undetermined: 0 });
  });

  it('stops with the bound and the remedy when there are more persons than the memory allows', async () => {
    const accounts = ['p', 'q', 'r'].map((id) => account(id, { owners: [owner(id)] }));
    const counting = certificationFigures(streamOf(accounts), asOf, countingPolicy, {
      accounts: 9,
      owners: 2,
    });
    await expect(counting).rejects.toThrow(/at most 2 distinct foreign beneficial owners, found more: raise/);
  });
});

describe('accounts of foreign customers not verified (F1-14)', () => {
  it('counts failed and not performed, foreign and undetermined, but no US person', async () => {
    const { unverifiedForeignAccounts } = await count([
      account('a', { identity: 'failed' }),
      account('b', { identity: 'notPerformed', personStatus: 'undetermined' }),
      account('c', { identity: 'notPerformed', personStatus: 'us' }),
      account('d'),
    ]);
    expect(unverifiedForeignAccounts).toEqual({
      total: 2,
      foreign: { verified: 1, failed: 1, notPerformed: 0 },
      undetermined: { verified: 0, failed: 0, notPerformed: 1 },
    });
  });
});

describe('context', () => {
  it('shows rows whose scope contradicts their parties', async () => {
    const us = { personStatus: 'us', country: 'US', inScope: false } as const;
    const { context } = await count([
      account('a', us),
      account('b', { ...us, owners: [owner('p', { identity: 'notPerformed' })] }),
      account('c', { isReseller: true }),
    ]);
    expect(context).toMatchObject({
      scopeContradictions: 1,
      inScopeCustomers: 1,
      foreignResellers: 1,
      customersWithUnverifiedForeignOwner: 1,
    });
  });
});

const anyPerson = {
  personStatus: fc.constantFrom('us', 'foreign', 'undetermined'),
  identity: fc.constantFrom('verified', 'failed', 'notPerformed'),
  country: fc.constantFrom(null, 'US', 'DE', 'FR', 'SG'),
} as const;
const anyOwner: fc.Arbitrary<CertifiedOwner> = fc.record({
  id: fc.constantFrom('p', 'q', 'r', 's'),
  ...anyPerson,
});
const anyAccount: fc.Arbitrary<CertifiedAccount> = fc.record({
  ...anyPerson,
  id: fc.string({ minLength: 1, maxLength: 8 }),
  openedAt: fc.constantFrom('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
  status: fc.constantFrom('pending', 'verified', 'restricted', 'underReview', 'refused'),
  permission: fc.constant('full'),
  inScope: fc.boolean(),
  isReseller: fc.boolean(),
  owners: fc.uniqueArray(anyOwner, { selector: (person) => person.id }),
  revision: fc.nat(),
});
const someAccounts = fc.uniqueArray(anyAccount, { selector: (row) => row.id, maxLength: 30 });

describe(`reproducibility (seed ${seed})`, () => {
  it('gives the same figures and the same row digest in whatever order the accounts come', async () => {
    const twoOrders = someAccounts.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    await fc.assert(
      fc.asyncProperty(twoOrders, async ([rows, shuffled]) => {
        const one = await certificationFigures(streamOf(rows), asOf, countingPolicy);
        const other = await certificationFigures(streamOf(shuffled), asOf, countingPolicy);
        expect(other.figures).toEqual(one.figures);
        expect(other.rowHashes.digest()).toBe(one.rowHashes.digest());
      }),
      { seed },
    );
  });

  it('agrees with a count that keeps everything in memory', async () => {
    await fc.assert(
      fc.asyncProperty(someAccounts, async (rows) => {
        const figures = await count(rows);
        const customers = rows.filter((row) => row.openedAt <= asOf && row.status !== 'refused');
        const owners = customers
          .flatMap((row) => row.owners)
          .filter((person) => person.personStatus !== 'us');
        const open = customers.filter((row) => row.personStatus !== 'us' && row.identity !== 'verified');
        expect(figures.customers.total).toBe(customers.length);
        expect(figures.foreignOwners.total).toBe(new Set(owners.map((person) => person.id)).size);
        expect(figures.unverifiedForeignAccounts.total).toBe(open.length);
      }),
      { seed },
    );
  });

  it('hashes rows as an independent RFC 8785 implementation writes them', async () => {
    await fc.assert(
      fc.asyncProperty(anyAccount, async (row) => {
        const owners = [...row.owners].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(canonicalRow(row)).toBe(canonicalize({ ...row, owners }));
        await Promise.resolve();
      }),
      { seed },
    );
  });

  it('gives a row digest that sha256sum gives for the sorted list', async () => {
    const rows = Array.from({ length: 2500 }, (_, index) => account(`acct_${index}`));
    const { rowHashes } = await certificationFigures(streamOf(rows), asOf, countingPolicy);
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const sorted = rows.map((row) => `${sha256(canonicalRow(row))}\n`).sort();
    expect([...rowHashes.pieces()].join('')).toBe(sorted.join(''));
    expect(rowHashes.digest()).toBe(sha256(sorted.join('')));
  });
});
