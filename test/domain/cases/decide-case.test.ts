import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseStates, caseTransitions, isClosed } from '../../../domain/cases/case-transitions.ts';
import {
  CaseTransitionError,
  moves,
  stepBySystem,
  stepByVerdict,
  type ReviewCase,
  type Verdict,
} from '../../../domain/cases/decide-case.ts';

const opened: ReviewCase = { state: 'opened', proposal: null };
const proposed = (verdict: Verdict, by: string): ReviewCase => ({
  state: 'proposed',
  proposal: { verdict, by },
});

describe('a review case', () => {
  it('is only proposed by the first verdict', () => {
    expect(stepByVerdict(opened, 'approve', 'alice')).toEqual({
      outcome: 'moves',
      transition: 'proposeApproval',
      to: 'proposed',
    });
  });

  it('is decided by an equal verdict of a second person', () => {
    expect(stepByVerdict(proposed('refuse', 'alice'), 'refuse', 'bob')).toMatchObject({ to: 'refused' });
    expect(stepByVerdict(proposed('approve', 'alice'), 'approve', 'bob')).toMatchObject({ to: 'approved' });
  });

  it('refuses approval by the proposer', () => {
    expect(stepByVerdict(proposed('approve', 'alice'), 'approve', 'alice')).toEqual({
      outcome: 'alreadyProposed',
      by: 'alice',
    });
  });

  it('goes back to open when the second person disagrees or the proposer turns round', () => {
    expect(stepByVerdict(proposed('approve', 'alice'), 'refuse', 'bob')).toMatchObject({
      transition: 'dispute',
    });
    expect(stepByVerdict(proposed('approve', 'alice'), 'refuse', 'alice')).toMatchObject({
      transition: 'withdraw',
    });
  });

  it('takes no further step once it is closed', () => {
    for (const state of caseStates.filter(isClosed)) {
      const closed: ReviewCase = { state, proposal: { verdict: 'approve', by: 'alice' } };
      expect(stepByVerdict(closed, 'approve', 'bob')).toEqual({ outcome: 'alreadyDecided', state });
      expect(stepBySystem(closed, 'lapse')).toEqual({ outcome: 'alreadyDecided', state });
    }
  });

  it('is never approved or refused by one person alone, whatever the order of verdicts', () => {
    const verdicts = fc.array(
      fc.record({
        by: fc.constantFrom('alice', 'bob'),
        verdict: fc.constantFrom<Verdict>('approve', 'refuse'),
      }),
    );
    fc.assert(
      fc.property(verdicts, (steps) => {
        let current = opened;
        for (const { by, verdict } of steps) {
          const step = stepByVerdict(current, verdict, by);
          if (step.outcome !== 'moves') continue;
          if (step.to === 'approved' || step.to === 'refused') {
            expect(current.proposal?.by).not.toBe(by);
            expect(current.proposal?.verdict).toBe(verdict);
          }
          current = { state: step.to, proposal: step.to === 'proposed' ? { verdict, by } : null };
        }
      }),
      { seed: 5698 },
    );
  });

  it('can be left in every state that is not closed', () => {
    for (const state of caseStates) {
      const leaves = Object.values(caseTransitions).some((transition) =>
        (transition.from as readonly string[]).includes(state),
      );
      expect(leaves).toBe(!isClosed(state));
    }
  });
});

describe('the table of transitions', () => {
  const alice = { kind: 'person', id: 'alice' } as const;
  const bob = { kind: 'person', id: 'bob' } as const;
  const system = { kind: 'system' } as const;

  it.each(['approve', 'refuse', 'dispute'] as const)('lets only a second person %s', (name) => {
    const byAlice = proposed('approve', 'alice');
    expect(() => moves(byAlice, name, alice)).toThrow(CaseTransitionError);
    expect(() => moves({ state: 'proposed', proposal: null }, name, bob)).toThrow(
      `case transition ${name}: expected a person other than the proposer`,
    );
    expect(moves(byAlice, name, bob)).toMatchObject({ transition: name });
  });

  it.each(['lapse', 'overtake'] as const)('lets only the system %s', (name) => {
    expect(() => moves(opened, name, bob)).toThrow(
      `case transition ${name}: expected the system to take it, found state opened and actor person`,
    );
    expect(moves(opened, name, system)).toMatchObject({ transition: name });
  });

  it('does not let the system propose', () => {
    expect(() => moves(opened, 'proposeApproval', system)).toThrow('expected a person to take it');
  });

  it('says from where a transition starts', () => {
    expect(() => moves(opened, 'withdraw', alice)).toThrow(
      'case transition withdraw: expected the state proposed, found state opened',
    );
  });
});
