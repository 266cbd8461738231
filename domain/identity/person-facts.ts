import { z } from 'zod';
import { isCountryCode } from './country-codes.ts';

export const personKinds = ['individual', 'entity'] as const;
export type PersonKind = (typeof personKinds)[number];

const mustBeCountry = 'must be an ISO 3166-1 alpha-2 country code, such as DE';
const mustBePlace = 'must be an ISO 3166-1 alpha-2 or ISO 3166-2 code, such as FR or US-DE';

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: mustBeCountry, abort: true })
  .refine(isCountryCode, mustBeCountry);

/** A country, or a subdivision where the difference matters: `US-DE` is Delaware, `DE` is Germany. */
export const place = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, { error: mustBePlace, abort: true })
  .refine((code) => isCountryCode(code.slice(0, 2)), mustBePlace);

/** The facts the test for a US person looks at. Absent means unknown; an empty list says "none". */
export const PersonFacts = z.strictObject({
  kind: z.enum(personKinds),
  citizenships: z.array(place).max(20).optional(),
  permanentResidentOf: z.array(place).max(20).optional(),
  location: z
    .strictObject({ country: place, as: z.enum(['located', 'visiting', 'unknown']).optional() })
    .optional(),
  organizedUnder: place.optional(),
  branchOf: z.strictObject({ organizedUnder: place }).optional(),
});
export type PersonFacts = z.infer<typeof PersonFacts>;
