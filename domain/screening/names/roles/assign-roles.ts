import type { NameWord, WordRole } from '../normalised-name.ts';
import { markLegalForms } from './legal-form-roles.ts';
import { isOrdinary } from './ordinary-word.ts';
import { partWords } from './part-words.ts';
import { markParticles, markTitles } from './person-roles.ts';
import type { RawWord } from './raw-word.ts';

/** What each word does in the name. A name of nothing but forms, titles and particles keeps them as names. */
export function assignRoles(written: readonly RawWord[]): NameWord[] {
  if (written.every(({ text, role }) => role === undefined && isOrdinary(text))) {
    return written.map(({ text, isConsonantal }) => ({ text, role: 'name', isConsonantal }));
  }
  const words = partWords(written);
  const roles = words.map(({ role }): WordRole => role ?? 'name');
  markParticles(words, roles);
  markLegalForms(words, roles);
  markTitles(words, roles);
  const hasName = words.some(({ text }, at) => roles[at] === 'name' && text.length > 1);
  return words.map(({ text, isConsonantal }, at) => ({
    text,
    role: hasName ? (roles[at] ?? 'name') : 'name',
    isConsonantal,
  }));
}
