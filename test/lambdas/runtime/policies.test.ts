import '../../support/quiet-functions.ts';
import { expect, it } from 'vitest';
import { accountOwnership } from '../../../domain/accounts/account-ownership.ts';
import { caseDueAt } from '../../../domain/cases/case-due.ts';
import { startDeadline } from '../../../domain/deadlines/start-deadline.ts';
import { dispositionPeriod } from '../../../domain/dispositions/disposition-period.ts';
import { acceptList } from '../../../domain/lists/accept-list.ts';
import type { ListEntry } from '../../../domain/lists/list-entry.ts';
import { missingSources } from '../../../domain/lists/missing-sources.ts';
import { readOfacSet } from '../../../domain/lists/read-ofac-set.ts';
import { dutiesOff } from '../../../domain/exemptions/duties-off.ts';
import { missingFields } from '../../../domain/identity/missing-fields.ts';
import { listedPlace, removedPlaces } from '../../../domain/places/listed-place.ts';
import { checkPacks } from '../../../domain/policy/check-packs.ts';
import type { DeadlineTerm, OwnTerm } from '../../../domain/policy/deadline-term.ts';
import { packHead } from '../../../domain/policy/rule-row.ts';
import { grantedPermission } from '../../../domain/programme/granted-permission.ts';
import { policyConditions } from '../../../domain/programme/policy-conditions.ts';
import { programmeStates } from '../../../domain/programme/programme-states.ts';
import { proposedRuleNotice } from '../../../domain/reporting/legal-notice.ts';
import { planRun } from '../../../domain/rescreening/rescreening-plan.ts';
import { placeQuestions } from '../../../domain/risk/place-questions.ts';
import { decideAccount, type AccountFindings } from '../../../domain/risk/decide-account.ts';
import { acceptLists } from '../../../lambdas/accept-lists/accept-lists.ts';
import { countingPolicy } from '../../../lambdas/assemble-certification/counting-policy.ts';
import { policies } from '../../../lambdas/runtime/policies.ts';
import { currentScreener } from '../../../lambdas/screen-parties/current-screener.ts';
import { accountWith } from '../../domain/accounts/account-with.ts';
import { julySet, writtenSet } from '../../domain/lists/sample-lists.ts';
import { individual } from '../../support/account-events.ts';
import { InMemoryIndexes } from '../../support/in-memory-indexes.ts';
import { InMemoryLists } from '../../support/in-memory-lists.ts';
import { compilerOf } from '../list-gateway.ts';
import { InMemoryTransactions } from '../../support/in-memory-transactions.ts';
import { leafPaths, recorded } from './read-paths.ts';
import { ownEverything, verifyEverybody } from './use-terms.ts';

const head = [...Object.keys(packHead), 'kind'];

/** What a pack says outside its head and rows. A `rule` leads to a row; that it does is checked when the pack is read; a `doubt` is for people. */
function settingsOf(pack: object): string[] {
  const settings = Object.fromEntries(
    Object.entries(pack).filter(([key]) => ![...head, 'digest'].includes(key)),
  );
  return leafPaths(settings).filter((path) => path !== '' && !/\/(?:rule|doubt)$/.test(path));
}

const unread = (pack: object, read: ReadonlySet<string>) =>
  settingsOf(pack).filter((path) => !read.has(path));

const findings = (differing: Partial<AccountFindings>): AccountFindings => ({
  parties: [],
  inScope: true,
  customerKnown: true,
  ownersKnown: true,
  unresolvedOwners: [],
  priorConcerns: [],
  ...differing,
});

const basis = { listDigest: '', indexDigest: '', matcherVersion: '', threshold: 0 };
const last = { runId: 'run-0', basis, digits: 0, owners: 0, fullAt: '2026-02-28T00:00:00.000Z' };
const dueRun = { runId: 'run-1', basis, last, isFullAsked: false, owners: 0 };

async function gateAndScreen(provider: typeof policies.provider): Promise<void> {
  const records = new InMemoryTransactions();
  const lists = new InMemoryLists(records);
  const gate = provider.listGate.lists;
  const shared = { lists, indexes: new InMemoryIndexes(), compiler: compilerOf() };
  const accept = acceptLists({
    ...shared,
    commit: records.commit,
    gate: provider.listGate,
    rescreen: () => Promise.resolve(),
    now: () => new Date('2021-09-01'),
  });
  for (const publishedOn of ['2021-07', '2021-08']) {
    lists.upload(publishedOn, julySet());
    await accept({ prefix: publishedOn, publishedOn });
  }
  await currentScreener({ ...shared, policy: provider })();
  const { summary } = readOfacSet(julySet(), { publishedOn: null });
  const prose = { segments: 1, compared: 1, known: 0 };
  for (const list of Object.keys(gate) as (keyof typeof gate)[]) {
    const one = { summary: { ...summary, list }, entries: listedSentinels(gate[list].sentinels), absent: [] };
    acceptList(one, { ...one, remarks: prose }, gate[list]);
  }
  missingSources([], provider.listGate.consolidatedSources);
}

/** Parties that have the sentinels' names, so that the gate goes on to its further questions. */
function listedSentinels(sentinels: readonly string[]): ListEntry[] {
  const [entry] = readOfacSet(writtenSet({}), { publishedOn: null }).entries;
  return sentinels.flatMap((text) =>
    entry ? [{ ...entry, names: [{ text, quality: 'strong', role: 'primary' }] }] : [],
  );
}

function startAll(terms: readonly (DeadlineTerm | OwnTerm)[], remindersAtPercent: readonly number[]): void {
  const start = { id: 'd', at: '2026-11-23T00:00:00.000Z', pack: policies.provider, remindersAtPercent };
  for (const term of terms) startDeadline(term, start);
}

it('every setting of the pack of the proposed rule is read by the code', () => {
  const read = new Set<string>();
  const pack = recorded(policies.identification, read);
  missingFields(individual(), 'customer', pack);
  countingPolicy(pack);
  proposedRuleNotice(pack);
  startAll(pack.deadlines, [50]);
  dutiesOff({ accountType: null, reseller: null }, [], pack.exemption.rows, '2026-11-23');
  ownEverything(pack.beneficialOwners);
  expect(unread(policies.identification, read)).toEqual([]);
});

it.each(['screening', 'affiliates'] as const)(
  'every setting of the pack for %s is read by the code',
  (name) => {
    const read = new Set<string>();
    const pack = recorded(policies[name], read);
    accountOwnership(accountWith({}), [{ dormant: false, ownership: pack.ownership }], '2026-11-23');
    const lists = pack.places?.lists ?? [];
    listedPlace('UA-14', lists, new Map());
    removedPlaces('SY', lists);
    expect(unread(policies[name], read)).toEqual([]);
  },
);

it('every setting of the provider’s pack is read by the code', async () => {
  const read = new Set<string>();
  const provider = recorded(policies.provider, read);
  const opened = new Date('2026-03-01');
  caseDueAt(opened, opened, provider.review);
  dispositionPeriod(undefined, opened, provider.dispositions);
  decideAccount(findings({ priorConcerns: ['reviewLapsed'] }), provider.permissions);
  decideAccount(findings({ ownersKnown: false }), provider.permissions);
  decideAccount(findings({ review: 'lapsed' }), provider.permissions);
  placeQuestions(
    [
      {
        id: 'p',
        placeFlags: (['listed', 'unknown', 'mayBeInside'] as const).flatMap((standing) => [
          { basis: 'headquarters', standing },
          { basis: 'address', standing },
        ]),
      },
    ],
    provider.places,
  );
  JSON.stringify(programmeStates.map((state) => grantedPermission(state, provider)));
  policyConditions(provider.programme);
  verifyEverybody(provider.verification);
  startAll(provider.deadlines.terms, [...provider.deadlines.remindersAtPercent]);
  checkPacks([{ ...policies.provider, deadlines: provider.deadlines }]);
  const { fullEveryDays } = provider.rescreening;
  planRun({ ...dueRun, startedAt: opened, fullEveryDays });
  await gateAndScreen(provider);
  expect(unread(policies.provider, read)).toEqual([]);
});

it('a setting that nobody reads is found', () => {
  const read = new Set<string>();
  const pack = { review: { timeoutDays: 10, afterLapse: 'refuse', rule: 'PROV-01' }, lists: ['ofac-sdn'] };
  expect(recorded(pack, read).review.timeoutDays).toBe(10);
  expect(unread(pack, read)).toEqual(['/review/afterLapse', '/lists']);
});
