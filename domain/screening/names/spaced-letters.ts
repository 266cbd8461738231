import type { RawWord } from './roles/raw-word.ts';

/** Three may be initials. */
export const fewestSpacedLetters = 4;

/** `N I C O L A S` is a word with blanks in it. */
export function joinSpacedLetters(words: readonly RawWord[]): readonly RawWord[] {
  if (words.length < fewestSpacedLetters || words.filter(isLetter).length < fewestSpacedLetters) return words;
  const joined: RawWord[] = [];
  let run: RawWord[] = [];
  const close = () => {
    const last = run.at(-1);
    if (last !== undefined && run.length >= fewestSpacedLetters) {
      joined.push({ ...last, text: run.map(({ text }) => text).join('') });
    } else joined.push(...run);
    run = [];
  };
  for (const word of words) {
    if (isLetter(word)) run.push(word);
    else {
      close();
      joined.push(word);
    }
  }
  close();
  return joined;
}

function isLetter({ text }: RawWord): boolean {
  return text.length === 1 && text >= 'a' && text <= 'z';
}
