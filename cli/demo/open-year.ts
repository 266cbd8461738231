import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SimulatedClock } from '../../local/clock/simulated-clock.ts';
import { lockStorage } from '../../local/storage-lock.ts';
import { bootStage } from '../stage/local-stage.ts';
import { NoticeReceiver } from '../stage/notice-receiver.ts';
import { sendNoticesTo } from '../stage/stage-secrets.ts';
import type { Progress } from '../terminal/progress.ts';
import { continuedProgress, newProgress } from './progress-file.ts';
import { SimulatedYear } from './simulated-year.ts';
import { within } from './within.ts';
import { yearBegins, type YearPlaces } from './tell-year.ts';
import type { YearPlan } from './year-plan.ts';

// It takes a second or two; on a machine that is busy with other things, ten.
const bootWithinSeconds = 60;

export interface OpenYear {
  readonly year: SimulatedYear;
  close(): Promise<void>;
}

/** Boots the stage of the demonstration: anew, or on what a killed one left behind. */
export async function openYear(
  { storage, assembly }: YearPlaces,
  plan: YearPlan,
  progress: Progress,
): Promise<OpenYear> {
  const file = progressIn(storage, plan);
  const clock = new SimulatedClock(file.clock);
  let secret = '';
  const receiver = new NoticeReceiver({
    file: join(storage, 'notices.ndjson'),
    now: () => new Date(clock.now()),
    secrets: () => (secret === '' ? [] : [secret]),
    downFor: new Set(['provider-was-down']),
    onNotice: ({ type }) => {
      if (type === 'account.permission.changed') progress.step();
    },
  });
  const url = await listenAsBefore(receiver, join(storage, 'receiver-port'));
  const booting = bootStage({ assembly, storage, clock });
  const stage = await within(bootWithinSeconds, 'the deployment into the embedded AWS', booting);
  try {
    secret = await sendNoticesTo(stage, url);
    file.follow(() => clock.now());
    const year = new SimulatedYear({ stage, plan, receiver, file, progress }, clock);
    return { year, close: () => closeAll(stage, receiver) };
  } catch (error) {
    await closeAll(stage, receiver);
    throw error;
  }
}

async function closeAll(stage: { close(): Promise<void> }, receiver: NoticeReceiver): Promise<void> {
  await stage.close();
  await receiver.close();
}

/** What is left of another seed, another size or a finished year makes way. */
function progressIn(storage: string, plan: YearPlan) {
  const continued = continuedProgress(storage, plan);
  if (continued) {
    continued.setClock(continued.clock);
    return continued;
  }
  const unlock = lockStorage(storage);
  unlock();
  rmSync(storage, { recursive: true, force: true });
  mkdirSync(storage, { recursive: true });
  const file = newProgress(storage, plan, Date.parse(yearBegins));
  file.setClock(Date.parse(yearBegins));
  return file;
}

/** Notices on their way at a kill know the port: it is taken again if it is free. */
async function listenAsBefore(receiver: NoticeReceiver, portFile: string): Promise<string> {
  const before = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
  const url = await receiver.listen(before).catch(() => receiver.listen(0));
  writeFileSync(portFile, new URL(url).port);
  return url;
}
