import { arabicParts, isNameOfGod } from './arabic-compounds.ts';
import { gluedLegalForms } from './legal-forms.ts';
import type { RawWord } from './raw-word.ts';

const endLength = 3;
const shortestName = 3;
const gluedByEnd = Map.groupBy(gluedLegalForms, (form) => form.slice(-endLength));

const faith = new Set(
  'din deen dine dien eddin eddine uddin uddeen aldin eldin eldeen aldeen aldine addin addeen oddin'.split(
    ' ',
  ),
);
/** `abdul`, `abdel`, `abdur`: the servant of somebody, who may stand elsewhere: `RAHMAN, Abdul`. */
const withArticle = /^abd(?:[aeu]|ou)[lrnsd]$/;
const servant = /^abd(?:[aeiou]|ou)?[lrnsd]?$/;

/** Words that were written as one are parted, and those that are one name written as two are joined. */
export function partWords(words: readonly RawWord[]): RawWord[] {
  const parted: RawWord[] = [];
  for (const word of words) {
    const before = parted.at(-1);
    if (before !== undefined && servant.test(before.text)) {
      parted.pop();
      parted.push(...afterServant(before, word));
    } else pushParts(parted, word);
  }
  const last = parted.at(-1);
  if (last !== undefined && withArticle.test(last.text)) parted[parted.length - 1] = { ...last, text: 'abd' };
  return parted;
}

/** Whether a word is written as one and means several, or may be joined with the next. */
export function isPartedOrJoined(text: string): boolean {
  if (servant.test(text) || withArticle.test(text)) return true;
  if (text.length < shortestName) return false;
  return faith.has(text) || arabicParts(text) !== undefined || gluedFormOf(text) !== undefined;
}

function pushParts(parted: RawWord[], word: RawWord): void {
  const { text } = word;
  if (word.role !== undefined || text.length < shortestName) {
    parted.push(word);
    return;
  }
  if (faith.has(text)) {
    parted.push({ ...word, text: 'din' });
    return;
  }
  const arabic = arabicParts(text);
  if (arabic !== undefined) parted.push(...glued(word, arabic.article, arabic.names));
  else parted.push(...withoutGluedForm(word));
}

function glued(word: RawWord, article: string | undefined, names: readonly string[]): RawWord[] {
  const parts = names.map((text, index): RawWord =>
    index === names.length - 1 ? { ...word, text } : { ...word, text, separator: ' ' },
  );
  return article === undefined
    ? parts
    : [{ ...word, text: article, role: 'particle', separator: '-' }, ...parts];
}

/** `abdul rahman` is `abd rahman`, as `rahman, abdul` is; `abd allah` is the one name `abdullah`. */
function afterServant(servantWord: RawWord, word: RawWord): RawWord[] {
  if (servantWord.text === 'abd' && word.text === 'allah') return [{ ...word, text: 'abdullah' }];
  const isServant = withArticle.test(servantWord.text) || isNameOfGod(word.text);
  const parts: RawWord[] = [isServant ? { ...servantWord, text: 'abd' } : servantWord];
  pushParts(parts, word);
  return parts;
}

/** `shippinglimited`: a legal form that lost the blank before it. */
function withoutGluedForm(word: RawWord): readonly RawWord[] {
  const { text } = word;
  const form = gluedFormOf(text);
  if (form === undefined) return [word];
  return [
    { ...word, text: text.slice(0, -form.length), separator: ' ' },
    { ...word, text: form, role: 'legalForm' },
  ];
}

function gluedFormOf(text: string): string | undefined {
  return gluedByEnd
    .get(text.slice(-endLength))
    ?.find((form) => text.endsWith(form) && text.length >= form.length + shortestName);
}
