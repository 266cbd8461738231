import { z } from 'zod';
import { country } from '../identity/person-facts.ts';
import { paymentMeans } from '../identity/party.ts';

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/, 'must be 1 to 128 letters, digits and _ . : -');
const line = z.string().min(1).max(400);
const count = z.int().min(0).max(1_000_000_000);
const day = z.iso.date();

/** What a reseller keeps of one foreign person with an account from it (RES-06). What is absent is unknown. */
export const SubmittedRecord = z.strictObject({
  account: id,
  party: id,
  role: z.enum(['customer', 'owner']),
  kind: z.enum(['individual', 'entity']),
  name: line,
  addressLine: line.optional(),
  city: line.optional(),
  region: line.optional(),
  postalCode: line.optional(),
  country: country.optional(),
  email: z
    .string()
    .max(254)
    .regex(/^[^\s@]+@[^\s@]+$/, 'must be an email address')
    .optional(),
  phone: z.string().min(3).max(40).optional(),
  paymentMeans: z.enum(paymentMeans).optional(),
  paymentSource: line.optional(),
  identity: z.enum(['verified', 'failed', 'notPerformed']),
  verifiedOn: day.optional(),
});
export type SubmittedRecord = z.infer<typeof SubmittedRecord>;

/** What a reseller says once a year of its programme (RES-03). Each answer is its own. */
const ResellerCertification = z.strictObject({
  reviewedOn: day,
  isUpdatedForServices: z.boolean(),
  isUpdatedForThreats: z.boolean(),
  areUnverifiedResolved: z.boolean(),
  signedBy: line,
  signedOn: day,
});

/** `reseller-submission.v1`: records, or counts where the provider may not see persons; with a certification or without. */
export const ResellerSubmission = z
  .strictObject({
    v: z.literal(1),
    submission: id,
    reseller: id,
    period: z.strictObject({ from: day, to: day }),
    programme: z.strictObject({
      version: id,
      sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be SHA-256 in lower-case hex'),
    }),
    counts: z.strictObject({ accounts: count, foreignAccounts: count, unverifiedForeignAccounts: count }),
    records: z.array(SubmittedRecord).max(1000).optional(),
    certification: ResellerCertification.optional(),
  })
  .superRefine(({ period, counts }, context) => {
    const refuse = (path: string[], message: string) => {
      context.addIssue({ code: 'custom', path, message });
    };
    if (period.to < period.from) refuse(['period', 'to'], 'must not be before from');
    if (counts.foreignAccounts > counts.accounts) {
      refuse(['counts', 'foreignAccounts'], 'must not be more than accounts');
    }
    if (counts.unverifiedForeignAccounts > counts.foreignAccounts) {
      refuse(['counts', 'unverifiedForeignAccounts'], 'must not be more than foreignAccounts');
    }
  });
export type ResellerSubmission = z.infer<typeof ResellerSubmission>;
