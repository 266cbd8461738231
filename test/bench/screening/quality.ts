import { parseArgs } from 'node:util';
import { screenerOver } from './build-screener.ts';
import { judgeClean, judgeListed } from './evaluate.ts';
import { readNameList } from './name-list.ts';
import { printAlerts, printGroups, printMisses, printSweep } from './print-quality.ts';
import { cleanSamples, perturbedSamples } from './samples.ts';

/** Scores below this are not looked at: no threshold that anybody would choose lies there. */
const floor = 0.5;

const { values } = parseArgs({
  options: {
    threshold: { type: 'string', default: '0.7' },
    classes: { type: 'boolean', default: false },
    misses: { type: 'string', default: '0' },
    alerts: { type: 'string', default: '0' },
  },
});
const threshold = Number(values.threshold);

const screener = screenerOver(readNameList(), floor);
const listed = judgeListed(screener, perturbedSamples());
const clean = judgeClean(screener, cleanSamples());

printSweep(listed, clean, threshold);
if (values.classes) {
  printGroups('recall', listed, threshold);
  printGroups('alerts', clean, threshold);
}
printMisses(listed, threshold, Number(values.misses));
printAlerts(clean, threshold, Number(values.alerts));
