import fc from 'fast-check';
import { describe, it } from 'vitest';
import { integrate } from '../../domain/audit/integrate.ts';
import type { SequencerPorts } from '../../domain/audit/sequencer-ports.ts';
import { auditEntries } from '../domain/audit/audit-entries.ts';
import { integrateAll } from '../domain/audit/exported-log.ts';
import { MemoryLog } from '../domain/audit/memory-log.ts';
import { expectSoundLog } from './audit-sound-log.ts';

type Call = (...args: unknown[]) => Promise<unknown>;

/** Each call takes effect when fast-check's scheduler says so, and not in the order in which it was made. */
function scheduled(ports: SequencerPorts, scheduler: fc.Scheduler): SequencerPorts {
  const wrap = <P extends object>(port: P): P =>
    Object.fromEntries(
      Object.entries(port).map(([name, member]: [string, unknown]) => [
        name,
        typeof member === 'function' ? scheduler.scheduleFunction(member.bind(port) as Call) : member,
      ]),
    ) as P;
  return {
    state: wrap(ports.state),
    entries: wrap(ports.entries),
    tiles: wrap(ports.tiles),
    signer: ports.signer,
  };
}

async function runTimes(ports: SequencerPorts, times: number, batchSize: number): Promise<void> {
  for (let run = 0; run < times; run += 1) await integrate(ports, { batchSize });
}

describe('several sequencers at once', () => {
  it('append every entry once and publish one history, in whatever order their calls fall', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 20 }),
        async (scheduler, count, batchSize) => {
          const log = new MemoryLog();
          log.put(...auditEntries(count, 3));
          const ports = scheduled(log.ports, scheduler);
          await scheduler.waitFor(
            Promise.all([
              runTimes(ports, 3, batchSize),
              runTimes(ports, 3, batchSize),
              runTimes(ports, 2, 7),
            ]),
          );
          await integrateAll(log, batchSize);
          await expectSoundLog(log, count);
        },
      ),
      { seed: 4, numRuns: 60 },
    );
  });

  it('take in an entry that the index shows late, whatever was appended meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { minLength: 1, maxLength: 10 }),
        async (scheduler, late) => {
          const log = new MemoryLog();
          log.put(...auditEntries(30, 3));
          const keys = [...log.stored.keys()];
          for (const index of late) log.hidden.add(keys[index] ?? '');
          const ports = scheduled(log.ports, scheduler);
          const shown = scheduler.schedule(Promise.resolve()).then(() => {
            log.hidden.clear();
          });
          await scheduler.waitFor(Promise.all([shown, runTimes(ports, 3, 8), runTimes(ports, 3, 8)]));
          await integrateAll(log);
          await expectSoundLog(log, 30);
        },
      ),
      { seed: 5, numRuns: 40 },
    );
  });
});
