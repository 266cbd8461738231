import '../support/quiet-functions.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventIdOf } from '../../adapters/inbox/event-id.ts';
import type { InboxEvent } from '../../adapters/inbox/inbox-store.ts';
import { signDelivery } from '../../adapters/webhooks/standard-webhooks.ts';
import { receiveWebhook } from '../../lambdas/receive-webhook/receive-webhook.ts';
import { accountCreated, individual } from '../support/account-events.ts';
import { inMemoryEnvelope, inMemoryInbox } from '../support/in-memory-inbox.ts';
import { InMemoryTransactions } from '../support/in-memory-transactions.ts';

const now = new Date('2026-03-01T12:00:00Z');
const secret = Buffer.alloc(33, 7).toString('base64');
const previous = Buffer.alloc(33, 8).toString('base64');
const eventText = JSON.stringify(accountCreated());

function receiver() {
  const records = new InMemoryTransactions();
  const inbox = inMemoryInbox(records);
  const queued: { eventId: string; attempt: number }[] = [];
  const receive = receiveWebhook({
    inbox,
    envelope: inMemoryEnvelope,
    secrets: () => Promise.resolve([secret, previous]),
    enqueue: (event) => {
      queued.push(event);
      return Promise.resolve();
    },
    now: () => now,
  });
  return { receive, inbox, queued, kept: () => records.all('event') as InboxEvent[] };
}

function signed(body: string | Buffer, { id = 'msg_1', key = secret, at = now } = {}) {
  const bytes = Buffer.from(body);
  return {
    headers: signDelivery(id, bytes, key, at),
    body: bytes.toString('base64'),
    isBase64Encoded: true,
  };
}

describe('a webhook that is in order', () => {
  it('is kept sealed, queued, and accepted under its own id', async () => {
    const { receive, queued, kept } = receiver();
    const answer = await receive(signed(eventText));
    expect([answer.statusCode, JSON.parse(answer.body)]).toEqual([202, { accepted: true, id: 'msg_1' }]);
    expect(queued).toEqual([{ eventId: eventIdOf('msg_1'), attempt: 1 }]);
    expect(kept()).toMatchObject([{ accountId: 'acct_1', status: 'received' }]);
    expect(Buffer.from(kept()[0]?.sealed.ciphertext ?? '').toString()).not.toContain('Testperson');
  });

  it('may come as plain text, as API Gateway passes JSON on', async () => {
    const { receive } = receiver();
    const { headers } = signed(eventText);
    expect((await receive({ headers, body: eventText, isBase64Encoded: false })).statusCode).toBe(202);
  });

  it('may be signed with the secret that is being replaced', async () => {
    const { receive } = receiver();
    expect((await receive(signed(eventText, { key: previous }))).statusCode).toBe(202);
  });

  it('gets the same answer again and is kept once', async () => {
    const { receive, inbox, queued, kept } = receiver();
    const first = await receive(signed(eventText));
    await inbox.markStarted({ eventId: eventIdOf('msg_1'), attempt: 1 });
    expect(await receive(signed(eventText))).toEqual(first);
    expect([kept().length, queued.length]).toEqual([1, 1]);
  });

  it('is queued again while no execution has it, in case the first message was lost', async () => {
    const { receive, queued } = receiver();
    await receive(signed(eventText));
    await receive(signed(eventText));
    expect(queued).toHaveLength(2);
  });
});

describe('a webhook that is refused', () => {
  const otherEvent = JSON.stringify(accountCreated({ account: 'acct_2' }));
  const stale = new Date(now.getTime() - 301_000);

  it.each([
    ['401 for a forged signature', signed(eventText, { key: Buffer.alloc(33, 9).toString('base64') }), 401],
    ['401 for another body under a good signature', { ...signed(eventText), body: otherEvent }, 401],
    ['401 for a time more than 300 s ago', signed(eventText, { at: stale }), 401],
    ['401 without headers', { ...signed(eventText), headers: {} }, 401],
    ['401 without a body, unsigned', { headers: {} }, 401],
    ['400 for what is not JSON', signed('{"type":'), 400],
    ['400 for bytes that are no text', signed(Buffer.from([0x7b, 0xff, 0x7d])), 400],
    ['413 for a body over 256 KiB', signed('x'.repeat(256 * 1024 + 1)), 413],
    ['422 for a body that breaks the schema', signed('{"type":"account.created"}'), 422],
  ])('answers %s and keeps nothing', async (_name, request, status) => {
    const { receive, queued, kept } = receiver();
    const answer = await receive({ isBase64Encoded: false, ...request });
    expect(answer.statusCode).toBe(status);
    expect(JSON.parse(answer.body)).toHaveProperty('error');
    expect([kept(), queued]).toEqual([[], []]);
  });

  it('is told the JSON Pointer of each fault, and never the value', async () => {
    const { receive } = receiver();
    const owners = [{ ...individual(), birthDate: '31.12.1980 Zebulon', shoeSize: 43 }];
    const answer = await receive(
      signed(JSON.stringify({ ...accountCreated(), data: { ...accountCreated().data, owners } })),
    );
    expect(JSON.parse(answer.body)).toMatchObject({
      faults: [{ pointer: '/data/owners/0/birthDate' }, { pointer: '/data/owners/0/shoeSize' }],
    });
    expect(answer.body).not.toContain('Zebulon');
  });

  it('is told that its id was used before for another body, and the first stays', async () => {
    const { receive, queued, kept } = receiver();
    await receive(signed(eventText));
    expect((await receive(signed(otherEvent))).statusCode).toBe(409);
    expect(kept()).toMatchObject([{ accountId: 'acct_1' }]);
    expect(queued).toHaveLength(1);
  });
});

describe('whatever is sent', () => {
  const seed = 401;

  it('is answered, never thrown at, signed or not', async () => {
    const { receive } = receiver();
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
      fc.json().map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), fc.string(), async (bytes, isSigned, junk) => {
        const request = signed(bytes);
        const headers = isSigned
          ? request.headers
          : { 'webhook-id': junk, 'webhook-timestamp': junk, 'webhook-signature': `v1,${junk}` };
        const { statusCode } = await receive({ ...request, headers });
        expect(isSigned ? [400, 422] : [401]).toContain(statusCode);
      }),
      { seed, numRuns: 300 },
    );
  });
});
