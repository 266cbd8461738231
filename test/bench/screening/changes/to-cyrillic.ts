import { naturally, type Change } from './change.ts';

/** Latin back to Russian letters, longest first; a few names come out as no Russian would write them, as in life. */
const letters: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['yo', 'ё'],
  ['ye', 'е'],
  ['iya', 'ия'],
  ['iy', 'ий'],
  ['ey', 'ей'],
  ['ay', 'ай'],
  ['oy', 'ой'],
  ['x', 'кс'],
  ['ks', 'кс'],
  ...Array.from('abvgdezijklmnoprstufhcyw', (latin, place): readonly [string, string] => [
    latin,
    'абвгдезийклмнопрстуфхкыв'.charAt(place),
  ]),
];

const byLength = letters.toSorted(([one], [other]) => other.length - one.length);

/** Surnames and patronymics by whose ends a Russian name can be told in Latin letters. */
const russianEnd = /(ov|ova|ev|eva|in|ina|sky|skiy|ski|skaya|vich|vna)$/i;

export const inCyrillic: Change = (name) => {
  const words = naturally(name);
  const areRussian = words.filter((word) => russianEnd.test(word)).length >= 2;
  return areRussian && words.every((word) => /^[a-z]+$/i.test(word)) ? words.map(cyrillic).join(' ') : null;
};

function cyrillic(word: string): string {
  let rest = word.toLowerCase();
  let written = '';
  while (rest !== '') {
    const [latin, russian] = byLength.find(([start]) => rest.startsWith(start)) ?? [rest.slice(0, 1), ''];
    written += russian;
    rest = rest.slice(latin.length);
  }
  return written.slice(0, 1).toUpperCase() + written.slice(1);
}
