import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NoticeBody } from '../../domain/notices/notice-body.ts';
import { noticeTypes } from '../../domain/notices/notice.ts';
import { mutationOf } from '../support/json-mutations.ts';
import { publishedValidator } from './published-validator.ts';

const seed = 62;
const isPublishedForm = publishedValidator('notice.schema.json');

const timestamp = '2026-03-01T08:00:00.000Z';
const account = { account: 'acct_1', revision: 3 };
const samples: NoticeBody[] = [
  {
    type: 'account.permission.changed',
    timestamp,
    data: {
      ...account,
      permission: 'restricted',
      before: 'none',
      status: 'restricted',
      reasons: ['fieldMissing:p_1:phone'],
      conditions: {
        products: ['generalCompute'],
        limits: [{ measure: 'accelerators', atMost: 0 }],
        monitoring: ['dailyUsage'],
      },
    },
  },
  { type: 'information.requested', timestamp, data: { ...account, wanted: ['ownersUnknown'] } },
  { type: 'account.closure.required', timestamp, data: { ...account, reasons: ['reviewRefused'] } },
  {
    type: 'case.opened',
    timestamp,
    data: { ...account, case: 'case_00', reasons: ['possibleMatch:p_1'] },
  },
  { type: 'case.decided', timestamp, data: { account: 'acct_1', case: 'case_00', state: 'refused' } },
  {
    type: 'report.ready',
    timestamp,
    data: { report: 'certification-1', kind: 'certification', manifestSha256: 'a'.repeat(64) },
  },
];

describe('notice.schema.json', () => {
  it('has a form for every kind of notice', () => {
    expect(samples.map(({ type }) => type).sort()).toEqual([...noticeTypes].sort());
    expect(samples.filter((sample) => !isPublishedForm(sample))).toEqual([]);
  });

  it('refuses what the code’s own form refuses', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples).chain(mutationOf), (notice) => {
        expect(isPublishedForm(notice)).toBe(NoticeBody.safeParse(notice).success);
      }),
      { seed, numRuns: 2000 },
    );
  });

  it('lets later versions add members', () => {
    const [sample] = samples;
    expect(isPublishedForm({ ...sample, data: { ...sample?.data, added: 1 }, added: 2 })).toBe(true);
  });
});
