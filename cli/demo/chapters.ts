import { join } from 'node:path';
import { acceptedLists, publishLists, type AcceptedList } from '../stage/publish-lists.ts';
import { inboundSecret } from '../stage/stage-secrets.ts';
import { checkPlanted, expectation, knockExpectations, type Expectation } from './expectations.ts';
import { deliverAgain, knockAtDoor } from './knock-at-door.ts';
import { reviewPlanted } from './review-planted.ts';
import type { Chapter } from './scenario.ts';
import { sendWave } from './send-wave.ts';
import type { SimulatedYear } from './simulated-year.ts';
import { within } from './within.ts';

/** What the chapters found on the way; the rest is counted at the end. */
export interface YearStory {
  readonly lists: readonly AcceptedList[];
  readonly checks: readonly Expectation[];
  readonly atFirst: readonly Expectation[];
}

const lists = {
  july: { directory: 'ofac-2021-07', publishedOn: '2021-07' },
  august: { directory: 'ofac-2021-08-18', publishedOn: '2021-08-18' },
} as const;
const listsDirectory = join(import.meta.dirname, '..', '..', 'data', 'lists');

/** The first list, the door, the first accounts, their reviews, and a case that nobody answers. */
export async function july(year: SimulatedYear, storage: string): Promise<YearStory> {
  const accepted = await acceptList(year, 'july');
  const door = await year.file.once('door', () => tryDoor(year));
  const atFirst = await openAccounts(year, 'july');
  const repeat = await year.file.once('repeat', () => repeatDelivery(year));
  const own = await review(year, storage, 'july');
  const lapse = async (): Promise<null> => {
    year.progress.phase('11 days pass: a case that nobody answers lapses');
    await year.passUntil('2021-07-20T09:00:00Z');
    await year.workedOff('the lapse of a case');
    return null;
  };
  await year.file.once('lapse', lapse);
  await year.file.once('july re-screening', () => rescreen(year));
  return { lists: accepted, atFirst, checks: [...door, ...repeat, ...own] };
}

/** A later publication of the list, and accounts that are screened against it. */
export async function august(year: SimulatedYear, storage: string): Promise<YearStory> {
  await year.passUntil('2021-08-18T14:00:00Z');
  const accepted = await acceptList(year, 'august');
  year.progress.phase('its acceptance has everybody screened against what it changed, and nothing else');
  await year.workedOff('the re-screening');
  const atFirst = await openAccounts(year, 'august');
  await review(year, storage, 'august');
  const carried = expectation(
    'carried-files',
    'files OFAC did not republish are named as carried',
    ['add', 'alt', 'sdnComments'],
    accepted.flatMap(({ carried }) => Object.keys(carried)).sort(),
  );
  return { lists: accepted, atFirst, checks: [carried] };
}

/** The last accounts of the year, one of them still in review when the certification is made. */
export async function january(year: SimulatedYear): Promise<YearStory> {
  await year.passUntil('2022-01-14T09:00:00Z');
  const atFirst = await openAccounts(year, 'january');
  return { lists: [], atFirst, checks: [] };
}

async function acceptList(
  year: SimulatedYear,
  chapter: keyof typeof lists,
): Promise<readonly AcceptedList[]> {
  const { directory, publishedOn } = lists[chapter];
  return year.file.once(`list ${publishedOn}`, async () => {
    year.progress.phase(`the OFAC list of ${publishedOn} passes the gate`);
    const publishing = publishLists(year.stage, join(listsDirectory, directory), publishedOn);
    return acceptedLists(await within(60, `the acceptance of the list of ${publishedOn}`, publishing));
  });
}

async function rescreen(year: SimulatedYear): Promise<null> {
  year.progress.phase('at night every owner is screened again');
  await year.rescreen();
  await year.workedOff('the re-screening');
  return null;
}

async function openAccounts(year: SimulatedYear, chapter: Chapter): Promise<Expectation[]> {
  const target = await webhook(year);
  for (const [turn, wave] of year.plan.waves[chapter].entries()) {
    const what = turn === 0 ? `${chapter}: accounts arrive` : `${chapter}: some of them change`;
    await year.file.once(`${chapter} wave ${turn}`, () => sendWave(year, target, wave, what));
  }
  return year.file.once(`${chapter} at first`, () => checkPlanted(year, 'atFirst', chapter));
}

async function review(year: SimulatedYear, storage: string, chapter: Chapter): Promise<Expectation[]> {
  return year.file.once(`${chapter} reviews`, async () => {
    const planted = year.plan.planted.filter((each) => each.chapter === chapter && each.review);
    year.progress.phase('alice and bob review the cases', planted.length);
    const { ownConfirmation } = await reviewPlanted(year, storage, planted);
    await year.workedOff('the reviews');
    await year.keepHouse();
    if (ownConfirmation === null) return [];
    const title = 'a proposer who confirms alone is turned away';
    return [expectation('four-eyes', title, 409, ownConfirmation)];
  });
}

async function tryDoor(year: SimulatedYear): Promise<Expectation[]> {
  const sample = year.plan.waves.july[0]?.[0];
  if (!sample) throw new RangeError('the plan of the year has no event in July');
  year.progress.phase('forged, stale and broken deliveries knock');
  return knockExpectations(await knockAtDoor(year, await webhook(year), sample));
}

async function repeatDelivery(year: SimulatedYear): Promise<Expectation[]> {
  const twice = year.plan.planted.find(({ id }) => id === 'delivered-twice')?.events[0];
  if (!twice) throw new RangeError('planted.json has no case delivered-twice');
  const isSame = await deliverAgain(year, await webhook(year), twice);
  await year.workedOff('a delivery that came again');
  return [expectation('same-answer', 'a repeated delivery gets the same answer', true, isSame)];
}

async function webhook(year: SimulatedYear) {
  return { url: year.stage.names.WebhookUrl, secret: await inboundSecret(year.stage) };
}
