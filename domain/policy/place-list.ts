import { z } from 'zod';
import { place } from '../identity/person-facts.ts';
import { ruleReference } from './rule-row.ts';

const line = z.string().min(1).max(300);
const text = z.string().min(1).max(1000);

/**
 * Places that a text treats apart, as of a day. `doubtful`: whether the place, or all of it, is meant was not
 * established, so a person has to look. `removed` keeps what older copies of the list still show.
 */
export const PlaceList = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/, 'must be small letters, digits and hyphens, at most 64'),
  rule: ruleReference,
  title: line,
  asOf: z.iso.date(),
  source: text,
  confidence: text,
  places: z
    .array(
      z.strictObject({
        /** ISO 3166-1 alpha-2 or ISO 3166-2. */
        code: place,
        name: line,
        standing: z.enum(['listed', 'doubtful']),
        note: text.optional(),
      }),
    )
    .min(1)
    .max(300),
  removed: z.array(z.strictObject({ code: place, name: line, on: z.iso.date(), source: text })).max(100),
});
export type PlaceList = z.infer<typeof PlaceList>;
