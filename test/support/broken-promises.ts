import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import type { AuditEntry } from '../../domain/audit/audit-entry.ts';
import { exportedEntries } from './exported-entries.ts';
import type { RunningAws } from './running-aws.ts';
import { storedState, type RecordItem, type StoredState } from './stored-items.ts';

/**
 * What must hold after anything: the log verifies, no subject's revisions have a gap, every change and every decision
 * has exactly one entry, every account stands somewhere, and the provider was told everything it should know.
 * @param mayComeTwice ids of notices whose acknowledgement was lost on purpose
 * @returns a sentence for each promise that is broken; empty when all are kept
 */
export async function brokenPromises(
  running: RunningAws,
  mayComeTwice: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const { verification, entries } = await exportedEntries(running);
  const state = await storedState(running);
  return [
    ...(verification.verdict === 'verified' ? [] : [`the log is ${JSON.stringify(verification)}`]),
    ...gapsIn(entries),
    ...unauditedChanges(state, entries),
    ...decisionsWithoutOneEntry(state.records, entries),
    ...accountsNowhere(state),
    ...untoldNotices(state.records, running, mayComeTwice),
  ];
}

function gapsIn(entries: readonly AuditEntry[]): string[] {
  const bySubject = Map.groupBy(entries, ({ subject }) => `${subject.kind} ${subject.id}`);
  return [...bySubject].flatMap(([subject, own]) => {
    const revisions = own.map((entry) => entry.subject.revision).sort((one, other) => one - other);
    const isWhole = revisions.every((revision, index) => revision === index + 1);
    return isWhole ? [] : [`${subject} has the revisions ${revisions.join(', ')}`];
  });
}

/** The newest entry of an account or a case carries the revision that is stored. */
function unauditedChanges({ accounts, cases }: StoredState, entries: readonly AuditEntry[]): string[] {
  const newest = new Map<string, number>();
  for (const { subject } of entries) {
    const key = `${subject.kind} ${subject.id}`;
    newest.set(key, Math.max(newest.get(key) ?? 0, subject.revision));
  }
  const stored = [
    ...[...accounts.values()].map(({ id, revision }) => [`account ${id}`, revision] as const),
    ...[...cases.values()].map(({ id, revision }) => [`case ${id}`, revision] as const),
  ];
  return stored.flatMap(([key, revision]) =>
    newest.get(key) === revision
      ? []
      : [`${key} is stored at ${revision}, the log knows ${newest.get(key) ?? 0}`],
  );
}

function decisionsWithoutOneEntry(records: readonly RecordItem[], entries: readonly AuditEntry[]): string[] {
  const decided = entries.filter(
    ({ actor, subject }) => actor.id === 'decide-account' && subject.kind === 'account',
  );
  const evidence = decided.map((entry) => entry.evidence);
  const decisions = records.filter(({ sk }) => sk.startsWith('determination#decision#'));
  const missing = decisions.filter((item) => evidence.filter((each) => each === digestOf(item)).length !== 1);
  return [
    ...missing.map(({ pk, sk }) => `${pk} ${sk} has not exactly one entry of its decision`),
    ...(decided.length === decisions.length
      ? []
      : [`${decided.length} entries of decided accounts for ${decisions.length} decisions`]),
  ];
}

function digestOf({ pk, sk, body, ...rest }: RecordItem): string {
  const [, kind = '', ...key] = sk.split('#');
  const { at } = rest as { at?: string };
  const determination = { accountId: pk.replace('account#', ''), kind, key: key.join('#'), at, body };
  return createHash('sha256').update(canonicalJson(determination)).digest('hex');
}

/** `pending` is where an account stands whose event waits for a person. */
function accountsNowhere({ accounts, cases, inbox }: StoredState): string[] {
  return [...accounts.values()].flatMap(({ id, status, eventId, openCase }) => {
    const isParked = inbox.get(eventId)?.status === 'parked';
    if (status === 'pending' && !isParked) return [`account ${id} is pending and its event is not parked`];
    const isReview = status === 'underReview';
    const waits = openCase !== null && ['opened', 'proposed'].includes(cases.get(openCase)?.state ?? '');
    return isReview && !waits && !isParked ? [`account ${id} is under review and nobody has the case`] : [];
  });
}

function untoldNotices(
  records: readonly RecordItem[],
  { provider }: RunningAws,
  mayComeTwice: ReadonlySet<string>,
): string[] {
  const counts = provider.counts();
  const ids = records.flatMap(({ notice }) => (notice ? [notice.id] : []));
  const isRight = (id: string, count: number) => count === 1 || (count === 2 && mayComeTwice.has(id));
  return [
    ...ids
      .filter((id) => !isRight(id, counts.get(id) ?? 0))
      .map((id) => `notice ${id} came ${counts.get(id) ?? 0} times`),
    ...[...counts.keys()].filter((id) => !ids.includes(id)).map((id) => `nobody wrote the notice ${id}`),
    ...records.filter(({ book }) => book === 'outbox#pending').map(({ pk }) => `${pk} is still pending`),
    ...provider.refused.map(() => 'a notice came whose signature is wrong'),
  ];
}
