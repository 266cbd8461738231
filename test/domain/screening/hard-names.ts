import { seededRandom } from '../../../cli/demo/random.ts';

/** As long as a word may be and still be misspelt. */
const longWord = `${'abcdefghij'.repeat(3)}k`;

/** Words that an index could lose each in its own way, so that any few of them make a name worth looking for. */
const hardWords = [
  // One letter that stands for a name, and the letters of a legal form.
  ...['a', 'j', 'm', 'x', 'ag', 's.a.'],
  // Names in one place and legal forms, titles or particles in another.
  ...['al', 'bin', 'co', 'de', 'dr', 'la', 'ltd', 'limited', 'sa', 'von'],
  // Numbers, and what looks like one.
  ...['2', '5', 'ii', 'iii', 'fund'],
  // Words of each other, written together or apart.
  ...['marie', 'anne', 'marieanne', 'abdul', 'rahman', 'abdulrahman', 'mi', 'yong'],
  // One name in other letters: by sound, by equivalents, by consonants, by syllables.
  ...['petrov', 'petroff', 'petrovic', 'pertov', 'mohammed', 'muhamad', 'محمد', 'علي', 'حسين', 'hussein'],
  ...['김', '박', '영미', 'kim', 'park', 'aleksandr', 'iskandar', 'sasha'],
  // On both sides of the length from which a slip is no slip.
  ...[longWord, `${longWord}l`, `${longWord}lm`],
];

/** Names of one to four hard words. The same seed gives the same names. */
export function hardNames(seed: number, count: number): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + random.below(4) }, () => random.pick(hardWords)).join(' '),
  );
}
