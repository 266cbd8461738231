import { z } from 'zod';

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/, 'must be 1 to 128 letters, digits and _ . : -');
const day = z.iso.date();

/**
 * An exemption from the identification programme, as it would be granted (ADP-SCOPE). Since the section was proposed and
 * never made final, none has been granted: what is not an `exercise` needs a document.
 */
export const Exemption = z
  .strictObject({
    id,
    standing: z.enum(['exercise', 'granted']),
    scope: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('provider') }),
      z.strictObject({ kind: z.literal('accountTypes'), accountTypes: z.array(id).min(1).max(100) }),
      z.strictObject({ kind: z.literal('resellers'), resellers: z.array(id).min(1).max(1000) }),
    ]),
    from: day,
    /** The last day; null where none was named. */
    until: day.nullable(),
    revokedOn: day.nullable(),
    document: z.strictObject({
      title: z.string().min(1).max(400),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    /** Changes that the Secretary would be told of (ADP-10); null while that was not done. */
    deviations: z
      .array(z.strictObject({ on: day, what: z.string().min(1).max(4000), toldOn: day.nullable() }))
      .max(1000),
  })
  .refine(({ from, until }) => until === null || from <= until, {
    path: ['until'],
    message: 'must not be before from',
  });
export type Exemption = z.infer<typeof Exemption>;
