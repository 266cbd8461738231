import { z } from 'zod';
import type { DeterminationStore } from '../../adapters/records/determination-store.ts';
import {
  presentParties,
  type AccountRecord,
  type PartyRecord,
} from '../../domain/accounts/account-record.ts';
import { JudgedEntry } from '../../domain/dispositions/judged-entry.ts';

const matched = { list: z.string(), entryId: z.string() };

/** As the matcher gave it; what a reader of matches does not need is passed on as it is. */
const ShownScreening = z.looseObject({
  matches: z.array(z.looseObject({ ...matched, name: z.string() })).optional(),
});
export type ShownScreening = z.infer<typeof ShownScreening>;

const ScreenedParty = z.object({
  id: z.string(),
  screening: ShownScreening,
  /** With the dispositions applied; like `entries` only where the party is like somebody listed. */
  disposed: z.record(z.string(), z.unknown()).optional(),
  entries: z.array(JudgedEntry.extend(matched)).default([]),
});
export type ScreenedParty = z.infer<typeof ScreenedParty>;

const ScreeningBody = z.object({ parties: z.array(ScreenedParty) });

/** The party's own screening, which an earlier event than the case's may have brought about. */
export async function screenedParty(
  determinations: Pick<DeterminationStore, 'load'>,
  accountId: string,
  { id, screening }: PartyRecord,
): Promise<ScreenedParty | null> {
  if (!screening) return null;
  const body = await determinations.load(accountId, 'screening', screening.determination);
  return ScreeningBody.parse(body).parties.find((party) => party.id === id) ?? null;
}

export interface FoundMatch {
  readonly party: PartyRecord;
  readonly entry: JudgedEntry;
}

export interface WantedMatch {
  readonly partyId: string;
  readonly list: string;
  readonly entryId: string;
}

/** A listed party that the present screening of one of the account's parties names; null where it names no such one. */
export async function findMatch(
  determinations: Pick<DeterminationStore, 'load'>,
  account: AccountRecord,
  { partyId, list, entryId }: WantedMatch,
): Promise<FoundMatch | null> {
  const party = presentParties(account).find(({ id }) => id === partyId);
  const screened = party ? await screenedParty(determinations, account.id, party) : null;
  const found = screened?.entries.find((entry) => entry.list === list && entry.entryId === entryId);
  return party && found ? { party, entry: JudgedEntry.parse(found) } : null;
}
