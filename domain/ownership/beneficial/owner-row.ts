import { z } from 'zod';
import { formatFraction } from '../fraction.ts';
import { gapCodes } from '../owner-network.ts';
import type { SubjectOwners } from './beneficial-owners.ts';
import { ownerReasonCodes } from './owner-reasons.ts';

/** An exact fraction of one in lowest terms; shares at the end of long chains have thousands of digits. */
const fractionOfOne = z.string().regex(/^\d+(?:\/[1-9]\d*)?$/);
const id = z.string().min(1);

/** One line of `kyc owners`: the individuals behind one entity. */
export const OwnerRow = z.object({
  subject: id,
  owners: z.array(
    z.object({
      person: id,
      share: z.object({ minimum: fractionOfOne, maximum: fractionOfOne }),
      control: z.array(z.string()),
      /** Null: the facts allow both. */
      isBeneficialOwner: z.boolean().nullable(),
      /** From the subject to the person, the shortest first. */
      paths: z.array(z.array(id)),
      reasons: z.array(z.object({ code: z.enum(ownerReasonCodes), detail: z.string() })),
    }),
  ),
  unresolved: z.array(z.object({ code: z.enum(gapCodes), entity: id, detail: z.string() })),
  /** The part of the subject that the least shares of individuals leave. */
  unattributed: fractionOfOne,
});
export type OwnerRow = z.infer<typeof OwnerRow>;

/** @param subject the id to answer under, where the entity has several */
export function ownerRow({ owners, unresolved, unattributed }: SubjectOwners, subject: string): OwnerRow {
  return {
    subject,
    owners: owners.map(({ person, share, control, isBeneficialOwner, paths, reasons }) => {
      const minimum = formatFraction(share.minimum);
      const isExact = share.minimum === share.maximum;
      return {
        person,
        share: { minimum, maximum: isExact ? minimum : formatFraction(share.maximum) },
        control: [...control],
        isBeneficialOwner,
        paths: paths.ways.map((way) => [...way]),
        reasons: [...reasons],
      };
    }),
    unresolved: [...unresolved],
    unattributed: formatFraction(unattributed),
  };
}
