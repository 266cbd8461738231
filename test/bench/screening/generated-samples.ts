import { seededRandom, type Random } from '../../../cli/demo/random.ts';
import type { ListedKind, ListEntry } from '../../../domain/lists/list-entry.ts';
import type { Change, ListedParts } from './changes/change.ts';
import { changesByKind, countriesOfClass } from './changes/changes-by-kind.ts';
import { factsDay } from './full-list.ts';
import { readPublication } from './history-facts.ts';
import { readNameList } from './name-list.ts';
import { perturbedSamples, readSet, type ListedSample } from './samples.ts';

/** Names tried until a class is full: some changes fit few names. */
const mostTries = 4_000;

/** Names changed by principle, of parties that no other set uses. The same seed gives the same names. */
export function generatedSamples(seed: number, perClass: number): ListedSample[] {
  const random = seededRandom(seed);
  const taken = new Set([
    ...perturbedSamples().map(({ entryId }) => entryId),
    ...readSet('arabic_names.csv').map((row) => row.entity_id),
    ...readSet('script_names.csv').map((row) => row.entity_id),
  ]);
  const stillListed = new Set(readNameList().map(({ entryId }) => entryId));
  const parties = readPublication(factsDay).filter(
    ({ entryId }) => !taken.has(entryId) && stillListed.has(entryId),
  );
  return Object.entries(changesByKind).flatMap(([kind, changes]) => {
    const ofKind = parties.filter((entry) => entry.kind === kind);
    return Object.entries(changes).flatMap(([group, change]) =>
      samplesOf(`${kind}.${group}`, change, fromCountriesOf(group, ofKind), random, perClass),
    );
  });
}

function samplesOf(
  group: string,
  change: Change,
  parties: readonly ListEntry[],
  random: Random,
  perClass: number,
): ListedSample[] {
  const samples = new Map<string, ListedSample>();
  for (let tries = 0; tries < mostTries && samples.size < perClass; tries += 1) {
    const entry = random.pick(parties);
    const trueName = entry.names[0]?.text ?? '';
    const name = change(partsOf(trueName, entry.kind), random);
    if (name === null || name.length < 4) continue;
    samples.set(entry.entryId, { query: { name }, entryId: entry.entryId, trueName, group });
  }
  return [...samples.values()];
}

function fromCountriesOf(group: string, parties: readonly ListEntry[]): readonly ListEntry[] {
  const wanted = countriesOfClass[group];
  return wanted === undefined
    ? parties
    : parties.filter(({ countries }) => countries.some((country) => wanted.includes(country)));
}

/** Only persons are published as `FAMILY, Given`. */
function partsOf(name: string, kind: ListedKind): ListedParts {
  const [family = '', given = ''] = kind === 'individual' ? name.split(', ', 2) : [name];
  return { given: words(given), family: words(family) };
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}
