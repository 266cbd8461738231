import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { certifyYear } from './certify-year.ts';
import { august, january, july, type YearStory } from './chapters.ts';
import { costLines } from './cost-lines.ts';
import { checkPlanted, expectation, joinChecks, type Expectation } from './expectations.ts';
import { sealAuditLog, type SealedLog } from './seal-audit-log.ts';
import type { SimulatedYear } from './simulated-year.ts';
import type { Summary } from './summary.ts';
import { tally, type Tally } from './tally.ts';

export interface YearPlaces {
  readonly storage: string;
  readonly assembly: string;
  readonly out: string;
}

/** When the simulated year begins. */
export const yearBegins = '2021-07-08T07:00:00.000Z';

/** The whole story, from the first list to the verified log; writes `summary.json`. */
export async function tellYear(year: SimulatedYear, places: YearPlaces): Promise<Summary> {
  const { storage, assembly, out } = places;
  mkdirSync(out, { recursive: true });
  const stories = [await july(year, storage), await august(year, storage), await january(year)];
  const reports = await certifyYear(year, out);
  year.progress.phase('the audit log is exported and verified');
  const log = await sealAuditLog(year, out);
  const counted = await tally(year.stage);
  const checks = await allChecks(year, stories, log, counted);
  const summary: Summary = {
    ...counted,
    seed: year.plan.seed,
    simulated: { from: yearBegins, to: year.now().toISOString() },
    events: eventCounts(year, log),
    expectations: outcome(checks),
    httpRefusals: refusals(checks),
    notices: noticeCounts(year),
    lists: stories.flatMap(({ lists }) =>
      lists.map(({ list, summary, carried }) => ({ list, ...summary, carried })),
    ),
    audit: log.audit,
    reports: reports.map(({ path, sha256 }) => ({ kind: 'certification', path, sha256 })),
    meter: costLines(year.stage.aws.meter, counted.accounts.received, assembly),
    starts: year.file.starts,
    seconds: Number(year.file.seconds.toFixed(1)),
  };
  writeFileSync(join(out, 'summary.json'), `${JSON.stringify(summary, undefined, 2)}\n`);
  year.file.finish();
  return summary;
}

async function allChecks(
  year: SimulatedYear,
  stories: readonly YearStory[],
  log: SealedLog,
  { accounts }: Tally,
): Promise<Expectation[]> {
  const atLast = await checkPlanted(year, 'atLast');
  const sent = eventsSent(year);
  const late = year.plan.planted.filter(({ id }) => id === 'late-event').length;
  return [
    ...joinChecks(
      stories.flatMap(({ atFirst }) => atFirst),
      atLast,
    ),
    ...stories.flatMap(({ checks }) => checks),
    expectation(
      'none-lost',
      'every account that was sent is in the book',
      year.plan.accounts,
      accounts.received,
    ),
    expectation(
      'applied-once',
      'every event was applied once',
      sent - late,
      log.audit.actions['account.assessed'],
    ),
    expectation(
      'decided-once',
      'every event and review was decided once',
      log.decisionsDue,
      log.audit.decisions,
    ),
    expectation(
      'second-try',
      'the notice turned away came again',
      1,
      year.receiver.takenAtSecondTry().length,
    ),
    expectation('signed-notices', 'every notice was signed as it must', 0, year.receiver.unverified),
    expectation('log-verified', 'the exported audit log verifies', true, log.audit.verified),
  ];
}

function outcome(checks: readonly Expectation[]): Summary['expectations'] {
  const missed = checks.filter(({ holds }) => !holds).map(({ id }) => id);
  return { planted: checks.length, found: checks.length - missed.length, missed, details: checks };
}

function eventsSent({ plan }: SimulatedYear): number {
  return Object.values(plan.waves).flat(2).length;
}

function eventCounts(year: SimulatedYear, { audit }: SealedLog): Summary['events'] {
  const sent = eventsSent(year);
  const applied = audit.actions['account.assessed'] ?? 0;
  return { sent, applied, superseded: sent - applied };
}

function refusals(checks: readonly Expectation[]): Record<string, number> {
  const answers = checks
    .filter(({ id }) => id.startsWith('door-'))
    .map(({ id, found }) => [id.slice('door-'.length), (found as { status: number }).status] as const);
  return Object.fromEntries(answers);
}

function noticeCounts({ receiver }: SimulatedYear): Summary['notices'] {
  const notices = receiver.notices();
  const byType: Record<string, number> = {};
  for (const { type } of notices) byType[type] = (byType[type] ?? 0) + 1;
  const { unverified } = receiver;
  return { taken: notices.length, byType, takenAtSecondTry: receiver.takenAtSecondTry().length, unverified };
}
