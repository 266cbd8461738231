import { letterTable } from '../letter-table.ts';
import type { WordRole } from '../normalised-name.ts';
import type { Reading, SpeltWord } from '../spelt-word.ts';
import { arabicBusinessWords } from './arabic-business-words.ts';
import { arabicNames } from './arabic-names.ts';
import type { Clues } from './clues.ts';

const lexicon = letterTable(arabicNames);

/** Letters as they sound; alef and ayn stand for a vowel, waw and ya for themselves. After `plainArabic`. */
const letters = letterTable(
  'ا a|ب b|ت t|ث th|ج j|ح h|خ kh|د d|ذ dh|ر r|ز z|س s|ش sh|ص s|ض d|ط t|ظ z|ع a|غ gh|ف f|ق q|ك k|ل l|م m|ن n|ه h|و w|ي y|' +
    'پ p|چ ch|ژ zh|گ g|ڤ v|ٹ t|ڈ d|ڑ r|ں n|ے y|ڕ r|ڵ l|ۆ w|ێ y|ڭ ng|ڠ ng|ۋ v|ې y|ځ z|څ ts|ډ d|ړ r|ږ zh|ښ sh|ګ g|ڼ n|ټ t|ڃ j',
);
/** Persian, Kurdish and Urdu speakers say these otherwise than Arabs. */
const persian = letterTable('ث s|ذ z|ض z|و v');

const article = 'ال';
/** With the article before it, a shorter rest is no name: الي, الى. */
const shortestAfterArticle = 3;

/** A word in Arabic letters: the lexicon gives vowels; what it does not know comes as consonants. */
export function readArabic(word: string, clues: Clues): Reading {
  const words = partsOf(plainArabic(word), clues);
  return { words, isUnread: words.length === 0 };
}

/** One letter for each sound that is written in several ways, and no marks. */
export function plainArabic(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[\p{M}ـء\u200c]/gu, '')
    .replaceAll(/[ىیئ]/gu, 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll(/[ةہھەۀۃ]/gu, 'ه')
    .replaceAll('ٱ', 'ا');
}

function partsOf(word: string, clues: Clues): readonly SpeltWord[] {
  if (word === '') return [];
  const business = arabicBusinessWords.get(word);
  if (business !== undefined) return business.map((known) => ({ isConsonantal: false, ...known }));
  const known = knownWord(word);
  if (known !== undefined) return [known];
  return (
    withAbd(word, clues) ?? withArticle(word, clues) ?? withGod(word, clues) ?? [byConsonants(word, clues)]
  );
}

const particles = letterTable('بن bin|ابن ibn|بنت bint|ال al|ولد ould|بو bu');
const kunya = letterTable('ابو abu|ابي abu|ابا abu|ام umm');

function knownWord(word: string): SpeltWord | undefined {
  const particle = particles.get(word);
  if (particle !== undefined) return spelt(particle, 'particle');
  const latin = kunya.get(word) ?? lexicon.get(word);
  return latin === undefined ? undefined : spelt(latin);
}

/** عبدالرحمن is written as one word or as two. */
function withAbd(word: string, clues: Clues): readonly SpeltWord[] | undefined {
  const rest = /^عبد(ال.{3,})$/u.exec(word)?.[1];
  return rest === undefined ? undefined : [spelt('abd'), ...partsOf(rest, clues)];
}

function withArticle(word: string, clues: Clues): readonly SpeltWord[] | undefined {
  const rest = word.slice(article.length);
  if (!word.startsWith(article) || rest.length < shortestAfterArticle) return undefined;
  return [spelt('al', 'particle'), ...partsOf(rest, clues)];
}

/** نصرالله, صلاحالدين: a name grown together with God or the faith. */
function withGod(word: string, clues: Clues): readonly SpeltWord[] | undefined {
  const [, stem, end] = /^(.{2,}?)(الدين|الله)$/u.exec(word) ?? [];
  if (stem === undefined || end === undefined) return undefined;
  return [...partsOf(stem, clues), ...partsOf(end, clues)];
}

function byConsonants(word: string, { isPersian }: Clues): SpeltWord {
  let text = '';
  for (const letter of word) {
    const latin = (isPersian ? persian.get(letter) : undefined) ?? letters.get(letter) ?? '';
    // An h would make one sound with the letter before it, as in `sh`.
    text += latin.startsWith('h') && /[bcdgjkpstz]$/.test(text) ? `a${latin}` : latin;
  }
  return { text: text === '' ? 'a' : text, isConsonantal: true };
}

function spelt(text: string, role?: WordRole): SpeltWord {
  return role === undefined ? { text, isConsonantal: false } : { text, isConsonantal: false, role };
}
