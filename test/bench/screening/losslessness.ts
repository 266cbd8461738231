import { NameFinder } from '../../../domain/screening/index/name-finder.ts';
import type { ScreeningIndex } from '../../../domain/screening/index/open-index.ts';
import { QueryReader } from '../../../domain/screening/query-words.ts';
import { findByBruteForce } from './brute-force.ts';
import { timed } from './speed/stopwatch.ts';

export interface LostName {
  readonly query: string;
  readonly listed: string;
  /** What brute force gives it. */
  readonly score: number;
}

export interface Losslessness {
  readonly queries: number;
  /** Pairs of a query and a listed name at or above the floor. */
  readonly hits: number;
  readonly lost: readonly LostName[];
  /** How many times faster the index found them, by processor time. */
  readonly speedRatio: number;
}

/** Looks for the same names through the index and by comparing with every listed name. */
export function checkLosslessness(
  index: ScreeningIndex,
  queries: readonly string[],
  floor: number,
): Losslessness {
  const finder = new NameFinder(index);
  const reader = new QueryReader(index.weightOf);
  const read = queries.map((query) => reader.read(query));
  for (const query of read) finder.find(query, floor);
  let [slow, fast, hits] = [0, 0, 0];
  const lost: LostName[] = [];
  read.forEach((query, place) => {
    let found = new Set<number>();
    let all = new Map<number, number>();
    fast += timed(() => {
      found = new Set(finder.find(query, floor).map(({ name }) => name));
    }).cpuMs;
    slow += timed(() => {
      all = findByBruteForce(index, query, floor);
    }).cpuMs;
    hits += all.size;
    for (const [name, score] of all)
      if (!found.has(name)) lost.push({ query: queries[place] ?? '', listed: index.nameAt(name), score });
  });
  return { queries: queries.length, hits, lost, speedRatio: slow / fast };
}
