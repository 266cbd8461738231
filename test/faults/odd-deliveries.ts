import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { beforeAll, describe, expect, it } from 'vitest';
import { accountCreated } from '../support/account-samples.ts';
import { brokenPromises } from '../support/broken-promises.ts';
import type { RunningAws } from '../support/running-aws.ts';
import { storedState } from '../support/stored-items.ts';
import { deliver, macOf, webhookPath, wellSigned, withHeaders, type Signing } from './forged-delivery.ts';
import { rawExchange } from './raw-exchange.ts';
import { padded } from './body-attacks.ts';

const named = (name: string) => (account: string, at: Date) =>
  accountCreated(account, at, { customer: { name } });

/** @param aws that the tests of the webhook have in common */
export function oddDeliveries(aws: () => RunningAws): void {
  describe('a webhook that is odd and yet right', () => {
    let running: RunningAws;
    let url: string;

    /** @param text of the body, made for an account whose name is the webhook's id */
    const signing = (id: string, text?: string): Signing => {
      const now = new Date(running.clock.now());
      return {
        secret: running.inboundSecret,
        id,
        timestamp: String(Math.floor(now.getTime() / 1000)),
        body: Buffer.from(text ?? JSON.stringify(accountCreated(id, now))),
      };
    };

    const accepted = (id: string) => ({ status: 202, body: JSON.stringify({ accepted: true, id }) });

    const nextFullSecond = async () => {
      await running.clock.advanceTo(Math.ceil(running.clock.now() / 1000) * 1000);
    };

    beforeAll(async () => {
      running = aws();
      url = running.names.WebhookUrl;
      // The function is warm before seconds count.
      expect(await deliver(url, wellSigned(signing('plain')))).toEqual(accepted('plain'));
    });

    it.each([-300, 300])('is accepted %i s from now', async (offset) => {
      await nextFullSecond();
      const id = `offset${offset}`;
      const timestamp = String(Math.floor(running.clock.now() / 1000) + offset);
      expect(await deliver(url, wellSigned({ ...signing(id), timestamp }))).toEqual(accepted(id));
    });

    it.each([
      ['text', 'text/plain'],
      ['bytes', 'application/octet-stream'],
      ['another alphabet', 'application/json; charset=utf-16'],
      ['a form', 'multipart/form-data'],
    ])('is accepted when it calls its body %s', async (what, type) => {
      const id = `type-${what.replaceAll(' ', '-')}`;
      const odd = withHeaders(wellSigned(signing(id)), { 'content-type': type });
      expect(await deliver(url, odd)).toEqual(accepted(id));
    });

    it('is accepted with one right signature among two hundred wrong ones', async () => {
      const own = signing('many-signatures');
      const wrong = Array.from(
        { length: 200 },
        (_, index) => `v1,${Buffer.alloc(32, index).toString('base64')}`,
      );
      const right = `v1,${macOf(own).toString('base64')}`;
      const many = withHeaders(wellSigned(own), { 'webhook-signature': [...wrong, right].join(' ') });
      expect(await deliver(url, many)).toEqual(accepted('many-signatures'));
    });

    it('is accepted in chunks', async () => {
      const own = signing('in-chunks');
      const { headers } = wellSigned(own);
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
      const middle = Math.floor(own.body.length / 2);
      const parts = [own.body.subarray(0, middle), own.body.subarray(middle)];
      const chunks = parts.map((part) => `${part.length.toString(16)}\r\n${part.toString('latin1')}\r\n`);
      const head = `POST ${webhookPath} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n${lines.join('')}\r\n`;
      expect(await rawExchange(url, `${head}${chunks.join('')}0\r\n\r\n`, 1)).toEqual([202]);
    });

    it('is accepted at exactly 256 KiB', async () => {
      const own = signing('as-large-as-allowed');
      expect(await deliver(url, wellSigned({ ...own, body: padded(own.body, 256 * 1024) }))).toEqual(
        accepted('as-large-as-allowed'),
      );
    });

    it('is accepted with as many owners as fit, each of whom lacks everything', async () => {
      const owners = Array.from({ length: 100 }, (_, index) => ({
        id: `owner-${index}-`.padEnd(128, 'x'),
        kind: 'individual' as const,
      }));
      const text = JSON.stringify({
        type: 'account.created',
        timestamp: new Date(running.clock.now()).toISOString(),
        data: { account: 'a-hundred-owners', sequence: 1, customer: { id: 'c', kind: 'entity' }, owners },
      });
      expect(await deliver(url, wellSigned(signing('a-hundred-owners', text)))).toEqual(
        accepted('a-hundred-owners'),
      );
    });

    it.each([
      ['half a surrogate pair', '\ud800'],
      ['a NUL', 'a\u0000b'],
      ['control characters', '\u001b[31m\u0007\u202e'],
      ['what looks like a formula', '=HYPERLINK("http://evil.example","x")'],
      ['what looks like an expression', '{% $states.context %}${AssessParties}'],
      ['what looks like markup', '</script><script>alert(1)</script>'],
      ['letters that take three bytes', '漢'.repeat(400)],
      ['marks upon marks', `a${'\u0301'.repeat(399)}`],
    ])('is accepted with a name that holds %s', async (what, name) => {
      const id = `name-${what.replaceAll(' ', '-')}`;
      const text = JSON.stringify(named(name)(id, new Date(running.clock.now())));
      expect(await deliver(url, wellSigned(signing(id, text)))).toEqual(accepted(id));
    });

    it('is read as JSON.parse reads it where a key comes twice: the last one counts', async () => {
      const own = signing('key-twice');
      const text = own.body.toString('utf8').replace('"account":', '"account":"acct_first","account":');
      expect(await deliver(url, wellSigned(signing('key-twice', text)))).toEqual(accepted('key-twice'));
      expect((await storedState(running)).accounts.has('acct_first')).toBe(false);
    });

    it('is accepted under the old and the new secret while one replaces the other', async () => {
      const { clients, names, inboundSecret } = running;
      const next = Buffer.alloc(33, 'n').toString('base64');
      const store = async (secret: object) => {
        const SecretString = JSON.stringify(secret);
        await clients.secrets.send(
          new PutSecretValueCommand({ SecretId: names.InboundSecret, SecretString }),
        );
        // Functions remember the secret for a minute.
        await running.advance(61);
      };
      const statuses = async (prefix: string) => {
        const ids = [`${prefix}-old`, `${prefix}-new`];
        const secrets = [inboundSecret, next];
        const answers = ids.map((id, index) =>
          deliver(url, wellSigned({ ...signing(id), secret: secrets[index] ?? '' })),
        );
        return (await Promise.all(answers)).map(({ status }) => status);
      };
      expect(await statuses('before')).toEqual([202, 401]);
      await store({ current: next, previous: inboundSecret });
      expect(await statuses('while')).toEqual([202, 202]);
      await store({ current: next, previous: null });
      expect(await statuses('after')).toEqual([401, 202]);
      // The next tests sign with the secret they were told at first.
      await store({ current: inboundSecret, previous: null });
    });

    it('ends in an account that is decided, and in nothing broken', async () => {
      await running.advance(3600);
      const { accounts, inbox } = await storedState(running);
      const parked = [...inbox.values()].filter(({ status }) => status !== 'started');
      expect(parked.map(({ accountId, parkedBecause }) => `${accountId}: ${parkedBecause ?? ''}`)).toEqual(
        [],
      );
      expect([...accounts.values()].filter(({ status }) => status !== 'underReview')).toEqual([]);
      expect(accounts.size).toBe(inbox.size);
      expect(await brokenPromises(running)).toEqual([]);
    });
  });
}
