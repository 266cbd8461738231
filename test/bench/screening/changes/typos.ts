import type { Random } from '../../../../cli/demo/random.ts';
import { changeOneWord, joined, naturally, type Change } from './change.ts';

/** A slip in a shorter word makes another word of it. */
const shortestSlip = 5;

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Letters that a listener takes for one another, in English spelling. */
const heardAlike: readonly (readonly [string, string])[] = [
  ['ph', 'f'],
  ['c', 'k'],
  ['k', 'c'],
  ['i', 'ee'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['s', 'z'],
  ['z', 's'],
  ['v', 'w'],
  ['e', 'a'],
  ['y', 'i'],
  ['j', 'g'],
  ['x', 'ks'],
  ['sh', 'ch'],
];

type Slip = (word: string, random: Random) => string | null;

const neighbour: Slip = (word, random) => {
  const place = innerPlace(word, random);
  const letter = (word[place] ?? '').toLowerCase();
  const row = rows.find((keys) => keys.includes(letter));
  if (row === undefined) return null;
  const column = row.indexOf(letter);
  return replaceAt(word, place, row[column + 1] ?? row[column - 1] ?? letter);
};

const transposition: Slip = (word, random) => {
  const place = Math.min(innerPlace(word, random), word.length - 2);
  return `${word.slice(0, place)}${word[place + 1] ?? ''}${word[place] ?? ''}${word.slice(place + 2)}`;
};

const omission: Slip = (word, random) => {
  const place = innerPlace(word, random);
  return word.slice(0, place) + word.slice(place + 1);
};

const doubling: Slip = (word, random) => {
  const place = innerPlace(word, random);
  return word.slice(0, place + 1) + word.slice(place);
};

const insertion: Slip = (word, random) => {
  const place = innerPlace(word, random);
  return word.slice(0, place) + random.pick(Array.from('aeilnorst')) + word.slice(place);
};

const heard: Slip = (word, random) => {
  const fitting = heardAlike.filter(([from]) => word.toLowerCase().indexOf(from, 1) > 0);
  if (fitting.length === 0) return null;
  const [from, to] = random.pick(fitting);
  const place = word.toLowerCase().indexOf(from, 1);
  return word.slice(0, place) + to + word.slice(place + from.length);
};

export const slips = { neighbour, transposition, omission, doubling, insertion, heard };

export function oneSlip(slip: Slip): Change {
  return (name, random) => joined(slipIn(naturally(name), random, slip));
}

/** Two slips, in two words or in one. */
export const twoSlips: Change = (name, random) => {
  const kinds = [neighbour, transposition, omission, insertion];
  const once = slipIn(naturally(name), random, random.pick(kinds));
  return once && joined(slipIn(once, random, random.pick(kinds)));
};

/** The first letter of a word wrong: what tables of initials cannot find again. */
export const firstLetterWrong: Change = (name, random) =>
  joined(
    changeOneWord(naturally(name), random, (word) =>
      isSlippable(word) ? random.pick(Array.from('bdfgklmnprstvz')) + word.slice(1) : null,
    ),
  );

function slipIn(words: readonly string[], random: Random, slip: Slip): string[] | null {
  return changeOneWord(words, random, (word) => (isSlippable(word) ? slip(word, random) : null));
}

function isSlippable(word: string): boolean {
  return word.length >= shortestSlip && /^\p{L}+$/u.test(word);
}

/** Not the first letter: that is a class of its own. */
function innerPlace(word: string, random: Random): number {
  return 1 + random.below(word.length - 1);
}

function replaceAt(word: string, place: number, letter: string): string {
  return word.slice(0, place) + letter + word.slice(place + 1);
}
