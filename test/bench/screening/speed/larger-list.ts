import { seededRandom } from '../../../../cli/demo/random.ts';
import type { ListEntry } from '../../../../domain/lists/list-entry.ts';
import { slips } from '../changes/typos.ts';

const shortestChanged = 4;

/** The list and `times - 1` copies of it whose longer words are misspelt: as many names, and nearly as many new words. */
export function enlarged(entries: readonly ListEntry[], times: number, seed: number): ListEntry[] {
  const random = seededRandom(seed);
  const misspelt = (word: string): string =>
    word.length < shortestChanged
      ? word
      : (random.pick([slips.transposition, slips.insertion, slips.omission])(word, random) ?? word);
  const copies = Array.from({ length: times - 1 }, (_, copy) =>
    entries.map((entry) => ({
      ...entry,
      entryId: `${entry.entryId}-${copy}`,
      names: entry.names.map((name) => ({ ...name, text: name.text.split(' ').map(misspelt).join(' ') })),
    })),
  );
  return [...entries, ...copies.flat()];
}
