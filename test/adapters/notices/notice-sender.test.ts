import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NoticeNotDeliveredError, noticeSender } from '../../../adapters/notices/notice-sender.ts';
import { verifyDelivery } from '../../../adapters/webhooks/standard-webhooks.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { publishedValidator } from '../../schemas/published-validator.ts';

const secret = Buffer.alloc(33, 5).toString('base64');
const now = new Date('2026-03-01T12:00:00.000Z');
const notice: Notice = {
  id: 'ntc_0a',
  type: 'case.opened',
  at: '2026-03-01T11:59:00.000Z',
  data: { account: 'acct_1', revision: 3, case: 'case_1', reasons: ['possibleMatch:p_1'] },
};

interface Provider {
  readonly url: string;
  readonly requests: { headers: IncomingHttpHeaders; body: Buffer }[];
  answer: number;
  location: string;
}

let server: Server;
let provider: Provider;

beforeEach(async () => {
  const requests: Provider['requests'] = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({ headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(provider.answer, { location: provider.location }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  provider = { url: `http://127.0.0.1:${port}/kyc`, requests, answer: 204, location: 'http://127.0.0.1:1/' };
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function sender(url: string | null) {
  const client = new EventBridgeClient({ region: 'us-east-1' });
  const bus = mockClient(client);
  bus.on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
  const endpoint = () => Promise.resolve({ url, secret });
  return { bus, send: noticeSender(client, { eventBus: 'kyc-bus', endpoint, now: () => now }) };
}

describe('sending a notice', () => {
  it('puts it on the bus with its id beside the data', async () => {
    const { bus, send } = sender(null);
    await send(notice);
    expect(bus.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries).toEqual([
      {
        EventBusName: 'kyc-bus',
        Source: 'iaas-kyc',
        DetailType: 'case.opened',
        Time: new Date(notice.at),
        Detail: JSON.stringify({ id: 'ntc_0a', ...notice.data }),
      },
    ]);
  });

  it('posts it signed, in the published form, under its id', async () => {
    await sender(provider.url).send(notice);
    const [request] = provider.requests;
    const { headers, body } = request ?? { headers: {}, body: Buffer.alloc(0) };
    const signed = {
      id: String(headers['webhook-id']),
      timestamp: String(headers['webhook-timestamp']),
      signature: String(headers['webhook-signature']),
    };
    expect(verifyDelivery(signed, body, [secret], now)).toBe('authentic');
    expect(signed.id).toBe('ntc_0a');
    expect(publishedValidator('notice.schema.json')(JSON.parse(body.toString()))).toBe(true);
  });

  it.each([400, 429, 500, 302])('is not done when the provider answers %i', async (status) => {
    provider.answer = status;
    const sent = sender(provider.url).send(notice);
    await expect(sent).rejects.toBeInstanceOf(NoticeNotDeliveredError);
    await expect(sent).rejects.toThrow(/^notice ntc_0a: /);
  });

  it('follows no redirect, which would carry the notice to where nobody agreed', async () => {
    provider.answer = 307;
    provider.location = `${provider.url}/elsewhere`;
    await expect(sender(provider.url).send(notice)).rejects.toBeInstanceOf(NoticeNotDeliveredError);
    expect(provider.requests).toHaveLength(1);
  });

  it('is not done when nobody answers', async () => {
    const sent = sender('http://127.0.0.1:1/').send(notice);
    await expect(sent).rejects.toThrow("notice ntc_0a: the provider's endpoint did not answer");
  });

  it('is not done when the bus did not take it, and then nothing is posted', async () => {
    const { bus, send } = sender(provider.url);
    bus.on(PutEventsCommand).resolves({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] });
    await expect(send(notice)).rejects.toThrow('notice ntc_0a: the event bus answered InternalFailure');
    expect(provider.requests).toEqual([]);
  });
});
