import { accountStore } from '../../adapters/records/account-store.ts';
import { listRecords } from '../../adapters/lists/list-store.ts';
import { presentParties } from '../../domain/accounts/account-record.ts';
import type { Stage } from '../stage/stage.ts';

/** How the book of accounts stands: what `out/summary.json` says of accounts and screening. */
export interface Tally {
  readonly accounts: {
    readonly received: number;
    readonly verified: number;
    readonly restricted: number;
    readonly refused: number;
    readonly underReview: number;
    readonly usPersons: number;
  };
  readonly screening: {
    readonly names: number;
    readonly possibleMatches: number;
    readonly notScreened: number;
    readonly listDigest: string;
    readonly listPublishedOn: string;
    readonly listEntries: number;
  };
}

/** Counts from the records, not from what was sent: an account that got lost would be missing here. */
export async function tally({ clients, names }: Pick<Stage, 'clients' | 'names'>): Promise<Tally> {
  const accounts = { received: 0, verified: 0, restricted: 0, refused: 0, underReview: 0, usPersons: 0 };
  const screened = { names: 0, possibleMatches: 0, notScreened: 0 };
  for await (const account of accountStore(clients.documents, names.RecordsTable).all()) {
    accounts.received += 1;
    if (account.status !== 'pending') accounts[account.status] += 1;
    if (account.customer?.personStatus === 'us') accounts.usPersons += 1;
    for (const { screening } of presentParties(account)) {
      if (screening) screened.names += 1;
      if (screening?.outcome === 'possibleMatch') screened.possibleMatches += 1;
      if (screening?.outcome === 'notScreened') screened.notScreened += 1;
    }
  }
  const inUse = await listRecords(clients.documents, names.RecordsTable).inUse();
  const lists = (inUse?.lists ?? []).map(({ summary }) => summary);
  return {
    accounts,
    screening: {
      ...screened,
      listDigest: inUse?.listDigest ?? 'none',
      listPublishedOn: lists.map(({ publishedOn }) => publishedOn ?? 'unknown').join(', ') || 'none',
      listEntries: lists.reduce((total, { entries }) => total + entries, 0),
    },
  };
}
