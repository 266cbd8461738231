import { beforeEach, describe, expect, it, vi } from 'vitest';

const written = vi.hoisted(() => {
  // Before any function's code is loaded: its logger reads the level when it is made.
  process.env.POWERTOOLS_LOG_LEVEL = 'DEBUG';
  const lines: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0);
  }
  return lines;
});

import { accountCreated, company, individual } from '../support/account-events.ts';
import { context, screenerFinding, VerificationRig } from './verification-rig.ts';

/** Everything personal that the event says, each piece unlike anything else. */
const marks = {
  name: 'Zebulon Quixworth',
  email: 'zq@private.example',
  phone: '+99 1234 5678',
  birthDate: '1980-02-29',
  line: '7 Xylophone Row',
  source: 'tok_9f8e7d',
};
const { line, source, ...facts } = marks;
const owner = individual({
  ...facts,
  address: { line, city: 'Qxville', country: 'FR' },
  payment: { means: 'card', source },
});

async function reviewedAccount(): Promise<VerificationRig> {
  const rig = new VerificationRig();
  rig.screener = screenerFinding(marks.name);
  await rig.received('msg_1', accountCreated({ owners: [owner] }));
  await rig.openReview({ caseId: rig.onlyCase().id, taskToken: 'token', notices: ['ntc_1'] }, context);
  return rig;
}

const anyMark = new RegExp(
  Object.values(marks)
    .map((mark) => mark.replace('+', '\\+'))
    .join('|'),
);

describe('personal data', () => {
  beforeEach(() => {
    written.length = 0;
  });

  it('stays out of the log of every step', async () => {
    await reviewedAccount();
    const log = written.join('');
    expect(log).toContain('ACCOUNT_DECIDED');
    expect(log).not.toMatch(anyMark);
  });

  it('stays out of what is recorded about the account: determinations, case, notices, audit entries', async () => {
    const { records } = await reviewedAccount();
    const recorded = ['account', 'determination', 'case', 'notice'].map((kind) => records.all(kind));
    expect(recorded.every((kind) => kind.length > 0)).toBe(true);
    expect(JSON.stringify([recorded, records.entries])).not.toMatch(anyMark);
  });

  it('stays out of what the state machine carries on', async () => {
    const rig = new VerificationRig();
    const eventId = await rig.receive('msg_1', accountCreated({ customer: company(), owners: [owner] }));
    const assessed = await rig.assess({ eventId });
    const screened = await rig.screen(assessed);
    const decided = await rig.decide({ eventId, accountId: assessed.accountId });
    expect(JSON.stringify([assessed, screened, decided])).not.toMatch(anyMark);
  });
});
