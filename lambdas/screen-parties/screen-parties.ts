import { z } from 'zod';
import type { AccountStore } from '../../adapters/records/account-store.ts';
import {
  determinationDigest,
  type Determination,
  type DeterminationStore,
} from '../../adapters/records/determination-store.ts';
import {
  presentParties,
  type AccountRecord,
  type PartyRecord,
} from '../../domain/accounts/account-record.ts';
import { RecordMissingError } from '../../domain/errors/kyc-error.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { count, note } from '../runtime/observability.ts';
import { policyVersionsById } from '../runtime/policies.ts';
import type { CommitAudited } from '../runtime/records.ts';
import type { AvailableScreener } from './current-screener.ts';
import { isDue, screenParty, type PartyScreening, type ScreenDependencies } from './screen-party.ts';

const Input = z.looseObject({ eventId: z.string(), accountId: z.string() });

export interface Dependencies extends ScreenDependencies {
  readonly accounts: AccountStore;
  readonly determinations: DeterminationStore;
  readonly screener: () => Promise<AvailableScreener>;
  readonly commit: CommitAudited;
}

export interface ScreenedParties {
  readonly screened: number;
}

/**
 * Screens every party of the account that was not yet screened, in its present version, against the list in use. A
 * match that people have marked as false stays in the determination, and away from the outcome.
 */
export const screenParties =
  (deps: Dependencies) =>
  async (input: unknown): Promise<ScreenedParties> => {
    const { eventId, accountId } = Input.parse(input);
    const account = await deps.accounts.load(accountId);
    if (!account) throw new RecordMissingError(`account ${accountId} is not stored`);
    const screener = await deps.screener();
    const due = await dueParties(deps, account, screener);
    if (due.length === 0) return { screened: 0 };
    const screenings = await Promise.all(
      due.map((party) => screenParty(deps, account, party, screener, due.length)),
    );
    await record(deps, account, eventId, screenings);
    for (const outcome of ['clear', 'possibleMatch', 'notScreened'] as const) {
      count(`Screened.${outcome}`, screenings.filter(({ disposed }) => disposed.outcome === outcome).length);
    }
    note('PARTIES_SCREENED', { eventId, accountId, parties: screenings.length });
    return { screened: screenings.length };
  };

async function dueParties(
  deps: Dependencies,
  account: AccountRecord,
  screener: AvailableScreener,
): Promise<PartyRecord[]> {
  const parties = presentParties(account);
  const due = await Promise.all(parties.map((party) => isDue(deps, account, party, screener)));
  return parties.filter((_party, place) => due[place]);
}

async function record(
  deps: Dependencies,
  before: AccountRecord,
  eventId: string,
  screenings: readonly PartyScreening[],
): Promise<void> {
  const revision = before.revision + 1;
  // Digits enough that the keys of one event sort by revision.
  const key = `${eventId}#${String(revision).padStart(8, '0')}`;
  const results = new Map(screenings.map((made) => [made.party.id, summary(made, key)]));
  const withResult = (party: PartyRecord): PartyRecord => ({
    ...party,
    screening: party.present ? (results.get(party.id) ?? party.screening) : party.screening,
  });
  const account: AccountRecord = {
    ...before,
    revision,
    customer: before.customer && withResult(before.customer),
    owners: before.owners.map(withResult),
  };
  const at = deps.now();
  const determination: Determination = {
    accountId: account.id,
    kind: 'screening',
    key,
    at: at.toISOString(),
    body: {
      policies: policyVersionsById,
      parties: screenings.map(({ party, screening, disposed, entries }) => ({
        id: party.id,
        sequence: party.sequence,
        screening,
        ...(screening.outcome === 'possibleMatch' ? { disposed, entries } : {}),
      })),
    },
  };
  const lists = screenings.flatMap(({ screening }) =>
    'listDigest' in screening ? [screening.listDigest] : [],
  )[0];
  const entry = auditEntry('screen-parties', {
    at,
    action: 'account.screened',
    subject: { kind: 'account', id: account.id, revision: account.revision },
    evidence: determinationDigest(determination),
    ...(lists ? { lists } : {}),
    outcome: screenings.flatMap(outcomeCodes),
  });
  const items = [deps.accounts.put(account), deps.determinations.put(determination)];
  await deps.commit(`account ${account.id}`, items, [entry]);
}

function summary(
  { screening, disposed, inForce, matchedLists }: PartyScreening,
  determination: string,
): NonNullable<PartyRecord['screening']> {
  const { listDigest, indexDigest, matcherVersion, threshold } = screening;
  return {
    ...{ outcome: disposed.outcome, listDigest, matcherVersion, determination },
    ...(indexDigest === null ? {} : { indexDigest, threshold }),
    ...(disposed.outcome === 'possibleMatch' ? { matchedLists: [...matchedLists] } : {}),
    ...(inForce ? { dispositions: [...inForce] } : {}),
  };
}

/** What a reader of the log has to know: the outcome, and where people's word stands for the matcher's. */
function outcomeCodes({ disposed }: PartyScreening): string[] {
  const { outcome, clearedBy, suppressed, returned } = disposed;
  return [
    clearedBy.length > 0 ? 'clearedByPeople' : outcome,
    ...suppressed.map(({ disposition }) => `suppressed:${disposition}`),
    ...returned.map(({ disposition, because }) => `returned:${because}:${disposition}`),
  ];
}
