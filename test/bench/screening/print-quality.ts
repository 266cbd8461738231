import { byGroup, shareFrom, type Judged } from './evaluate.ts';
import type { CleanSample, ListedSample } from './samples.ts';

const steps = Array.from({ length: 20 }, (_, step) => 0.5 + step * 0.025);

export function printSweep(
  listed: readonly Judged<ListedSample>[],
  clean: readonly Judged<CleanSample>[],
  threshold: number,
): void {
  console.log('threshold   recall   alerts');
  for (const step of steps)
    console.log(
      `${step.toFixed(3).padStart(9)}   ${fraction(shareFrom(listed, step))}   ${percent(shareFrom(clean, step))}`,
    );
  const atOnePercent = thresholdForAlerts(clean, 0.01);
  console.log(
    `recall ${fraction(shareFrom(listed, threshold))} at ${percent(shareFrom(clean, threshold))} alerts at ${threshold}; ` +
      `best recall at <= 1 % alerts: ${fraction(shareFrom(listed, atOnePercent))} (from ${atOnePercent.toFixed(4)}); ` +
      `${clean.filter(({ isUnseen }) => isUnseen).length} clean and ${listed.filter(({ isUnseen }) => isUnseen).length} listed names not screened`,
  );
}

/** The lowest threshold at which no more than `share` of the clean names give an alert. */
export function thresholdForAlerts(clean: readonly Judged<unknown>[], share: number): number {
  const scores = clean.map(({ score }) => score).sort((one, other) => other - one);
  return (scores[Math.floor(clean.length * share)] ?? 0) + 1e-9;
}

export function printGroups(
  title: 'recall' | 'alerts',
  judgements: readonly Judged<ListedSample | CleanSample>[],
  threshold: number,
): void {
  console.log(`\n${title} at ${threshold}`);
  for (const [group, members] of byGroup(judgements)) {
    const share = shareFrom(members, threshold);
    const unseen = members.filter(({ isUnseen }) => isUnseen).length;
    console.log(
      `  ${group.padEnd(24)} ${title === 'recall' ? fraction(share) : percent(share)}  of ${String(members.length).padStart(5)}` +
        (unseen > 0 ? `  (${unseen} not screened)` : ''),
    );
  }
}

/** Some of every class, so that a class of which all are missed does not fill the page. */
export function printMisses(
  listed: readonly Judged<ListedSample>[],
  threshold: number,
  mostPerClass: number,
): void {
  const missed = listed.filter(({ score }) => score < threshold);
  const some = byGroup(missed).flatMap(([, members]) => members.slice(0, mostPerClass));
  for (const { sample, score, best } of some)
    console.log(
      `missed  ${sample.group.padEnd(24)} ${sample.query.name ?? ''}  <-  ${sample.trueName} [${sample.entryId}]: ` +
        `${score === 0 ? 'below the floor' : score.toFixed(3)}; best ${best || 'nobody'}`,
    );
}

export function printAlerts(clean: readonly Judged<CleanSample>[], threshold: number, most: number): void {
  const alerts = clean
    .filter(({ score }) => score >= threshold)
    .sort((one, other) => other.score - one.score);
  for (const { sample, best } of alerts.slice(0, most))
    console.log(`alert   ${sample.group.padEnd(12)} ${sample.query.name ?? ''}  ->  ${best}`);
}

function fraction(share: number): string {
  return share.toFixed(4);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`.padStart(7);
}
