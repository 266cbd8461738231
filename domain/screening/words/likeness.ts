import type { Word } from './word.ts';

export type LikenessCode =
  'sameWord' | 'sameSound' | 'sameNameElsewhere' | 'sameConsonants' | 'similarWord' | 'initial';

export interface Likeness {
  readonly code: LikenessCode;
  /** Above 0, at most 1. */
  readonly similarity: number;
}

/** A word of a listed name as it stands to one word of a query. */
export interface ComparedWord {
  readonly isSameText: boolean;
  readonly isSameFold: boolean;
  readonly isSameSkeleton: boolean;
  /** See `Word` for what these say of the listed word alone. */
  readonly group: number | undefined;
  readonly hasDigits: boolean;
  readonly isSyllabic: boolean;
  readonly isInitial: boolean;
  readonly isConsonantal: boolean;
  readonly isCommon: boolean;
  /** Code of its first letter. */
  readonly firstLetter: number;
  readonly textLength: number;
  readonly foldLength: number;
  readonly skeletonLength: number;
  /** Edits from the query's text to its own; above `limit`, more than that. */
  textEdits(limit: number): number;
  foldEdits(limit: number): number;
  skeletonEdits(limit: number): number;
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
export function likenessOf(query: Word, listed: ComparedWord): Likeness | null {
  if (listed.isSameText) return sameWord;
  const syllabic = query.isSyllabic || listed.isSyllabic;
  if (query.group !== undefined && query.group === listed.group && !syllabic) return sameNameElsewhere;
  if (query.hasDigits || listed.hasDigits) return null;
  if (listed.isSameFold) return soundsAlike(query, listed);
  if (syllabic) return null;
  if (query.isInitial || listed.isInitial) return initialOf(query, listed);
  if (query.text.length === 1 || listed.textLength === 1) return null;
  if (query.isConsonantal || listed.isConsonantal) return consonantsAlike(query, listed);
  return misspelt(query, listed);
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
function soundsAlike(query: Word, listed: ComparedWord): Likeness {
  const longer = Math.max(query.text.length, listed.textLength);
  const share = listed.textEdits(longer) / longer;
  const each = query.isSyllabic || listed.isSyllabic ? worth.otherLettersOfSyllable : worth.otherLetters;
  return { code: 'sameSound', similarity: 1 - each * share };
}

function initialOf(query: Word, listed: ComparedWord): Likeness | null {
  if (query.text.charCodeAt(0) !== listed.firstLetter) return null;
  return query.isInitial ? queryInitial : listedInitial;
}

function consonantsAlike(query: Word, listed: ComparedWord): Likeness | null {
  const shorter = Math.min(query.skeleton.length, listed.skeletonLength);
  if (shorter < fewestConsonants) return null;
  if (listed.isSameSkeleton) return sameConsonants;
  if (shorter < consonantsForSlip) return null;
  return listed.skeletonEdits(1) === 1 ? nearConsonants : null;
}

function misspelt(query: Word, listed: ComparedWord): Likeness | null {
  // A word too long to be misspelt is not the misspelling of a shorter one either.
  const spelling = Math.min(spellingEdits(query.text.length), spellingEdits(listed.textLength));
  const bySpelling = atMost(spelling, spelling === 0 ? 1 : listed.textEdits(spelling));
  const sound = Math.min(soundEdits(query.fold.length), soundEdits(listed.foldLength));
  const bySound = atMost(sound, sound === 0 ? 1 : listed.foldEdits(sound)) + soundEditExtra;
  const edits = Math.min(bySpelling, bySound);
  if (!Number.isFinite(edits)) return null;
  const share = edits / Math.max(query.text.length, listed.textLength);
  const similarity = 1 - share - (query.isCommon && listed.isCommon ? worth.bothCommon : 0);
  return { code: 'similarWord', similarity };
}

/** Infinite when there are more than allowed. */
function atMost(limit: number, edits: number): number {
  return edits > limit ? Infinity : edits;
}
