import { readFileSync } from 'node:fs';
import type { ProviderPack } from '../domain/policy/policy-pack.ts';
import { PolicyPackInvalidError, readPolicyPack } from '../domain/policy/read-policy-pack.ts';
import { readSubdivisions, type Subdivisions } from '../domain/places/subdivisions.ts';
import { CouldNotTellError } from './outcome-errors.ts';

export function shippedProviderPolicy(): ProviderPack {
  return providerPolicyIn(new URL('../data/policies/provider-default.json', import.meta.url));
}

/** @throws CouldNotTellError for a file that is no provider pack, with its faults */
export function providerPolicyIn(file: string | URL): ProviderPack {
  const name = String(file).split('/').at(-1) ?? '';
  try {
    const pack = readPolicyPack(readFileSync(file, 'utf8'), name);
    if (pack.kind === 'provider') return pack;
    throw new CouldNotTellError(
      `${name} is a pack of the kind ${pack.kind}; expected one of the kind provider`,
    );
  } catch (cause) {
    if (cause instanceof PolicyPackInvalidError) throw new CouldNotTellError(cause.message, { cause });
    if (cause instanceof Error && 'code' in cause) {
      throw new CouldNotTellError(`${String(file)} cannot be read: ${cause.message}`, { cause });
    }
    throw cause;
  }
}

export function shippedSubdivisions(): Subdivisions {
  return readSubdivisions(readFileSync(new URL('../data/geo/iso3166-2.csv', import.meta.url), 'utf8'));
}
