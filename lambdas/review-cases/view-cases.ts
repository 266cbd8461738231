import type { AccountStore } from '../../adapters/records/account-store.ts';
import type { CaseStore } from '../../adapters/records/case-store.ts';
import type { DeterminationStore } from '../../adapters/records/determination-store.ts';
import type { PartyReader } from '../../adapters/records/party-store.ts';
import type { ReasonStore } from '../../adapters/records/reason-store.ts';
import { presentParties, type PartyRecord } from '../../domain/accounts/account-record.ts';
import { screeningQuery } from '../../domain/accounts/screening-query.ts';
import type { CaseRecord, GivenVerdict } from '../../domain/cases/case-record.ts';
import { entryKey } from '../../domain/lists/listed-entry.ts';
import { bestOfacScore } from '../../domain/screening/rows/screen-row.ts';
import type { ScreeningQuery } from '../../domain/screening/screening.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { answer, type HttpAnswer } from '../runtime/http-answer.ts';
import type { CommitAudited } from '../runtime/records.ts';
import { onCurrentCase } from './current-case.ts';
import { screenedParty, type ShownScreening } from './screened-party.ts';
import { showDispositions, type DispositionViewDependencies } from './view-dispositions.ts';

export interface ViewDependencies extends DispositionViewDependencies {
  readonly cases: CaseStore;
  readonly accounts: Pick<AccountStore, 'load'>;
  readonly parties: PartyReader;
  readonly determinations: Pick<DeterminationStore, 'load'>;
  readonly reasons: Pick<ReasonStore, 'load'>;
  readonly commit: CommitAudited;
  readonly now: () => Date;
}

// A page a person can read; the rest comes up as these are worked off.
const casesShown = 100;

export async function listCases({ cases }: Pick<ViewDependencies, 'cases'>): Promise<HttpAnswer> {
  const shown: unknown[] = [];
  for await (const record of cases.waiting()) {
    if (shown.length === casesShown) break;
    shown.push(publicView(record));
  }
  return answer(200, { cases: shown });
}

/**
 * One case with its evidence, unsealed for the reviewer: the parties it is about, the listed parties they may be, and why
 * others have said what they said.
 * Looking is itself a step that the audit trail keeps (REC-05: who, when).
 */
export function showCase(deps: ViewDependencies, caseId: string, by: string): Promise<HttpAnswer> {
  return onCurrentCase(deps.cases, caseId, (known) => showCurrent(deps, known, by));
}

async function showCurrent(deps: ViewDependencies, known: CaseRecord, by: string): Promise<HttpAnswer> {
  const account = await deps.accounts.load(known.accountId);
  const record = await noteView(deps, known, by);
  const concerned = new Set(record.reasons.flatMap((reason) => reason.split(':')[1] ?? []));
  const parties = account ? presentParties(account).filter((party) => concerned.has(party.id)) : [];
  const shown = await Promise.all(parties.map((party) => showParty(deps, record.accountId, party)));
  const verdicts = await Promise.all(record.verdicts.map((said) => withReason(deps, record.id, said)));
  return answer(200, { case: { ...publicView(record), verdicts }, parties: shown });
}

async function withReason({ reasons }: ViewDependencies, caseId: string, said: GivenVerdict) {
  return { ...said, because: await reasons.load(caseId, said.revision) };
}

async function showParty(deps: ViewDependencies, accountId: string, party: PartyRecord) {
  const { id, sequence, personStatus } = party;
  const facts = await deps.parties.load({ accountId, partyId: id, sequence });
  const { name, otherNames, kind, birthDate, address, citizenships } = facts;
  const country = address?.country;
  const made = await screenedParty(deps.determinations, accountId, party);
  const { disposed = null, entries = [] } = made ?? {};
  const query = screeningQuery(facts);
  const dispositions = await showDispositions(deps, { accountId, partyId: id, query, entries });
  const screening = made && withOfacScores(made.screening, id, query);
  const listed = { screening, disposed, entries, dispositions };
  return { id, personStatus, kind, name, otherNames, birthDate, country, citizenships, ...listed };
}

/**
 * The screening with what the analyst compares it with: how OFAC's own search would score each match, and the name by
 * which the match is marked as false. Neither is stored; the score needs the unsealed names.
 */
function withOfacScores(screening: ShownScreening, partyId: string, query: ScreeningQuery) {
  const { matches } = screening;
  if (matches === undefined) return screening;
  const shown = matches.map((match) => ({
    ...match,
    ofacScore: bestOfacScore(query, match.name),
    match: `${partyId}/${entryKey(match)}`,
  }));
  return { ...screening, matches: shown };
}

async function noteView(deps: ViewDependencies, known: CaseRecord, by: string): Promise<CaseRecord> {
  const record = { ...known, revision: known.revision + 1 };
  const entry = auditEntry('review-cases', {
    at: deps.now(),
    action: 'case.viewed',
    actor: { kind: 'person', id: by },
    subject: { kind: 'case', id: record.id, revision: record.revision },
    outcome: [record.state],
  });
  await deps.commit(`case ${record.id}`, [deps.cases.put(record)], [entry]);
  return record;
}

/** Everything but the token, which lets its holder end the wait. */
function publicView({ taskToken, released, ...shown }: CaseRecord) {
  return { ...shown, awaited: taskToken !== null, released };
}
