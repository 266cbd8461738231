import { z } from 'zod';
import { place } from '../../identity/person-facts.ts';

const line = z.string().min(1).max(200);

/** What a register extract or a formation document says, as somebody read it off. */
export const RegisterExtract = z.strictObject({
  /** The register, by GLEIF's code (`RA000585`) or by name. */
  register: line,
  jurisdiction: place,
  number: z.string().min(1).max(64),
  name: z.string().min(1).max(400),
  status: z.enum(['active', 'dissolved', 'inLiquidation', 'unknown']),
  registeredOn: z.iso.date().optional(),
  /** The day on which the register said so. */
  extractedOn: z.iso.date(),
  /** From where: the register itself, a certified copy, or what the customer sent in. */
  obtainedFrom: z.enum(['register', 'certifiedCopy', 'customer']),
});
export type RegisterExtract = z.infer<typeof RegisterExtract>;
