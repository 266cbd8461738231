import { z } from 'zod';
import { holdsCardNumber } from './card-number.ts';
import { PersonFacts, country, personKinds, place } from './person-facts.ts';

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
  /** Of an entity: where it is led from, and where the company has its seat that it belongs to in the end. */
  headquarters: place.optional(),
  ultimateParentSeat: place.optional(),
});
export type Party = z.infer<typeof Party>;

const percent = z.number().min(0).max(100);

/** A share of which a range or a time is known, or that is held in another owner of the same account. */
const Holding = z
  .strictObject({
    /** The owner that is held; absent: the customer. */
    of: PartyId.optional(),
    minimumPercent: percent,
    maximumPercent: percent,
    /** The first day of the holding, and the first day on which it held no longer. Absent: not known, or still held. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  })
  .refine(({ minimumPercent, maximumPercent }) => minimumPercent <= maximumPercent, {
    path: ['maximumPercent'],
    message: 'must not be below minimumPercent',
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    path: ['to'],
    message: 'must be a later day than from',
  });

// Five holdings of each of a hundred owners take 60 KB of the one item of 400 KB that an account is.
const holdingsAtMost = 5;

/** An owner: the party, and what it holds in the customer, or in other owners. */
export const Owner = Party.extend({
  ownership: z
    .strictObject({
      /** The exact share in the customer. */
      sharePercent: percent.optional(),
      holdings: z.array(Holding).max(holdingsAtMost).optional(),
      /** Codes of the rights through which the owner controls the customer. */
      control: z.array(z.string().min(1).max(64)).max(20).optional(),
    })
    .refine(
      ({ sharePercent, holdings = [] }) => sharePercent === undefined || holdings.every(({ of }) => of),
      {
        path: ['sharePercent'],
        message: 'must not stand beside a holding in the customer; say the share once',
      },
    )
    .optional(),
});
export type Owner = z.infer<typeof Owner>;
