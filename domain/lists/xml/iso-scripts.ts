/**
 * Scripts as OFAC names them, with ISO 15924's letters and number. The Advanced XML refers to scripts by that number,
 * and the Enhanced XML gives it as `isoCode`.
 */
const scripts = [
  ['Arabic', 'Arab', '160'],
  ['Armenian', 'Armn', '230'],
  ['Bengali', 'Beng', '325'],
  ['Burmese', 'Mymr', '350'],
  ['Chinese Simplified', 'Hans', '501'],
  ['Chinese Traditional', 'Hant', '502'],
  ['Cyrillic', 'Cyrl', '220'],
  ['Devanagari', 'Deva', '315'],
  ['Ethiopic', 'Ethi', '430'],
  ['Georgian', 'Geor', '240'],
  ['Greek', 'Grek', '200'],
  ['Hangul', 'Hang', '286'],
  ['Hebrew', 'Hebr', '125'],
  ['Japanese', 'Jpan', '413'],
  ['Khmer', 'Khmr', '355'],
  ['Korean', 'Kore', '287'],
  ['Lao', 'Laoo', '356'],
  ['Latin', 'Latn', '215'],
  ['Tamil', 'Taml', '346'],
  ['Thai', 'Thai', '352'],
] as const;

const letters: ReadonlyMap<string, string> = new Map(
  scripts.flatMap(([name, code, number]) => [
    [name.toLowerCase(), code],
    [code.toLowerCase(), code],
    [number, code],
  ]),
);

/** ISO 15924 letters, such as `Cyrl`, by OFAC's name, the letters or the number; `null` for what we do not know. */
export function isoScriptOf(nameOrCode: string): string | null {
  return letters.get(nameOrCode.trim().toLowerCase()) ?? null;
}
