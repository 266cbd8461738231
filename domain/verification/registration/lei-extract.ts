import { z } from 'zod';

const text = z.string().max(500);
const lei = z.string().max(40);

const LeiEntity = z.strictObject({
  lei,
  legalName: text,
  otherNames: z.array(text).max(20),
  /** ISO 3166-1 or -2. */
  jurisdiction: text.nullable(),
  headquarters: text,
  /** GLEIF's code of the business register, such as `RA000602`. */
  register: text.nullable(),
  registeredAs: text.nullable(),
  category: text.nullable(),
  entityStatus: text.nullable(),
  registrationStatus: text,
  corroboration: text.nullable(),
});
export type LeiEntity = z.infer<typeof LeiEntity>;

/** Who consolidates the entity in accounts: companies only, no shares, no natural persons. */
const LeiParent = z.discriminatedUnion('known', [
  z.strictObject({
    known: z.literal('parent'),
    lei,
    /** `null`: the parent's own record was not read. */
    jurisdiction: text.nullable(),
    headquarters: text.nullable(),
  }),
  /** The entity says why it names none, as `NO_KNOWN_PERSON`, `NATURAL_PERSONS`; it may well have one. */
  z.strictObject({ known: z.literal('exception'), reason: text }),
  z.strictObject({ known: z.literal('notReported') }),
]);
export type LeiParent = z.infer<typeof LeiParent>;

/** What a publication of GLEIF's says of one legal entity. */
export const LeiExtract = z.strictObject({
  publishedOn: z.iso.date(),
  entity: LeiEntity.nullable(),
  directParent: LeiParent,
  ultimateParent: LeiParent,
});
export type LeiExtract = z.infer<typeof LeiExtract>;

export interface LeiJurisdictions {
  readonly headquarters: string | null;
  readonly ultimateParent: { readonly jurisdiction: string | null; readonly headquarters: string | null };
  /** Why the ultimate parent's place is not known; `null` when it is. */
  readonly unknownBecause: string | null;
}

/**
 * Where the headquarters are and where those of the ultimate parent, as far as GLEIF tells. What is not known
 * stays so: accounts that nobody consolidates prove no independence.
 */
export function leiJurisdictions({ entity, ultimateParent }: LeiExtract): LeiJurisdictions {
  const headquarters = entity?.headquarters ?? null;
  const nowhere = { jurisdiction: null, headquarters: null };
  switch (ultimateParent.known) {
    case 'parent': {
      const { jurisdiction, headquarters: parentHeadquarters } = ultimateParent;
      const unknownBecause = parentHeadquarters === null ? 'parentRecordMissing' : null;
      return {
        headquarters,
        ultimateParent: { jurisdiction, headquarters: parentHeadquarters },
        unknownBecause,
      };
    }
    case 'exception':
      return { headquarters, ultimateParent: nowhere, unknownBecause: `exception.${ultimateParent.reason}` };
    case 'notReported':
      return { headquarters, ultimateParent: nowhere, unknownBecause: 'parentNotReported' };
  }
}
