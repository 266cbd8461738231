import type { CaseStore } from '../../adapters/records/case-store.ts';
import type { OutboxStore } from '../../adapters/records/outbox-store.ts';
import type { ReasonStore } from '../../adapters/records/reason-store.ts';
import { caseDueAt, type ReviewTerms } from '../../domain/cases/case-due.ts';
import type { CaseRecord } from '../../domain/cases/case-record.ts';
import { isClosed } from '../../domain/cases/case-transitions.ts';
import { stepByVerdict, type Verdict } from '../../domain/cases/decide-case.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { decidedNoticeId } from '../runtime/case-steps.ts';
import { answer, refusal, type HttpAnswer } from '../runtime/http-answer.ts';
import { note } from '../runtime/observability.ts';
import type { CommitAudited } from '../runtime/records.ts';
import type { ReleaseReview } from '../runtime/review-release.ts';
import { onCurrentCase } from './current-case.ts';

export interface DecideDependencies {
  readonly cases: CaseStore;
  readonly outbox: OutboxStore;
  readonly reasons: Pick<ReasonStore, 'seal'>;
  readonly commit: CommitAudited;
  readonly release: ReleaseReview;
  /** Tells the state machine that somebody is working on the case. */
  readonly heartbeat: (taskToken: string) => Promise<void>;
  readonly terms: ReviewTerms;
  readonly now: () => Date;
}

export interface GivenVerdict {
  readonly verdict: Verdict;
  readonly because: string;
  readonly by: string;
}

/** One person's verdict on a case: the first proposes, a second person's decides. */
export function decideStep(
  deps: DecideDependencies,
  caseId: string,
  given: GivenVerdict,
): Promise<HttpAnswer> {
  return onCurrentCase(deps.cases, caseId, (before) => decideOn(deps, before, given));
}

async function decideOn(
  deps: DecideDependencies,
  before: CaseRecord,
  given: GivenVerdict,
): Promise<HttpAnswer> {
  const caseId = before.id;
  const step = stepByVerdict(before, given.verdict, given.by);
  switch (step.outcome) {
    case 'alreadyDecided':
      // Whoever repeats a verdict may have seen the first answer lost on the way, and the execution with it.
      await deps.release(before);
      note('CASE_STEP_REFUSED', { caseId, because: step.outcome });
      return refusal(409, `the case is ${step.state} already`, { state: step.state });
    case 'alreadyProposed':
      // The heartbeat of the first answer may have been lost as well.
      if (before.taskToken) await deps.heartbeat(before.taskToken);
      note('CASE_STEP_REFUSED', { caseId, because: step.outcome });
      return refusal(409, 'you proposed this yourself; a second person has to confirm it', {
        state: before.state,
      });
    case 'moves':
      return answer(200, await take(deps, before, step, given));
  }
}

async function take(
  deps: DecideDependencies,
  before: CaseRecord,
  step: { readonly transition: string; readonly to: CaseRecord['state'] },
  given: GivenVerdict,
) {
  const at = deps.now();
  const { verdict, by, because } = given;
  const revision = before.revision + 1;
  const said = { verdict, by, at: at.toISOString(), revision };
  const record: CaseRecord = {
    ...before,
    revision,
    state: step.to,
    proposal: proposalAfter(before, step.to, said),
    verdicts: [...before.verdicts, said],
    dueAt: caseDueAt(new Date(before.openedAt), at, deps.terms).toISOString(),
  };
  const reason = await deps.reasons.seal(record.id, revision, because);
  const entry = auditEntry('review-cases', {
    at,
    action: `case.${step.transition}`,
    actor: { kind: 'person', id: by },
    subject: { kind: 'case', id: record.id, revision },
    evidence: reason.digest,
    outcome: [record.state],
  });
  const notices = isClosed(record.state) ? [decidedNotice(record, at)] : [];
  const items = [deps.cases.put(record), reason.item, ...notices.map((notice) => deps.outbox.put(notice))];
  await deps.commit(`case ${record.id}`, items, [entry]);
  note('CASE_STEP_TAKEN', { caseId: record.id, transition: step.transition, state: record.state });
  if (isClosed(record.state)) await deps.release(record);
  else if (record.taskToken) await deps.heartbeat(record.taskToken);
  return { case: record.id, state: record.state, transition: step.transition, dueAt: record.dueAt };
}

/** What waits for a second person: nothing once somebody disagreed, and still the first verdict once it was confirmed. */
function proposalAfter(
  before: CaseRecord,
  to: CaseRecord['state'],
  said: CaseRecord['proposal'],
): CaseRecord['proposal'] {
  if (to === 'opened') return null;
  return to === 'proposed' ? said : before.proposal;
}

/** The execution that waits delivers it with the notices of its decision; when newer data overtook it, the sweep does. */
function decidedNotice(record: CaseRecord, at: Date): Notice {
  return {
    id: decidedNoticeId(record.id),
    type: 'case.decided',
    at: at.toISOString(),
    data: { case: record.id, account: record.accountId, state: record.state },
  };
}
