import { SoundTrie } from './sound-trie.ts';

const vowelLetters = 'aeiouy';

/**
 * Consonants in classes that Arabic, Persian and Hebrew writing keeps apart and Latin spellings of it do not confuse:
 * b with p, all k sounds with g, h with kh, the hissing sounds. Vowels vanish; w counts before a vowel only,
 * where the letter waw is a consonant too.
 */
const classes =
  'b b|p b|ph f|f f|t t|th t|d d|dh d|j j|dj j|dzh j|g k|gh k|k k|q k|c k|ck k|ce s|ci s|cy s|kh h|h h|h$ |' +
  's s|sh s|ch s|sch s|shch s|tch s|tsch s|z z|ts s|tz s|x ks|l l|m m|n n|r r|v w|w |' +
  Array.from(vowelLetters, (vowel) => `${vowel} |w${vowel} w|ou${vowel} w|v${vowel} w`).join('|');

const inner = new SoundTrie(classes);

/**
 * The consonants of a word by class, the same for the Latin spelling of a name as for its letters in a script that leaves
 * vowels out. `a` stands for a vowel at the beginning. Takes a-z and 0-9; digits stay.
 */
export function skeletonOf(word: string): string {
  const first = word.charAt(0);
  if (first === 'y') return `y${inner.read(word, 1)}`;
  if (first === 'w') return `w${inner.read(word, 1)}`;
  return 'aeiou'.includes(first) && first !== '' ? `a${inner.read(word, 1)}` : inner.read(word);
}
