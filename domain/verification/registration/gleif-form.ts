import { z } from 'zod';

const text = z.string().max(500);
const lei = z.string().max(40);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}/, 'must begin with a day as YYYY-MM-DD');

const Address = z.object({ country: text, region: text.nullish() });

const LeiRecord = z.object({
  type: z.literal('lei-records'),
  attributes: z.object({
    lei,
    entity: z.object({
      legalName: z.object({ name: text }),
      otherNames: z
        .array(z.object({ name: text }))
        .max(200)
        .nullish(),
      transliteratedOtherNames: z
        .array(z.object({ name: text }))
        .max(200)
        .nullish(),
      legalAddress: Address,
      headquartersAddress: Address,
      registeredAt: z.object({ id: text.nullish() }).nullish(),
      registeredAs: text.nullish(),
      jurisdiction: text.nullish(),
      category: text.nullish(),
      status: text.nullish(),
    }),
    registration: z.object({
      status: text,
      nextRenewalDate: day.nullish(),
      corroborationLevel: text.nullish(),
    }),
  }),
});

const Relationship = z.object({
  type: z.literal('relationship-records'),
  attributes: z.object({
    relationship: z.object({
      startNode: z.object({ id: lei }),
      endNode: z.object({ id: lei }),
      type: text,
      status: text,
    }),
    registration: z.object({ status: text }),
  }),
});

const ReportingException = z.object({
  type: z.literal('reporting-exceptions'),
  attributes: z.object({ lei, category: text, reason: text }),
});

const Record = z.discriminatedUnion('type', [LeiRecord, Relationship, ReportingException]);

/** Most records of one reading; a page of GLEIF's API holds 200. */
const recordsAtMost = 10_000;

/** An answer of GLEIF's API (version 1), as far as it is read; the rest of it is dropped. */
export const GleifAnswer = z.object({
  meta: z.object({ goldenCopy: z.object({ publishDate: day }) }),
  data: z
    .union([Record, z.array(Record).max(recordsAtMost)])
    .transform((data) => (Array.isArray(data) ? data : [data])),
});
export type GleifRecord = z.infer<typeof Record>;
export type LeiAttributes = z.infer<typeof LeiRecord>['attributes'];
