import '../support/quiet-functions.ts';
import type { APIGatewayProxyEventV2WithIAMAuthorizer } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { ConcurrentChangeError } from '../../domain/errors/kyc-error.ts';
import { ofacScore } from '../../domain/screening/ofac-score.ts';
import { policies } from '../../lambdas/runtime/policies.ts';
import { reviewCases } from '../../lambdas/review-cases/review-cases.ts';
import { accountCreated, individual, ownerAdded } from '../support/account-events.ts';
import { context, screenerFinding, VerificationRig } from './verification-rig.ts';

const noCase = 'case_00000000000000000000';
const because = 'Other date of birth, other country.';

/** A case that an execution waits for, and the API in front of it. */
async function openCase() {
  const rig = new VerificationRig();
  rig.screener = screenerFinding('Listed Person');
  // An individual: what a listed owner makes of a company is a question about the company too.
  const customer = individual({ id: 'c_1', name: 'Ida Unlisted' });
  await rig.received('msg_1', accountCreated({ customer, owners: [individual({ name: 'Listed Person' })] }));
  const caseId = rig.onlyCase().id;
  await rig.openReview({ caseId, taskToken: 'secret-token', notices: [] }, context);
  const heartbeats: string[] = [];
  const races = { left: 0 };
  const ports = rig.records.ports();
  const handle = reviewCases({
    ...ports,
    commit: async (...change) => {
      if (races.left > 0) {
        races.left -= 1;
        throw new ConcurrentChangeError('case was changed by somebody else meanwhile');
      }
      await ports.commit(...change);
    },
    now: () => rig.now,
    terms: policies.provider.review,
    dispositionTerms: policies.provider.dispositions,
    heartbeat: (token) => {
      heartbeats.push(token);
      return Promise.resolve();
    },
    release: ({ id }) => {
      rig.released.push(id);
      return Promise.resolve();
    },
  });
  rig.released.length = 0;
  const call = async (by: string | null, routeKey: string, pathCase = caseId, body?: unknown) => {
    const answer = await handle(request(by, routeKey, pathCase, body));
    return { status: answer.statusCode, body: JSON.parse(answer.body) as Record<string, unknown> };
  };
  const decide = (by: string | null, verdict: string, pathCase = caseId) =>
    call(by, 'POST /cases/{caseId}/verdict', pathCase, { verdict, because });
  return { rig, caseId, heartbeats, races, call, decide };
}

function request(by: string | null, routeKey: string, caseId: string, body?: unknown) {
  const userArn = by?.startsWith('arn:') ? by : `arn:aws:iam::000000000000:user/${by}`;
  const authorizer = by === null ? undefined : { iam: { userArn } };
  return {
    routeKey,
    pathParameters: { caseId },
    requestContext: { authorizer },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2WithIAMAuthorizer;
}

describe('a verdict on a case', () => {
  it('only proposes when it is the first, and shows that somebody is at work', async () => {
    const { rig, heartbeats, decide } = await openCase();
    rig.now = new Date('2026-03-03T12:00:00.000Z');
    expect(await decide('alice', 'approve')).toMatchObject({
      status: 200,
      body: { state: 'proposed', transition: 'proposeApproval', dueAt: '2026-03-06T12:00:00.000Z' },
    });
    expect(rig.onlyCase().proposal).toMatchObject({ verdict: 'approve', by: 'alice' });
    expect(heartbeats).toEqual(['secret-token']);
    expect(rig.released).toEqual([]);
  });

  it('decides when a second person gives the same, and releases the execution', async () => {
    const { rig, caseId, decide } = await openCase();
    await decide('alice', 'refuse');
    expect(await decide('bob', 'refuse')).toMatchObject({ status: 200, body: { state: 'refused' } });
    expect(rig.released).toEqual([caseId]);
    expect(rig.records.notices().filter(({ type }) => type === 'case.decided')).toMatchObject([
      { data: { case: caseId, account: 'acct_1', state: 'refused' } },
    ]);
    expect(rig.records.entries.at(-1)).toMatchObject({
      action: 'case.refuse',
      actor: { kind: 'person', id: 'bob' },
    });
  });

  it('refuses approval by the one who proposed it', async () => {
    const { rig, decide, heartbeats } = await openCase();
    await decide('alice', 'approve');
    const { revision } = rig.onlyCase();
    heartbeats.length = 0;
    expect(await decide('alice', 'approve')).toMatchObject({ status: 409, body: { state: 'proposed' } });
    expect(rig.onlyCase().revision).toBe(revision);
    // The heartbeat of the proposal may have been lost.
    expect(heartbeats).toEqual(['secret-token']);
  });

  it('goes back to the start when the second person disagrees', async () => {
    const { rig, decide } = await openCase();
    await decide('alice', 'approve');
    expect(await decide('bob', 'refuse')).toMatchObject({ body: { state: 'opened', transition: 'dispute' } });
    expect(rig.onlyCase().proposal).toBeNull();
  });

  it('comes too late for a closed case, and repeats the release in case the first was lost', async () => {
    const { rig, caseId, decide } = await openCase();
    await decide('alice', 'approve');
    await decide('bob', 'approve');
    expect(await decide('carol', 'refuse')).toMatchObject({ status: 409, body: { state: 'approved' } });
    expect(rig.released).toEqual([caseId, caseId]);
  });

  it('keeps its reason apart from the case, with its digest in the audit trail', async () => {
    const { rig, decide } = await openCase();
    await decide('alice', 'approve');
    await decide('bob', 'approve');
    expect(rig.records.all('reason')).toEqual([because, because]);
    expect(JSON.stringify([rig.onlyCase(), rig.records.entries])).not.toContain(because);
    expect(rig.records.entries.slice(-2).map(({ evidence }) => evidence)).toEqual([
      'e'.repeat(64),
      'e'.repeat(64),
    ]);
  });

  it.each([
    ['a verdict there is none of', { verdict: 'clear', because }],
    ['a reason of a few letters', { verdict: 'approve', because: 'ok' }],
    ['no reason', { verdict: 'approve' }],
    ['a claim about who decides', { verdict: 'approve', because, by: 'bob' }],
    ['what is not JSON', '{'],
  ])('is refused (422) with %s', async (_name, body) => {
    const { call, caseId, rig } = await openCase();
    expect((await call('alice', 'POST /cases/{caseId}/verdict', caseId, body)).status).toBe(422);
    expect(rig.onlyCase().state).toBe('opened');
  });

  it.each([noCase, 'case_1', '../accounts'])('finds no case (404) under the id %s', async (id) => {
    const { decide } = await openCase();
    expect((await decide('alice', 'approve', id)).status).toBe(404);
  });

  it('is refused (403) from the session of a role whose name anybody may choose, and says who may sign', async () => {
    const { rig, decide } = await openCase();
    const arn = 'arn:aws:sts::000000000000:assumed-role/Reviewer/bob';
    const { status, body } = await decide(arn, 'approve');
    expect([status, body.error]).toEqual([403, expect.stringContaining('IAM Identity Center')]);
    expect(rig.onlyCase().state).toBe('opened');
  });

  it('is refused (403) from somebody who did not sign', async () => {
    const { decide } = await openCase();
    expect((await decide(null, 'approve')).status).toBe(403);
  });
});

describe('looking at cases', () => {
  it('lists those that wait, soonest due first to the reader, without the token', async () => {
    const { call, caseId } = await openCase();
    const { status, body } = await call('alice', 'GET /cases');
    expect([status, body.cases]).toMatchObject([200, [{ id: caseId, awaited: true }]]);
    expect(JSON.stringify(body)).not.toContain('secret-token');
  });

  it('shows the parties in question and what they may be, and audits who looked', async () => {
    const { rig, call, caseId } = await openCase();
    const { body } = await call('alice', 'GET /cases/{caseId}', caseId);
    expect(body.parties).toMatchObject([
      {
        id: 'p_1',
        name: 'Listed Person',
        citizenships: ['FR'],
        screening: { outcome: 'possibleMatch', matches: [{ entryId: '36' }] },
      },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/secret-token|mira@example|tok_1/);
    expect(rig.records.entries.at(-1)).toMatchObject({
      action: 'case.viewed',
      actor: { kind: 'person', id: 'alice' },
    });
  });

  it('shows beside each match OFAC’s own score and the name by which it is marked as false', async () => {
    const { call, caseId } = await openCase();
    const { body } = await call('alice', 'GET /cases/{caseId}', caseId);
    const [party] = body.parties as { screening: { matches: Record<string, unknown>[] } }[];
    const [match] = party?.screening.matches ?? [];
    expect(match).toMatchObject({
      ofacScore: ofacScore('Listed Person', String(match?.name)),
      match: `p_1/${String(match?.list)}/36`,
    });
  });

  it('shows what others have said of the case, and why', async () => {
    const { call, caseId, decide } = await openCase();
    await decide('alice', 'approve');
    await decide('bob', 'refuse');
    const { body } = await call('carol', 'GET /cases/{caseId}', caseId);
    expect(body.case).toMatchObject({
      state: 'opened',
      verdicts: [
        { by: 'alice', verdict: 'approve', because },
        { by: 'bob', verdict: 'refuse', because },
      ],
    });
  });

  it('shows each party with its own screening, also when another event opened the case', async () => {
    const { rig, call, caseId } = await openCase();
    await rig.received('msg_2', ownerAdded(individual({ id: 'p_2' }), 2));
    const id = rig.account().openCase ?? '';
    expect(id).not.toBe(caseId);
    const { body } = await call('alice', 'GET /cases/{caseId}', id);
    expect(body.parties).toMatchObject([{ id: 'p_1', screening: { outcome: 'possibleMatch' } }]);
  });

  it('shows no party that the case is not about', async () => {
    const { call, caseId } = await openCase();
    const { body } = await call('alice', 'GET /cases/{caseId}', caseId);
    expect(JSON.stringify(body.parties)).not.toContain('Ida Unlisted');
  });

  it('finds nothing (404) under an unknown id', async () => {
    const { call } = await openCase();
    expect((await call('alice', 'GET /cases/{caseId}', noCase)).status).toBe(404);
  });
});

describe('two people at one case', () => {
  it('both see it and both verdicts count, when they act at once', async () => {
    const { rig, call, decide, caseId } = await openCase();
    const views = await Promise.all(['alice', 'bob'].map((by) => call(by, 'GET /cases/{caseId}', caseId)));
    expect(views.map(({ status }) => status)).toEqual([200, 200]);
    await Promise.all(['alice', 'bob'].map((by) => decide(by, 'approve')));
    expect(rig.onlyCase().state).toBe('approved');
  });

  it('holds a verdict that comes second against the case as it stands then (409)', async () => {
    const { rig, decide } = await openCase();
    await decide('alice', 'approve');
    const answers = await Promise.all(['bob', 'carol'].map((by) => decide(by, 'approve')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(rig.onlyCase().state).toBe('approved');
  });

  it('is tried three times and then given back to the person (409)', async () => {
    const { rig, races, call, decide, caseId } = await openCase();
    races.left = 2;
    expect((await decide('alice', 'approve')).status).toBe(200);
    for (const act of [() => decide('bob', 'approve'), () => call('bob', 'GET /cases/{caseId}', caseId)]) {
      races.left = 3;
      expect(await act()).toMatchObject({
        status: 409,
        body: { error: 'somebody else is working on this case, try again' },
      });
    }
    expect(rig.onlyCase().state).toBe('proposed');
  });
});
