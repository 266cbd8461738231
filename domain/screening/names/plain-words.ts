import { fewestSpacedLetters } from './spaced-letters.ts';

const [space, comma, hyphen, a, z] = [32, 44, 45, 97, 122];

/**
 * The words of a name of nothing but Latin letters, blanks, commas and hyphens, in lower case; most names are so. `null` for
 * any other, and for one with so many single letters that they may be a word with blanks in it.
 */
export function plainWords(name: string): readonly string[] | null {
  const text = name.toLowerCase();
  const words: string[] = [];
  let [start, letters] = [0, 0];
  for (let at = 0; at <= text.length; at += 1) {
    const code = at === text.length ? space : text.charCodeAt(at);
    if (code >= a && code <= z) continue;
    if (code !== space && code !== comma && code !== hyphen) return null;
    if (at > start) words.push(text.slice(start, at));
    if (at === start + 1) letters += 1;
    start = at + 1;
  }
  return letters < fewestSpacedLetters ? words : null;
}
