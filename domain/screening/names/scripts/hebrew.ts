import { letterTable } from '../letter-table.ts';
import type { Reading } from '../spelt-word.ts';
import { hebrewNames } from './hebrew-names.ts';

const lexicon = letterTable(hebrewNames);
const letters = letterTable(
  'א a|ב b|ג g|ד d|ה h|ו w|ז z|ח h|ט t|י y|כ k|ך k|ל l|מ m|ם m|נ n|ן n|ס s|ע a|פ p|ף f|צ tz|ץ tz|ק k|ר r|ש sh|ת t|װ v|ױ oy|ײ ey',
);
const legalForm = /^בעמ$/u;

/** A word in Hebrew letters; written fully with vowels only where the lexicon knows it. */
export function readHebrew(word: string): Reading {
  const plain = word.normalize('NFD').replaceAll(/\p{M}/gu, '');
  if (legalForm.test(plain))
    return { words: [{ text: 'ltd', isConsonantal: false, role: 'legalForm' }], isUnread: false };
  const known = lexicon.get(plain);
  if (known !== undefined) return { words: [{ text: known, isConsonantal: false }], isUnread: false };
  // At the end of a word bet is always a v.
  const text = Array.from(
    plain,
    (letter, at) => (at === plain.length - 1 && letter === 'ב' ? 'v' : letters.get(letter)) ?? '',
  ).join('');
  return text === ''
    ? { words: [], isUnread: true }
    : { words: [{ text, isConsonantal: true }], isUnread: false };
}
