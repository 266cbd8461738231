import { mostEvidence } from '../../../domain/screening/evidence.ts';
import { openIndex } from '../../../domain/screening/index/open-index.ts';
import type { Figure } from '../measure.ts';
import { compile } from './build-screener.ts';
import { readFullList } from './full-list.ts';
import { generatedSamples } from './generated-samples.ts';
import { checkLosslessness } from './losslessness.ts';
import { threshold } from './quality-figures.ts';
import { cleanSamples, perturbedSamples } from './samples.ts';

/** The lowest score of words alone that other evidence can lift to the shipped threshold. */
const floor = threshold - mostEvidence({ birthDate: '1970-01-01', countries: ['US'] });

/** About a minute of comparing with every name. */
const queries = 120;

/** The same names through the index and by brute force in the same process. */
export function losslessnessFigures(): Figure[] {
  const all = [...perturbedSamples(), ...generatedSamples(2, 10), ...cleanSamples()].map(
    ({ query }) => query.name ?? '',
  );
  const step = Math.floor(all.length / queries);
  const sample = all.filter((_, place) => place % step === 0);
  const { hits, lost, speedRatio } = checkLosslessness(openIndex(compile(readFullList())), sample, floor);
  const example = lost[0] === undefined ? '' : `; "${lost[0].query}" lost "${lost[0].listed}"`;
  return [
    {
      name: 'names lost by the index',
      value: lost.length,
      unit: `of ${hits}`,
      limit: { atMost: 0 },
      remark: `limit: issue 3; ${sample.length} queries, floor ${floor.toFixed(2)}${example}`,
    },
    {
      name: 'faster than brute force',
      value: speedRatio,
      unit: 'times',
      remark: 'by processor time, same process',
    },
  ];
}
