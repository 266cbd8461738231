import { z } from 'zod';
import { holdsCardNumber } from './card-number.ts';
import { PersonFacts, country, personKinds } from './person-facts.ts';

/** Longest single line of text that anybody may send about a person. */
const line = z.string().min(1).max(200);
const name = z.string().min(1).max(400);
const reference = z.string().min(1).max(128);

const Address = z.strictObject({
  line: z.string().min(1).max(400).optional(),
  city: line.optional(),
  region: line.optional(),
  postalCode: z.string().min(1).max(32).optional(),
  country: country.optional(),
});

export const paymentMeans = ['card', 'bankTransfer', 'wallet', 'invoice', 'other'] as const;

const Payment = z
  .strictObject({
    means: z.enum(paymentMeans),
    /** Who paid, as the processor names it: a token, an institution, the last four digits. */
    source: line.optional(),
    issuerCountry: country.optional(),
    wallet: line.optional(),
  })
  // Account numbers of banks have the same lengths, and one in ten of them passes the check by chance.
  .refine(({ means, source }) => means === 'bankTransfer' || !holdsCardNumber(source ?? ''), {
    path: ['source'],
    message: 'must not hold a card number; send the token of the payment processor or the last four digits',
  });

/** What the provider's own check of the party's identity came to. */
const IdentityCheck = z.strictObject({
  outcome: z.enum(['verified', 'failed', 'notPerformed']),
  method: z.enum(['documentary', 'nonDocumentary', 'additional']).optional(),
  performedAt: z.iso.datetime({ offset: true }).optional(),
  reference: reference.optional(),
});

/**
 * The provider's id of a party. It stands in state, logs and events, so it must not be a name or an address; reason
 * codes join it to what they say by colons, so it holds none.
 */
const PartyId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/, {
  error: 'expected 1 to 128 letters, digits and _ . - (an id, not a name or an address)',
});

/** A customer or an owner as the provider knows it. A field that is absent is unknown, never empty. */
export const Party = z.strictObject({
  id: PartyId,
  ...PersonFacts.shape,
  kind: z.enum(personKinds),
  name: name.optional(),
  otherNames: z.array(name).max(20).optional(),
  birthDate: z.iso.date().optional(),
  address: Address.optional(),
  email: z
    .string()
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+$/, 'must be an email address')
    .optional(),
  phone: z.string().min(3).max(40).optional(),
  payment: Payment.optional(),
  identity: IdentityCheck.optional(),
});
export type Party = z.infer<typeof Party>;

/** An owner: the party, and what it holds in the customer. */
export const Owner = Party.extend({
  ownership: z
    .strictObject({
      sharePercent: z.number().min(0).max(100).optional(),
      /** Codes of the rights through which the owner controls the customer. */
      control: z.array(z.string().min(1).max(64)).max(20).optional(),
    })
    .optional(),
});
export type Owner = z.infer<typeof Owner>;
