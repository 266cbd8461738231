import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ofacFileNames, ofacFiles, type OfacFiles } from '../../domain/lists/ofac-files.ts';
import { readOfacSet, type ReadOfacSet } from '../../domain/lists/read-ofac-set.ts';
import { compiledScreener } from '../support/compiled-screener.ts';
import type { Screener } from '../../domain/screening/screening.ts';
import { itemsPerSecond, milliseconds, type Figure } from './measure.ts';

const list = new URL('../../data/lists/ofac-2021-07/', import.meta.url);
const threshold = 0.7;
const chunk = 2_000;

/** The simple matcher of this version. The screening issue sets the limits that its successor is held to. */
export async function screeningFigures(): Promise<Figure[]> {
  const files = Object.fromEntries(
    ofacFileNames.map((name) => [
      name,
      gunzipSync(readFileSync(new URL(`${ofacFiles[name].file}.gz`, list))),
    ]),
  ) as unknown as OfacFiles;
  let read: ReadOfacSet | undefined;
  let screener: Screener | undefined;
  const readMs = await milliseconds(() => {
    read = readOfacSet(files, { publishedOn: '2021-07', minimumEntries: 5_000 });
  });
  const buildMs = await milliseconds(() => {
    screener = compiledScreener(read?.entries ?? [], read?.summary.digest ?? '', { threshold });
  });
  const listed = (read?.entries ?? []).slice(0, chunk).map((entry) => entry.names[0]?.text ?? '');
  const clean = invented(chunk);
  const screen = (names: readonly string[]) => () => names.map((name) => screener?.screen({ name }).outcome);
  const alerts = screen(clean)().filter((outcome) => outcome === 'possibleMatch').length;
  const remark = `${read?.summary.names ?? 0} listed names of July 2021, one core`;
  return [
    { name: 'list read', value: readMs, unit: 'ms', remark },
    { name: 'index built', value: buildMs, unit: 'ms', remark },
    {
      name: 'invented names screened',
      value: await itemsPerSecond(chunk, 3, screen(clean)),
      unit: 'names/s',
      remark,
    },
    {
      name: 'listed names screened',
      value: await itemsPerSecond(chunk, 3, screen(listed)),
      unit: 'names/s',
      remark,
    },
    {
      name: 'alerts on invented names',
      value: (100 * alerts) / chunk,
      unit: '%',
      remark: 'invented, so each is a false alert',
    },
  ];
}

/** Names of syllables by a fixed seed: unlike anybody's, as long as a person's. */
function invented(count: number): string[] {
  let state = 5698;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % below;
  };
  const syllables = [
    'ba',
    'dor',
    'fin',
    'gal',
    'hem',
    'jo',
    'kir',
    'lan',
    'mer',
    'nol',
    'pim',
    'rus',
    'sel',
    'tov',
    'vik',
    'zan',
  ];
  const word = () => Array.from({ length: 2 + draw(2) }, () => syllables[draw(syllables.length)]).join('');
  return Array.from({ length: count }, () => `${word()} ${word()}`);
}
