import fc from 'fast-check';
import { describe, it } from 'vitest';
import { integrate } from '../../domain/audit/integrate.ts';
import { auditEntries } from '../domain/audit/audit-entries.ts';
import { integrateAll, logOf } from '../domain/audit/exported-log.ts';
import type { MemoryLog } from '../domain/audit/memory-log.ts';
import { InterruptedPorts, Stopped, type Moment } from './audit-interrupted-ports.ts';
import { expectSoundLog } from './audit-sound-log.ts';

const total = 300;
const batchSize = 150;

/** A log with a partial tile, and a batch waiting that fills this tile and begins the next. */
async function halfWrittenLog(): Promise<MemoryLog> {
  const log = await logOf(auditEntries(total - batchSize), batchSize);
  log.put(...auditEntries(total).slice(total - batchSize));
  return log;
}

async function stopAt(log: MemoryLog, call: number, moment: Moment): Promise<void> {
  const { ports } = new InterruptedPorts(log.ports, call, moment);
  await integrate(ports, { batchSize }).catch((error: unknown) => {
    if (!(error instanceof Stopped)) throw error;
  });
}

async function callsOfOneRun(): Promise<number> {
  const undisturbed = new InterruptedPorts((await halfWrittenLog()).ports, Infinity, 'after');
  await integrate(undisturbed.ports, { batchSize });
  return undisturbed.calls;
}

describe('a sequencer that is stopped', () => {
  it.each(['before', 'half', 'after'] as const)(
    'loses, doubles and forks nothing, at whatever call it stops (%s the call)',
    async (moment) => {
      const calls = await callsOfOneRun();
      for (let call = 1; call <= calls; call += 1) {
        const log = await halfWrittenLog();
        await stopAt(log, call, moment);
        await integrateAll(log, batchSize);
        await expectSoundLog(log, total);
      }
    },
  );

  it('loses nothing either when it is stopped again and again', async () => {
    const stops = fc.array(
      fc.record({
        call: fc.integer({ min: 1, max: 25 }),
        moment: fc.constantFrom<Moment>('before', 'half', 'after'),
      }),
      { minLength: 2, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(stops, async (attempts) => {
        const log = await halfWrittenLog();
        for (const { call, moment } of attempts) await stopAt(log, call, moment);
        await integrateAll(log, batchSize);
        await expectSoundLog(log, total);
      }),
      { seed: 3, numRuns: 30 },
    );
  });
});
