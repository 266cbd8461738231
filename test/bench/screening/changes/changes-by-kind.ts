import type { Change } from './change.ts';
import {
  genericWordChanged,
  legalFormChanged,
  legalFormDropped,
  legalFormMoved,
  neighboursSwapped,
} from './company-words.ts';
import { accentedLetters, bareName, figuresForLetters, lookalikeLetters, otherSigns } from './signs.ts';
import {
  arabicSpelling,
  carelessSpelling,
  chineseSpelling,
  koreanSpelling,
  russianSpelling,
} from './spellings.ts';
import { inCyrillic } from './to-cyrillic.ts';
import { firstLetterWrong, oneSlip, slips, twoSlips } from './typos.ts';
import { otherNumberForm, romanNumber, withPrefix } from './vessel-words.ts';
import * as order from './word-order.ts';

const slipClasses = {
  typoNeighbour: oneSlip(slips.neighbour),
  typoTransposition: oneSlip(slips.transposition),
  typoOmission: oneSlip(slips.omission),
  typoDoubling: oneSlip(slips.doubling),
  typoInsertion: oneSlip(slips.insertion),
  typoHeard: oneSlip(slips.heard),
  typoTwo: twoSlips,
  typoFirstLetter: firstLetterWrong,
};

const signClasses = { lookalikeLetters, figuresForLetters, accentedLetters, bareName, otherSigns };

/** What is done to the names of each kind of party, by the name of the class in the report. */
export const changesByKind = {
  individual: {
    ...slipClasses,
    ...signClasses,
    naturalOrder: order.naturalOrder,
    commaForm: order.commaForm,
    anyOrder: order.anyOrder,
    droppedMiddle: order.droppedMiddle,
    middleInitial: order.middleInitial,
    firstInitial: order.firstInitial,
    joinedWords: order.joinedWords,
    splitWord: order.splitWord,
    extraWord: order.extraWord,
    upperCase: order.upperCase,
    arabicSpelling,
    russianSpelling,
    chineseSpelling,
    koreanSpelling,
    carelessSpelling,
    inCyrillic,
  },
  entity: {
    ...slipClasses,
    ...signClasses,
    lowerCase: order.lowerCase,
    joinedWords: order.joinedWords,
    splitWord: order.splitWord,
    legalFormChanged,
    legalFormDropped,
    legalFormMoved,
    genericWordChanged,
    neighboursSwapped,
    carelessSpelling,
  },
  vessel: {
    ...slipClasses,
    withPrefix,
    otherNumberForm,
    romanNumber,
    joinedWords: order.joinedWords,
  },
} satisfies Record<string, Record<string, Change>>;

/** Classes that are made from names of some countries only (ISO 3166-1 alpha-2, as listed for the party). */
export const countriesOfClass: Readonly<Record<string, readonly string[]>> = {
  arabicSpelling: [
    'AE',
    'AF',
    'DZ',
    'EG',
    'IQ',
    'IR',
    'JO',
    'LB',
    'LY',
    'MA',
    'PK',
    'PS',
    'SA',
    'SY',
    'TN',
    'YE',
  ],
  russianSpelling: ['BY', 'RU'],
  chineseSpelling: ['CN', 'HK', 'TW'],
  koreanSpelling: ['KP'],
  inCyrillic: ['BY', 'RU'],
};
