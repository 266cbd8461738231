import type { Random } from '../../../../cli/demo/random.ts';

/** A name in its parts. Of a company or a vessel all words are `family`. */
export interface ListedParts {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

/** Writes a name as somebody might; `null` when this change cannot be made to it. */
export type Change = (name: ListedParts, random: Random) => string | null;

/** `KIM Jong Un` as `Jong Un KIM`: how a customer would fill in a form. */
export function naturally({ given, family }: ListedParts): string[] {
  return [...given, ...family];
}

/** The name with one of its words changed; `null` when no word lets itself be changed. */
export function changeOneWord(
  words: readonly string[],
  random: Random,
  change: (word: string) => string | null,
): string[] | null {
  const order = words.map((_, place) => place).sort(() => random.next() - 0.5);
  for (const place of order) {
    const word = words[place] ?? '';
    const changed = change(word);
    if (changed !== null && changed !== word) return words.with(place, changed);
  }
  return null;
}

export function joined(words: readonly string[] | null): string | null {
  return words?.join(' ') ?? null;
}
