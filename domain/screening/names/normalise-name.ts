import { partLegalForms } from './legal-forms.ts';
import type { NameWord, NormalisedName } from './normalised-name.ts';
import { transliterate } from './transliterate.ts';

/** Nobody's name has more words; what is longer would only cost time. */
const mostTokens = 40;

const digitLookAlikes = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
  ['@', 'a'],
  ['$', 's'],
]);

export function normaliseName(name: string): NormalisedName {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    // Accents, invisible marks of direction, and apostrophes vanish; other punctuation parts words.
    .replaceAll(/[\p{M}\p{Cf}\p{Cc}'’‘`´]/gu, '')
    .replaceAll(/(?<=(?:^|[^\p{L}\p{N}])\p{L})\.(?=\p{L}(?:[^\p{L}\p{N}]|$))/gu, '')
    .split(/[^\p{L}\p{N}@$]+/u)
    .filter((word) => word !== '');
  const spelt = words.map(transliterate).map(readDigitsAsLetters);
  const tokens = spelt.flatMap((word) => word.match(/[a-z0-9]+/g) ?? []);
  return {
    words: withSomeName(tokens.slice(0, mostTokens).flatMap(partLegalForms)),
    hasUnreadScript: spelt.some((word) => /[^a-z0-9@$]/.test(word)),
  };
}

/** A name of nothing but legal forms (`AS`, `Company`) is made of names. */
function withSomeName(words: readonly NameWord[]): readonly NameWord[] {
  const hasName = words.some(({ text, role }) => role === 'name' && text.length > 1);
  return hasName ? words : words.map((word) => ({ ...word, role: 'name' }));
}

/** `m0hamed` is a name with a digit in it; `737` is a number. Lists are read the same way. */
function readDigitsAsLetters(word: string): string {
  const letters = word.match(/[a-z]/g)?.length ?? 0;
  if (letters === 0 || letters === word.length || /\d{2}/.test(word)) return word;
  return Array.from(word, (sign) => digitLookAlikes.get(sign) ?? sign).join('');
}
