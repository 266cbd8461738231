import { z } from 'zod';
import { Owner, Party } from '../identity/party.ts';

/** The provider's own id of an account. It travels in state, logs and events, so it must not be personal. */
export const AccountId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/, {
  error: 'expected 1 to 128 letters, digits and _ . : - (an id, not a name or an address)',
});

// Assessed or matched, an owner takes up to 3 KB of one DynamoDB item, which holds 400 KB; more owners come in more
// events.
const ownersAtMost = 100;

/** Orders the events of one account: a higher number is newer, whatever order they arrive in. */
const Sequence = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

const snapshot = z
  .strictObject({
    account: AccountId,
    sequence: Sequence,
    isReseller: z.boolean().default(false),
    customer: Party,
    /** Missing: nobody has said who the owners are. Empty: the customer declares that there are none. */
    owners: z.array(Owner).max(ownersAtMost).optional(),
  })
  .superRefine(({ customer, owners = [] }, context) => {
    const seen = new Set([customer.id]);
    for (const [index, { id }] of owners.entries()) {
      if (seen.has(id)) {
        context.addIssue({
          code: 'custom',
          path: ['owners', index, 'id'],
          message: 'expected an id no other party of the event has',
        });
      }
      seen.add(id);
    }
  });

const ownerAdded = z.strictObject({ account: AccountId, sequence: Sequence, owner: Owner });
const ownerRemoved = z.strictObject({ account: AccountId, sequence: Sequence, ownerId: Party.shape.id });

// Four digits: ISO 8601 also allows years such as +010000, which sort before all others as text.
const timestamp = z.iso
  .datetime({ offset: true })
  .refine((text) => /^2\d{3}-/.test(text), { error: 'expected a time in the years 2000 to 2999' });

/** The webhooks that start `verify-account` (`docs/design.md`, "Webhook in"), in the payload form of Standard Webhooks. */
export const AccountEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('account.created'), timestamp, data: snapshot }),
  z.strictObject({ type: z.literal('account.updated'), timestamp, data: snapshot }),
  z.strictObject({ type: z.literal('owner.added'), timestamp, data: ownerAdded }),
  z.strictObject({ type: z.literal('owner.removed'), timestamp, data: ownerRemoved }),
]);

export type AccountEvent = z.infer<typeof AccountEvent>;
