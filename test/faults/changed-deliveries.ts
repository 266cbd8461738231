import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { AccountEvent } from '../../domain/accounts/account-event.ts';
import { accountCreated } from '../support/account-samples.ts';
import { mutationOf } from '../support/json-mutations.ts';
import { keptState, type KeptState } from '../support/kept-state.ts';
import type { RunningAws } from '../support/running-aws.ts';
import { storedState } from '../support/stored-items.ts';
import { deliver, wellSigned, withHeaders, type ForgedDelivery, type Signing } from './forged-delivery.ts';

const seed = 20261123;
const options = (numRuns: number) => ({ seed, numRuns, verbose: fc.VerbosityLevel.Verbose });

const start = Date.parse('2026-03-02T09:00:00Z');
const event = accountCreated('acct_1', new Date(start));

/** A change anywhere in a delivery, made without the secret. */
const tampering = fc.oneof(
  fc.record({
    header: fc.constantFrom('webhook-id', 'webhook-timestamp', 'webhook-signature'),
    text: fc.oneof(
      fc.constantFrom('', '0', 'v1,'),
      fc.string({ unit: fc.constantFrom(...' !,.=/:;v10AZaz-_'.split(/(?=.)/)), maxLength: 60 }),
    ),
  }),
  fc.record({ flip: fc.nat(), bit: fc.nat({ max: 7 }) }),
  fc.record({ cut: fc.nat() }),
  fc.record({ insert: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }) }),
);
type Tampering = typeof tampering extends fc.Arbitrary<infer Value> ? Value : never;

function tampered(delivery: ForgedDelivery, change: Tampering): ForgedDelivery {
  if ('header' in change) return withHeaders(delivery, { [change.header]: change.text });
  const body = Buffer.from(delivery.body);
  if ('cut' in change) return { ...delivery, body: body.subarray(0, change.cut % body.length) };
  if ('insert' in change) {
    const at = change.insert % body.length;
    return { ...delivery, body: Buffer.concat([body.subarray(0, at), change.bytes, body.subarray(at)]) };
  }
  const at = change.flip % body.length;
  body[at] = (body[at] ?? 0) ^ (1 << change.bit);
  return { ...delivery, body };
}

/** @param aws that the tests of the webhook have in common */
export function changedDeliveries(aws: () => RunningAws): void {
  describe('a delivery with a random change', () => {
    let running: RunningAws;

    const signing = (id: string, body: Buffer): Signing => ({
      secret: running.inboundSecret,
      id,
      timestamp: String(Math.floor(running.clock.now() / 1000)),
      body,
    });

    beforeAll(() => {
      running = aws();
    });

    it('made by a stranger is refused with 401 and leaves nothing', async () => {
      const before: KeptState = await keptState(running);
      await fc.assert(
        fc.asyncProperty(tampering, async (change) => {
          const honest = wellSigned(signing('evt-1', Buffer.from(JSON.stringify(event))));
          const answer = await deliver(running.names.WebhookUrl, tampered(honest, change));
          expect(answer.status).toBe(401);
        }),
        options(150),
      );
      expect(await keptState(running)).toEqual(before);
    });

    it('made by the provider is judged by the published schema, and never with a 5xx', async () => {
      let count = 0;
      await fc.assert(
        fc.asyncProperty(mutationOf(event), async (mutated) => {
          const id = `mutated-${++count}`;
          const body = Buffer.from(JSON.stringify(mutated).replace('"sequence":1,', `"sequence":${count},`));
          const answer = await deliver(running.names.WebhookUrl, wellSigned(signing(id, body)));
          const isSound = AccountEvent.safeParse(JSON.parse(body.toString('utf8'))).success;
          expect(answer.status).toBe(isSound ? 202 : 422);
        }),
        options(150),
      );
      // Whatever was taken in is worked off: nothing is parked.
      await running.advance(3600);
      const { inbox } = await storedState(running);
      expect([...inbox.values()].filter(({ status }) => status !== 'started')).toEqual([]);
    });
  });
}
