import { z } from 'zod';
import { ContactChallenge } from './contact/contact-challenge.ts';
import { PhoneReading } from './contact/phone-method.ts';
import { AccessObservation } from './network/ip-country-method.ts';
import { LeiExtract } from './registration/lei-extract.ts';
import { RegisterExtract } from './registration/register-extract.ts';
import { Signatory } from './signatories/signatories-method.ts';

/** Longer than any zone's line, so that one with a character too many is read and told so. */
const zoneLine = z.string().max(100);

/** What there is to hold against what a party states. A member that is absent was not obtained. */
export const Material = z.strictObject({
  mrz: z.array(zoneLine).max(5).optional(),
  registration: RegisterExtract.optional(),
  lei: z.strictObject({ code: z.string().max(64), extract: LeiExtract.optional() }).optional(),
  website: z.string().min(1).max(400).optional(),
  phone: PhoneReading.optional(),
  iban: z.string().min(1).max(64).optional(),
  accesses: z.array(AccessObservation).max(10_000).optional(),
  challenge: z
    .strictObject({
      record: ContactChallenge,
      /** Keyed hash of the address or number that is stated now. */
      currentContactHash: z.string().max(64),
    })
    .optional(),
  signatories: z.array(Signatory).max(100).optional(),
});
export type Material = z.infer<typeof Material>;
