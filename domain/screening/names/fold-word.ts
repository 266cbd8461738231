import { SoundTrie } from './sound-trie.ts';

/**
 * Spellings that transliteration from Arabic, Russian, Persian and others makes interchangeable. Hissing sounds are one
 * (sh, sch, ch, shch, cz), so are h and kh, g and gh, k and q, the vowels e and i, the vowels o and u.
 */
const consonants =
  'sh s|ch s|sch s|shch s|tch s|tsch s|tsh s|sz s|cz s|dj i|dzh i|dsch i|j i|y i|kh h|gh g|ph f|th t|dh d|bh b|jh i|' +
  'zh z|ts z|tz z|ck k|c k|q k|x ks|w v|ff f|off uv|eff iv|ov uv|' +
  'sh$ s|ch$ s|kh$ h|gh$ g|ph$ f|th$ t|dh$ d|bh$ b|tch$ s|zh$ z|ah$ a|eh$ i|ih$ i|oh$ u|uh$ u|awu au|awo au|awoo au|awou au';
const vowels = 'e i|ee i|ie i|ei i|ey i|o u|oo u|ou u|ow u|ow$ uv';
/** The written diphthong is one letter in Arabic: `Hussain`, `Hussein`; `Fawzi`, `Fauzi`. */
const diphthongs =
  'ai i|ay i|ae i|aye ii|ayi ii|aya ia|ayo iu|ayu iu|' +
  Array.from('bdfgjklmnpqrstz', (letter) => `aw${letter} au${foldedAlone(letter)}`).join('|');

const shortWords = new SoundTrie(`${consonants}|${vowels}`);
const longWords = new SoundTrie(`${consonants}|${vowels}|${diphthongs}`);

/** In shorter words a diphthong tells two apart: the Chinese names Bai and Bi, Lai and Li. */
const shortestWithDiphthongs = 5;
/** A final h is silent only where enough of the word stays. */
const shortestWithSilentEnd = 4;

/** A word without the differences of transliteration; the same fold for the same sound, mostly. Takes a-z and 0-9. */
export function foldWord(word: string): string {
  if (word.length < shortestWithSilentEnd) return shortWords.read(word);
  return (word.length < shortestWithDiphthongs ? shortWords : longWords).read(word);
}

function foldedAlone(letter: string): string {
  return letter === 'q' ? 'k' : letter === 'j' ? 'i' : letter;
}
