import '../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import { stepByVerdict, type Verdict } from '../../domain/cases/decide-case.ts';
import { decidedNoticeId } from '../../lambdas/runtime/case-steps.ts';
import { policies } from '../../lambdas/runtime/policies.ts';
import { accountCreated, company, individual } from '../support/account-events.ts';
import { screenerFinding, VerificationRig } from './verification-rig.ts';

const listedOwner = accountCreated({
  owners: [individual({ name: 'Listed Person', ownership: { sharePercent: 50 } })],
});
const concerns = ['possibleMatch:p_1', 'ownedByListed:c_1:ofac-sdn'];

/** An account that waits for a person, with its case. */
async function underReview() {
  const rig = new VerificationRig();
  rig.screener = screenerFinding('Listed Person');
  const eventId = await rig.receive('msg_1', listedOwner);
  const decided = await rig.verify(eventId);
  if (!('caseId' in decided) || decided.caseId === null) throw new Error('expected a case');
  return {
    rig,
    eventId,
    caseId: decided.caseId,
    again: { eventId, accountId: 'acct_1', caseId: decided.caseId },
  };
}

async function twoPeopleSay(rig: VerificationRig, verdict: Verdict): Promise<void> {
  for (const by of ['alice', 'bob']) {
    const before = rig.onlyCase();
    const step = stepByVerdict(before, verdict, by);
    if (step.outcome !== 'moves') throw new Error(step.outcome);
    const proposal = before.proposal ?? { verdict, by, at: rig.now.toISOString(), revision: 2 };
    const said = { verdict, by, at: rig.now.toISOString(), revision: before.revision + 1 };
    const verdicts = [...before.verdicts, said];
    const record = { ...before, state: step.to, proposal, verdicts, revision: before.revision + 1 };
    await rig.records.commit('case', [rig.records.cases.put(record)], []);
  }
}

describe('deciding an account', () => {
  it('verifies a foreign account of which nothing is missing', async () => {
    const rig = new VerificationRig();
    expect(await rig.received('msg_1', accountCreated())).toMatchObject({ outcome: 'decided', caseId: null });
    expect(rig.account()).toMatchObject({
      status: 'verified',
      permission: 'full',
      reasons: [],
      openCase: null,
    });
    expect(rig.actions()).toEqual(['account.assessed', 'account.screened', 'account.verified']);
    expect(rig.records.notices().map(({ type }) => type)).toEqual(['account.permission.changed']);
  });

  it('restricts an account and asks for what is missing', async () => {
    const rig = new VerificationRig();
    const { phone: _phone, ...customer } = company();
    await rig.received('msg_1', accountCreated({ customer }));
    expect(rig.account()).toMatchObject({ status: 'restricted', reasons: ['fieldMissing:c_1:phone'] });
    expect(rig.records.notices().map(({ type }) => type)).toEqual([
      'account.permission.changed',
      'information.requested',
    ]);
  });

  it('writes state, deadlines and audit action of the step it takes, and tells under which conditions', async () => {
    const rig = new VerificationRig();
    const { phone: _phone, ...customer } = company();
    await rig.received('msg_1', accountCreated({ customer }));
    expect(rig.account()).toMatchObject({ state: 'provisionalRestricted', permission: 'restricted' });
    expect(rig.account().deadlines?.map(({ basis, state }) => [basis.term, state])).toEqual([
      ['DL-16-provisional', 'open'],
      ['DL-16-information', 'open'],
    ]);
    expect(rig.records.entries.at(-1)).toMatchObject({
      action: 'account.provisional',
      outcome: ['restricted', 'transition:beginVerification', 'FAIL-02', 'fieldMissing'],
    });
    const { restricted } = policies.provider.programme.conditions;
    expect(rig.records.notices()[0]?.data).toMatchObject({ conditions: restricted });
  });

  it('verifies a provisional account once it owes nothing, and answers what ran against it', async () => {
    const rig = new VerificationRig();
    const { phone: _phone, ...customer } = company();
    await rig.received('msg_1', accountCreated({ customer }));
    await rig.received('msg_2', accountCreated({ sequence: 2 }, 'account.updated'));
    expect(rig.account()).toMatchObject({ state: 'verified', permission: 'full' });
    expect(rig.account().deadlines?.map(({ state }) => state)).toEqual(['answered', 'answered', 'open']);
  });

  it('says in the audit entry where an account stays that takes no step', async () => {
    const rig = new VerificationRig();
    await rig.received('msg_1', accountCreated());
    await rig.received('msg_2', accountCreated({ sequence: 2 }, 'account.updated'));
    expect(rig.account()).toMatchObject({ state: 'verified', permission: 'full' });
    expect(rig.records.entries.at(-1)).toMatchObject({
      action: 'account.decided',
      outcome: ['verified', 'full', 'stays:verified'],
    });
  });

  it('keeps what listed owners make of the customer, and on which day, with the decision', async () => {
    const { rig } = await underReview();
    const ownership = {
      ...{ customer: 'c_1', list: 'ofac-sdn', asOf: rig.now.toISOString().slice(0, 10) },
      ...{ isBlocked: true, minimum: '1/2', maximum: '1', chains: [['c_1', 'p_1']] },
    };
    const [decision] = rig.records.determined('decision');
    expect(decision?.body).toMatchObject({ findings: { ownership: [ownership] } });
  });

  it('answers the same and writes once when it runs twice', async () => {
    const rig = new VerificationRig();
    const eventId = await rig.receive('msg_1', accountCreated());
    const first = await rig.verify(eventId);
    const { revision } = rig.account();
    expect(await rig.decide({ eventId, accountId: 'acct_1' })).toEqual(first);
    expect(rig.account().revision).toBe(revision);
    expect(rig.records.determined('decision')).toHaveLength(1);
  });

  it('leaves the account to the newer event when one has come between', async () => {
    const rig = new VerificationRig();
    const older = await rig.receive('msg_1', accountCreated());
    await rig.assess({ eventId: older });
    await rig.assess({
      eventId: await rig.receive('msg_2', accountCreated({ sequence: 2 }, 'account.updated')),
    });
    expect(await rig.decide({ eventId: older, accountId: 'acct_1' })).toMatchObject({
      outcome: 'superseded',
    });
    expect(rig.account().status).toBe('pending');
  });

  it('opens a case with a due date for a possible match, and lets nothing through meanwhile', async () => {
    const { rig, caseId } = await underReview();
    expect(rig.account()).toMatchObject({
      status: 'underReview',
      permission: 'none',
      openCase: caseId,
      reasons: concerns,
    });
    // Three days without a step, of ten in all: data/policies/provider-default.json.
    expect(rig.onlyCase()).toMatchObject({ state: 'opened', dueAt: '2026-03-04T12:00:00.000Z' });
    expect(rig.actions().slice(-2)).toEqual(['account.referred', 'case.opened']);
    expect(rig.records.notices().map(({ type }) => type)).toContain('case.opened');
  });

  it('opens a case for an account that nobody could screen', async () => {
    const rig = new VerificationRig();
    rig.screener = { unavailable: 'listUnavailable' };
    expect(await rig.received('msg_1', accountCreated())).toMatchObject({ outcome: 'review' });
    expect(rig.account().reasons).toEqual(['notScreened:c_1', 'notScreened:p_1']);
  });

  it('refuses to decide an account that is not stored', async () => {
    const rig = new VerificationRig();
    await expect(rig.decide({ eventId: 'evt_1', accountId: 'acct_9' })).rejects.toThrow(
      'account acct_9 is not stored',
    );
  });
});

describe('deciding after a review', () => {
  it('verifies what two people approved', async () => {
    const { rig, again } = await underReview();
    await twoPeopleSay(rig, 'approve');
    expect(await rig.decide(again)).toMatchObject({ outcome: 'decided' });
    expect(rig.account()).toMatchObject({
      status: 'verified',
      reasons: ['reviewApproved'],
      concerns: [],
      openCase: null,
    });
  });

  it('keeps restricted what two people approved and nobody could screen', async () => {
    const rig = new VerificationRig();
    rig.screener = { unavailable: 'listUnavailable' };
    const eventId = await rig.receive('msg_1', accountCreated());
    await rig.verify(eventId);
    await twoPeopleSay(rig, 'approve');
    await rig.decide({ eventId, accountId: 'acct_1', caseId: rig.onlyCase().id });
    expect(rig.account()).toMatchObject({
      status: 'restricted',
      permission: 'restricted',
      reasons: ['reviewApproved', 'notScreened:c_1', 'notScreened:p_1'],
    });
  });

  it('refuses what two people refused, and asks the provider to close the account', async () => {
    const { rig, again } = await underReview();
    await twoPeopleSay(rig, 'refuse');
    const { notices } = await rig.decide(again);
    expect(notices[0]).toBe(decidedNoticeId(again.caseId));
    expect(rig.account()).toMatchObject({ status: 'refused', permission: 'none' });
    expect(rig.records.notices().map(({ type }) => type)).toContain('account.closure.required');
  });

  it('closes a case that nobody answered, and never clears its account', async () => {
    const { rig, again } = await underReview();
    rig.now = new Date('2026-03-04T12:00:00.000Z');
    const { notices } = await rig.decide(again);
    expect(notices).not.toContain(decidedNoticeId(again.caseId));
    expect(rig.onlyCase()).toMatchObject({ state: 'lapsed', released: true });
    expect(rig.account()).toMatchObject({
      status: 'restricted',
      permission: 'none',
      reasons: ['reviewLapsed', ...concerns],
    });
    expect(rig.actions().slice(-2)).toEqual(['account.reviewLapsed', 'case.lapsed']);
  });

  it('lets a verdict of the last second stand, though the wait had timed out', async () => {
    const { rig, again } = await underReview();
    await twoPeopleSay(rig, 'approve');
    rig.now = new Date('2026-03-20T12:00:00.000Z');
    await rig.decide(again);
    expect(rig.onlyCase().state).toBe('approved');
    expect(rig.account().status).toBe('verified');
  });

  it('leaves an overtaken case to the event that overtook it', async () => {
    const { rig, again } = await underReview();
    await rig.assess({
      eventId: await rig.receive('msg_2', accountCreated({ sequence: 2 }, 'account.updated')),
    });
    expect(await rig.decide(again)).toMatchObject({ outcome: 'superseded' });
  });

  it('asks a person again when new data follows a refusal', async () => {
    const { rig, again } = await underReview();
    await twoPeopleSay(rig, 'refuse');
    await rig.decide(again);
    rig.screener = screenerFinding();
    await rig.received('msg_2', accountCreated({ sequence: 2 }, 'account.updated'));
    expect(rig.account()).toMatchObject({ status: 'underReview', reasons: ['previouslyRefused'] });
  });
});
