import { PartyRoleConflictError } from '../errors/kyc-error.ts';
import type { IdentificationPack, PartyRole } from '../policy/policy-pack.ts';
import { standingOf } from '../programme/account-standing.ts';
import type { AccountEvent } from './account-event.ts';
import type { AccountRecord, PartyRecord } from './account-record.ts';
import type { BeneficialOwnership } from './beneficial-ownership.ts';
import { assessParty, type PartyAssessment, type PartyRules } from './assess-party.ts';
import { factsById, partyChange } from './event-parties.ts';
import { applyPartyChange, emptyPartyBook, type PartyBook } from './party-book.ts';
import { concernsOf } from './prior-concerns.ts';
import { withOwnersDetermined, type UnscopedAccount } from './with-owners-determined.ts';

export type Assessment =
  | {
      readonly outcome: 'assessed';
      readonly account: AccountRecord;
      readonly parties: readonly PartyAssessment[];
      /** Null where the customer is not known, or an individual. */
      readonly ownership: BeneficialOwnership | null;
    }
  | { readonly outcome: 'superseded' };

export interface AssessmentContext extends PartyRules {
  readonly eventId: string;
  /** When the event came in: an account was not opened later than that, whatever its event says. ISO 8601, UTC. */
  readonly receivedAt: string;
  /** True when two people refused the open case and the account does not show it yet. */
  readonly isRefusalPending: boolean;
  readonly pack: Pick<IdentificationPack, 'requiredFields' | 'beneficialOwners'>;
}

/**
 * Applies one event to an account and assesses the parties it brings: US or foreign, what is missing; and
 * then all of them: who the beneficial owners are, whether the account is in scope. `superseded` when newer events had already said all it says.
 */
export function assessAccount(
  before: AccountRecord | null,
  event: AccountEvent,
  context: AssessmentContext,
): Assessment {
  const { eventId, pack } = context;
  const { book, news, changed } = applyPartyChange(bookOf(before), partyChange(event));
  if (!changed) return { outcome: 'superseded' };
  refuseTwoRoles(book, event.data.account, eventId);
  const facts = factsById(event);
  const parties = news.map((id) => {
    const role = book.customer?.id === id ? 'customer' : 'owner';
    const known = facts.get(id);
    if (!known) throw new RangeError(`event ${eventId} brings party ${id} without its facts`);
    return assessParty(known, role, event.data.sequence, context);
  });
  const account = nextRecord(before, event, context, book, parties);
  const day = context.receivedAt.slice(0, isoDayLength);
  return { outcome: 'assessed', parties, ...withOwnersDetermined(account, pack.beneficialOwners, day) };
}

const isoDayLength = 'YYYY-MM-DD'.length;

/** Screenings and sealed facts are kept by party: an id that is both would let one answer for the other. */
function refuseTwoRoles({ customer, owners }: PartyBook, accountId: string, eventId: string): void {
  if (!customer || !owners.some((owner) => owner.id === customer.id)) return;
  throw new PartyRoleConflictError(
    `event ${eventId} makes party ${customer.id} both customer and owner of account ${accountId}; ` +
      'give the owner an id of its own and send the event again',
  );
}

function nextRecord(
  before: AccountRecord | null,
  event: AccountEvent,
  { eventId, receivedAt, isRefusalPending }: AssessmentContext,
  book: PartyBook,
  news: readonly PartyAssessment[],
): UnscopedAccount {
  const assessed = (role: PartyRole) => (id: string) =>
    news.find((party) => party.role === role && party.record.id === id)?.record;
  const customer = book.customer && (assessed('customer')(book.customer.id) ?? before?.customer ?? null);
  const owners = book.owners.map((owner) => {
    const record = assessed('owner')(owner.id) ?? before?.owners.find(({ id }) => id === owner.id);
    return { ...(record ?? unknownOwner(owner.id)), sequence: owner.sequence, present: owner.present };
  });
  return {
    id: event.data.account,
    revision: (before?.revision ?? 0) + 1,
    eventId,
    openedAt: earliest(before?.openedAt, earliest(receivedAt, new Date(event.timestamp).toISOString())),
    isReseller: isReseller(before, event, book),
    customer,
    owners,
    ownersSetAt: book.ownersSetAt,
    concerns: concernsOf(before, isRefusalPending),
    status: before?.status ?? 'pending',
    permission: before?.permission ?? 'none',
    reasons: before?.reasons ?? [],
    openCase: null,
    ...(before && standingOf(before)),
  };
}

/** Of the newest snapshot: an older one that comes late may still bring owners, but no longer says what the customer is. */
function isReseller(before: AccountRecord | null, { data }: AccountEvent, book: PartyBook): boolean {
  if ('customer' in data && book.customer?.sequence === data.sequence) return data.isReseller;
  return before?.isReseller ?? false;
}

/** Instants of one width: the order of the texts is the order of the times. */
function earliest(known: string | undefined, at: string): string {
  return known !== undefined && known < at ? known : at;
}

/** An owner whose removal arrived before anything else about it. */
function unknownOwner(id: string): PartyRecord {
  return {
    id,
    kind: 'individual',
    sequence: 0,
    present: false,
    personStatus: 'undetermined',
    missingFields: [],
    identity: 'notPerformed',
    country: null,
    screening: null,
  };
}

function bookOf(before: AccountRecord | null): PartyBook {
  if (!before) return emptyPartyBook;
  const { customer, owners, ownersSetAt } = before;
  return {
    customer: customer && { id: customer.id, sequence: customer.sequence },
    owners: owners.map(({ id, sequence, present }) => ({ id, sequence, present })),
    ownersSetAt,
  };
}
