import { normaliseName } from '../../domain/screening/names/normalise-name.ts';
import type { WordCounts } from '../../domain/screening/words/word-weights.ts';

// A word that stands in fewer names tells as much as one in none, and there are very many of them.
const fewestNames = 3;

/** Counts in how many names each word stands. */
export function countWords(names: readonly string[]): WordCounts {
  const counts = new Map<string, number>();
  for (const name of names) {
    const words = normaliseName(name).words.map(({ text }) => text);
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= fewestNames).sort(([a], [b]) => (a < b ? -1 : 1));
  return { names: names.length, counts: Object.fromEntries(kept) };
}
