import '../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import { individual } from '../support/account-events.ts';
import {
  because,
  confirmedDisposition,
  dispositionsOf,
  listed,
  onlyDisposition,
  openCase,
  statuses,
} from './disposition-desk.ts';
import { listedPerson, screenerFinding } from './verification-rig.ts';

describe('marking a match as false', () => {
  it('is proposed by the first person and in force only by the word of a second', async () => {
    const { rig, propose, say } = await openCase();
    expect(await propose('alice')).toMatchObject({
      status: 200,
      body: { state: 'proposed', until: '2027-03-01' },
    });
    expect(await say('bob', 'confirm')).toMatchObject({ status: 200, body: { state: 'confirmed' } });
    expect(onlyDisposition(rig)).toMatchObject({
      accountId: 'acct_1',
      entryId: '36',
      proposal: { by: 'alice', at: '2026-03-01T12:00:00.000Z' },
      answer: { by: 'bob' },
    });
  });

  it('refuses confirmation by the one who proposed it', async () => {
    const { rig, propose, say } = await openCase();
    await propose('alice');
    expect(await say('alice', 'confirm')).toMatchObject({ status: 409, body: { state: 'proposed' } });
    expect(onlyDisposition(rig).state).toBe('proposed');
  });

  it('is audited step by step, with a digest in place of the reason', async () => {
    const { rig } = await confirmedDisposition();
    const entries = rig.records.entries.filter(({ subject }) => subject.kind === 'disposition');
    expect(entries).toMatchObject([
      { action: 'disposition.propose', actor: { kind: 'person', id: 'alice' }, subject: { revision: 1 } },
      { action: 'disposition.confirm', actor: { kind: 'person', id: 'bob' }, subject: { revision: 2 } },
    ]);
    expect(entries.every(({ evidence }) => evidence !== null)).toBe(true);
    expect(JSON.stringify([rig.records.entries, dispositionsOf(rig)])).not.toMatch(/Zebulon|Listed Person/);
  });

  it('holds as long as was asked, within what the policy allows (422)', async () => {
    const { rig, propose } = await openCase();
    expect((await propose('alice', { until: '2028-03-01' })).status).toBe(422);
    expect((await propose('alice', { until: '2026-02-28' })).status).toBe(422);
    expect((await propose('alice', { until: '2026-06-30' })).status).toBe(200);
    expect(onlyDisposition(rig).until).toBe('2026-06-30');
  });

  it.each([
    ['a claim about who proposes', { by: 'bob' }, 422],
    ['a reason of a few letters', { because: 'no' }, 422],
    ['a day that is none', { until: 'June' }, 422],
    ['an entry that was not found', { entryId: '37' }, 404],
    ['another list', { list: 'bis-entity' }, 404],
    ['a party that the account does not have', { party: 'p_9' }, 404],
  ])('is refused with %s', async (_name, differing, status) => {
    const { rig, propose } = await openCase();
    expect((await propose('alice', differing)).status).toBe(status);
    expect(dispositionsOf(rig)).toEqual([]);
  });

  it('finds no case (404) and no disposition (404) under an unknown id', async () => {
    const { propose, say } = await openCase();
    expect((await propose('alice', {}, 'case_00000000000000000000')).status).toBe(404);
    expect((await say('bob', 'confirm', 'dsp_00000000000000000000')).status).toBe(404);
    expect((await say('bob', 'confirm', 'case_1')).status).toBe(404);
  });

  it('is refused (422) with an opinion there is none of', async () => {
    const { propose, say } = await openCase();
    await propose('alice');
    expect((await say('bob', 'approve')).status).toBe(422);
  });

  it('is refused (409) under a case that newer data has overtaken', async () => {
    const { propose, updated } = await openCase();
    await updated(individual({ name: 'Listed Person', citizenships: ['DE'] }));
    expect((await propose('alice')).status).toBe(409);
  });

  it('is not confirmed (409) once the data is other than what the first person saw', async () => {
    const { rig, propose, say, updated } = await openCase();
    await propose('alice');
    await updated(individual({ name: 'Listed Person', birthDate: '1950-05-05' }));
    expect((await say('bob', 'confirm')).status).toBe(409);
    expect(onlyDisposition(rig).state).toBe('proposed');
  });

  it('is confirmed when newer data is the same to the lists', async () => {
    const { propose, say, updated } = await openCase();
    await propose('alice');
    await updated({ ...listed, email: 'other@example.org' });
    expect((await say('bob', 'confirm')).status).toBe(200);
  });

  it('is not confirmed (409) once the list entry is another', async () => {
    const { rig, propose, say, updated } = await openCase();
    await propose('alice');
    rig.screener = {
      ...screenerFinding('Listed Person'),
      entry: () => ({ ...listedPerson, countries: ['SY'] }),
    };
    await updated({ ...listed, email: 'other@example.org' });
    expect((await say('bob', 'confirm')).status).toBe(409);
  });
});

describe('a step that comes twice, late or at the same time as another', () => {
  it('has no second effect when it is repeated', async () => {
    const { rig, propose, say } = await openCase();
    expect(statuses(await Promise.all([propose('alice'), propose('alice')]))).toEqual([200, 409]);
    expect(await propose('bob')).toMatchObject({
      status: 409,
      body: { disposition: onlyDisposition(rig).id },
    });
    const twice = await Promise.all([say('bob', 'confirm'), say('bob', 'confirm')]);
    expect(statuses(twice)).toEqual([200, 409]);
    expect(onlyDisposition(rig)).toMatchObject({ state: 'confirmed', revision: 2 });
    expect(rig.actions().filter((action) => action.startsWith('disposition.'))).toHaveLength(2);
  });

  it('is one of two proposals, and names it to the person who came second', async () => {
    const { rig, propose } = await openCase();
    expect(statuses(await Promise.all([propose('alice'), propose('bob')]))).toEqual([200, 409]);
    expect(dispositionsOf(rig)).toHaveLength(1);
  });

  it('is told where things stand when it comes out of order', async () => {
    const { rig, propose, say } = await openCase();
    await propose('alice');
    expect((await say('bob', 'release')).status).toBe(409);
    await say('bob', 'reject');
    expect(await say('carol', 'confirm')).toMatchObject({ status: 409, body: { state: 'rejected' } });
    expect(onlyDisposition(rig).state).toBe('rejected');
  });

  it('is tried three times and then given back to the person (409)', async () => {
    const { races, propose, say } = await openCase();
    races.left = 2;
    expect((await propose('alice')).status).toBe(200);
    races.left = 3;
    expect((await say('bob', 'confirm')).status).toBe(409);
    races.left = 0;
    expect((await say('bob', 'confirm')).status).toBe(200);
  });
});

describe('looking at dispositions', () => {
  it('shows them in the case: who, when, why, until when, and what has changed since', async () => {
    const { show, updated } = await confirmedDisposition();
    await updated({ ...listed, birthDate: '1950-05-05' });
    expect((await show()).parties).toMatchObject([
      {
        dispositions: [
          {
            entryId: '36',
            until: '2027-03-01',
            proposal: { by: 'alice', at: '2026-03-01T12:00:00.000Z', because },
            answer: { by: 'bob', because },
            changedSince: { data: [{ field: 'birthDate', before: null, after: '1950-05-05' }], entry: [] },
          },
        ],
      },
    ]);
  });

  it('lists those that wait for a second person, in ids and codes', async () => {
    const { call, propose, say } = await openCase();
    await propose('alice');
    const { body } = await call('bob', 'GET /dispositions');
    expect(body.dispositions).toMatchObject([{ state: 'proposed', proposedBy: 'alice', inForce: false }]);
    await say('bob', 'confirm');
    expect((await call('bob', 'GET /dispositions')).body).toEqual({ dispositions: [] });
    expect(JSON.stringify(body)).not.toMatch(/Zebulon|Listed Person/);
  });

  it('lists none that nobody answered in time', async () => {
    const { rig, call, propose, say } = await openCase();
    await propose('alice', { until: '2026-03-31' });
    rig.now = new Date('2026-04-01T00:00:00.000Z');
    expect((await call('bob', 'GET /dispositions')).body).toEqual({ dispositions: [] });
    expect((await say('bob', 'confirm')).status).toBe(409);
    expect((await propose('alice')).status).toBe(200);
  });

  it('lists all of an account, and knows no other account (404)', async () => {
    const { call } = await confirmedDisposition();
    const route = 'GET /accounts/{accountId}/dispositions';
    expect((await call('bob', route, { accountId: 'acct_1' })).body.dispositions).toMatchObject([
      { state: 'confirmed', inForce: true, proposedBy: null },
    ]);
    expect((await call('bob', route, { accountId: 'acct_9' })).status).toBe(404);
    expect((await call('bob', route, { accountId: 'x'.repeat(3000) })).status).toBe(404);
  });
});
