import { CertificationTally } from './certification-tally.ts';
import type { CertifiedAccount } from './certified-account.ts';
import type { CountingPolicy } from './counting-policy.ts';
import type { CertificationFigures } from './figures.ts';
import { IdTable } from './id-table.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import { AccountReadTwiceError } from './reporting-errors.ts';
import { RowHashList } from './row-hash-list.ts';

/** Names the way of counting. Raise it when the same rows would give another figure or another row hash. */
export const queryVersion = 'certification-figures/1';

export interface CountingLimits {
  readonly accounts: number;
  /** Distinct foreign beneficial owners; not used when the policy counts them per account. */
  readonly owners: number;
}

/**
 * A million accounts and two million owners leave tables of 160 MB; the process peaked at 458 MB, inside the 512 MB of
 * design section 7. Raise a limit with the memory.
 */
export const defaultLimits: CountingLimits = { accounts: 2 ** 20, owners: 2 ** 21 };

/** Figures with the instant and the policy they were counted under, so that a report cannot pair them with others. */
export interface CountedAccounts {
  readonly asOf: string;
  readonly counting: CountingPolicy;
  readonly figures: CertificationFigures;
  readonly rowHashes: RowHashList;
}

/**
 * Folds accounts into the figures of form F1 in one pass, keeping no account. The stream must be each account's state
 * at `asOf` (an instant in ISO 8601, UTC), once each, in any order.
 * @throws AccountReadTwiceError when an account id comes twice
 * @throws TooManyIdsError beyond the limits
 */
export async function certificationFigures(
  accounts: AsyncIterable<CertifiedAccount>,
  asOf: string,
  counting: CountingPolicy,
  limits = defaultLimits,
): Promise<CountedAccounts> {
  const tally = new CertificationTally(counting, limits.owners);
  const rowHashes = new RowHashList();
  const ids = new IdTable('accounts', limits.accounts);
  const latest = Date.parse(asOf);
  for await (const account of accounts) {
    ids.update(account.id, (held) => refuseSecond(held, account.id));
    if (Date.parse(account.openedAt) > latest) {
      tally.context.openedAfterAsOf += 1;
      continue;
    }
    rowHashes.add(canonicalRow(account));
    tally.add(account);
  }
  return { asOf, counting, figures: tally.figures(), rowHashes };
}

/** The row as it is hashed: RFC 8785, owners by id, so that two readers of the same state agree. */
export function canonicalRow(account: CertifiedAccount): string {
  const owners = [...account.owners].sort((a, b) => (a.id < b.id ? -1 : 1));
  return canonicalJson({ ...account, owners });
}

function refuseSecond(held: number | undefined, id: string): number {
  if (held === undefined) return 1;
  throw new AccountReadTwiceError(
    `account ${id}: expected once in the stream, found again: read the accounts from one consistent snapshot`,
  );
}
