import { hash } from 'node:crypto';
import type { ScreeningQuery } from './screening.ts';

/**
 * SHA-256 (hex) over what was screened, so that a result can be shown to belong to it. A name is easily guessed: what
 * leaves the provider's machine, or is kept, has a salt that is sealed with the party and goes with it.
 */
export function queryDigest(query: ScreeningQuery): string {
  const { name, otherNames, kind, birthDate, countries, identifiers, salt } = query;
  const canonical = JSON.stringify([
    salt ?? '',
    name ?? null,
    otherNames ?? [],
    kind ?? null,
    birthDate ?? null,
    [...(countries ?? [])].sort(),
    (identifiers ?? []).map(({ kind: of, value }) => [of ?? null, value]),
  ]);
  return hash('sha256', canonical);
}
