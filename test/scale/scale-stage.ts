import { join, resolve } from 'node:path';
import { bootStage, type LocalStage } from '../../cli/stage/local-stage.ts';
import { SimulatedClock } from '../../local/clock/simulated-clock.ts';

const listsDirectory = resolve(import.meta.dirname, '..', '..', 'data', 'lists');

/** Two publications in a row. */
export const lists = {
  july: { directory: join(listsDirectory, 'ofac-2021-07'), publishedOn: '2021-07' },
  august: { directory: join(listsDirectory, 'ofac-2021-08-18'), publishedOn: '2021-08-18' },
} as const;

/** The synthesised app, its schedules held back: nothing else is metered than what the run does. */
export async function bootScaleStage(assembly: string, storage: string): Promise<LocalStage> {
  const stage = await bootStage({ assembly, storage, clock: new SimulatedClock(Date.now()) });
  for (const { name } of stage.aws.schedules.list()) stage.aws.schedules.pause(name);
  return stage;
}
