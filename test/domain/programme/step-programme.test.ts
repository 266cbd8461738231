import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeTypes } from '../../../domain/notices/notice.ts';
import { grantedPermission } from '../../../domain/programme/granted-permission.ts';
import { programmeStates, type ProgrammeState } from '../../../domain/programme/programme-states.ts';
import {
  programmeTransitions,
  type ProgrammeTransition,
} from '../../../domain/programme/programme-transitions.ts';
import { stepProgramme } from '../../../domain/programme/step-programme.ts';
import { shippedPack } from '../policy/shipped-packs.ts';
import { anyTrigger, lifeUnder } from './programme-runs.ts';

const seed = 7302;
const provider = shippedPack('provider-default');
const proposal = shippedPack('us-iaas-nprm-2024');
if (provider.kind !== 'provider') throw new Error('expected the provider pack');

const lives = fc.array(anyTrigger, { maxLength: 40 }).map(lifeUnder);
const table = Object.entries(programmeTransitions) as [string, ProgrammeTransition][];
const alice = { kind: 'person', id: 'alice' } as const;
const bob = { kind: 'person', id: 'bob' } as const;

describe('any life of an account', () => {
  it(`never leaves the states of the table, and never changes without an audit action (seed ${seed})`, () => {
    fc.assert(
      fc.property(lives, (life) => {
        for (const { step } of life) {
          if (step.outcome !== 'moves') continue;
          expect(programmeStates, `seed ${seed}`).toContain(step.to);
          expect(step.row.action).toMatch(/^account\.[a-z][A-Za-z]+$/);
        }
      }),
      { seed },
    );
  });

  it(`reaches full permission only by a verification that holds, or by a second person (seed ${seed})`, () => {
    fc.assert(
      fc.property(lives, (life) => {
        for (const { step, trigger, before } of life) {
          if (step.outcome !== 'moves' || grantedPermission(step.to, provider).permission !== 'full')
            continue;
          expect(['verify', 'approve'], `seed ${seed}`).toContain(trigger.transition);
          if (trigger.transition === 'verify') expect(trigger.conditions?.identityVerified).toBe(true);
          else expect([before.state, trigger.conditions?.nothingOwed]).toEqual(['underReview', true]);
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  it(`never lets whoever opened or proposed a decision take it, administrators included (seed ${seed})`, () => {
    fc.assert(
      fc.property(lives, (life) => {
        for (const { step, trigger, before } of life) {
          if (step.outcome !== 'moves' || !step.row.secondPerson) continue;
          expect(trigger.actor.kind, `seed ${seed}`).toBe('person');
          const decider = trigger.actor.kind === 'person' ? trigger.actor.id : null;
          expect(trigger.proposedBy).toBeDefined();
          expect([before.openedBy, trigger.proposedBy]).not.toContain(decider);
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  it(`ends where it is closed, and nowhere else (seed ${seed})`, () => {
    fc.assert(
      fc.property(lives, (life) => {
        const closed = life.findIndex(({ before }) => before.state === 'closed');
        const after = closed === -1 ? [] : life.slice(closed);
        expect(
          after.map(({ step }) => step.outcome),
          `seed ${seed}`,
        ).not.toContain('moves');
      }),
      { seed },
    );
    const left = (state: ProgrammeState) => table.some(([, { from }]) => from.includes(state));
    expect(programmeStates.filter((state) => !left(state))).toEqual(['closed']);
  });
});

describe('a step', () => {
  const underReview = { state: 'underReview', openedBy: 'alice' } as const;
  const conditions = { nothingOwed: true } as const;

  it('is refused to the opener of the case although somebody else proposed', () => {
    expect(
      stepProgramme(underReview, { transition: 'approve', actor: alice, proposedBy: 'bob', conditions }),
    ).toEqual({ outcome: 'refused', because: 'samePerson' });
  });

  it('is refused when nobody proposed, and when the system takes what is a person’s', () => {
    expect(stepProgramme(underReview, { transition: 'approve', actor: bob, conditions })).toMatchObject({
      because: 'noProposal',
    });
    const bySystem = stepProgramme(underReview, { transition: 'refuse', actor: { kind: 'system' } });
    expect(bySystem).toMatchObject({ because: 'notThisActor' });
  });

  it('is refused when a condition is not known, as when it does not hold', () => {
    const verify = { transition: 'verify', actor: { kind: 'system' } } as const;
    const account = { state: 'provisionalRestricted', openedBy: null } as const;
    expect(stepProgramme(account, verify)).toMatchObject({ condition: 'identityVerified', holds: null });
    expect(stepProgramme(account, { ...verify, conditions: { identityVerified: false } })).toMatchObject({
      condition: 'identityVerified',
      holds: false,
    });
  });

  it('keeps who opened a case when it is referred again', () => {
    const again = stepProgramme(underReview, { transition: 'refer', actor: { kind: 'system' } });
    expect(again).toMatchObject({ outcome: 'moves', openedBy: 'alice' });
  });

  it('of redress leads to a new verification or to closing, never to full permission at once', () => {
    const leading = table.filter(([, { from }]) => from.includes('redressOpen')).map(([, { to }]) => to);
    expect(new Set(leading)).toEqual(new Set(['redressOpen', 'provisionalRestricted', 'closing', 'closed']));
  });
});

describe('the table', () => {
  it('stands on clauses that the packs have, and tells the provider of each change of permission', () => {
    const clauses = proposal.rules.map(({ id }) => id);
    for (const [name, { clause, notices, from, to }] of table) {
      expect(clauses, name).toContain(clause);
      expect(noticeTypes, name).toEqual(expect.arrayContaining([...notices]));
      if (from.some((state) => state !== to)) expect(notices, name).toContain('account.permission.changed');
    }
  });

  it('starts a deadline with every state in which somebody is waited for', () => {
    const waiting: ProgrammeState[] = [
      'provisionalRestricted',
      'monitoredUnverified',
      'closing',
      'redressOpen',
    ];
    const entering = table.filter(([, { to }]) => waiting.includes(to));
    expect(entering.filter(([, { starts }]) => starts.length === 0)).toEqual([]);
  });

  it('asks the provider to close wherever it leads to closing or refusal', () => {
    const ends = table.filter(([, { to }]) => to === 'closing' || to === 'refused');
    for (const [name, { notices }] of ends) expect(notices, name).toContain('account.closure.required');
  });
});

describe('what a state grants', () => {
  it('is full to the verified alone, even under a policy that says otherwise', () => {
    const permissions = Object.fromEntries(
      Object.keys(provider.permissions).map((key) => [key, 'full']),
    ) as unknown as typeof provider.permissions;
    const granted = programmeStates.filter(
      (state) => grantedPermission(state, { ...provider, permissions }).permission === 'full',
    );
    expect(granted).toEqual(['verified']);
  });

  it('comes with products, limits and monitoring wherever it is restricted', () => {
    expect(grantedPermission('provisionalRestricted', provider)).toEqual({
      permission: 'restricted',
      conditions: provider.programme.conditions.restricted,
    });
    expect(grantedPermission('monitoredUnverified', provider).conditions).toEqual(
      provider.programme.conditions.monitored,
    );
    expect(grantedPermission('refused', provider)).toEqual({ permission: 'none', conditions: null });
  });

  it('after a lapsed review is what the policy says for that', () => {
    const lapse = programmeTransitions.lapse;
    expect(grantedPermission('provisionalRestricted', provider, lapse).permission).toBe(
      provider.permissions.afterLapsedReview,
    );
  });
});
