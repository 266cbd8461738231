import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEntries } from '../../../domain/lists/compare-entries.ts';
import type { ListEntry } from '../../../domain/lists/list-entry.ts';
import type { Match, Screener } from '../../../domain/screening/screening.ts';
import { seededRandom } from '../../../cli/demo/random.ts';
import { screenerOver } from '../../bench/screening/build-screener.ts';
import { slips } from '../../bench/screening/changes/typos.ts';
import { readPublication } from '../../bench/screening/history-facts.ts';
import { cleanSamples } from '../../bench/screening/samples.ts';
import { shippedThreshold } from '../../support/shipped-threshold.ts';

const days = ['2024-04-19', '2024-04-23', '2024-04-25', '2024-04-26'] as const;
const seed = 20_240_426;

/** One publication after another, with the screeners of a full run and of a delta run. */
interface Step {
  readonly before: Screener;
  readonly after: Screener;
  readonly delta: Screener;
  /** Parties whose earlier matches no longer count. */
  readonly gone: ReadonlySet<string>;
  readonly names: readonly string[];
}

const publications = days.map((day) => readPublication(day));
const screeners = publications.map((entries) => screenerOver(entries, shippedThreshold));
const steps: readonly Step[] = publications.slice(1).map((entries, place) => {
  const { added, removed, changed } = compareEntries(publications[place] ?? [], entries);
  const fresh = [...added, ...changed.map(({ after }) => after)];
  const [before, after] = [screeners[place], screeners[place + 1]];
  if (before === undefined || after === undefined) throw new Error(`no screener for ${String(days[place])}`);
  return {
    before,
    after,
    delta: screenerOver(fresh, shippedThreshold),
    gone: new Set([...removed, ...changed.map((change) => change.before)].map(({ entryId }) => entryId)),
    names: [...fresh, ...removed].flatMap(namesOf),
  };
});

describe('a delta run over consecutive publications of the SDN list', () => {
  it('has something to add, to change and to remove', () => {
    const deltas = publications
      .slice(1)
      .map((entries, place) => compareEntries(publications[place] ?? [], entries));
    expect(deltas.map(({ added }) => added.length)).toEqual([11, 29, 0]);
    expect(deltas.map(({ removed }) => removed.length)).toEqual([0, 0, 2]);
    expect(deltas.some(({ changed }) => changed.length > 0)).toBe(true);
  });

  it('gives, with what still holds of the run before, the rows of a full run', () => {
    const anyListed = publications.flatMap((entries) => entries.slice(0, 2_000)).flatMap(namesOf);
    const clean = cleanSamples().map(({ query }) => query.name ?? '');
    fc.assert(
      fc.property(
        fc.constantFrom(...steps),
        fc.nat(),
        fc.constantFrom('touched', 'listed', 'clean'),
        fc.nat(),
        (step, pick, source, slipSeed) => {
          const names = source === 'touched' ? step.names : source === 'listed' ? anyListed : clean;
          const name = misspelt(names[pick % names.length] ?? '', slipSeed);
          const kept = rowsOf(step.before, name).filter(({ entryId }) => !step.gone.has(entryId));
          expect(inOrder([...kept, ...rowsOf(step.delta, name)]), name).toEqual(
            inOrder(rowsOf(step.after, name)),
          );
        },
      ),
      { seed, numRuns: 400 },
    );
  });
});

function rowsOf(screener: Screener, name: string): readonly Match[] {
  const screening = screener.screen({ name });
  return screening.outcome === 'possibleMatch' ? screening.matches : [];
}

/** Matches of equal score may come in any order. */
function inOrder(matches: readonly Match[]): readonly Match[] {
  return [...matches].sort((one, other) => one.entryId.localeCompare(other.entryId));
}

/** Two names in three as they are listed, the third with a slip. */
function misspelt(name: string, slipSeed: number): string {
  const random = seededRandom(slipSeed);
  const words = name.split(' ');
  const place = random.below(words.length);
  const word = words[place] ?? '';
  if (random.below(3) > 0 || word.length < 5) return name;
  return words.with(place, slips.transposition(word, random) ?? word).join(' ');
}

function namesOf({ names }: ListEntry): string[] {
  return names.map(({ text }) => text);
}
