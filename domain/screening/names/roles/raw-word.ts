import type { SpeltWord } from '../spelt-word.ts';
import type { Separator } from '../written-words.ts';

/** A word in Latin letters, and what stands between it and the next. */
export interface RawWord extends SpeltWord {
  readonly separator: Separator;
}
