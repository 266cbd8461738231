import { beforeAll, describe, expect, it } from 'vitest';
import { accountCreated } from '../support/account-samples.ts';
import { brokenPromises } from '../support/broken-promises.ts';
import { executionsOf } from '../support/executions.ts';
import { keptState } from '../support/kept-state.ts';
import { eventIdOf } from '../support/known-ids.ts';
import type { RunningAws } from '../support/running-aws.ts';
import { storedState } from '../support/stored-items.ts';
import { deliver, wellSigned, type Signing } from './forged-delivery.ts';

/** @param aws that the tests of the webhook have in common */
export function repeatedDeliveries(aws: () => RunningAws): void {
  describe('a webhook that comes again', () => {
    let running: RunningAws;
    let url: string;

    const signing = (id: string): Signing => {
      const now = new Date(running.clock.now());
      const timestamp = String(Math.floor(now.getTime() / 1000));
      const body = Buffer.from(JSON.stringify(accountCreated(id, now)));
      return { secret: running.inboundSecret, id, timestamp, body };
    };
    const again = (own: Signing): Signing => ({ ...own, timestamp: signing(own.id).timestamp });
    const accepted = (id: string) => ({ status: 202, body: JSON.stringify({ accepted: true, id }) });

    beforeAll(() => {
      running = aws();
      url = running.names.WebhookUrl;
    });

    it('byte for byte gets the same answer and changes nothing', async () => {
      const own = signing('replayed');
      expect(await deliver(url, wellSigned(own))).toEqual(accepted('replayed'));
      const before = await keptState(running);
      expect(await deliver(url, wellSigned(own))).toEqual(accepted('replayed'));
      expect(await keptState(running)).toEqual(before);
    });

    it('signed anew gets the same answer and changes nothing', async () => {
      const own = signing('signed-anew');
      await deliver(url, wellSigned(own));
      await running.advance(4 * 3600);
      const before = await keptState(running);
      expect(await deliver(url, wellSigned(again(own)))).toEqual(accepted('signed-anew'));
      expect(await keptState(running)).toEqual(before);
    });

    it('after its time is over gets 401', async () => {
      const own = signing('too-late');
      await deliver(url, wellSigned(own));
      await running.advance(301);
      const before = await keptState(running);
      expect((await deliver(url, wellSigned(own))).status).toBe(401);
      expect(await keptState(running)).toEqual(before);
    });

    it.each([
      ['another account', (body: string) => body.replaceAll('reused', 'other')],
      ['one blank more', (body: string) => `${body} `],
    ])('under the id of another body gets 409 and changes nothing: %s', async (what, change) => {
      const own = signing(`reused-${what.replaceAll(' ', '-')}`);
      await deliver(url, wellSigned(own));
      const before = await keptState(running);
      const other = { ...again(own), body: Buffer.from(change(own.body.toString('utf8'))) };
      const { status, body } = await deliver(url, wellSigned(other));
      expect({ status, body }).toMatchObject({
        status: 409,
        body: expect.stringContaining('webhook-id') as string,
      });
      expect(await keptState(running)).toEqual(before);
    });

    it('two hundred times at once has one effect', async () => {
      const own = wellSigned(signing('two-hundred'));
      const answers = await Promise.all(Array.from({ length: 200 }, () => deliver(url, own)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
        new Set([JSON.stringify(accepted('two-hundred'))]),
      );
      await running.advance(3600);
      const { accounts, inbox } = await storedState(running);
      expect(inbox.get(eventIdOf('two-hundred'))).toMatchObject({ status: 'started', attempt: 1 });
      expect(accounts.get('two-hundred')).toMatchObject({ revision: 3, status: 'underReview' });
    });

    it('has one execution, and one account that was decided once', async () => {
      const { inbox } = await storedState(running);
      const executions = await executionsOf(running, running.names.VerifyAccountArn);
      expect([...executions.keys()].sort()).toEqual([...inbox.keys()].map((id) => `${id}-1`).sort());
      expect(await brokenPromises(running)).toEqual([]);
    });
  });
}
