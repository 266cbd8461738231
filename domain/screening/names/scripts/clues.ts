/** What the letters of a whole name tell about the language of each of its words. */
export interface Clues {
  readonly isUkrainian: boolean;
  readonly isSerbian: boolean;
  /** Persian, Urdu or Kurdish letters: some Arabic ones sound otherwise there. */
  readonly isPersian: boolean;
  /** Kana beside the characters: they are read as Japanese, not as Chinese. */
  readonly isJapanese: boolean;
}

export function cluesOf(text: string): Clues {
  return {
    isUkrainian: /[іїєґў]|[сц]ьк/iu.test(text),
    isSerbian: /[јљњћђџѓќ]/iu.test(text),
    isPersian: /[پچژگکیٹڈڑںہھےۆێ]/u.test(text),
    isJapanese: /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text),
  };
}
