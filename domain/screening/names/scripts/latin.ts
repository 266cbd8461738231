import anyAscii from 'any-ascii';
import { letterTable } from '../letter-table.ts';
import { read, type Reading } from '../spelt-word.ts';

/** Latin letters that taking the accents away leaves as they are. */
const letters = letterTable('ø o|ł l|đ d|ð d|þ th|ß ss|æ ae|œ oe|ı i|ħ h|ŋ n|ə a|ɣ gh');

/** Lower-case Latin letters with or without accents. */
export function readLatin(word: string): Reading {
  const plain = word.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return read(plain.replaceAll(/[^a-z0-9]/gu, (letter) => letters.get(letter) ?? asciiLetters(letter)));
}

export function asciiLetters(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
