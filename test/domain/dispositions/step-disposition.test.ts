import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dispositionStates,
  dispositionTransitions,
  isEnded,
} from '../../../domain/dispositions/disposition-transitions.ts';
import {
  DispositionTransitionError,
  dispositionOpinions,
  moves,
  stepDisposition,
  type StandingDisposition,
} from '../../../domain/dispositions/step-disposition.ts';
import { now } from './samples.ts';

const proposed: StandingDisposition = {
  state: 'proposed',
  until: '2027-03-01',
  proposal: { by: 'alice' },
  releaseProposal: null,
};
const confirmed: StandingDisposition = { ...proposed, state: 'confirmed' };
const releasing: StandingDisposition = {
  ...confirmed,
  state: 'releaseProposed',
  releaseProposal: { by: 'carol' },
};

describe('a disposition', () => {
  it('is confirmed by a second person and never by the one who proposed it', () => {
    expect(stepDisposition(proposed, 'confirm', 'bob', now)).toMatchObject({ to: 'confirmed' });
    expect(stepDisposition(proposed, 'confirm', 'alice', now)).toEqual({
      outcome: 'ownProposal',
      by: 'alice',
    });
  });

  it('is rejected by a second person, and withdrawn by the first', () => {
    expect(stepDisposition(proposed, 'reject', 'bob', now)).toMatchObject({ transition: 'reject' });
    expect(stepDisposition(proposed, 'reject', 'alice', now)).toMatchObject({ transition: 'withdraw' });
  });

  it('is released by two people, of whom the first may be the one who marked the match', () => {
    expect(stepDisposition(confirmed, 'release', 'alice', now)).toMatchObject({ to: 'releaseProposed' });
    expect(stepDisposition(releasing, 'release', 'carol', now)).toEqual({
      outcome: 'ownProposal',
      by: 'carol',
    });
    expect(stepDisposition(releasing, 'release', 'alice', now)).toMatchObject({ to: 'released' });
  });

  it('is kept when the second person disagrees or the first thinks again', () => {
    expect(stepDisposition(releasing, 'keep', 'bob', now)).toMatchObject({
      transition: 'keep',
      to: 'confirmed',
    });
    expect(stepDisposition(releasing, 'keep', 'carol', now)).toMatchObject({ transition: 'withdrawRelease' });
  });

  it('answers a repeated or belated step with where it stands', () => {
    expect(stepDisposition(confirmed, 'confirm', 'bob', now)).toEqual({
      outcome: 'alreadyThere',
      state: 'confirmed',
    });
    expect(stepDisposition(confirmed, 'keep', 'bob', now)).toEqual({
      outcome: 'alreadyThere',
      state: 'confirmed',
    });
    expect(stepDisposition(confirmed, 'reject', 'bob', now)).toEqual({
      outcome: 'notNow',
      state: 'confirmed',
    });
    expect(stepDisposition(proposed, 'release', 'bob', now)).toEqual({
      outcome: 'notNow',
      state: 'proposed',
    });
    expect(stepDisposition(releasing, 'confirm', 'bob', now)).toEqual({
      outcome: 'notNow',
      state: 'releaseProposed',
    });
    const ended = { ...releasing, state: 'released' } as const;
    expect(stepDisposition(ended, 'keep', 'bob', now)).toEqual({
      outcome: 'alreadyThere',
      state: 'released',
    });
  });

  it('cannot be confirmed or released once its last day is over', () => {
    const over = new Date('2027-03-02T00:00:00.000Z');
    for (const [standing, opinion] of [[proposed, 'confirm'] as const, [confirmed, 'release'] as const])
      expect(stepDisposition(standing, opinion, 'bob', over)).toEqual({
        outcome: 'expired',
        until: '2027-03-01',
      });
  });

  it('that has ended says so, also after its last day', () => {
    const over = new Date('2027-03-02T00:00:00.000Z');
    for (const state of ['rejected', 'released'] as const)
      expect(stepDisposition({ ...confirmed, state }, 'release', 'bob', over)).toEqual({
        outcome: 'alreadyThere',
        state,
      });
  });

  it('takes effect by no single person, whatever is said in whatever order', () => {
    const said = fc.array(
      fc.record({ by: fc.constantFrom('alice', 'bob'), opinion: fc.constantFrom(...dispositionOpinions) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(said, (opinions) => {
        let current = proposed;
        for (const { by, opinion } of opinions) {
          const step = stepDisposition(current, opinion, by, now);
          if (step.outcome !== 'moves') continue;
          if (step.transition === 'confirm') expect(by).not.toBe(current.proposal.by);
          if (step.transition === 'release') expect(by).not.toBe(current.releaseProposal?.by);
          const releaseProposal = step.to === 'releaseProposed' ? { by } : null;
          current = { ...current, state: step.to, releaseProposal };
        }
      }),
      { seed: 6202 },
    );
  });
});

describe('the table of transitions', () => {
  it('names the fault of a program that takes a step which is not there', () => {
    expect(() => moves(confirmed, 'confirm', 'bob')).toThrow(
      new DispositionTransitionError(
        'disposition transition confirm: expected the state proposed, found confirmed',
      ),
    );
    expect(() => moves(proposed, 'propose', 'bob')).toThrow('expected the state before the first');
    expect(() => moves(releasing, 'release', 'carol')).toThrow('a person other than the proposer');
    expect(() => moves({ ...releasing, releaseProposal: null }, 'release', 'bob')).toThrow('a person other');
    expect(() => moves(releasing, 'withdrawRelease', 'bob')).toThrow('expected the proposer');
  });

  it('leads out of every state but the ended ones', () => {
    expect(dispositionStates.filter(isEnded)).toEqual(['rejected', 'released']);
  });

  it('lets nothing take effect without a second person', () => {
    const { confirm, release } = dispositionTransitions;
    expect([confirm, release]).toMatchObject([{ secondPerson: true }, { secondPerson: true }]);
  });
});
