import { z } from 'zod';
import { place } from '../identity/person-facts.ts';
import { isUnitedStates } from '../identity/united-states.ts';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/, {
  error: 'must be 1 to 128 letters, digits and _ . -',
});
const line = z.string().min(1).max(400);
const code = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,63}$/, 'must be a code in camelCase, at most 64 characters');
const day = z.iso.date();

const foreignPlace = place.refine((text) => isUnitedStates(text) !== true, {
  error: 'must not be in the United States: a foreign jurisdiction is under another authority (DEF-18)',
});

/** A region that no code names, such as one that somebody holds de facto: known only as a part of what has a code. */
const NamedRegion = z.strictObject({ name: line, within: foreignPlace });

const JurisdictionSubject = z
  .strictObject({
    kind: z.literal('jurisdiction'),
    places: z.array(foreignPlace).max(100),
    regions: z.array(NamedRegion).max(100).default([]),
  })
  .refine(({ places, regions }) => places.length + regions.length > 0, {
    path: ['places'],
    message: 'must name a place, or a region in /regions',
  });

const PersonSubject = z.strictObject({
  kind: z.literal('person'),
  name: line,
  aliases: z.array(line).max(100).default([]),
  personKind: z.enum(['individual', 'entity']).optional(),
  birthDate: day.optional(),
  countries: z.array(place).max(20).default([]),
  identifiers: z
    .array(z.strictObject({ kind: z.string().min(1).max(64).optional(), value: line }))
    .max(100)
    .default([]),
  /** The provider's own ids of parties that were found to be this person. */
  parties: z.array(id).max(1000).default([]),
  /** Entities that the determination, or somebody's finding, links to the person. */
  linkedEntities: z
    .array(z.strictObject({ party: id, because: line }))
    .max(1000)
    .default([]),
});
export type PersonSubject = z.infer<typeof PersonSubject>;
export type JurisdictionSubject = z.infer<typeof JurisdictionSubject>;

/**
 * One special measure as a determination would give it (SM-01 to SM-06). The section was proposed and never made
 * final: what is not an `exercise` needs a document to rest on.
 */
export const SpecialMeasure = z
  .strictObject({
    schema: z.literal('special-measure/1'),
    id,
    standing: z.enum(['exercise', 'determined']),
    subject: z.discriminatedUnion('kind', [JurisdictionSubject, PersonSubject]),
    effect: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('prohibit') }),
      z.strictObject({ kind: z.literal('conditions'), conditions: z.array(code).min(1).max(50) }),
    ]),
    appliesTo: z
      .array(z.enum(['opening', 'maintaining', 'reseller']))
      .min(1)
      .max(3),
    determinedOn: day,
    /** When the regulations were issued from which the other reading of SM-04 counts; null while there are none. */
    finalRegulationsOn: day.nullable(),
    /** The day the determination itself names; absent where it names none. */
    effectiveFrom: day.optional(),
    /** Each moves the end to a later day. */
    extensions: z
      .array(z.strictObject({ on: day, until: day, source: line }))
      .max(50)
      .default([]),
    source: z.strictObject({ title: line, citation: line, url: z.url().max(400).optional() }),
  })
  .superRefine(({ determinedOn, effectiveFrom, extensions }, context) => {
    const refuse = (path: PropertyKey[], message: string) => {
      context.addIssue({ code: 'custom', path, message });
    };
    if (effectiveFrom !== undefined && effectiveFrom < determinedOn) {
      refuse(['effectiveFrom'], 'must not be before determinedOn');
    }
    extensions.forEach(({ on, until }, index) => {
      const before = extensions[index - 1]?.until ?? determinedOn;
      if (until <= before || until <= on) {
        refuse(['extensions', index, 'until'], 'must be later than its own day and the end before it');
      }
    });
  });
export type SpecialMeasure = z.infer<typeof SpecialMeasure>;
