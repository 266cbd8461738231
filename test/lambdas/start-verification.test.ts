import '../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import { startVerification } from '../../lambdas/start-verification/start-verification.ts';

const eventId = `evt_${'0a'.repeat(16)}`;

function starter(start: () => Promise<void> = () => Promise.resolve()) {
  const calls: unknown[] = [];
  const run = startVerification({
    start: (name, input) => {
      calls.push(['start', name, input]);
      return start();
    },
    inbox: {
      markStarted: (event) => {
        calls.push(['markStarted', event]);
        return Promise.resolve();
      },
    },
  });
  return { run, calls };
}

describe('starting a verification', () => {
  it('names the execution after event and attempt, so that twice is once, and then marks the event', async () => {
    const { run, calls } = starter();
    await run({ body: JSON.stringify({ eventId, attempt: 2 }) });
    expect(calls).toEqual([
      ['start', `${eventId}-2`, { eventId }],
      ['markStarted', { eventId, attempt: 2 }],
    ]);
  });

  it('does not mark an event whose execution did not start', async () => {
    const { run, calls } = starter(() => Promise.reject(new Error('throttled')));
    await expect(run({ body: JSON.stringify({ eventId, attempt: 1 }) })).rejects.toThrow('throttled');
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['no JSON', 'x'],
    ['another id', '{"eventId":"evt_1","attempt":1}'],
    ['no attempt', `{"eventId":"${eventId}"}`],
    ['more than is known', `{"eventId":"${eventId}","attempt":1,"name":"x"}`],
  ])('leaves a message with %s to the dead-letter queue', async (_name, body) => {
    const { run, calls } = starter();
    await expect(run({ body })).rejects.toThrow();
    expect(calls).toEqual([]);
  });
});
