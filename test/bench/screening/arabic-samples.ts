import { seededRandom } from '../../../cli/demo/random.ts';
import type { ListEntry } from '../../../domain/lists/list-entry.ts';
import { readSet, type CleanSample, type ListedSample } from './samples.ts';

export type Half = 'tune' | 'held';

/** Listed persons and companies in Arabic letters, once by name alone, once with a birth date, once with a country. */
export function arabicSamples(half: Half, entries: readonly ListEntry[]): ListedSample[] {
  const known = new Map(entries.map((entry) => [entry.entryId, entry]));
  return readSet('arabic_names.csv')
    .filter((row) => row.half === half)
    .flatMap((row) => {
      const entryId = row.entity_id ?? '';
      const [name, kind] = [row.arabic ?? '', row.kind ?? ''];
      const birthDate = known.get(entryId)?.birthDates[0]?.from;
      const countries = known.get(entryId)?.countries ?? [];
      const sample = { entryId, trueName: row.latin ?? '' };
      return [
        { ...sample, query: { name }, group: `${kind}.alone` },
        ...(birthDate ? [{ ...sample, query: { name, birthDate }, group: `${kind}.withBirthDate` }] : []),
        ...(countries.length > 0
          ? [{ ...sample, query: { name, countries: countries.slice(0, 1) }, group: `${kind}.withCountry` }]
          : []),
      ];
    });
}

interface Spelt {
  readonly arabic: string;
  readonly latin: string;
}

/** Common given and family names put together by chance: nobody's names, unless a listed party bears just them. */
export function commonArabicNames(seed: number, count: number, entries: readonly ListEntry[]): CleanSample[] {
  const random = seededRandom(seed);
  const [given, family] = ['given', 'family'].map(
    (place) => readSet('arabic_words.csv').filter((row) => row.place === place) as unknown as Spelt[],
  );
  const listed = new Set(entries.flatMap(({ names }) => names.map(({ text }) => lettersOf(text))));
  const names = new Set<string>();
  while (names.size < count) {
    const parts = [random.pick(given ?? []), ...(random.below(2) === 0 ? [random.pick(given ?? [])] : [])];
    const words = [...parts, random.pick(family ?? [])];
    if (listed.has(lettersOf(words.map(({ latin }) => latin).join(' ')))) continue;
    names.add(words.map(({ arabic }) => arabic).join(' '));
  }
  return Array.from(names, (name) => ({ query: { name }, group: 'Arabic, common names' }));
}

/** The consonants of a romanised name in the order of the alphabet: the same for every spelling and order of it. */
function lettersOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/abd[aeu]?[lr]?[- ]?(?:al|el|ul|ur|ar)?[- ]?/g, 'abd')
    .replaceAll(/\b(?:al|el)[- ]/g, '')
    .replaceAll(/[^a-z]|[aeiouyw]/g, '')
    .replaceAll('q', 'k')
    .replaceAll(/(.)\1+/g, '$1');
  return Array.from(plain).sort().join('');
}
