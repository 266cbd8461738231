import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { acceptedLists, publishLists } from '../../cli/stage/publish-lists.ts';
import { stageClients } from '../../cli/stage/stage-clients.ts';
import { stageNames } from '../../cli/stage/stage-names.ts';
import { boot } from '../../local/boot.ts';
import { SimulatedClock } from '../../local/clock/simulated-clock.ts';

const listDirectory = resolve(import.meta.dirname, '..', '..', 'data', 'lists', 'ofac-2021-07');

// A day before `startAws` begins: nothing in it lies in the future of a test.
const listedAt = Date.parse('2026-03-01T09:00:00Z');

/**
 * Storage on which the app was deployed and its gate has accepted the SDN list of July 2021; made once for all tests,
 * because reading and compiling the list takes seconds. To be copied, never booted on.
 */
export async function makeListedStorage(assembly: string): Promise<string> {
  const storage = mkdtempSync(join(tmpdir(), 'listed-storage-'));
  const clock = new SimulatedClock(listedAt);
  const aws = await boot({ assembly, storage, clock });
  for (const { name } of aws.schedules.list()) aws.schedules.pause(name);
  const names = stageNames(aws.outputs);
  const clients = stageClients(aws.endpoint, 'us-east-1');
  acceptedLists(await publishLists({ clients, names }, listDirectory, '2021-07'));
  await aws.settled();
  clients.destroy();
  await aws.close();
  return storage;
}
