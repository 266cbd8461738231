import { inventedAccount } from './invented-accounts.ts';
import { readInventedNames } from './invented-names.ts';
import { readPlantedCases, type PlantedCase } from './planted-case.ts';
import { seededRandom } from './random.ts';
import { chapters, scenarioEvent, type Chapter, type ScenarioEvent, type Wave } from './scenario.ts';

export interface YearOptions {
  /** Accounts in all, the planted ones among them. */
  readonly accounts: number;
  readonly seed: number;
}

/** All that is sent in the simulated year: the same for the same options, to the byte. */
export interface YearPlan extends YearOptions {
  readonly planted: readonly PlantedCase[];
  readonly waves: Readonly<Record<Chapter, readonly Wave[]>>;
}

/** A smaller year would consist of planted cases only. */
export const fewestAccounts = 40;
export const defaultAccounts = 300;

/** When the accounts of each chapter are opened, and which share of them is. */
const openings: Readonly<Record<Chapter, { readonly at: string; readonly share: number }>> = {
  july: { at: '2021-07-08T08:00:00Z', share: 0.8 },
  august: { at: '2021-08-18T14:00:00Z', share: 0.15 },
  january: { at: '2022-01-14T09:00:00Z', share: 0.05 },
};

const minuteMs = 60_000;

export function yearPlan({ accounts, seed }: YearOptions): YearPlan {
  const planted = readPlantedCases();
  const ordinary = accounts - planted.length;
  const random = seededRandom(seed);
  const names = readInventedNames();
  let opened = 0;
  const waves = chapters.map((chapter, index) => {
    const { at, share } = openings[chapter];
    const isLast = index === chapters.length - 1;
    const count = isLast ? ordinary - opened : Math.round(ordinary * share);
    const invented = Array.from({ length: count }, (_, place) => {
      const account = `acct-${String(opened + place + 1).padStart(4, '0')}`;
      const openedAt = new Date(Date.parse(at) + place * minuteMs);
      return inventedAccount(account, openedAt, names, random).map(scenarioEvent);
    });
    opened += count;
    const special = planted.filter((each) => each.chapter === chapter).map(({ events }) => events);
    return [chapter, inWaves([...special, ...invented])] as const;
  });
  return { accounts, seed, planted, waves: Object.fromEntries(waves) as Record<Chapter, Wave[]> };
}

/** First events first: what an account sends later waits until what it sent before is through. */
function inWaves(byAccount: readonly (readonly ScenarioEvent[])[]): Wave[] {
  const longest = Math.max(0, ...byAccount.map((events) => events.length));
  return Array.from({ length: longest }, (_, turn) => byAccount.flatMap((events) => events[turn] ?? []));
}
