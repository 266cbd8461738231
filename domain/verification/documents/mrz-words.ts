/** Letters that ICAO Doc 9303-3, section 6, writes by others; the rest of the Latin ones lose their marks. */
const letters: Readonly<Record<string, readonly string[]>> = {
  Ä: ['AE', 'A'],
  Å: ['AA', 'A'],
  Æ: ['AE'],
  Ð: ['D'],
  Đ: ['D'],
  Ħ: ['H'],
  Ĳ: ['IJ'],
  Ł: ['L'],
  Ñ: ['N', 'NXX'],
  Ö: ['OE', 'O'],
  Ø: ['OE', 'O'],
  Œ: ['OE'],
  ẞ: ['SS'],
  Þ: ['TH'],
  Ŧ: ['T'],
  Ü: ['UE', 'U', 'UXX'],
};

/** Nobody's word has more of such letters; without a limit their ways of writing multiply. */
const mostSpellings = 64;

/**
 * The words of a name as a zone writes them, each with all the ways it may be written: apostrophes fall away, hyphens
 * part words. `null` for a name in another script: its spelling in the zone is for the likeness to judge.
 */
export function mrzWordsOf(name: string): string[][] | null {
  // `toUpperCase` makes two letters of ß, as the zone does.
  const words = name
    .normalize('NFC')
    .toUpperCase()
    .replaceAll(/['’ʼ`´.]/g, '')
    .split(/[\s\-‐‑,]+/);
  const spelt = words.filter(Boolean).map(spellings);
  return spelt.length > 0 && spelt.every((ways) => ways.every((way) => /^[A-Z]+$/.test(way))) ? spelt : null;
}

function spellings(word: string): string[] {
  let ways = [''];
  for (const letter of word) {
    const written = letters[letter] ?? [letter.normalize('NFD').replaceAll(/\p{M}/gu, '')];
    ways = ways.flatMap((way) => written.map((each) => way + each)).slice(0, mostSpellings);
  }
  return ways;
}

/**
 * Whether every word of the name stands in the zone. A zone may say more (given names nobody uses), and where it was
 * cut off, the last word it has may be the beginning of one of the name's, and others may be missing.
 */
export function standsInZone(
  words: readonly string[][],
  zone: readonly string[],
  isTruncated: boolean,
): boolean {
  const left = [...zone];
  const missing = words.filter((ways) => !takeOne(left, (written) => ways.includes(written)));
  if (!isTruncated) return missing.length === 0;
  const last = zone.at(-1) ?? '';
  return (
    left.length === 0 ||
    (left.length === 1 && missing.some((ways) => ways.some((way) => way.startsWith(last))))
  );
}

function takeOne(words: string[], fits: (word: string) => boolean): boolean {
  const at = words.findIndex(fits);
  if (at >= 0) words.splice(at, 1);
  return at >= 0;
}
