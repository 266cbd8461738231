import type { WordRole } from './normalised-name.ts';

/** A word in Latin letters, before its neighbours have been looked at. */
export interface SpeltWord {
  /** a-z and 0-9, lower case; never empty. */
  readonly text: string;
  readonly isConsonantal: boolean;
  /** What the script told already: the Arabic article, a Chinese legal form. */
  readonly role?: WordRole;
}

/** What was read of one run of letters of one script. */
export interface Reading {
  readonly words: readonly SpeltWord[];
  /** Some of it says too little of the sound, or of the meaning, to be compared with a Latin spelling. */
  readonly isUnread: boolean;
}

export function read(...texts: readonly string[]): Reading {
  const words = texts.filter((text) => text !== '').map((text) => ({ text, isConsonantal: false }));
  return { words, isUnread: false };
}

export const unread: Reading = { words: [], isUnread: true };
