import { read, type Reading } from '../spelt-word.ts';

/*
 * Near to the McCune-Reischauer spelling without marks that OFAC and North Korea use (Kim Jong Un, Pak To Chun), because
 * most listed Koreans are written so; the fold and the surname equivalents bring the South Korean spellings near.
 */
const initials = 'k|kk|n|t|tt|r|m|p|pp|s|ss||j|jj|ch|k|t|p|h'.split('|');
const vowels = 'a|ae|ya|yae|o|e|yo|ye|o|wa|wae|oe|yo|u|wo|we|wi|yu|u|ui|i'.split('|');
const finals = '|k|k|k|n|n|n|t|l|k|m|l|l|l|l|l|m|p|p|t|t|ng|t|t|k|t|p|h'.split('|');

const surnames = new Map(
  [
    '김 kim',
    '이 ri',
    '리 ri',
    '박 pak',
    '최 choe',
    '정 jong',
    '노 no',
    '로 ro',
    '임 im',
    '림 rim',
    '양 yang',
    '류 ryu',
  ].map((pair) => pair.split(' ') as [string, string]),
);

const twoSyllableSurnames = /^(?:남궁|선우|황보|제갈|독고|사공)/u;
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;

/** A personal name has up to five syllables; longer words are companies and offices, listed under translated names. */
const longestPersonalName = 5;

/** One word a syllable, as the lists write Korean names: `KIM, Jong Un`. Precomposed syllables (NFC). */
export function readHangul(word: string): Reading {
  const syllables = Array.from(word);
  if (syllables.length > longestPersonalName || !syllables.every(isSyllable))
    return { words: read(syllables.map(syllableToLatin).join('')).words, isUnread: true };
  const surname = twoSyllableSurnames.exec(word)?.[0];
  if (surname !== undefined)
    return read(Array.from(surname, syllableToLatin).join(''), ...syllables.slice(2).map(syllableToLatin));
  const [first = '', ...given] = syllables;
  const isSurname = syllables.length !== 2;
  return read(
    (isSurname ? surnames.get(first) : undefined) ?? syllableToLatin(first),
    ...given.map(syllableToLatin),
  );
}

function isSyllable(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= firstSyllable && code <= lastSyllable;
}

function syllableToLatin(character: string): string {
  if (!isSyllable(character)) return '';
  const index = character.charCodeAt(0) - firstSyllable;
  const initial = initials[Math.floor(index / (21 * 28))] ?? '';
  const vowel = vowels[Math.floor(index / 28) % 21] ?? '';
  return initial + vowel + (finals[index % 28] ?? '');
}
