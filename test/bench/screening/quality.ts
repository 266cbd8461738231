import { parseArgs } from 'node:util';
import { shippedThreshold } from '../../support/shipped-threshold.ts';
import { arabicSamples, commonArabicNames } from './arabic-samples.ts';
import { screenerOver } from './build-screener.ts';
import { judgeClean, judgeListed } from './evaluate.ts';
import { readFullList } from './full-list.ts';
import { generatedSamples } from './generated-samples.ts';
import { judgePairs } from './pairs.ts';
import { printPairs } from './print-pairs.ts';
import { printAlerts, printGroups, printMisses, printSweep } from './print-quality.ts';
import { cleanSamples, perturbedSamples, type CleanSample, type ListedSample } from './samples.ts';
import { scriptSamples } from './script-samples.ts';

/** Scores below this are not looked at: no threshold that anybody would choose lies there. */
const defaultFloor = '0.5';

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'perturbed' },
    threshold: { type: 'string', default: String(shippedThreshold) },
    floor: { type: 'string', default: defaultFloor },
    seed: { type: 'string', default: '1' },
    classes: { type: 'boolean', default: false },
    misses: { type: 'string', default: '0' },
    alerts: { type: 'string', default: '0' },
  },
});
const threshold = Number(values.threshold);
const seed = Number(values.seed);
const entries = readFullList();

interface SampleSet {
  readonly listed: () => ListedSample[];
  readonly clean: () => CleanSample[];
}

const arabicClean = (): CleanSample[] => [
  ...cleanSamples().filter(({ group }) => group === 'Arabic'),
  ...commonArabicNames(seed, 2_500, entries),
];

const sets: Record<string, SampleSet> = {
  perturbed: { listed: perturbedSamples, clean: cleanSamples },
  generated: { listed: () => generatedSamples(seed, 60), clean: cleanSamples },
  'arabic-tune': { listed: () => arabicSamples('tune', entries), clean: arabicClean },
  'arabic-held': { listed: () => arabicSamples('held', entries), clean: arabicClean },
  scripts: { listed: scriptSamples, clean: cleanSamples },
};

if (values.set === 'pairs' || values.set === 'all')
  printPairs(judgePairs(), threshold, Number(values.misses));
const chosen = values.set === 'pairs' ? [] : values.set === 'all' ? Object.keys(sets) : [values.set];
const screener = screenerOver(entries, Number(values.floor));
for (const name of chosen) {
  const set = sets[name];
  if (set === undefined)
    throw new RangeError(`--set ${name}: expected all, pairs or ${Object.keys(sets).join(', ')}`);
  const listed = judgeListed(screener, set.listed());
  const clean = judgeClean(screener, set.clean());
  console.log(`\n== ${name}: ${listed.length} listed and ${clean.length} clean names, seed ${seed}`);
  printSweep(listed, clean, threshold);
  if (values.classes) {
    printGroups('recall', listed, threshold);
    printGroups('alerts', clean, threshold);
  }
  printMisses(listed, threshold, Number(values.misses));
  printAlerts(clean, threshold, Number(values.alerts));
}
