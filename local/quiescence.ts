import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningServices } from './running-services.ts';

type Working = Pick<RunningServices, 'dynamodb' | 'states' | 'lambda' | 'mappings' | 'schedules'>;

/** Resolves when no part has anything left to do at this time, and none has given another something to do. */
export async function quiescence({ dynamodb, states, lambda, mappings, schedules }: Working): Promise<void> {
  const parts = [schedules, mappings, lambda.asynchronous, lambda.functions];
  let calmTurns = 0;
  // Two calm looks in a row: work passes from one part to the next through the event loop.
  while (calmTurns < 2) {
    await schedules.idle();
    await lambda.asynchronous.idle();
    await lambda.functions.idle();
    await states.idle();
    await dynamodb.settled();
    // A turn of the timers' phase, in which answers on their way over loopback arrive.
    await sleep(1);
    calmTurns = parts.every((part) => part.isIdle) ? calmTurns + 1 : 0;
  }
}
