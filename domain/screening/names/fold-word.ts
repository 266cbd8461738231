/** Spellings that transliteration from Arabic, Russian and others makes interchangeable. In order. */
const folds: readonly (readonly [RegExp, string])[] = [
  [/^(?:dj|dzh)/g, 'j'],
  [/shch|sch|tch|ch|sh/g, 's'],
  [/kh|gh|h(?=.)/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/zh|ts|tz/g, 'z'],
  [/ck|q|c/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/[yj]/g, 'i'],
  [/e/g, 'i'],
  [/o/g, 'u'],
  [/i+/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/** A word without the differences of transliteration; the same fold for the same sound, mostly. Takes a-z and 0-9. */
export function foldWord(word: string): string {
  return /^\d+$/.test(word)
    ? word
    : folds.reduce((text, [pattern, by]) => text.replaceAll(pattern, by), word);
}
