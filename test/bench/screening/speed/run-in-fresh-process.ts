import { readFileSync } from 'node:fs';
import { createScreener } from '../../../../domain/screening/create-screener.ts';
import { openIndex, type ScreeningIndex } from '../../../../domain/screening/index/open-index.ts';
import type { Screener } from '../../../../domain/screening/screening.ts';
import { shippedThreshold } from '../../../support/shipped-threshold.ts';
import type { SpeedMeasurement } from './speed-measurement.ts';
import { rateOf, timed } from './stopwatch.ts';

const [indexFile = '', namesFile = ''] = process.argv.slice(2);
const names = JSON.parse(readFileSync(namesFile, 'utf8')) as { chunk: string[]; others: string[] };

let screener: Screener | undefined;
const load = timed(() => {
  const index: ScreeningIndex = openIndex(readFileSync(indexFile));
  screener = createScreener(index, { threshold: shippedThreshold });
});
const screenAll = (some: readonly string[]) => () => {
  for (const name of some) screener?.screen({ name });
};
const cold = timed(screenAll(names.chunk));
const memory = process.memoryUsage();
const newNames = timed(screenAll(names.others));
const again = timed(screenAll(names.chunk));

const measurement: SpeedMeasurement = {
  load,
  cold: rateOf(names.chunk.length, cold),
  warmNewNames: rateOf(names.others.length, newNames),
  warmSameNames: rateOf(names.chunk.length, again),
  rssMb: memory.rss / 2 ** 20,
  heapMb: memory.heapUsed / 2 ** 20,
  peakRssMb: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(measurement));
