import { letterTable } from '../letter-table.ts';
import { read, type Reading } from '../spelt-word.ts';
import type { Clues } from './clues.ts';

/** Russian by sound, near to how passports and OFAC write it, with the letters of its neighbours. */
const russian = letterTable(
  'а a|б b|в v|г g|д d|е e|ё e|ж zh|з z|и i|й y|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х kh|ц ts|ч ch|ш sh|щ shch|' +
    'ъ |ы y|ь |э e|ю yu|я ya|і i|ї yi|є ye|ґ g|ў u|ј j|љ lj|њ nj|ћ c|ђ dj|џ dz|ѓ g|ќ k|ѕ dz|ә a|ғ g|қ k|ң n|ө o|ұ u|ү u|һ h|ҷ j|ҳ h|ӣ i|ӯ u',
);

/** The Ukrainian and Belarusian г is an h and и a y (resolution 55 of 2010 of the Ukrainian cabinet). */
const ukrainian = letterTable('г h|и y|й i|щ shch');
const serbian = letterTable('х h|ц c|ч c|ш s|ж z|й j');

const vowels = 'аеёиоуыэюяіїєўь';

export function readCyrillic(word: string, clues: Clues): Reading {
  const national = clues.isUkrainian ? ukrainian : clues.isSerbian ? serbian : undefined;
  let text = '';
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at);
    text += yotated(word, at, clues) ?? national?.get(letter) ?? russian.get(letter) ?? letter;
  }
  return read(text.replace(/(?<=[a-z])(?:iy|yy|yi)$/u, clues.isUkrainian ? 'yi' : 'iy'));
}

/** е opens with a y at the beginning and after a vowel or a soft sign: Yevgeny, Sergeyevich. Not in Serbian. */
function yotated(word: string, at: number, { isSerbian, isUkrainian }: Clues): string | undefined {
  if (word.charAt(at) !== 'е' || isSerbian || isUkrainian) return undefined;
  return at === 0 || vowels.includes(word.charAt(at - 1)) ? 'ye' : undefined;
}
