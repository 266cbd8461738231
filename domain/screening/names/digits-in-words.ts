const lettersByLook = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
  ['@', 'a'],
  ['$', 's'],
  ['!', 'i'],
  ['|', 'l'],
]);

const ordinal = /^(?:1st|2nd|3rd|\dth|1er|\dd)$/;
/** Things that are counted: a digit grown onto them is their number. Onto a name it is a letter in disguise. */
const countedThing =
  /^(?:fund|unit|phase|block|lot|area|no|nr|vol|tower|part|group|series|class|grade|zone|plant|ship|vessel|number|type|level|route|team|station|base|site|camp|sector|section|factory|office|branch|ltd|co|web|ip|mp|tv|fm)$/;

/**
 * A lower-case word of letters, digits and `@ $ ! |`: `m0hamed` is a name with a digit in it, `737` a number, and `fund5` a
 * word with a number after it. Queries and lists are read the same way.
 */
export function readDigits(word: string): readonly string[] {
  if (/^[a-z]+$/.test(word)) return [word];
  const [, body = '', number = ''] = /^([a-z]{2,})(\d)$/.exec(word) ?? [];
  if (countedThing.test(body)) return [body, number];
  const spelt = ordinal.test(word)
    ? word
    : word.replaceAll(/[\d@$!|]/g, (sign, at: number) =>
        isLetterInDisguise(word, at) ? letterFor(word, sign, at) : sign,
      );
  return spelt.match(/[a-z]+|\d+/g) ?? [];
}

/** A single digit in a word; in one of two characters (`3M`, `h3`) it is a digit. */
function isLetterInDisguise(word: string, at: number): boolean {
  if (/\d/.test(word.charAt(at))) {
    if (word.length < 3 && word !== 'a1') return false;
    if (/\d/.test(word.charAt(at - 1)) || /\d/.test(word.charAt(at + 1))) return false;
  }
  return /[a-z]/.test(word.charAt(at - 1)) || /[a-z]/.test(word.charAt(at + 1));
}

/** A one is an i, but an l after a vowel (`kha1id`) and between the first consonant and a vowel (`v1adimir`). */
function letterFor(word: string, sign: string, at: number): string {
  const isAfterVowel = /[aeiou]/.test(word.charAt(at - 1));
  const isBeforeVowel = /[aeiou]/.test(word.charAt(at + 1));
  const isLastLetter = at === word.length - 1 && word.length > 2;
  const isL = (isAfterVowel && !isLastLetter) || (at < 2 && isBeforeVowel);
  return sign === '1' && isL ? 'l' : (lettersByLook.get(sign) ?? sign);
}
