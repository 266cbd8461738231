import { normaliseName } from '../../../../domain/screening/names/normalise-name.ts';
import type { NormalisedName } from '../../../../domain/screening/names/normalised-name.ts';

/** The words of a name in one line: the role in brackets where it is not a name, `~` after a word without vowels. */
export function wordsOf(name: string): string {
  return normaliseName(name)
    .words.map(({ text, role, isConsonantal }) => {
      const written = isConsonantal ? `${text}~` : text;
      return role === 'name' ? written : `${written}(${role})`;
    })
    .join(' ');
}

/** The words that tell who is meant. */
export function nameWordsOf({ words }: NormalisedName): string[] {
  return words.filter(({ role }) => role === 'name').map(({ text }) => text);
}
