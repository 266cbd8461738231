import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listedSubdivisionNames } from '../../../domain/places/listed-subdivisions.ts';
import { shippedPack, shippedPackNames } from '../policy/shipped-packs.ts';

const rows = readFileSync(new URL('../../../data/geo/iso3166-2.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split(',') as [code: string, parent: string, name: string]);

/** Countries of which a list of a pack names a part. */
const countries = new Set(
  shippedPackNames.flatMap((name) => {
    const pack = shippedPack(name);
    const lists =
      pack.kind === 'screening'
        ? (pack.places?.lists ?? [])
        : pack.kind === 'diligence'
          ? pack.headquarters.lists
          : [];
    return lists.flatMap(({ places }) =>
      places.flatMap(({ code }) => (code.includes('-') ? [code.slice(0, 2)] : [])),
    );
  }),
);

it('the subdivisions at hand are those of every country of which a pack lists a part', () => {
  const expected = rows.filter(([code]) => countries.has(code.slice(0, 2)));
  expect(expected.every(([, parent]) => countries.has(parent))).toBe(true);
  expect(listedSubdivisionNames).toEqual(new Map(expected.map(([code, , name]) => [code, name])));
});
