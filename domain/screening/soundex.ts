/** Digit of each letter a to z; 0 is a vowel, which parts two equal digits, and - is h or w, which does not. */
const digits = '0123012-02245501262301-202';
const codeLength = 4;

/** American Soundex (US National Archives), of a lower-case word of a-z: `robert` is `r163`. Empty for anything else. */
export function soundex(word: string): string {
  if (!/^[a-z]+$/.test(word)) return '';
  let code = word.charAt(0);
  let last = digitOf(word, 0);
  for (let at = 1; at < word.length && code.length < codeLength; at += 1) {
    const digit = digitOf(word, at);
    if (digit === '-') continue;
    if (digit !== '0' && digit !== last) code += digit;
    last = digit;
  }
  return code.padEnd(codeLength, '0');
}

function digitOf(word: string, at: number): string {
  return digits.charAt(word.charCodeAt(at) - 97);
}
