import { readDigits } from './digits-in-words.ts';
import { withoutLookAlikes } from './look-alikes.ts';
import { readArabic } from './scripts/arabic.ts';
import type { Clues } from './scripts/clues.ts';
import { readCyrillic } from './scripts/cyrillic.ts';
import { readGreek } from './scripts/greek.ts';
import { readHan } from './scripts/han.ts';
import { readHangul } from './scripts/hangul.ts';
import { readHebrew } from './scripts/hebrew.ts';
import { readIndic } from './scripts/indic.ts';
import { asciiLetters, readLatin } from './scripts/latin.ts';
import { readOtherScript } from './scripts/other-scripts.ts';
import { scriptRuns, type Script } from './scripts/script-runs.ts';
import { readThai } from './scripts/thai.ts';
import { read, type Reading, type SpeltWord } from './spelt-word.ts';

type Reader = (word: string, clues: Clues) => Reading;

const readers: Readonly<Record<Script, Reader>> = {
  latin: (word) => {
    const { words, isUnread } = readLatin(word);
    return { words: words.flatMap(({ text }) => read(...readDigits(text)).words), isUnread };
  },
  greek: (word) => readGreek(withoutAccents(word)),
  cyrillic: (word, clues) => readCyrillic(word, clues),
  hebrew: readHebrew,
  arabic: readArabic,
  indic: readIndic,
  thai: readThai,
  hangul: readHangul,
  han: readHan,
  other: readOtherScript,
};

/** One written word in Latin letters: by sound, or by look where it mixes Latin with another alphabet. */
export function readWord(word: string, clues: Clues): Reading {
  const readings = scriptRuns(withoutLookAlikes(word).toLowerCase()).map(({ script, text }) =>
    readers[script](text, clues),
  );
  return {
    words: readings.flatMap(({ words }) => words.map(inAscii)).filter(({ text }) => text !== ''),
    isUnread: readings.some(({ isUnread }) => isUnread),
  };
}

/** Rare letters that a reader's table lacks are read by any-ascii. */
function inAscii(word: SpeltWord): SpeltWord {
  return /^[a-z0-9]+$/.test(word.text) ? word : { ...word, text: asciiLetters(word.text) };
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
