import { z } from 'zod';

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/, 'must be 1 to 128 letters, digits and _ . : -');
const day = z.iso.date();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be SHA-256 in lower-case hex');

/** What two people thought of a programme; null until somebody has looked. */
const ProgrammeReview = z.strictObject({
  outcome: z.enum(['accepted', 'rejected']),
  by: id,
  confirmedBy: id,
  on: day,
});

/** The reseller's own written programme, or its agreement to run the provider's (VER-05). */
export const ResellerProgramme = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...{
        kind: z.literal('copy'),
        version: id,
        receivedOn: day,
        sha256,
        review: ProgrammeReview.nullable(),
      },
    }),
    z.strictObject({
      kind: z.literal('adoption'),
      /** The version of the provider's programme that the agreement names. */
      version: id,
      signedOn: day,
      sha256,
      review: ProgrammeReview.nullable(),
    }),
  ])
  .refine(({ review }) => review === null || review.by !== review.confirmedBy, {
    path: ['review', 'confirmedBy'],
    message: 'must be a person other than the one who reviewed it',
  });

/** One reseller, as the register holds it. */
export const Reseller = z.strictObject({
  id,
  /** The account that it sells on. */
  account: id,
  personStatus: z.enum(['us', 'foreign', 'undetermined']),
  programme: ResellerProgramme.nullable(),
  /** Yearly certifications that came in, oldest first. */
  certifications: z.array(z.strictObject({ on: day, submission: id, sha256 })).max(100),
  /** Whether all reasonable efforts were made that it reports AI training (RES-05); null while nobody has found out. */
  aiReportingEfforts: z.boolean().nullable(),
  openCases: z.array(id).max(100),
});
export type Reseller = z.infer<typeof Reseller>;
