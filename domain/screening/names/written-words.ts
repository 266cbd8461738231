import { asciiLetters } from './scripts/latin.ts';

/** What stands between a word and the next; a comma ends a part of the name: `FAMILY, Given`. */
export type Separator = ',' | '-' | '.' | ' ';

export interface WrittenWord {
  readonly text: string;
  readonly separator: Separator;
}

const apostrophes = /[׳״'’‘‛`´ʻʼʽʾʿʹʺˈ′‵＇ʽ᾽]/gu;
/** Letters with a point after each: `S.A.R.L.`; two of them may be initials and stay two words. */
const dotted =
  /(?<![\p{L}\p{N}])(?:\p{L}\.){3,}(?:\p{L}(?![\p{L}\p{N}]))?|(?<![\p{L}\p{N}])(?:\p{L}\.){2}\p{L}(?![\p{L}\p{N}])/gu;
const vesselPrefix = /(?<![\p{L}\p{N}])m\/([vt])(?![\p{L}\p{N}])/giu;
const ampersand = /(?<=\s)&(?=\s)/gu;
const unicodeWord = /([\p{L}\p{M}\p{N}@$!|]+)([^\p{L}\p{M}\p{N}@$!|]*)/gu;

/** Signs that stand for letters inside a word are nothing by themselves. */
const saysSomething = /[\p{L}\p{N}]/u;

/** Any name, parted into words; case and accents are left. Signs that cannot be seen are gone. */
export function unicodeWords(name: string): WrittenWord[] {
  const text = name
    .normalize('NFKC')
    .replaceAll(apostrophes, '')
    .replaceAll(/\p{Cf}|(?!\s)\p{Cc}|(?<=\p{Script=Hebrew})"(?=\p{Script=Hebrew})/gu, '')
    .replaceAll(/\p{Nd}/gu, asciiLetters)
    .replaceAll('،', ',');
  const words: WrittenWord[] = [];
  for (const [, word = '', between = ''] of joined(text).matchAll(unicodeWord)) {
    if (saysSomething.test(word)) words.push({ text: word, separator: separatorOf(between) });
  }
  return words;
}

/** The same for a name of lower-case ASCII, which most are, at a tenth of the time. */
export function asciiWords(name: string): WrittenWord[] {
  const text = joined(name);
  const words: WrittenWord[] = [];
  let at = 0;
  while (at < text.length) {
    const start = skip(text, at, false);
    const end = skip(text, start, true);
    at = skip(text, end, false);
    const word = text.slice(start, end);
    if (saysSomething.test(word)) words.push({ text: word, separator: separatorOf(text.slice(end, at)) });
  }
  return words;
}

function joined(text: string): string {
  let result = text;
  if (result.includes("'") || result.includes('`')) result = result.replaceAll(apostrophes, '');
  if (result.includes('.'))
    result = result.replaceAll(dotted, (letters) => `${letters.replaceAll('.', '')} `);
  if (result.includes('/')) result = result.replaceAll(vesselPrefix, 'm$1 ');
  if (result.includes('&')) result = result.replaceAll(ampersand, 'and').replaceAll(/(?<=\w)&(?=\w)/g, '');
  return result;
}

function separatorOf(between: string): Separator {
  if (between.includes(',')) return ',';
  if (between === '-') return '-';
  return between.startsWith('.') ? '.' : ' ';
}

const wordUnits = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z0-9@$!|]/.test(String.fromCharCode(code)) ? 1 : 0,
);

function skip(text: string, from: number, isWord: boolean): number {
  let at = from;
  while (at < text.length && (wordUnits[text.charCodeAt(at)] === 1) === isWord) at += 1;
  return at;
}
