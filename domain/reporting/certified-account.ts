import { z } from 'zod';
import { accountStatuses, permissions } from '../accounts/account-status.ts';

export const personStatuses = ['us', 'foreign', 'undetermined'] as const;
export const identityResults = ['verified', 'failed', 'notPerformed'] as const;

export type PersonStatus = (typeof personStatuses)[number];

/** Provider's ids are opaque; the length bound keeps one bad record from filling memory. */
const Id = z.string().min(1).max(256);

/** ISO 3166-1 alpha-2, or null when no location is known. */
const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'expected an ISO 3166-1 alpha-2 code in capitals, such as "FR"')
  .nullable();

export const CertifiedOwner = z.strictObject({
  id: Id,
  personStatus: z.enum(personStatuses),
  identity: z.enum(identityResults),
  country: Country,
});

/** One account as the certification counts it: codes only, no names. */
export const CertifiedAccount = z.strictObject({
  id: Id,
  openedAt: z.iso.datetime(),
  status: z.enum(accountStatuses),
  permission: z.enum(permissions),
  personStatus: z.enum(personStatuses),
  inScope: z.boolean(),
  identity: z.enum(identityResults),
  country: Country,
  isReseller: z.boolean(),
  owners: z
    .array(CertifiedOwner)
    .max(10_000)
    .refine(
      (owners) => new Set(owners.map((owner) => owner.id)).size === owners.length,
      'expected each owner once',
    ),
  revision: z.int().nonnegative(),
});

export type CertifiedOwner = z.infer<typeof CertifiedOwner>;
export type CertifiedAccount = z.infer<typeof CertifiedAccount>;
