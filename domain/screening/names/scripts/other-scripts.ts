import { read, unread, type Reading } from '../spelt-word.ts';
import { asciiLetters } from './latin.ts';

/** Alphabets and syllabaries written by sound, whose letters any-ascii reads well enough to be compared. */
const bySound =
  /^[\p{Script=Georgian}\p{Script=Armenian}\p{Script=Ethiopic}\p{Script=Hiragana}\p{Script=Katakana}\p{M}ー]+$/u;

/** Everything without a reader of its own: by its letters, or, where they say too little of the sound, not at all. */
export function readOtherScript(word: string): Reading {
  const latin = bySound.test(word) ? asciiLetters(word.replaceAll('ー', '')) : '';
  return latin === '' ? unread : read(latin);
}
