import type { WordRole } from '../normalised-name.ts';
import {
  assimilatedArticle,
  leadingTitles,
  likelyTitles,
  neverFirst,
  particles,
  titles,
  vesselTitles,
} from './persons-words.ts';
import type { RawWord } from './raw-word.ts';

/** A title that may be a name is one only where this many words are left to tell who is meant. */
const namesBesideTitle = 2;
const longestArticle = 3;
const shortestAfterArticle = 3;

/** Marks articles, prepositions and the like: never the last word of a part of the name. */
export function markParticles(words: readonly RawWord[], roles: WordRole[]): void {
  const hasComma = words.some(({ separator }, at) => separator === ',' && at < words.length - 1);
  for (let at = 0; at < words.length - 1; at += 1) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined || next === undefined || roles[at] !== 'name' || word.separator === ',') continue;
    if (isParticle(word, at > 0 || hasComma) || isArticleOf(word.text, next.text)) roles[at] = 'particle';
  }
}

function isParticle({ text, separator }: RawWord, mayBeAny: boolean): boolean {
  if (!particles.has(text)) return false;
  const isInitial = text.length === 1 && separator === '.';
  return !isInitial && (mayBeAny || !neverFirst.has(text));
}

/** `ar-Rahman`: the article ends in the sound that the name begins with. */
function isArticleOf(text: string, next: string): boolean {
  if (!isArticle(text) || next.length < shortestAfterArticle) return false;
  const sound = assimilatedArticle.exec(text)?.[1];
  return sound !== undefined && next.startsWith(sound);
}

/** Whether a word may be the Arabic article of the next. */
export function isArticle(text: string): boolean {
  return text.length <= longestArticle && assimilatedArticle.test(text);
}

/** Marks what a person or a ship is called with. */
export function markTitles(words: readonly RawWord[], roles: WordRole[]): void {
  const isCompany = roles.includes('legalForm');
  for (let at = 0; at < words.length; at += 1) {
    const text = words[at]?.text ?? '';
    if (roles[at] !== 'name' || !isTitle(words, at, isCompany)) continue;
    const needed = titles.has(text) || vesselTitles.has(text) ? 1 : namesBesideTitle;
    if (countNames(words, roles) - 1 >= needed) roles[at] = 'title';
  }
}

function isTitle(words: readonly RawWord[], at: number, isCompany: boolean): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const { text, separator } = word;
  if (titles.has(text) || likelyTitles.has(text)) return true;
  const isAtAnEnd = at === 0 || at === words.length - 1;
  if (vesselTitles.has(text)) return isAtAnEnd && !isCompany;
  if (isCompany || !leadingTitles.has(text)) return false;
  return separator === '.' || at === 0 || words[at - 1]?.separator === ',';
}

function countNames(words: readonly RawWord[], roles: readonly WordRole[]): number {
  return words.filter(({ text }, at) => roles[at] === 'name' && text.length > 1).length;
}
