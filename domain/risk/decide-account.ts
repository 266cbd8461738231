import type { AccountStatus, Permission } from '../accounts/account-status.ts';
import type { PlaceQuestions } from './place-questions.ts';

/** What was found about one party of an account: codes only, never who it is. */
export interface PartyFinding {
  readonly id: string;
  readonly role: 'customer' | 'owner';
  /** Of an owner; null counts as one. A customer owes what it owes as customer. */
  readonly isBeneficialOwner: boolean | null;
  readonly personStatus: 'us' | 'foreign' | 'undetermined';
  /** Fields that rule row R-06 asks for and that were not given. */
  readonly missingFields: readonly string[];
  readonly identity: 'verified' | 'failed' | 'notPerformed';
  readonly screening: 'clear' | 'possibleMatch' | 'notScreened';
}

/** What follows from the possible matches of an account, should they be true ones. */
export interface OwnershipConcern {
  readonly customer: string;
  readonly list: string;
  /** Null when the facts about the owners do not decide it. */
  readonly isBlocked: boolean | null;
  readonly reasons: readonly string[];
}

/** Why an earlier look at the same account still matters. */
export type PriorConcern = 'previouslyRefused' | 'reviewOvertaken' | 'reviewLapsed';

export type ReviewVerdict = 'approve' | 'refuse' | 'lapsed';

export interface AccountFindings {
  readonly parties: readonly PartyFinding[];
  readonly inScope: boolean;
  /** False while only events about owners have arrived. */
  readonly customerKnown: boolean;
  /** False when an entity's beneficial owners were neither named nor declared to be none. */
  readonly ownersKnown: boolean;
  /** Layers behind which a beneficial owner may stand, `entity:code`. */
  readonly unresolvedOwners: readonly string[];
  readonly priorConcerns: readonly PriorConcern[];
  /** What listed owners make of a customer that is an entity; absent where no owner is listed. */
  readonly ownership?: readonly OwnershipConcern[];
  /** What the places of the parties ask; absent where nobody looked at them. */
  readonly places?: PlaceQuestions;
  /** Absent until a review of exactly these findings has ended. */
  readonly review?: ReviewVerdict;
}

export interface PermissionPolicy {
  readonly duringReview: Permission;
  readonly whileRestricted: Permission;
  readonly afterLapsedReview: Permission;
}

export interface AccountDecision {
  readonly status: Exclude<AccountStatus, 'pending'>;
  readonly permission: Permission;
  /** Reason codes, `code` or `code:party` or `code:party:field`, in a stable order. */
  readonly reasons: readonly string[];
}

/**
 * Decides what an account may do. The strictest finding wins: a refused review, then an unanswered concern, then what
 * is missing. US persons owe no further verification (DEF-09), but everybody is screened. An approval answers a
 * possible match, a failed identity check and prior concerns; that nobody looked (OFAC-03) it cannot answer.
 */
export function decideAccount(findings: AccountFindings, policy: PermissionPolicy): AccountDecision {
  const concerns = screeningConcerns(findings);
  if (findings.review === 'refuse') {
    return { status: 'refused', permission: 'none', reasons: ['reviewRefused', ...concerns] };
  }
  if (findings.review === 'lapsed') {
    return {
      status: 'restricted',
      permission: policy.afterLapsedReview,
      reasons: ['reviewLapsed', ...concerns],
    };
  }
  if (concerns.length > 0 && findings.review !== 'approve') {
    return { status: 'underReview', permission: policy.duringReview, reasons: concerns };
  }
  if (!findings.customerKnown) {
    return { status: 'restricted', permission: policy.duringReview, reasons: ['customerUnknown'] };
  }
  const approved = findings.review === 'approve' ? ['reviewApproved'] : [];
  const placesWanted = findings.places?.wanted ?? [];
  const gaps = [
    ...notScreened(findings),
    ...placesWanted,
    ...(findings.inScope ? verificationGaps(findings) : []),
  ];
  return gaps.length > 0
    ? { status: 'restricted', permission: policy.whileRestricted, reasons: [...approved, ...gaps] }
    : { status: 'verified', permission: 'full', reasons: approved };
}

/** What a person has to look at before the account can be decided. */
function screeningConcerns(findings: AccountFindings): string[] {
  const byScreening = findings.parties.flatMap((party) =>
    party.screening === 'clear' ? [] : [`${party.screening}:${party.id}`],
  );
  const byIdentity = findings.parties.flatMap((party) =>
    party.identity === 'failed' ? [`identityFailed:${party.id}`] : [],
  );
  const byPlace = findings.places?.concerns ?? [];
  return [
    ...findings.priorConcerns,
    ...byScreening,
    ...ownershipConcerns(findings),
    ...byPlace,
    ...byIdentity,
  ];
}

/** A customer that is listed itself is so by screening, and needs no owners for it. */
function ownershipConcerns({ ownership = [] }: AccountFindings): string[] {
  return ownership.flatMap(({ customer, list, isBlocked, reasons }) => {
    if (isBlocked === false || reasons.includes('listed')) return [];
    return [`${isBlocked ? 'ownedByListed' : 'ownershipUndetermined'}:${customer}:${list}`];
  });
}

function notScreened({ parties }: AccountFindings): string[] {
  return parties.filter((party) => party.screening === 'notScreened').map(({ id }) => `notScreened:${id}`);
}

/** What foreign parties, and those whose status is unknown, still owe. Who is known to be no beneficial owner owes nothing. */
function verificationGaps({ parties, ownersKnown, unresolvedOwners }: AccountFindings): string[] {
  const owed = parties
    .filter(({ role, isBeneficialOwner }) => role === 'customer' || isBeneficialOwner !== false)
    .filter((party) => party.personStatus !== 'us')
    .flatMap((party) => [
      ...party.missingFields.map((field) => `fieldMissing:${party.id}:${field}`),
      ...(party.identity === 'notPerformed' ? [`identityNotPerformed:${party.id}`] : []),
    ]);
  const unresolved = unresolvedOwners.map((layer) => `ownersUnresolved:${layer}`);
  return [...(ownersKnown ? [] : ['ownersUnknown']), ...unresolved, ...owed];
}
