export type Script =
  'latin' | 'greek' | 'cyrillic' | 'hebrew' | 'arabic' | 'indic' | 'thai' | 'hangul' | 'han' | 'other';

export interface ScriptRun {
  readonly script: Script;
  readonly text: string;
}

const patterns: readonly (readonly [Script, RegExp])[] = [
  ['latin', /[\p{Script=Latin}0-9@$!|]/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['arabic', /\p{Script=Arabic}|ـ/u],
  ['han', /\p{Script=Han}/u],
  ['hangul', /\p{Script=Hangul}/u],
  ['greek', /\p{Script=Greek}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  // The nine blocks in the order of Devanagari, U+0900 to U+0D7F.
  ['indic', /[\u0900-\u0d7f]/u],
  ['thai', /\p{Script=Thai}/u],
];

/** A word parted where its script changes; marks and digits of other scripts belong to the letters before them. */
export function scriptRuns(word: string): ScriptRun[] {
  const runs: { script: Script; text: string }[] = [];
  for (const character of word) {
    const last = runs.at(-1);
    if (last !== undefined && /[\p{M}\p{Lm}]/u.test(character)) {
      last.text += character;
      continue;
    }
    const script = patterns.find(([, pattern]) => pattern.test(character))?.[0] ?? 'other';
    if (last?.script === script) last.text += character;
    else runs.push({ script, text: character });
  }
  return runs;
}
