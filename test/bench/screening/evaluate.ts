import type { Screener, Screening } from '../../../domain/screening/screening.ts';
import type { CleanSample, ListedSample } from './samples.ts';

/** What a screener with a low threshold said of one sample; higher thresholds are judged from its scores. */
export interface Judged<Sample> {
  readonly sample: Sample;
  /** Score of the party that was meant, or of anybody for a clean name; 0 when below the floor. */
  readonly score: number;
  /** The best listed name, whoever's. */
  readonly best: string;
  readonly isUnseen: boolean;
}

export function judgeListed(screener: Screener, samples: readonly ListedSample[]): Judged<ListedSample>[] {
  return samples.map((sample) => {
    const screening = screener.screen(sample.query);
    const meant = matchesOf(screening).find(({ entryId }) => entryId === sample.entryId);
    return judged(sample, screening, meant?.score ?? 0);
  });
}

export function judgeClean(screener: Screener, samples: readonly CleanSample[]): Judged<CleanSample>[] {
  return samples.map((sample) => {
    const screening = screener.screen(sample.query);
    return judged(sample, screening, matchesOf(screening)[0]?.score ?? 0);
  });
}

/** The share of samples that reach the threshold: recall of listed names, alert rate of clean ones. */
export function shareFrom(judgements: readonly Judged<unknown>[], threshold: number): number {
  return judgements.filter(({ score }) => score >= threshold).length / Math.max(1, judgements.length);
}

export function byGroup<Sample extends { readonly group: string }>(
  judgements: readonly Judged<Sample>[],
): [group: string, members: Judged<Sample>[]][] {
  return [...Map.groupBy(judgements, ({ sample }) => sample.group)].sort(([one], [other]) =>
    one.localeCompare(other),
  );
}

function judged<Sample>(sample: Sample, screening: Screening, score: number): Judged<Sample> {
  const [best] = matchesOf(screening);
  return {
    sample,
    score,
    best: best === undefined ? '' : `${best.name} (${best.score.toFixed(3)})`,
    isUnseen: screening.outcome === 'notScreened',
  };
}

function matchesOf(screening: Screening) {
  return screening.outcome === 'possibleMatch' ? screening.matches : [];
}
