import '../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import { openReview } from '../../lambdas/open-review/open-review.ts';
import { accountCreated } from '../support/account-events.ts';
import { context, VerificationRig } from './verification-rig.ts';

async function withCase() {
  const rig = new VerificationRig();
  rig.screener = { unavailable: 'listUnavailable' };
  await rig.received('msg_1', accountCreated());
  return { rig, caseId: rig.onlyCase().id };
}

describe('opening a review', () => {
  it('notes who waits, audits it, and tells the provider', async () => {
    const { rig, caseId } = await withCase();
    await rig.openReview({ caseId, taskToken: 'token-1', notices: ['ntc_1', 'ntc_2'] }, context);
    expect(rig.onlyCase()).toMatchObject({ taskToken: 'token-1', revision: 2, state: 'opened' });
    expect(rig.records.entries.at(-1)).toMatchObject({ action: 'case.awaited', outcome: ['opened'] });
    expect(rig.delivered).toEqual(['ntc_1', 'ntc_2']);
  });

  it('asks for the release at once, for a case that was closed before anybody waited', async () => {
    const { rig, caseId } = await withCase();
    await rig.openReview({ caseId, taskToken: 'token-1', notices: [] }, context);
    expect(rig.released).toEqual([caseId]);
  });

  it('does not keep a case from its reviewers because the provider does not answer', async () => {
    const { rig, caseId } = await withCase();
    const opened = openReview({
      ...rig.records.ports(),
      now: () => rig.now,
      release: () => Promise.resolve(),
      deliver: () => Promise.reject(new Error('no answer')),
    })({ caseId, taskToken: 'token-1', notices: ['ntc_1'] }, context);
    await expect(opened).resolves.toBeUndefined();
    expect(rig.onlyCase().taskToken).toBe('token-1');
  });

  it('refuses a case that is not stored', async () => {
    const rig = new VerificationRig();
    await expect(rig.openReview({ caseId: 'case_9', taskToken: 't', notices: [] }, context)).rejects.toThrow(
      'case case_9 is not stored',
    );
  });
});
