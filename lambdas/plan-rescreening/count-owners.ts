import { presentParties, type AccountRecord } from '../../domain/accounts/account-record.ts';

/** Counts the parties that are screened, customers among them. Done once, before the first run; then runs count. */
export async function countOwners(accounts: AsyncIterable<AccountRecord>): Promise<number> {
  let owners = 0;
  for await (const account of accounts) owners += presentParties(account).length;
  return owners;
}
