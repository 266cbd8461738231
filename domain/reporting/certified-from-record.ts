import type { AccountRecord, PartyRecord } from '../accounts/account-record.ts';
import type { CertifiedAccount, CertifiedOwner } from './certified-account.ts';

/** An account as the certification counts it. One whose customer is not known yet is undetermined, not left out. */
export function certifiedFromRecord(account: AccountRecord): CertifiedAccount {
  const { id, openedAt, status, permission, inScope, customer, isReseller, owners, revision } = account;
  return {
    id,
    openedAt,
    status,
    permission,
    personStatus: customer?.personStatus ?? 'undetermined',
    inScope,
    identity: customer?.identity ?? 'notPerformed',
    country: customer?.country ?? null,
    isReseller,
    owners: owners.filter((owner) => owner.present).map(certifiedOwner),
    revision,
  };
}

function certifiedOwner({ id, personStatus, identity, country }: PartyRecord): CertifiedOwner {
  return { id, personStatus, identity, country };
}
