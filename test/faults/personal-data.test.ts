import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { AccountEvent } from '../../domain/accounts/account-event.ts';
import type { Owner } from '../../domain/identity/party.ts';
import { brokenPromises } from '../support/broken-promises.ts';
import { FaultyAssembly } from '../support/faulty-assembly.ts';
import { caseIdOf, eventIdOf } from '../support/known-ids.ts';
import { ReviewDesk } from '../support/review-desk.ts';
import { startAws, type RunningAws } from '../support/running-aws.ts';
import { storedState } from '../support/stored-items.ts';
import { canariesIn, canaryBirthDate, canaryName, canaryParty } from './canaries.ts';
import { deliver, wellSigned, withHeaders, type Answer } from './forged-delivery.ts';
import { keptBytes } from './kept-bytes.ts';

const hour = 3600;
// What a reviewer writes may name anybody.
const reason = `Met ${canaryName} at home`;
// On the list of July 2021.
const listed = { name: 'NORIEGA, Manuel Antonio' };
const failed = { identity: { outcome: 'failed', reference: 'Qwxzvkpassport' } } as const;

describe('personal data', () => {
  const assembly = new FaultyAssembly(inject('assembly'));
  const answers: Answer[] = [];
  let running: RunningAws;
  let desk: ReviewDesk;

  const created = (account: string, customer: Partial<Owner> = {}): AccountEvent => ({
    type: 'account.created',
    timestamp: new Date(running.clock.now()).toISOString(),
    data: {
      ...{ account, sequence: 1, isReseller: false },
      customer: canaryParty(`${account}-c`, customer),
      owners: [
        canaryParty(`${account}-o`, {
          email: 'qwxzvkowner@qwxzvk.example',
          ownership: { sharePercent: 51, control: ['Qwxzvkcontrol'] },
        }),
      ],
    },
  });
  const send = async (account: string, customer: Partial<Owner> = {}) => {
    answers.push(await running.send(created(account, customer)));
  };

  beforeAll(async () => {
    running = await startAws({ assembly: assembly.directory });
    desk = new ReviewDesk(running);
    assembly.plan({
      ...{ id: 'parked', functionName: 'screen-parties', eventHolds: eventIdOf('parked'), times: 99 },
      fault: { kind: 'throws', errors: ['Error'] },
    });
    await send('clean');
    await send('incomplete', { phone: ' '.repeat(3) });
    await send('in-review', listed);
    await send('approved', failed);
    await send('refused', failed);
    await send('parked');
    await running.advance(hour);
    await desk.decide(caseIdOf('approved', 'approved'), 'approve', reason);
    await desk.decide(caseIdOf('refused', 'refused'), 'refuse', reason);
    expect(await desk.markFalse(caseIdOf('in-review', 'in-review'), reason)).toEqual([200, 200]);
    await desk.give('alice', caseIdOf('in-review', 'in-review'), 'refuse', reason);
    await atTheDoor();
    const { clients, names } = running;
    await clients.sfn.send(
      new StartExecutionCommand({ stateMachineArn: names.ReportCertificationArn, input: '{}' }),
    );
    await running.advance(hour);
    await running.sweep();
  });

  afterAll(async () => {
    await running.close();
    assembly.remove();
  });

  /** Bodies that are refused, with everything in them that a good one has. */
  const atTheDoor = async () => {
    const honest = {
      secret: running.inboundSecret,
      id: 'at-the-door',
      timestamp: String(Math.floor(running.clock.now() / 1000)),
    };
    const text = JSON.stringify(created('at-the-door'));
    const faulty = text
      .replace('"kind":"individual"', '"kind":"Qwxzvkkind"')
      .replace('"AT-QWX"', '"Qwxzvkland"');
    const forged = withHeaders(wellSigned({ ...honest, body: Buffer.from(text) }), {
      'webhook-signature': 'v1,AAAA',
    });
    const url = running.names.WebhookUrl;
    answers.push(await deliver(url, forged));
    answers.push(await deliver(url, wellSigned({ ...honest, body: Buffer.from(text.slice(0, -1)) })));
    answers.push(await deliver(url, wellSigned({ ...honest, body: Buffer.from(faulty) })));
    answers.push(await deliver(url, wellSigned({ ...honest, id: 'clean', body: Buffer.from(text) })));
  };

  it('would be found if it stood anywhere: in any case, as UTF-16, in hexadecimal or base64', () => {
    const text = JSON.stringify(canaryParty('p_1'));
    const bytes = [text, text.toUpperCase(), `x${text}`, `xy${text}`].map((each) => Buffer.from(each));
    const spelled = bytes.flatMap((each) => [
      each,
      Buffer.from(each.toString('base64')),
      Buffer.from(each.toString('hex')),
      Buffer.from(each.toString('utf8'), 'utf16le'),
    ]);
    expect(spelled.map((each) => canariesIn(each).length > 0)).not.toContain(false);
    for (const value of ['Qwxzvkstreet 4', canaryBirthDate, '+43 1 7770199'])
      expect(canariesIn(Buffer.from(value))).not.toEqual([]);
    expect(canariesIn(Buffer.from('{"account":"clean","revision":3}'))).toEqual([]);
  });

  it('has gone every way through the flows', async () => {
    const { accounts, inbox, cases } = await storedState(running);
    const statuses = Object.fromEntries([...accounts.values()].map(({ id, status }) => [id, status]));
    expect(statuses).toEqual({
      ...{ clean: 'verified', incomplete: 'restricted', approved: 'verified', refused: 'refused' },
      ...{ 'in-review': 'underReview', parked: 'pending' },
    });
    expect(inbox.get(eventIdOf('parked'))?.status).toBe('parked');
    expect(cases.get(caseIdOf('in-review', 'in-review'))?.reasons).toEqual(['possibleMatch:in-review-c']);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202, 202, 401, 400, 422, 409]);
  });

  it('stands in no answer, no notice and no list of cases', async () => {
    const list = await desk.list('alice');
    const said = [
      ...answers.map(({ body }) => body),
      JSON.stringify(list),
      ...running.provider.received.map(({ body }) => body),
    ];
    expect(said.flatMap((text) => canariesIn(Buffer.from(text)))).toEqual([]);
    expect(running.provider.received.length).toBeGreaterThan(5);
  });

  it('stands in clear in no log, state, queue, table, object, report or audit log', async () => {
    expect(await brokenPromises(running)).toEqual([]);
    const kept = await keptBytes(running);
    const places = new Set(kept.map(({ place }) => place.split(/[ /]+/)[0]));
    expect([...places]).toEqual(expect.arrayContaining(['table', 'items', 's3:']));
    const found = kept.flatMap(({ place, bytes }) =>
      canariesIn(bytes).map((around) => `${place}: ${around}`),
    );
    expect([...new Set(found)]).toEqual([]);
  });

  it('is shown to a reviewer who opens the case, and to nobody else', async () => {
    const { status, body } = await desk.show('alice', caseIdOf('in-review', 'in-review'));
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('NORIEGA, Manuel Antonio');
    expect(body).toMatchObject({ case: { verdicts: [{ by: 'alice', because: reason }] } });
    const found = (await keptBytes(running)).flatMap(({ bytes }) => canariesIn(bytes));
    expect(found).toEqual([]);
  });

  it('cannot be opened under another name: a sealed party put in the place of another stays shut', async () => {
    await send('swapped-from', failed);
    await send('swapped-to', failed);
    await running.advance(hour);
    const sealed = await sealedParty(running, 'swapped-from');
    await changeParty(running, 'swapped-to', {
      UpdateExpression: 'SET wrappedKey = :key, ciphertext = :text',
      ExpressionAttributeValues: { ':key': sealed.wrappedKey, ':text': sealed.ciphertext },
    });
    const { status, body } = await desk.show('alice', caseIdOf('swapped-to', 'swapped-to'));
    expect(status).toBe(500);
    expect(canariesIn(Buffer.from(JSON.stringify(body)))).toEqual([]);
  });

  it('is gone when its key is gone, and everything else still verifies', async () => {
    await changeParty(running, 'in-review', { UpdateExpression: 'REMOVE wrappedKey' });
    const { status, body } = await desk.show('alice', caseIdOf('in-review', 'in-review'));
    expect(status).not.toBe(200);
    expect(JSON.stringify(body)).not.toContain('NORIEGA');
    await running.advance(hour);
    await running.sweep();
    expect(await brokenPromises(running)).toEqual([]);
  });
});

const keyOf = (account: string) => ({ pk: `account#${account}`, sk: `party#${account}-c#1` });

async function sealedParty(running: RunningAws, account: string) {
  const { records } = await storedState(running);
  const item = records.find(({ pk, sk }) => pk === keyOf(account).pk && sk === keyOf(account).sk);
  if (!item?.wrappedKey || !item.ciphertext) throw new Error(`the customer of ${account} is not stored`);
  return { wrappedKey: item.wrappedKey, ciphertext: item.ciphertext };
}

async function changeParty(
  { clients, names }: RunningAws,
  account: string,
  change: { UpdateExpression: string; ExpressionAttributeValues?: Record<string, unknown> },
): Promise<void> {
  const Key = keyOf(account);
  await clients.documents.send(new UpdateCommand({ TableName: names.RecordsTable, Key, ...change }));
}
