import { beforeAll, describe, expect, it } from 'vitest';
import { accountCreated } from '../support/account-samples.ts';
import { keptState, type KeptState } from '../support/kept-state.ts';
import type { RunningAws } from '../support/running-aws.ts';
import { addressAttacks, bodyAttacks } from './body-attacks.ts';
import { deliver, webhookPath, wellSigned, type Answer, type Signing } from './forged-delivery.ts';
import { metricSums } from './metric-lines.ts';
import { rawExchange } from './raw-exchange.ts';
import { canary, schemaAttacks } from './schema-attacks.ts';
import { idAttacks, signatureAttacks, timestampAttacks, type Attack } from './webhook-attacks.ts';

/** @param aws that the tests of the webhook have in common */
export function refusedDeliveries(aws: () => RunningAws): void {
  describe('a webhook that must not get in', () => {
    let running: RunningAws;
    let before: KeptState;
    let url: string;
    /** Answers that came from our function, and not from the gateway in front of it. */
    let refusedByUs = 0;

    const honest = (): Signing => ({
      secret: running.inboundSecret,
      id: 'evt-1',
      timestamp: String(Math.floor(running.clock.now() / 1000)),
      body: Buffer.from(JSON.stringify(accountCreated('acct_1', new Date(running.clock.now())))),
    });

    const expectRefusal = async (answer: Answer, status: number) => {
      expect(answer).toMatchObject({
        status,
        body: expect.stringMatching(/^\{"(?:error|message)":"[^"]+"/) as string,
      });
      expect(answer.body).not.toContain(canary);
      expect(await keptState(running)).toEqual(before);
      if (answer.body.startsWith('{"error"')) refusedByUs += 1;
    };

    const attack = async ({ status, make }: Attack) => {
      await expectRefusal(await deliver(url, make(honest())), status);
    };

    beforeAll(async () => {
      running = aws();
      url = running.names.WebhookUrl;
      before = await keptState(running);
    });

    const titled = (attacks: readonly Attack[]) => attacks.map((each) => [each.title, each] as const);

    it.each(titled(signatureAttacks))('gets 401 for %s', (_title, each) => attack(each));
    it.each(titled(timestampAttacks))('gets 401 for %s', (_title, each) => attack(each));
    it.each(titled(idAttacks))('gets 401 for %s', (_title, each) => attack(each));
    it.each(bodyAttacks.map((each) => [each.status, each.title, each] as const))(
      'gets %i for %s',
      (_s, _t, each) => attack(each),
    );
    it.each(titled(addressAttacks))('gets 404 for %s', (_title, each) => attack(each));

    it.each(schemaAttacks.map((each) => [each.title, each] as const))(
      'gets 422 and the place of each fault for %s',
      async (_title, { body, pointers }) => {
        const answer = await deliver(url, wellSigned({ ...honest(), body: Buffer.from(body) }));
        await expectRefusal(answer, 422);
        const { faults } = JSON.parse(answer.body) as { faults: { pointer: string; problem: string }[] };
        expect(new Set(faults.map(({ pointer }) => pointer))).toEqual(new Set(pointers));
        expect(faults.length).toBeLessThanOrEqual(20);
        expect(faults.filter(({ problem }) => problem === '')).toEqual([]);
      },
    );

    it.each([
      ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}', [400]],
      ['a length and chunks', 'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', [400]],
      ['an unknown transfer encoding', 'Transfer-Encoding: cow\r\n\r\n{}', [400]],
      ['chunks of a broken length', 'Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n', [400]],
      [
        'a header folded over two lines',
        'webhook-id: evt-1\r\n webhook-timestamp: 1\r\nContent-Length: 0\r\n\r\n',
        [400],
      ],
      ['a line feed inside a header', 'webhook-id: evt\n-1\r\nContent-Length: 0\r\n\r\n', [400]],
      ['a NUL inside a header', 'webhook-id: evt\u0000-1\r\nContent-Length: 0\r\n\r\n', [400]],
      ['20,000 bytes of headers', `webhook-id: ${'e'.repeat(20_000)}\r\nContent-Length: 0\r\n\r\n`, [431]],
      [
        'a second request behind the first',
        `Content-Length: 2\r\n\r\n{}POST ${webhookPath} HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n`,
        [401, 401],
      ],
      ['half a body', 'Content-Length: 100\r\n\r\n{"type":', []],
    ] as const)('is refused over the bare wire with %s', async (_title, rest, statuses) => {
      const request = `POST ${webhookPath} HTTP/1.1\r\nHost: localhost\r\n${rest}`;
      expect(await rawExchange(url, request, statuses.length)).toEqual(statuses);
      expect(await keptState(running)).toEqual(before);
      refusedByUs += statuses.filter((status) => status === 401).length;
    });

    it.each([
      ['no host', `POST ${webhookPath} HTTP/1.1\r\nContent-Length: 0\r\n\r\n`, [400]],
      ['an address that is none', 'POST //[ HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n', [400]],
      [
        'the address of another host',
        'POST http://elsewhere.example/ HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n',
        [404],
      ],
      ['no HTTP at all', '\u0016\u0003\u0001 hello', [400]],
    ] as const)('is refused over the bare wire with %s', async (_title, request, statuses) => {
      expect(await rawExchange(url, request, statuses.length)).toEqual(statuses);
      expect(await keptState(running)).toEqual(before);
    });

    it('leaves a count of the refusals in the metrics, and nothing of a body in any log', () => {
      const logs = running.aws.resources().flatMap(({ type, physicalId }) => {
        return type === 'AWS::Lambda::Function' ? running.aws.lambda.logs(physicalId) : [];
      });
      const sums = metricSums(logs);
      expect(sums.get('WebhooksRefused')).toBe(refusedByUs);
      expect(sums.get('WebhooksAccepted')).toBe(0);
      expect(logs.filter((line) => line.includes(canary) || line.includes('acct_1'))).toEqual([]);
    });
  });
}
