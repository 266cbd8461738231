import { z } from 'zod';
import type { DeterminationStore } from '../../adapters/records/determination-store.ts';
import { readStored } from '../../adapters/records/stored.ts';
import type { AccountRecord, PartyRecord } from '../../domain/accounts/account-record.ts';
import { needsKnownEntries, type KnownResult } from '../../domain/rescreening/changed-result.ts';
import type { OwnerOutcome } from '../../domain/rescreening/owner-result.ts';
import { entryKey } from '../../domain/lists/listed-entry.ts';
import { dispositionsInForce, type DispositionSources } from '../runtime/known-dispositions.ts';

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

export interface KnownSources extends Pick<DispositionSources, 'dispositions' | 'now'> {
  readonly determinations: Pick<DeterminationStore, 'load'>;
}

/**
 * What the account was last decided on for this party. Reads its determination only where entries have to be compared,
 * and its dispositions only where some were in force.
 */
export async function knownResult(
  sources: KnownSources,
  account: AccountRecord,
  party: PartyRecord,
  found: OwnerOutcome,
): Promise<KnownResult | null> {
  const { screening } = party;
  if (!screening) return null;
  const { outcome } = screening;
  if (!needsKnownEntries(party, found)) return { outcome, entries: [] };
  const hasLapsed = await haveLapsed(sources, account, party);
  const body = await sources.determinations.load(account.id, 'screening', screening.determination);
  if (!body) return { outcome, entries: [], hasLapsed };
  const name = `screening ${screening.determination} of account ${account.id}`;
  const { parties } = readStored(Screened, name, body);
  const matches = parties.find(({ id }) => id === party.id)?.screening.matches ?? [];
  return { outcome, entries: matches.map(entryKey), hasLapsed };
}

/** Whether a disposition that was in force when the party was decided on is so no more. */
async function haveLapsed(
  sources: KnownSources,
  { id: accountId }: AccountRecord,
  { id: partyId, screening }: PartyRecord,
): Promise<boolean> {
  const then = screening?.dispositions ?? [];
  if (then.length === 0) return false;
  const now = new Set(await dispositionsInForce(sources, { accountId, partyId }));
  return then.some((disposition) => !now.has(disposition));
}
