import type { Discrepancy, MethodResult } from './method-result.ts';
import type { PartyPlan, PlannedCheck, VerificationPlan } from './plan/verification-plan.ts';

/** `notPerformed`: not verified and not failed; the reasons say what is missing or did not tell. Never a pass. */
export type Identity = 'verified' | 'failed' | 'notPerformed';

export interface PartyResult {
  readonly party: string;
  /** The latest of its method; of several of one method the least favourable counts. */
  readonly result: MethodResult;
}

/** A discrepancy that people have resolved, with reasons that are kept elsewhere (REC-02). */
export interface ResolvedDiscrepancy extends Pick<Discrepancy, 'code' | 'field'> {
  readonly party: string;
  readonly method: string;
}

export interface PartyIdentity {
  readonly party: string;
  readonly identity: Identity;
  /** `code:party` and, behind it, method or category; sorted. */
  readonly reasons: readonly string[];
  /** What a person has to look at: `code:party:field`, and `identityFailed:party`; sorted. */
  readonly caseReasons: readonly string[];
}

export interface IdentityConclusion {
  /** Of all parties that owe verification; nobody's is `notPerformed`. */
  readonly identity: Identity;
  readonly parties: readonly PartyIdentity[];
  /** Parties of whom there are results and no plan, in order: the plan is older than they are and has to be made anew. */
  readonly unplanned: readonly string[];
}

/**
 * Verified only where each planned check has a method that passed, none failed, and no discrepancy is open. What
 * speaks against a party counts whether it was planned or not; what nobody could perform never counts for it.
 */
export function concludeIdentity(
  plan: VerificationPlan,
  results: readonly PartyResult[],
  resolved: readonly ResolvedDiscrepancy[] = [],
): IdentityConclusion {
  const parties = plan.parties.map((party) => {
    const own = results.filter((each) => each.party === party.party).map(({ result }) => result);
    const isResolved = resolvedFor(party.party, resolved);
    return concludeParty(
      party,
      own.map((result) => judge(result, isResolved)),
    );
  });
  const owed = plan.parties.flatMap(({ isOwed }, at) => (isOwed ? [parties[at]?.identity] : []));
  const everyone = parties.map(({ identity }) => identity);
  const unplanned = sortedOnce(results.map(({ party }) => party)).filter(
    (party) => !parties.some((each) => each.party === party),
  );
  const identity = identityOfAll(owed, everyone);
  return {
    identity: identity === 'verified' && unplanned.length > 0 ? 'notPerformed' : identity,
    parties,
    unplanned,
  };
}

function identityOfAll(owed: readonly (Identity | undefined)[], everyone: readonly Identity[]): Identity {
  if (everyone.includes('failed')) return 'failed';
  return owed.length > 0 && owed.every((identity) => identity === 'verified') ? 'verified' : 'notPerformed';
}

type IsResolved = (method: string, discrepancy: Discrepancy) => boolean;

function resolvedFor(party: string, resolved: readonly ResolvedDiscrepancy[]): IsResolved {
  return (method, { code, field }) =>
    resolved.some(
      (each) => each.party === party && each.method === method && each.code === code && each.field === field,
    );
}

interface Judged {
  readonly result: MethodResult;
  readonly outcome: MethodResult['outcome'];
  readonly open: readonly Discrepancy[];
}

/** A method that did not pass for its discrepancies alone has passed once people have resolved them all. */
function judge(result: MethodResult, isResolved: IsResolved): Judged {
  const open = result.discrepancies.filter((discrepancy) => !isResolved(result.method, discrepancy));
  const codes = result.discrepancies.map(({ code }) => code);
  const isCleared =
    (result.outcome === 'inconclusive' || result.outcome === 'failed') &&
    open.length === 0 &&
    codes.length > 0 &&
    result.reasons.every((reason) => codes.includes(reason));
  return { result, outcome: isCleared ? 'passed' : result.outcome, open };
}

function concludeParty({ party, isOwed, checks }: PartyPlan, judged: readonly Judged[]): PartyIdentity {
  const unmet = checks.filter((check) => !isMet(check, judged));
  const open = judged.flatMap((each) => each.open);
  const hasFailed = judged.some(({ outcome }) => outcome === 'failed');
  const isVerified = checks.length > 0 && unmet.length === 0 && open.length === 0;
  const reasons = [
    ...(isOwed ? [] : [`verificationNotOwed:${party}`]),
    ...(isOwed && checks.length === 0 ? [`nothingPlanned:${party}`] : []),
    ...unmet.map(({ category }) => `checkUnmet:${party}:${category}`),
    ...judged
      .filter(({ outcome }) => outcome !== 'passed')
      .map(({ outcome, result }) => `${outcome}:${party}:${result.method}`),
    ...open.map(({ code, field }) => `${code}:${party}:${field}`),
  ];
  const caseReasons = [
    ...(hasFailed ? [`identityFailed:${party}`] : []),
    ...open.map(({ code, field }) => `${code}:${party}:${field}`),
  ];
  const identity = hasFailed ? 'failed' : isVerified ? 'verified' : 'notPerformed';
  return { party, identity, reasons: sortedOnce(reasons), caseReasons: sortedOnce(caseReasons) };
}

/** A category is what the plan asks for: a method that says it is of another does not stand in. */
function isMet({ anyOf, category }: PlannedCheck, judged: readonly Judged[]): boolean {
  return anyOf.some((method) => {
    const own = judged.filter(({ result }) => result.method === method && result.category === category);
    return own.length > 0 && own.every(({ outcome }) => outcome === 'passed');
  });
}

function sortedOnce(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort();
}
