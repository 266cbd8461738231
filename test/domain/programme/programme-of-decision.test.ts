import { describe, expect, it } from 'vitest';
import { accountStatuses } from '../../../domain/accounts/account-status.ts';
import {
  stateOfStatus,
  statusOf,
  transitionOfDecision,
} from '../../../domain/programme/programme-of-decision.ts';
import { programmeStates } from '../../../domain/programme/programme-states.ts';
import { programmeTransitions } from '../../../domain/programme/programme-transitions.ts';

const reviews = [undefined, 'approve', 'refuse', 'lapsed'] as const;
const decided = ['verified', 'restricted', 'underReview', 'refused'] as const;

describe('what a decision asks of the programme', () => {
  it('is a transition that the table has from where the account stands, or nothing', () => {
    for (const state of programmeStates) {
      for (const status of decided) {
        for (const review of reviews) {
          const name = transitionOfDecision(state, { status }, review);
          if (name) expect(programmeTransitions[name].from, `${state} ${status}`).toContain(state);
        }
      }
    }
  });

  it('of an account under review is never verified without an approval', () => {
    expect(transitionOfDecision('underReview', { status: 'verified' }, undefined)).toBe(null);
    expect(transitionOfDecision('underReview', { status: 'verified' }, 'approve')).toBe('approve');
    expect(transitionOfDecision('underReview', { status: 'restricted' }, 'lapsed')).toBe('lapse');
  });

  it('of a closing account, or one in redress, is nothing: they have ways of their own', () => {
    const asked = (['closing', 'closed', 'redressOpen'] as const).flatMap((state) =>
      decided.map((status) => transitionOfDecision(state, { status }, 'approve')),
    );
    expect(new Set(asked)).toEqual(new Set([null]));
  });
});

describe('the statuses of the first version', () => {
  it('have a state each, which shows as that status', () => {
    expect(accountStatuses.map((status) => statusOf(stateOfStatus(status)))).toEqual([...accountStatuses]);
  });
});
