import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../../domain/deadlines/deadline.ts';
import { deadlinesAfter } from '../../../domain/programme/programme-deadlines.ts';
import { programmeTransitions } from '../../../domain/programme/programme-transitions.ts';
import { shippedPack } from '../policy/shipped-packs.ts';
import { anyTrigger, lifeUnder, type TakenStep } from './programme-runs.ts';

const seed = 7303;
const provider = shippedPack('provider-default');
const identification = shippedPack('us-iaas-nprm-2024');
if (provider.kind !== 'provider' || identification.kind !== 'identification') throw new Error('other packs');
const terms = { provider, identification };
const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();
const context = (revision: number, risk: 'low' | 'high' = 'high') =>
  ({ account: 'acct_1', revision, at: at(revision), risk }) as const;
const named = (deadlines: readonly Deadline[]) => deadlines.map(({ basis, state }) => [basis.term, state]);

/** The deadlines after each step of a life, a day apart. */
function deadlinesThrough(life: readonly TakenStep[]): Deadline[][] {
  let deadlines: Deadline[] = [];
  return life.flatMap(({ step }, index) => {
    if (step.outcome !== 'moves') return [];
    deadlines = deadlinesAfter(deadlines, step.row, context(index + 1), terms);
    return [deadlines];
  });
}

describe('the deadlines of an account', () => {
  it('start with the state and are answered by what leads out of it', () => {
    const begun = deadlinesAfter([], programmeTransitions.beginVerification, context(1), terms);
    expect(named(begun)).toEqual([
      ['DL-16-provisional', 'open'],
      ['DL-16-information', 'open'],
    ]);
    const verified = deadlinesAfter(begun, programmeTransitions.verify, context(2), terms);
    expect(named(verified)).toEqual([
      ['DL-16-provisional', 'answered'],
      ['DL-16-information', 'answered'],
      ['DL-15-high', 'open'],
    ]);
  });

  it('take the term for verifying again from the account’s risk, and name the pack', () => {
    const [again] = deadlinesAfter([], programmeTransitions.verify, context(1, 'low'), terms);
    expect(again?.basis).toMatchObject({ term: 'DL-15-low', pack: 'provider-default' });
    const [retention] = deadlinesAfter([], programmeTransitions.confirmClosed, context(1), terms);
    expect(retention?.basis).toMatchObject({
      term: 'DL-07',
      pack: 'us-iaas-nprm-2024',
      unit: 'yearsMinimum',
    });
  });

  it('do not start anew while they run, since that would move them', () => {
    const begun = deadlinesAfter([], programmeTransitions.beginVerification, context(1), terms);
    const lapsed = deadlinesAfter(begun, programmeTransitions.lapse, context(9), terms);
    expect(lapsed).toEqual(begun);
  });

  it(`keep every id and due date through any life (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(anyTrigger, { maxLength: 40 }).map(lifeUnder), (life) => {
        const due = new Map<string, string>();
        for (const deadlines of deadlinesThrough(life)) {
          expect(new Set(deadlines.map(({ id }) => id)).size, `seed ${seed}`).toBe(deadlines.length);
          for (const [id, before] of due)
            expect(deadlines.find((each) => each.id === id)?.dueAt).toBe(before);
          for (const { id, dueAt } of deadlines) due.set(id, dueAt);
        }
      }),
      { seed },
    );
  });
});
