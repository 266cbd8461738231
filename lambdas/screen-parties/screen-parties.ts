import { z } from 'zod';
import type { AccountStore } from '../../adapters/records/account-store.ts';
import {
  determinationDigest,
  type Determination,
  type DeterminationStore,
} from '../../adapters/records/determination-store.ts';
import type { PartyReader } from '../../adapters/records/party-store.ts';
import {
  presentParties,
  type AccountRecord,
  type PartyRecord,
} from '../../domain/accounts/account-record.ts';
import { screeningQuery } from '../../domain/accounts/screening-query.ts';
import { RecordMissingError } from '../../domain/errors/kyc-error.ts';
import type { Screening } from '../../domain/screening/screening.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { count, note } from '../runtime/observability.ts';
import { policyVersionsById } from '../runtime/policies.ts';
import type { CommitAudited } from '../runtime/records.ts';
import type { AvailableScreener } from './current-screener.ts';

const Input = z.looseObject({ eventId: z.string(), accountId: z.string() });

export interface Dependencies {
  readonly accounts: AccountStore;
  readonly parties: PartyReader;
  readonly determinations: DeterminationStore;
  readonly screener: () => Promise<AvailableScreener>;
  readonly commit: CommitAudited;
  readonly now: () => Date;
}

export interface ScreenedParties {
  readonly screened: number;
}

interface PartyScreening {
  readonly party: PartyRecord;
  readonly screening: Screening;
}

/** Screens every party of the account that was not yet screened, in its present version, against the list in use. */
export const screenParties =
  (deps: Dependencies) =>
  async (input: unknown): Promise<ScreenedParties> => {
    const { eventId, accountId } = Input.parse(input);
    const account = await deps.accounts.load(accountId);
    if (!account) throw new RecordMissingError(`account ${accountId} is not stored`);
    const screener = await deps.screener();
    const due = presentParties(account).filter((party) => isDue(party, screener));
    if (due.length === 0) return { screened: 0 };
    const screenings = await Promise.all(due.map((party) => screenOne(deps, account, party, screener)));
    await record(deps, account, eventId, screenings);
    for (const outcome of ['clear', 'possibleMatch', 'notScreened'] as const) {
      count(
        `Screened.${outcome}`,
        screenings.filter(({ screening }) => screening.outcome === outcome).length,
      );
    }
    note('PARTIES_SCREENED', { eventId, accountId, parties: screenings.length });
    return { screened: screenings.length };
  };

function isDue(party: PartyRecord, screener: AvailableScreener): boolean {
  if (!party.screening || party.screening.outcome === 'notScreened') return true;
  if ('unavailable' in screener) return false;
  const { listDigest, matcherVersion } = party.screening;
  return listDigest !== screener.listDigest || matcherVersion !== screener.matcherVersion;
}

async function screenOne(
  deps: Dependencies,
  account: AccountRecord,
  party: PartyRecord,
  screener: AvailableScreener,
): Promise<PartyScreening> {
  if ('unavailable' in screener) {
    return {
      party,
      screening: {
        outcome: 'notScreened',
        because: screener.unavailable,
        listDigest: null,
        matcherVersion: 'none',
      },
    };
  }
  const facts = await deps.parties.load({
    accountId: account.id,
    partyId: party.id,
    sequence: party.sequence,
  });
  return { party, screening: screener.screen(screeningQuery(facts)) };
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
  const results = new Map(screenings.map(({ party, screening }) => [party.id, summary(screening, key)]));
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
      parties: screenings.map(({ party, screening }) => ({
        id: party.id,
        sequence: party.sequence,
        screening,
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
    outcome: screenings.map(({ screening }) => screening.outcome),
  });
  const items = [deps.accounts.put(account), deps.determinations.put(determination)];
  await deps.commit(`account ${account.id}`, items, [entry]);
}

function summary(
  { outcome, listDigest, matcherVersion }: Screening,
  determination: string,
): NonNullable<PartyRecord['screening']> {
  return { outcome, listDigest, matcherVersion, determination };
}
