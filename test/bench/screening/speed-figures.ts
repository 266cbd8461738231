import type { ListEntry } from '../../../domain/lists/list-entry.ts';
import type { Figure } from '../measure.ts';
import { compile } from './build-screener.ts';
import { readFullList } from './full-list.ts';
import { cleanSamples, perturbedSamples } from './samples.ts';
import { enlarged } from './speed/larger-list.ts';
import { measureInFreshProcess, type SpeedMeasurement } from './speed/speed-measurement.ts';
import { timed } from './speed/stopwatch.ts';

/** What one child of the Distributed Map screens. */
const chunkSize = 5_000;

/** A day's change of the list: the median publication adds 6 parties and the largest ones hundreds (`delta_stats.csv`). */
const deltaEntries = 30;

const issue = 'limit: issue 3';

/** Each in a fresh process, by processor time of the thread that screens; the remark has what the clock said. */
export function speedFigures(): Figure[] {
  const entries = readFullList();
  let bytes: Uint8Array = new Uint8Array();
  const build = timed(() => {
    bytes = compile(entries);
  });
  const names = { chunk: everyOther(cleanNames(), 0), others: everyOther(cleanNames(), 1) };
  const full = measureInFreshProcess(bytes, names);
  const listed = measureInFreshProcess(bytes, { chunk: listedNames(entries), others: [] });
  const triple = measureInFreshProcess(compile(enlarged(entries, 3, 1)), names);
  const delta = measureInFreshProcess(compile(entries.slice(-deltaEntries)), {
    chunk: names.chunk,
    others: [...names.others, ...entries.flatMap((entry) => entry.names.map(({ text }) => text))],
  });
  const perturbed = measureInFreshProcess(bytes, {
    chunk: perturbedSamples().map(({ query }) => query.name ?? ''),
    others: [],
  });
  return [
    {
      name: 'index compiled',
      value: build.cpuMs,
      unit: 'ms CPU',
      remark: `${entries.length} parties; ${mb(bytes.length)} MB`,
    },
    {
      name: 'index loaded',
      value: full.load.cpuMs,
      unit: 'ms CPU',
      limit: { atMost: 300 },
      remark: `${issue}; ${Math.round(full.load.wallMs)} ms by the clock, the files in the disk cache`,
    },
    rate('clean names, first chunk', full, 'cold', 10_000),
    rate('clean names, warm', full, 'warmNewNames', 25_000),
    rate('the same names again', full, 'warmSameNames'),
    rate('listed names, first chunk', listed, 'cold'),
    rate('perturbed names, first 865', perturbed, 'cold'),
    rate('three times the list, warm', triple, 'warmNewNames', 8_000),
    rate('three times the list, cold', triple, 'cold'),
    rate('delta index of 30 parties', delta, 'warmNewNames', 100_000),
    rate('delta index, first chunk', delta, 'cold'),
    { name: 'memory, peak of RSS', value: full.peakRssMb, unit: 'MB', limit: { atMost: 300 }, remark: issue },
    {
      name: 'memory, heap after a chunk',
      value: full.heapMb,
      unit: 'MB',
      remark: 'typed arrays stand outside it',
    },
    { name: 'memory, three times the list', value: triple.peakRssMb, unit: 'MB', remark: 'peak of RSS' },
  ];
}

function rate(
  name: string,
  measured: SpeedMeasurement,
  which: 'cold' | 'warmNewNames' | 'warmSameNames',
  atLeast?: number,
): Figure {
  const { cpu, wall, allThreads } = measured[which];
  const others = `${whole(wall)} by the clock, ${whole(allThreads)} with the engine's own threads`;
  return {
    name,
    value: cpu,
    unit: 'names/s',
    ...(atLeast === undefined ? {} : { limit: { atLeast } }),
    remark: atLeast === undefined ? others : `${issue}; ${others}`,
  };
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function cleanNames(): string[] {
  return cleanSamples().map(({ query }) => query.name ?? '');
}

function listedNames(entries: readonly ListEntry[]): string[] {
  const step = Math.floor(entries.length / chunkSize);
  return entries.filter((_, place) => place % step === 0).map(({ names }) => names[0]?.text ?? '');
}

function everyOther<T>(all: readonly T[], from: 0 | 1): T[] {
  return all.filter((_, place) => place % 2 === from);
}

function mb(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
