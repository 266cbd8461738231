import { z } from 'zod';
import { Deadline } from '../deadlines/deadline.ts';
import { personKinds } from '../identity/person-facts.ts';
import { interestTypes } from '../ownership/bods/interest-types.ts';
import { programmeStates } from '../programme/programme-states.ts';
import { accountStatuses, permissions } from './account-status.ts';
import { PlaceFlag } from './place-findings.ts';
import { StatedHolding } from './stated-holdings.ts';

/** What is known of one party of an account, in codes. The facts themselves are sealed in the party's own record. */
const PartyRecord = z.object({
  id: z.string(),
  kind: z.enum(personKinds),
  sequence: z.int(),
  present: z.boolean(),
  personStatus: z.enum(['us', 'foreign', 'undetermined']),
  missingFields: z.array(z.string()),
  identity: z.enum(['verified', 'failed', 'notPerformed']),
  /** ISO 3166-1 alpha-2 of the party's address, for the yearly counts. */
  country: z.string().nullable(),
  /** What of its places raises a question. Absent of those stored before places were looked at. */
  placeFlags: z.array(PlaceFlag).optional(),
  /** Of an owner. Absent of those stored before holdings were; then the share is unknown. */
  holdings: z.array(StatedHolding).optional(),
  /** Of an owner: the rights through which it controls the customer. Absent of those stored before rights were. */
  rights: z.array(z.enum(interestTypes)).optional(),
  /** Of an owner. Null: not known, and then it counts as one; absent of those stored before owners were determined. */
  isBeneficialOwner: z.boolean().nullable().optional(),
  /** Null until a list was searched for exactly this version of the party. */
  screening: z
    .object({
      outcome: z.enum(['clear', 'possibleMatch', 'notScreened']),
      listDigest: z.string().nullable(),
      matcherVersion: z.string(),
      /** Absent of those stored before results carried them, and where nobody looked; then it is due again. */
      indexDigest: z.string().optional(),
      threshold: z.number().optional(),
      /** Of a possible match: ids of the lists in question. Absent of those stored before; then it may be any. */
      matchedLists: z.array(z.string()).optional(),
      /** Key of the determination that says how it was concluded, with the listed parties found. */
      determination: z.string(),
      /** Of a party that is like somebody listed: the dispositions that were in force. Others tomorrow, and it is due. */
      dispositions: z.array(z.string()).optional(),
    })
    .nullable(),
});
export type PartyRecord = z.infer<typeof PartyRecord>;

/** One customer account, as stored. Nothing in it is personal data. */
export const AccountRecord = z.object({
  id: z.string(),
  /** Counts every change of this record, from 1; the audit entries of the account carry it. */
  revision: z.int().min(1),
  /** The inbox event that changed it last; only that event's execution may decide. */
  eventId: z.string(),
  openedAt: z.string(),
  isReseller: z.boolean(),
  customer: PartyRecord.nullable(),
  owners: z.array(PartyRecord),
  ownersSetAt: z.int(),
  /** Layers behind which a beneficial owner may stand, `entity:code`. Absent of those stored before owners were determined. */
  unresolvedOwners: z.array(z.string()).optional(),
  inScope: z.boolean(),
  scopeBecause: z.string(),
  concerns: z.array(z.enum(['previouslyRefused', 'reviewOvertaken', 'reviewLapsed'])),
  status: z.enum(accountStatuses),
  permission: z.enum(permissions),
  reasons: z.array(z.string()),
  openCase: z.string().nullable(),
  /** Where it stands in the programme. Absent, with the two below, of those stored before: see `standingOf`. */
  state: z.enum(programmeStates).optional(),
  /** The person who opened what waits for a decision, who never takes it; null where nobody did. */
  openedBy: z.string().nullable().optional(),
  deadlines: z.array(Deadline).optional(),
});
export type AccountRecord = z.infer<typeof AccountRecord>;

/** The parties that count today: the customer, if known, and the owners not removed. */
export function presentParties(account: Pick<AccountRecord, 'customer' | 'owners'>): PartyRecord[] {
  return [
    ...(account.customer ? [account.customer] : []),
    ...account.owners.filter((owner) => owner.present),
  ];
}
