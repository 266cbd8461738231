import { z } from 'zod';
import type { IdentifierKind } from '../../lists/list-entry.ts';
import { countryCodeOf, isCountryCode } from '../../lists/ofac-countries.ts';
import type { QueryIdentifier, ScreeningQuery } from '../screening.ts';

const kinds = ['individual', 'entity', 'vessel', 'aircraft'] as const;

/** What tools write for a fact they do not have; it is absent, and absent facts conflict with nothing. */
const absent = '';

const mustBeDate = 'must be YYYY-MM-DD, or YYYY-MM or YYYY where no more is known';

/** A day that cannot be would speak against everybody listed. */
function isPossibleDay(text: string): boolean {
  if (text === absent) return true;
  const day = `${text}-01-01`.slice(0, 'YYYY-MM-DD'.length);
  const isReal = new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  return isReal && day >= '1800' && day < '2100';
}

const birthDate = z
  .string()
  .regex(/^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$/, {
    error: mustBeDate,
    abort: true,
  })
  .refine(isPossibleDay, `${mustBeDate}; a day that exists, of the years 1800 to 2099`);

const Identifier = z.union(
  [z.string().max(400), z.object({ kind: z.string().max(64).nullish(), value: z.string().max(400) })],
  {
    error:
      'must be a text of at most 400 characters, or an object with such a text as value and perhaps a kind',
  },
);

/** A party to search lists for. Names are as long as they are: one of more than 400 characters is not screened. */
export const ScreenedParty = z.object({
  name: z.string().nullish(),
  otherNames: z.array(z.string()).max(100).nullish(),
  kind: z.enum([...kinds, absent]).nullish(),
  birthDate: birthDate.nullish(),
  countries: z.array(z.string().max(100)).max(100).nullish(),
  identifiers: z.array(Identifier).max(100).nullish(),
  salt: z.string().max(200).nullish(),
});
export type ScreenedParty = z.infer<typeof ScreenedParty>;

const knownKinds: Readonly<Record<IdentifierKind, true>> = {
  email: true,
  imo: true,
  lei: true,
  mmsi: true,
  nationalId: true,
  passport: true,
  registrationNumber: true,
  swift: true,
  taxId: true,
  wallet: true,
  website: true,
};

/**
 * What the lists are searched with. A country is a code of ISO 3166-1 or -2, or the name OFAC gives it.
 * @param notCompared is told by its pointer of each country that we do not know, which cannot agree with any, and of each
 *   kind of identifier that we do not know: such an identifier is compared with those of every kind
 */
export function queryFrom(party: ScreenedParty, notCompared: (pointer: string) => void): ScreeningQuery {
  const { name, otherNames, kind, birthDate: born, countries, identifiers, salt } = party;
  return {
    ...(name ? { name } : {}),
    ...(otherNames?.length ? { otherNames } : {}),
    ...(kind ? { kind } : {}),
    ...(born ? { birthDate: born } : {}),
    ...(countries?.length ? { countries: knownCountries(countries, notCompared) } : {}),
    ...(identifiers?.length
      ? { identifiers: identifiers.map((each) => queryIdentifier(each, notCompared)) }
      : {}),
    ...(salt ? { salt } : {}),
  };
}

function knownCountries(countries: readonly string[], notCompared: (pointer: string) => void): string[] {
  const codes = countries.flatMap((country) => {
    const code = countryOf(country);
    if (code === null) notCompared('/countries');
    return code ?? [];
  });
  return [...new Set(codes)];
}

function countryOf(text: string): string | null {
  const [, code] = /^([A-Z]{2})(?:-[A-Z0-9]{1,3})?$/.exec(text.trim().toUpperCase()) ?? [];
  return code !== undefined && isCountryCode(code) ? code : countryCodeOf(text);
}

function queryIdentifier(
  identifier: z.infer<typeof Identifier>,
  notCompared: (pointer: string) => void,
): QueryIdentifier {
  if (typeof identifier === 'string') return { value: identifier };
  const { kind, value } = identifier;
  if (kind && Object.hasOwn(knownKinds, kind)) return { kind, value };
  if (kind) notCompared('/identifiers/kind');
  return { value };
}
