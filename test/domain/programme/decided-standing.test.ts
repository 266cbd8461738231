import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingOf, type AccountStanding } from '../../../domain/programme/account-standing.ts';
import {
  decidedStanding,
  type DecisionContext,
  type ReviewEnd,
} from '../../../domain/programme/decided-standing.ts';
import { programmeStates } from '../../../domain/programme/programme-states.ts';
import { programmeTransitions } from '../../../domain/programme/programme-transitions.ts';
import type { AccountDecision } from '../../../domain/risk/decide-account.ts';
import { shippedIdentificationPack, shippedProviderPack } from '../policy/shipped-packs.ts';

const seed = 7304;
const policy = shippedProviderPack();
const context = {
  ...{ account: 'acct_1', revision: 2, at: '2026-01-05T08:00:00.000Z', risk: 'high' as const },
  ...{ policy, terms: { provider: policy, identification: shippedIdentificationPack() } },
} satisfies DecisionContext;
const standing = (state: AccountStanding['state'], openedBy: string | null = null): AccountStanding => ({
  state,
  openedBy,
  deadlines: [],
});
const decision = (status: AccountDecision['status'], permission: AccountDecision['permission']) => ({
  status,
  permission,
  reasons: [],
});
const verified = decision('verified', 'full');
const approved: ReviewEnd = { verdict: 'approve', proposedBy: 'alice', decidedBy: 'bob' };

describe('a decision in the programme', () => {
  it('takes the step of the table, with its deadlines and its conditions', () => {
    const decided = decidedStanding(standing('pending'), decision('restricted', 'restricted'), null, context);
    expect(decided).toMatchObject({ state: 'provisionalRestricted', status: 'restricted' });
    expect(decided.conditions).toEqual(policy.programme.conditions.restricted);
    expect(decided.deadlines.map(({ basis }) => basis.term)).toEqual([
      'DL-16-provisional',
      'DL-16-information',
    ]);
    expect(decided.taken?.transition).toBe('beginVerification');
  });

  it('allows no more than the decision says, and sets no conditions on nothing', () => {
    const decided = decidedStanding(standing('pending'), decision('restricted', 'none'), null, context);
    expect(decided).toMatchObject({ permission: 'none', conditions: null });
  });

  it('leaves a closing account closing, whatever new data say, and gives that as the reason', () => {
    const decided = decidedStanding(standing('closing'), verified, null, context);
    expect(decided).toMatchObject({ state: 'closing', status: 'refused', permission: 'none', taken: null });
    expect(decided.reasons).toEqual(['closing']);
  });

  it('approves by two people, and by nobody who opened the question', () => {
    expect(decidedStanding(standing('underReview'), verified, approved, context)).toMatchObject({
      state: 'verified',
      permission: 'full',
    });
    const byOpener = () => decidedStanding(standing('underReview', 'bob'), verified, approved, context);
    expect(byOpener).toThrow(
      'transition approve from underReview: expected the table to have it, found samePerson',
    );
    const unproposed = { ...approved, proposedBy: null };
    expect(() => decidedStanding(standing('underReview'), verified, unproposed, context)).toThrow(
      'noProposal',
    );
  });

  it(`never allows everything but to an account that the table has verified (seed ${seed})`, () => {
    const decisions = [verified, decision('restricted', 'restricted'), decision('underReview', 'none')];
    const reviews = [null, approved, { verdict: 'lapsed', proposedBy: null, decidedBy: null }] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...programmeStates),
        fc.constantFrom(...decisions),
        fc.constantFrom(...reviews),
        (state, decided, review) => {
          const after = attempt(() => decidedStanding(standing(state), decided, review, context));
          if (after?.permission !== 'full') return;
          expect(after.state, `seed ${seed}`).toBe('verified');
          const way = after.taken?.transition;
          expect(way ? programmeTransitions[way].to : state).toBe('verified');
        },
      ),
      { seed },
    );
  });
});

describe('an account stored before states were', () => {
  it('stands where its status tells, without deadlines', () => {
    expect(standingOf({ status: 'restricted' })).toEqual(standing('provisionalRestricted'));
    expect(standingOf({ status: 'restricted', state: 'monitoredUnverified' }).state).toBe(
      'monitoredUnverified',
    );
  });
});

/** What the table refuses changes nothing: the event is put aside for a person. */
function attempt<T>(step: () => T): T | null {
  try {
    return step();
  } catch {
    return null;
  }
}
