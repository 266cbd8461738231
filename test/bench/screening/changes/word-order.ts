import { changeOneWord, joined, naturally, type Change } from './change.ts';

export const naturalOrder: Change = (name) => naturally(name).join(' ');

export const commaForm: Change = ({ given, family }) =>
  given.length === 0 ? null : `${family.join(' ')}, ${given.join(' ')}`;

export const anyOrder: Change = (name, random) =>
  naturally(name)
    .sort(() => random.next() - 0.5)
    .join(' ');

export const droppedMiddle: Change = ({ given, family }) =>
  given.length < 2 ? null : [given[0] ?? '', ...family].join(' ');

/** The middle name as a letter, as it stands on many cards. */
export const middleInitial: Change = ({ given, family }) =>
  given.length < 2
    ? null
    : [given[0] ?? '', ...given.slice(1).map((word) => `${word[0] ?? ''}.`), ...family].join(' ');

export const firstInitial: Change = ({ given, family }) =>
  given.length < 2 ? null : [`${given[0]?.[0] ?? ''}.`, ...given.slice(1), ...family].join(' ');

/** A blank lost: two neighbours run together. */
export const joinedWords: Change = (name, random) => {
  const words = naturally(name);
  if (words.length < 2) return null;
  const place = random.below(words.length - 1);
  return words.toSpliced(place, 2, `${words[place] ?? ''}${words[place + 1] ?? ''}`).join(' ');
};

/** A blank too many, inside a word. */
export const splitWord: Change = (name, random) =>
  joined(
    changeOneWord(naturally(name), random, (word) => {
      if (word.length < 6 || !/^\p{L}+$/u.test(word)) return null;
      const place = 2 + random.below(word.length - 4);
      return `${word.slice(0, place)} ${word.slice(place)}`;
    }),
  );

const extraNames = [
  'Khan',
  'Ahmed',
  'Junior',
  'Maria',
  'Ivan',
  'Lee',
  'Alexander',
  'Carlos',
  'Hassan',
  'Singh',
];

export const extraWord: Change = (name, random) => {
  const words = naturally(name);
  return words.toSpliced(1 + random.below(words.length), 0, random.pick(extraNames)).join(' ');
};

export const upperCase: Change = (name) => naturally(name).join(' ').toUpperCase();

export const lowerCase: Change = (name) => naturally(name).join(' ').toLowerCase();
