import { naturally, type Change } from './change.ts';

/** Cyrillic and Greek letters that look like Latin ones. */
const lookalikes: Record<string, string> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', y: 'у', i: 'і' };

const figures: Record<string, string> = { a: '4', e: '3', i: '1', o: '0', s: '5', l: '1', t: '7' };

const accents: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ö',
  u: 'ü',
  n: 'ñ',
  c: 'ç',
  s: 'š',
  z: 'ž',
};

export const lookalikeLetters = swapLetters(lookalikes, 3);
export const figuresForLetters = swapLetters(figures, 2);
export const accentedLetters = swapLetters(accents, 2);

/** Hyphens and apostrophes left out. */
export const bareName: Change = (name) => {
  const text = naturally(name).join(' ');
  const bare = text.replaceAll(/['’`.-]/g, '');
  return bare === text ? null : bare;
};

/** Hyphens as blanks, apostrophes as other apostrophes. */
export const otherSigns: Change = (name) => {
  const text = naturally(name).join(' ');
  const other = text.replaceAll('-', ' ').replaceAll("'", '’').replaceAll('&', ' and ').replaceAll('.', '');
  return other === text ? null : other.replaceAll(/ +/g, ' ');
};

function swapLetters(table: Readonly<Record<string, string>>, most: number): Change {
  return (name, random) => {
    const letters = Array.from(naturally(name).join(' ').toLowerCase());
    const places = letters.flatMap((letter, place) => (letter in table ? [place] : []));
    if (places.length === 0) return null;
    for (const place of places.sort(() => random.next() - 0.5).slice(0, most))
      letters[place] = table[letters[place] ?? ''] ?? '';
    return letters.join('');
  };
}
