import { z } from 'zod';
import { place } from '../identity/person-facts.ts';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/, {
  error: 'must be 1 to 128 letters, digits and _ . : -',
});
const name = z.string().min(1).max(400);

/**
 * Where a party is, by what is known of it. `location` and `address` say where somebody is; `access` says from where
 * the account was used, which proves no location and is a reason to look.
 */
const KnownPlace = z.strictObject({
  place,
  basis: z.enum(['location', 'address', 'access']),
  /** A region in the words of whoever gave the address; compared with regions that have no code. */
  region: name.optional(),
});
export type KnownPlace = z.infer<typeof KnownPlace>;

export const MeasuredParty = z.strictObject({
  id,
  role: z.enum(['customer', 'owner', 'endCustomer']),
  personStatus: z.enum(['us', 'foreign', 'undetermined']),
  /** Empty: nothing is known, which is never elsewhere. */
  places: z.array(KnownPlace).max(100),
  name: name.optional(),
  otherNames: z.array(name).max(100).default([]),
  kind: z.enum(['individual', 'entity']).optional(),
  birthDate: z.iso.date().optional(),
  countries: z.array(place).max(20).default([]),
  identifiers: z
    .array(z.strictObject({ kind: z.string().min(1).max(64).optional(), value: name }))
    .max(100)
    .default([]),
});
export type MeasuredParty = z.infer<typeof MeasuredParty>;

/** What measures are held against: one account, with whoever stands behind it. One line of input of the dry run. */
export const MeasuredAccount = z.strictObject({
  id,
  stage: z.enum(['opening', 'maintaining']),
  isReseller: z.boolean(),
  parties: z.array(MeasuredParty).min(1).max(1000),
});
export type MeasuredAccount = z.infer<typeof MeasuredAccount>;
