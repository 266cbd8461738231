import { readFileSync } from 'node:fs';
import { readSubdivisions } from '../../../domain/places/subdivisions.ts';

export const subdivisions = readSubdivisions(
  readFileSync(new URL('../../../data/geo/iso3166-2.csv', import.meta.url), 'utf8'),
);
