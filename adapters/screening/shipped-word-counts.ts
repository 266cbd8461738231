import wordCounts from '../../data/screening/word-counts.json' with { type: 'json' };
import type { WordCounts } from '../../domain/screening/words/word-weights.ts';

/** How common words are in names: part of the matcher, so it ships inside the bundles. */
export const shippedWordCounts: WordCounts = wordCounts;
