import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { httpMethod, type CircuitStore } from '../../../adapters/verification/http-method.ts';
import { answerBytesAtMost } from '../../../adapters/verification/signed-exchange.ts';
import { verifyDelivery } from '../../../adapters/webhooks/standard-webhooks.ts';
import { closedCircuit, type Circuit } from '../../../domain/verification/provider/circuit.ts';
import { identityAnswer, identityCheck } from '../../domain/verification/identity-checks.ts';
import { Vendor, type Asked, type Reply } from '../../support/vendor.ts';

const now = new Date('2026-11-23T10:00:00Z');
const request = identityCheck();
const answer = JSON.stringify(identityAnswer());
const circuitPolicy = { opensAfter: 2, openSeconds: 60 };

let vendor: Vendor;
afterEach(() => vendor.close());

class CircuitInMemory implements CircuitStore {
  circuit: Circuit = closedCircuit;
  read() {
    return Promise.resolve(this.circuit);
  }
  write(circuit: Circuit) {
    this.circuit = circuit;
    return Promise.resolve();
  }
}

interface Scene {
  readonly circuit?: CircuitStore;
  readonly waited?: number[];
  readonly at?: () => Date;
}

async function facing(
  reply: (asked: Asked) => Reply,
  { circuit = new CircuitInMemory(), waited = [], at }: Scene = {},
) {
  vendor = await new Vendor(reply).listen();
  return httpMethod({
    endpoint: vendor,
    circuit,
    circuitPolicy,
    waitsMs: [10, 20],
    wait: (milliseconds) => {
      waited.push(milliseconds);
      return Promise.resolve();
    },
    now: at ?? (() => now),
  });
}

const signed = ({ id }: Asked, body = answer) => vendor.signed(id, body, now);
const reasonsOf = async (reply: (asked: Asked) => Reply) => {
  const ask = await facing(reply);
  const { result } = await ask(request);
  expect(result.outcome).toBe('notPerformed');
  return result.reasons;
};

describe('asking an outside provider', () => {
  it('gives its signed answer as the result, and keeps the answer as it came', async () => {
    const ask = await facing(signed);
    const { result, exchange } = await ask(request);
    expect(result.outcome).toBe('passed');
    expect(exchange.answer?.body.toString()).toBe(answer);
    expect(exchange.answer?.sha256).toBe(createHash('sha256').update(answer).digest('hex'));
    expect(exchange.attempts).toEqual([{ at: now.toISOString(), came: 'status 200' }]);
  });

  it('signs what it asks under the id of the check', async () => {
    const ask = await facing(signed);
    await ask(request);
    const [{ headers, body, id } = { headers: {}, body: Buffer.alloc(0), id: '' }] = vendor.asked;
    const given = {
      id,
      timestamp: String(headers['webhook-timestamp']),
      signature: String(headers['webhook-signature']),
    };
    expect(id).toBe(request.checkId);
    expect(verifyDelivery(given, body, [vendor.secret], now)).toBe('authentic');
  });

  it('asks again with the same bytes after an outage, as often as it may', async () => {
    const waited: number[] = [];
    const ask = await facing((asked) => (vendor.asked.length < 3 ? { status: 503 } : signed(asked)), {
      waited,
    });
    const { result, exchange } = await ask(request);
    expect(result.outcome).toBe('passed');
    expect(waited).toEqual([10, 20]);
    expect(exchange.attempts.map(({ came }) => came)).toEqual(['status 503', 'status 503', 'status 200']);
    expect(new Set(vendor.asked.map(({ id, body }) => id + body.toString())).size).toBe(1);
  });

  it('is not performed when every attempt meets an outage', async () => {
    expect(await reasonsOf(() => ({ status: 500 }))).toEqual(['providerDown']);
    expect(vendor.asked).toHaveLength(3);
  });

  it('is not performed when nobody listens', async () => {
    const ask = await facing(signed);
    await vendor.close();
    vendor = await new Vendor(() => null).listen();
    const { result } = await ask(request);
    expect(result).toMatchObject({ outcome: 'notPerformed', reasons: ['providerDown'] });
  });

  it('is not performed when the answer takes longer than was agreed', async () => {
    vendor = await new Vendor(() => null).listen();
    const options = {
      endpoint: vendor,
      circuitPolicy,
      waitsMs: [],
      wait: () => Promise.resolve(),
      now: () => now,
    };
    const { result } = await httpMethod({ ...options, circuit: new CircuitInMemory() })(request);
    expect(result).toMatchObject({ outcome: 'notPerformed', reasons: ['providerSlow'] });
  });

  it.each([
    ['a refusal', () => ({ status: 422 }), ['providerRefused.422']],
    ['another 2xx', () => ({ status: 202 }), ['providerRefused.202']],
    [
      'an answer that nobody signed',
      () => ({ status: 200, body: answer }),
      ['answerNotAuthentic.headersMissing'],
    ],
    ['garbage under a right signature', (asked: Asked) => signed(asked, '<html>'), ['answerMalformed']],
    [
      'an answer under another secret',
      ({ id }: Asked) => vendor.signed(id, answer, now, Buffer.alloc(32, 'x').toString('base64')),
      ['answerNotAuthentic.signatureWrong'],
    ],
    [
      'an old answer played again',
      ({ id }: Asked) => vendor.signed(id, answer, new Date(now.getTime() - 3_600_000)),
      ['answerNotAuthentic.timestampStale'],
    ],
    [
      'the stub of a vendor',
      (asked: Asked) => signed(asked, JSON.stringify(identityAnswer({ mode: 'test' }))),
      ['answerNotLive'],
    ],
    [
      'its own question sent back',
      ({ id, body }: Asked) => vendor.signed(id, body.toString(), now),
      ['answerMalformed'],
    ],
  ])('is not performed on %s, and does not ask again', async (_what, reply, reasons) => {
    expect(await reasonsOf(reply)).toEqual(reasons);
    expect(vendor.asked).toHaveLength(1);
  });

  it('reads no more of an answer than the limit, and counts it for nothing', async () => {
    const ask = await facing((asked) => signed(asked, answer + ' '.repeat(answerBytesAtMost)));
    const { result, exchange } = await ask(request);
    expect(result.reasons).toEqual(['answerTooLarge']);
    expect(exchange.answer).toMatchObject({ isCut: true });
    expect(exchange.answer?.body).toHaveLength(answerBytesAtMost);
  });

  it('stops asking a provider that keeps failing, tries again when the time is over, and forgets after a success', async () => {
    let time = now;
    let isDown = true;
    const circuit = new CircuitInMemory();
    const scene = { circuit, at: () => time };
    const ask = await facing(({ id }) => (isDown ? { status: 503 } : vendor.signed(id, answer, time)), scene);
    await ask(request);
    await ask(request);
    const askedBefore = vendor.asked.length;
    expect((await ask(request)).result.reasons).toEqual(['circuitOpen']);
    expect(vendor.asked).toHaveLength(askedBefore);
    time = new Date(now.getTime() + circuitPolicy.openSeconds * 1000);
    isDown = false;
    expect((await ask(request)).result.outcome).toBe('passed');
    expect(circuit.circuit).toEqual(closedCircuit);
  });

  it('opens no circuit for a refusal of one request', async () => {
    const circuit = new CircuitInMemory();
    const ask = await facing(() => ({ status: 422 }), { circuit });
    for (let time = 0; time <= circuitPolicy.opensAfter; time += 1) await ask(request);
    expect(circuit.circuit).toEqual(closedCircuit);
  });
});
