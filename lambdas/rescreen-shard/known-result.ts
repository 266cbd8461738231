import { z } from 'zod';
import type { DeterminationStore } from '../../adapters/records/determination-store.ts';
import { readStored } from '../../adapters/records/stored.ts';
import type { AccountRecord, PartyRecord } from '../../domain/accounts/account-record.ts';
import { needsKnownEntries, type KnownResult } from '../../domain/rescreening/changed-result.ts';
import type { OwnerOutcome } from '../../domain/rescreening/owner-result.ts';
import { entryKey } from '../../domain/lists/listed-entry.ts';

const Screened = z.object({
  parties: z.array(
    z.object({
      id: z.string(),
      screening: z.object({
        matches: z.array(z.object({ list: z.string(), entryId: z.string() })).default([]),
      }),
    }),
  ),
});

/** What the account was last decided on for this party. Reads its determination only where entries have to be compared. */
export async function knownResult(
  determinations: Pick<DeterminationStore, 'load'>,
  account: AccountRecord,
  party: PartyRecord,
  found: OwnerOutcome,
): Promise<KnownResult | null> {
  const { screening } = party;
  if (!screening) return null;
  if (!needsKnownEntries(party, found)) return { outcome: screening.outcome, entries: [] };
  const body = await determinations.load(account.id, 'screening', screening.determination);
  if (!body) return { outcome: screening.outcome, entries: [] };
  const name = `screening ${screening.determination} of account ${account.id}`;
  const { parties } = readStored(Screened, name, body);
  const matches = parties.find(({ id }) => id === party.id)?.screening.matches ?? [];
  return { outcome: screening.outcome, entries: matches.map(entryKey) };
}
