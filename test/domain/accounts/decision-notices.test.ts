import { describe, expect, it } from 'vitest';
import type { AccountRecord } from '../../../domain/accounts/account-record.ts';
import { decisionNotices, type ToldStep } from '../../../domain/accounts/decision-notices.ts';
import {
  programmeTransitions,
  type ProgrammeTransitionName,
} from '../../../domain/programme/programme-transitions.ts';
import { NoticeBody } from '../../../domain/notices/notice-body.ts';
import { accountWith } from './account-with.ts';

const at = '2026-03-01T12:00:00.000Z';
const before = accountWith({ revision: 2, openedAt: at, customer: null });

const told = (name: ProgrammeTransitionName, conditions: ToldStep['conditions'] = null): ToldStep => ({
  conditions,
  notices: programmeTransitions[name].notices,
});
const decided = (differing: Partial<AccountRecord>, step: ToldStep = told('verify')) =>
  decisionNotices({ ...before, revision: 3, ...differing }, before, at, step);

describe('what the provider is told of a decision', () => {
  it('is always what the account may do now, and might before', () => {
    expect(decided({ status: 'verified', permission: 'full' })).toMatchObject([
      {
        type: 'account.permission.changed',
        at,
        data: { account: 'acct_1', revision: 3, permission: 'full', before: 'none', status: 'verified' },
      },
    ]);
  });

  it('is what is owed, and only that', () => {
    const reasons = ['reviewApproved', 'ownersUnknown', 'fieldMissing:p_1:phone', 'identityNotPerformed:p_1'];
    const [, requested] = decided({ status: 'restricted', reasons });
    expect(requested).toMatchObject({ type: 'information.requested', data: { wanted: reasons.slice(1) } });
  });

  it.each([
    ['a refusal', 'refuse', { status: 'refused', reasons: ['reviewRefused'] }, 'account.closure.required'],
    ['an open question', 'refer', { status: 'underReview', openCase: 'case_1' }, 'case.opened'],
  ] as const)('is %s', (_name, step, differing, type) => {
    const types = decided(differing as Partial<AccountRecord>, told(step)).map((notice) => notice.type);
    expect(types).toEqual(['account.permission.changed', type]);
  });

  it('is not again to close the account, when it stays as refused as it was', () => {
    const types = decided({ status: 'refused' }, { conditions: null, notices: [] }).map(({ type }) => type);
    expect(types).toEqual(['account.permission.changed']);
  });

  it('is under which conditions a restricted account may be used', () => {
    const conditions = { products: ['objectStorage'], limits: [], monitoring: ['dailyUsage'] };
    const [changed] = decided({ status: 'restricted' }, told('beginVerification', conditions));
    expect(changed?.data).toMatchObject({ conditions });
  });

  it('has the published form, whatever was decided', () => {
    const reasons = ['reviewRefused', 'fieldMissing:p_1:phone'];
    const every = decided({ status: 'refused', reasons, openCase: 'case_1' }, told('refuse'));
    expect(every).toHaveLength(4);
    for (const { type, at: timestamp, data } of every) {
      expect(NoticeBody.parse({ type, timestamp, data })).toEqual({ type, timestamp, data });
    }
  });

  it('has the same ids when it is told again, and others for another revision', () => {
    const ids = (differing: Partial<AccountRecord>) => decided(differing).map(({ id }) => id);
    expect(ids({ openCase: 'case_1' })).toEqual(ids({ openCase: 'case_1' }));
    expect(new Set([...ids({ openCase: 'case_1' }), ...ids({ revision: 4 })]).size).toBe(3);
  });
});
