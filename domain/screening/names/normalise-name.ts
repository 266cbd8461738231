import { readDigits } from './digits-in-words.ts';
import type { NormalisedName } from './normalised-name.ts';
import { readWord } from './read-word.ts';
import { assignRoles } from './roles/assign-roles.ts';
import type { RawWord } from './roles/raw-word.ts';
import { cluesOf } from './scripts/clues.ts';
import { joinSpacedLetters } from './spaced-letters.ts';
import { asciiWords, unicodeWords, type WrittenWord } from './written-words.ts';

/** The words of a name as written anywhere: in Latin letters, lower case, each with what it does there. */
export function normaliseName(name: string): NormalisedName {
  return isAscii(name) ? readAscii(name) : readUnicode(name);
}

function readAscii(name: string): NormalisedName {
  const raw: RawWord[] = [];
  for (const { text, separator } of asciiWords(name.toLowerCase())) {
    if (isPlain(text)) raw.push({ text, isConsonantal: false, separator });
    else raw.push(...separated(readDigits(text), separator));
  }
  return { words: assignRoles(joinSpacedLetters(raw)), hasUnreadScript: false };
}

function readUnicode(name: string): NormalisedName {
  const written = unicodeWords(name);
  const clues = cluesOf(name);
  const readings = written.map(({ text }) => readWord(text, clues));
  const raw = readings.flatMap(({ words }, at): RawWord[] =>
    words.map((word, index) => ({
      ...word,
      separator: index < words.length - 1 ? ' ' : separatorAt(written, at),
    })),
  );
  return {
    words: assignRoles(joinSpacedLetters(raw)),
    hasUnreadScript: readings.some(({ isUnread }) => isUnread) || meansNothing.test(name),
  };
}

/** What stands for a letter that was lost, or for one that only its writer knows. */
const meansNothing = /[\p{Co}\p{Cn}\uFFFD]/u;

function separated(texts: readonly string[], separator: RawWord['separator']): RawWord[] {
  return texts.map((text, index) => ({
    text,
    isConsonantal: false,
    separator: index < texts.length - 1 ? ' ' : separator,
  }));
}

function separatorAt(written: readonly WrittenWord[], at: number): RawWord['separator'] {
  return written[at]?.separator ?? ' ';
}

const [tab, carriageReturn] = [9, 13];

/** Signs that cannot be seen are not among them: within a word they are nothing. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 126 || (code < 32 && !(code >= tab && code <= carriageReturn))) return false;
  }
  return true;
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 97) return false;
  return !text.includes('|');
}
