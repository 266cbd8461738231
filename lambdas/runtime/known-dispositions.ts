import type { DispositionStore } from '../../adapters/records/disposition-store.ts';
import type { JudgementStore } from '../../adapters/records/judgement-store.ts';
import {
  applyDispositions,
  isInForce,
  tookEffect,
  type AppliedDispositions,
  type KnownDisposition,
  type PresentFacts,
} from '../../domain/dispositions/apply-dispositions.ts';
import type { DispositionRecord } from '../../domain/dispositions/disposition-record.ts';
import type { Match } from '../../domain/screening/screening.ts';

export interface DispositionSources {
  readonly dispositions: Pick<DispositionStore, 'ofParty'>;
  readonly judgements: Pick<JudgementStore, 'query'>;
  readonly now: () => Date;
}

export interface PartyId {
  readonly accountId: string;
  readonly partyId: string;
}

/** Ids of the dispositions of a party that are in force now. */
export async function dispositionsInForce(
  { dispositions, now }: Pick<DispositionSources, 'dispositions' | 'now'>,
  { accountId, partyId }: PartyId,
): Promise<string[]> {
  const { records } = await dispositions.ofParty(accountId, partyId);
  return idsInForce(records, now());
}

export interface KnownApplied {
  readonly applied: AppliedDispositions;
  /** Ids of all of the party's dispositions in force, as `dispositionsInForce` gives them. */
  readonly inForce: readonly string[];
}

/** Applies what people have said of this party's matches before. Unseals only what bears on one of the matches. */
export async function applyKnownDispositions(
  deps: DispositionSources,
  { accountId, partyId }: PartyId,
  matches: readonly Match[],
  facts: PresentFacts,
): Promise<KnownApplied> {
  const now = deps.now();
  const { records } = await deps.dispositions.ofParty(accountId, partyId);
  const bearing = records.filter(
    (record) => tookEffect(record) && matches.some((match) => isAbout(record, match)),
  );
  const known = bearing.map(async (record): Promise<KnownDisposition> => ({
    ...record,
    query: await deps.judgements.query(record),
  }));
  return {
    applied: applyDispositions(matches, await Promise.all(known), facts, now),
    inForce: idsInForce(records, now),
  };
}

function idsInForce(records: readonly DispositionRecord[], now: Date): string[] {
  return records.filter((record) => isInForce(record, now)).map(({ id }) => id);
}

function isAbout(record: DispositionRecord, match: Match): boolean {
  return record.list === match.list && record.entryId === match.entryId;
}
