import { z } from 'zod';
import { interestTypes } from './interest-types.ts';
import { ShareOfInterest } from './share-range.ts';

const longestId = 256;
const longestName = 1000;
/** Of one record; more than this is a mistake, or an attempt to be slow. */
const mostInterests = 1000;

const Id = z.string().min(1).max(longestId);
const Name = z.string().max(longestName);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-11-23');
const Moment = z
  .string()
  .max(64)
  .refine(
    (text) =>
      /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(text) && !Number.isNaN(Date.parse(text)),
    'must be a date or a date with time, such as 2026-11-23 or 2026-11-23T10:00:00Z',
  );

const Identifier = z.object({
  id: Name.optional(),
  scheme: Name.optional(),
  schemeName: Name.optional(),
});

const head = {
  statementId: Id,
  statementDate: Moment,
  recordId: Id,
  recordStatus: z.enum(['new', 'updated', 'closed']).optional(),
};

const identified = { identifiers: z.array(Identifier).max(mostInterests).optional() };

const EntityDetails = z.object({
  ...identified,
  name: Name.optional(),
  entityType: z
    .object({
      type: z.enum([
        'registeredEntity',
        'legalEntity',
        'arrangement',
        'anonymousEntity',
        'unknownEntity',
        'state',
        'stateBody',
      ]),
      subtype: Name.optional(),
    })
    .optional(),
});

const PersonDetails = z.object({
  ...identified,
  personType: z.enum(['knownPerson', 'anonymousPerson', 'unknownPerson']).optional(),
  names: z
    .array(z.object({ fullName: Name.optional() }))
    .max(mostInterests)
    .optional(),
});

const Unspecified = z.object({ reason: Name, description: z.string().optional() });

const Interest = z.object({
  type: z.enum(interestTypes).optional(),
  directOrIndirect: z.enum(['direct', 'indirect', 'unknown']).optional(),
  beneficialOwnershipOrControl: z.boolean().optional(),
  share: ShareOfInterest.optional(),
  startDate: Day.optional(),
  endDate: Day.optional(),
});
export type Interest = z.infer<typeof Interest>;

const RelationshipDetails = z.object({
  isComponent: z.boolean().optional(),
  componentRecords: z.array(Id).max(10_000).optional(),
  subject: z.union([Id, Unspecified]),
  interestedParty: z.union([Id, Unspecified]),
  interests: z.array(Interest).max(mostInterests).optional(),
});

/** A statement of version 0.4, as far as owners depend on it. Members that say nothing of owners are left out. */
export const Statement = z.discriminatedUnion(
  'recordType',
  [
    z.object({ ...head, recordType: z.literal('entity'), recordDetails: EntityDetails }),
    z.object({ ...head, recordType: z.literal('person'), recordDetails: PersonDetails }),
    z.object({ ...head, recordType: z.literal('relationship'), recordDetails: RelationshipDetails }),
  ],
  { error: 'must be entity, person or relationship' },
);
export type Statement = z.infer<typeof Statement>;
export type EntityStatement = Extract<Statement, { recordType: 'entity' }>;
export type PersonStatement = Extract<Statement, { recordType: 'person' }>;
export type RelationshipStatement = Extract<Statement, { recordType: 'relationship' }>;

/** What identifies a statement that cannot be read as a whole, as far as that itself can be read. */
export const StatementHead = z.object({
  statementId: Id.optional().catch(undefined),
  statementDate: Moment.optional().catch(undefined),
  recordId: Id.optional().catch(undefined),
});

/** Whom a relationship is about, however wrong the rest of it may be. */
export const StatementSubject = z.object({ recordDetails: z.object({ subject: Id }) });
