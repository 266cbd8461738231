import type { BitDistance } from './bit-distance.ts';
import type { Word } from './word.ts';

export type LikenessCode =
  'sameWord' | 'sameSound' | 'sameNameElsewhere' | 'sameConsonants' | 'similarWord' | 'initial';

export interface Likeness {
  readonly code: LikenessCode;
  /** Above 0, at most 1. */
  readonly similarity: number;
}

/** What each way of being alike is worth. Our own figures, tuned on invented misspellings. */
const worth = {
  // Taken off for each letter that two spellings of one sound differ in, as a share of the longer; a syllable of
  // Hangul or Han has few letters, and one of them makes another syllable.
  otherLetters: 0.3,
  otherLettersOfSyllable: 0.8,
  sameNameElsewhere: 0.92,
  sameConsonants: 0.9,
  nearConsonants: 0.7,
  initial: 0.8,
  // A listed initial stands for too many names to earn what an initial in the query earns.
  listedInitial: 0.5,
  // Mario is not Maria misspelt.
  bothCommon: 0.2,
};

/** An edit of the fold is an edit of the sound, one of the spelling may not be: it costs a little more. */
const soundEditExtra = 0.25;

/** Consonants are few: below three they are everybody's, and one slip is forgiven from four on. */
const fewestConsonants = 3;
const consonantsForSlip = 4;

/** No real word is so long that a slip in a longer one could matter; and 31 letters fit one machine word. */
const longestMisspelt = 31;

/** How many edits away from a word of so many letters, the shorter of two, another may be the same one misspelt. */
export function spellingEdits(letters: number): 0 | 1 | 2 {
  if (letters > longestMisspelt) return 0;
  return letters < 4 ? 0 : letters < 7 ? 1 : 2;
}

/** The same by fold, in which a slip may have changed one letter of sound or none. */
export function soundEdits(letters: number): 0 | 1 {
  return letters < 3 || letters > longestMisspelt ? 0 : 1;
}

/** How a word of the query resembles a word of a listed name; `null` when they are different words. */
export function likenessOf(query: Word, listed: Word, distance: BitDistance): Likeness | null {
  if (query.text === listed.text) return sameWord;
  const syllabic = query.isSyllabic || listed.isSyllabic;
  if (query.group !== undefined && query.group === listed.group && !syllabic) return sameNameElsewhere;
  if (query.hasDigits || listed.hasDigits) return null;
  if (query.fold === listed.fold) return soundsAlike(query, listed, distance);
  if (syllabic) return null;
  if (query.isInitial || listed.isInitial) return initialOf(query, listed);
  if (query.text.length === 1 || listed.text.length === 1) return null;
  if (query.isConsonantal || listed.isConsonantal) return consonantsAlike(query, listed, distance);
  return misspelt(query, listed, distance);
}

const sameWord: Likeness = { code: 'sameWord', similarity: 1 };
const sameNameElsewhere: Likeness = { code: 'sameNameElsewhere', similarity: worth.sameNameElsewhere };
const sameConsonants: Likeness = { code: 'sameConsonants', similarity: worth.sameConsonants };
const nearConsonants: Likeness = { code: 'sameConsonants', similarity: worth.nearConsonants };
const queryInitial: Likeness = { code: 'initial', similarity: worth.initial };
const listedInitial: Likeness = { code: 'initial', similarity: worth.listedInitial };

/** The most that an initial can be worth. */
export const initialWorth = worth.initial;

/** Folding is rough: `Chen` and `Sein` are one sound to it, so the spelling still counts. */
function soundsAlike(query: Word, listed: Word, distance: BitDistance): Likeness {
  const longer = Math.max(query.text.length, listed.text.length);
  const share = distance.from(query.text).to(listed.text, longer) / longer;
  const each = query.isSyllabic || listed.isSyllabic ? worth.otherLettersOfSyllable : worth.otherLetters;
  return { code: 'sameSound', similarity: 1 - each * share };
}

function initialOf(query: Word, listed: Word): Likeness | null {
  if (query.text.charCodeAt(0) !== listed.text.charCodeAt(0)) return null;
  return query.isInitial ? queryInitial : listedInitial;
}

function consonantsAlike(query: Word, listed: Word, distance: BitDistance): Likeness | null {
  const shorter = Math.min(query.skeleton.length, listed.skeleton.length);
  if (shorter < fewestConsonants) return null;
  if (query.skeleton === listed.skeleton) return sameConsonants;
  if (shorter < consonantsForSlip) return null;
  return distance.from(query.skeleton).to(listed.skeleton, 1) === 1 ? nearConsonants : null;
}

function misspelt(query: Word, listed: Word, distance: BitDistance): Likeness | null {
  const bySpelling = editsBetween(query.text, listed.text, spellingEdits, distance);
  const bySound = editsBetween(query.fold, listed.fold, soundEdits, distance) + soundEditExtra;
  const edits = Math.min(bySpelling, bySound);
  if (!Number.isFinite(edits)) return null;
  const share = edits / Math.max(query.text.length, listed.text.length);
  const similarity = 1 - share - (query.isCommon && listed.isCommon ? worth.bothCommon : 0);
  return { code: 'similarWord', similarity };
}

/** Infinite when there are more than allowed. */
function editsBetween(
  one: string,
  other: string,
  allowed: (letters: number) => 0 | 1 | 2,
  distance: BitDistance,
): number {
  // A word too long to be misspelt is not the misspelling of a shorter one either.
  const limit = Math.min(allowed(one.length), allowed(other.length));
  if (limit === 0) return Infinity;
  const edits = distance.from(one).to(other, limit);
  return edits > limit ? Infinity : edits;
}
