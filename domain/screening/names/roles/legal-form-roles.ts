import { editDistance } from '../../edit-distance.ts';
import type { WordRole } from '../normalised-name.ts';
import { legalFormPhrases, legalFormsInFront, legalFormWords, oftenMisspelt } from './legal-forms.ts';
import type { RawWord } from './raw-word.ts';

const phrasesByFirst = Map.groupBy(
  legalFormPhrases.toSorted((one, other) => other.length - one.length),
  ([first = '']) => first,
);
const shortestMisspelt = 6;

/** Marks the words that say what kind of company it is. Roles are changed in place: index by index those of `words`. */
export function markLegalForms(words: readonly RawWord[], roles: WordRole[]): void {
  let hasForm = roles.includes('legalForm');
  for (let at = 0; at < words.length; at += 1) {
    const length = phraseAt(words, at);
    if (length > 0) roles.fill('legalForm', at, at + length);
    if (length > 0 || standsAlone(words, at)) {
      roles[at] = 'legalForm';
      hasForm = true;
    }
  }
  if (!hasForm) return;
  for (let at = 1; at < words.length; at += 1) markBeside(words, roles, at, at - 1);
  for (let at = words.length - 2; at >= 0; at -= 1) markBeside(words, roles, at, at + 1);
}

/** Whether a word may be a part of a legal form. */
export function isLegalWord(text: string): boolean {
  return legalFormWords.has(text) || phrasesByFirst.has(text) || isMisspeltForm(text);
}

/** How many words from here on are a legal form together; of one letter each only at the end of the name. */
function phraseAt(words: readonly RawWord[], at: number): number {
  const phrases = phrasesByFirst.get(words[at]?.text ?? '');
  if (phrases === undefined) return 0;
  const found = phrases.find((phrase) => phrase.every((text, index) => words[at + index]?.text === text));
  if (found === undefined) return 0;
  const isOfLetters = found.every((text) => text.length <= 2);
  return isOfLetters && (at === 0 || at + found.length < words.length) ? 0 : found.length;
}

function standsAlone(words: readonly RawWord[], at: number): boolean {
  const text = words[at]?.text ?? '';
  const kind = legalFormWords.get(text);
  if (kind === undefined) return isMisspeltForm(text);
  if (kind === 'anywhere') return true;
  const isFirst = at === 0 && words.length > 1;
  return (
    kind === 'atAnEnd' && ((at > 0 && at === words.length - 1) || (isFirst && legalFormsInFront.has(text)))
  );
}

function isMisspeltForm(text: string): boolean {
  return text.length >= shortestMisspelt && oftenMisspelt.some((word) => isSlip(text, word));
}

function markBeside(words: readonly RawWord[], roles: WordRole[], at: number, neighbour: number): void {
  if (
    roles[neighbour] === 'legalForm' &&
    roles[at] !== 'legalForm' &&
    legalFormWords.has(words[at]?.text ?? '')
  )
    roles[at] = 'legalForm';
}

function isSlip(text: string, word: string): boolean {
  // One slip leaves one half as it was; to look at the halves first saves nearly every distance.
  const half = word.length >> 1;
  const isHalfRight = text.startsWith(word.slice(0, half)) || text.endsWith(word.slice(half + 1));
  return isHalfRight && text.charCodeAt(0) === word.charCodeAt(0) && editDistance(text, word, 1) === 1;
}
