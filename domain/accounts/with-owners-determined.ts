import { accountScope } from '../identity/account-scope.ts';
import type { BeneficialOwnerTerms } from '../policy/beneficial-owner-terms.ts';
import type { AccountRecord } from './account-record.ts';
import { beneficialOwnership, type BeneficialOwnership } from './beneficial-ownership.ts';

/** An account of which what follows from its owners is still to be determined. */
export type UnscopedAccount = Omit<AccountRecord, 'inScope' | 'scopeBecause'>;

export interface OwnersDetermined {
  readonly account: AccountRecord;
  /** Null where the customer is not known, or an individual. */
  readonly ownership: BeneficialOwnership | null;
}

/**
 * Determines the beneficial owners of an account and, by them, its scope. Whoever is not known not to be
 * one counts as one.
 *
 * @param asOf the day of the holdings, YYYY-MM-DD
 */
export function withOwnersDetermined(
  account: UnscopedAccount,
  terms: BeneficialOwnerTerms,
  asOf: string,
): OwnersDetermined {
  const ownership = beneficialOwnership(account, terms, asOf);
  const standings = new Map(
    ownership?.owners.map(({ party, isBeneficialOwner }) => [party, isBeneficialOwner]),
  );
  const owners = account.owners.map((owner) => ({
    ...owner,
    isBeneficialOwner: standings.get(owner.id) ?? null,
  }));
  const { customer } = account;
  const { inScope, because } = customer
    ? accountScope(
        { kind: customer.kind, status: customer.personStatus },
        owners
          .filter(({ present }) => present)
          .map(({ personStatus, isBeneficialOwner }) => ({ status: personStatus, isBeneficialOwner })),
        (ownership?.wanted.length ?? 0) > 0,
      )
    : { inScope: true, because: 'customerUnknown' };
  const unresolvedOwners = [...(ownership?.wanted ?? [])];
  return { account: { ...account, owners, unresolvedOwners, inScope, scopeBecause: because }, ownership };
}
