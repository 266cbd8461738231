import { z } from 'zod';

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected SHA-256 in lower-case hex');
const Name = z.string().min(1).max(300);
const Count = z.int().nonnegative();

export const PolicyReference = z.strictObject({
  id: Name,
  version: Name,
  status: Name.describe('Of the law behind it, such as in force, proposed, withdrawn'),
  citation: Name,
});

export const ListReference = z.strictObject({
  name: Name,
  publishedOn: z.iso.date().nullable(),
  sha256: Sha256,
});

export const AuditLogReference = z.strictObject({
  size: Count.describe('Entries at the as-of instant'),
  root: Sha256.describe('Merkle root over them'),
});

/** What the figures were made from and with: enough to make them again. */
export const ReportBasis = z.strictObject({
  policies: z.array(PolicyReference).min(1),
  lists: z.array(ListReference).describe('Sanctions and other lists in use at the as-of instant'),
  listDigest: Sha256.describe('The compiled list that screenings were made with'),
  auditLog: AuditLogReference,
  codeVersion: Name,
});

/** Figures of other records for the same span; null when they were not supplied, never zero by default. */
export const SuppliedContext = z.strictObject({
  screenings: z.strictObject({ clear: Count, possibleMatch: Count, notScreened: Count }).nullable(),
  cases: z.strictObject({ opened: Count, decided: Count, lapsed: Count }).nullable(),
});

export type PolicyReference = z.infer<typeof PolicyReference>;
export type ListReference = z.infer<typeof ListReference>;
export type ReportBasis = z.infer<typeof ReportBasis>;
export type SuppliedContext = z.infer<typeof SuppliedContext>;
