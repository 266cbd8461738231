import { letterTable } from '../letter-table.ts';
import type { WordRole } from '../normalised-name.ts';
import type { Reading, SpeltWord } from '../spelt-word.ts';
import { arabicBusinessWords } from './arabic-business-words.ts';
import { arabicConsonants, plainArabic } from './arabic-letters.ts';
import { arabicNames } from './arabic-names.ts';
import type { Clues } from './clues.ts';

const lexicon = letterTable(arabicNames);

const article = 'ال';
/** With the article before it, a shorter rest is no name: الي, الى. */
const shortestAfterArticle = 3;

/** A word in Arabic letters: the lexicon gives vowels; what it does not know comes as consonants. */
export function readArabic(word: string, clues: Clues): Reading {
  const words = partsOf(plainArabic(word), clues);
  return { words, isUnread: words.length === 0 };
}

function partsOf(word: string, clues: Clues): readonly SpeltWord[] {
  if (word === '') return [];
  const business = arabicBusinessWords.get(word);
  if (business !== undefined) return business.map((known) => ({ isConsonantal: false, ...known }));
  const known = knownWord(word);
  if (known !== undefined) return [known];
  return (
    withAbd(word, clues) ??
    withArticle(word, clues) ??
    withGod(word, clues) ?? [{ text: arabicConsonants(word, clues), isConsonantal: true }]
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

function spelt(text: string, role?: WordRole): SpeltWord {
  return role === undefined ? { text, isConsonantal: false } : { text, isConsonantal: false, role };
}
