import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskLevels, type PlanParty } from '../../../../domain/verification/plan/risk-factors.ts';
import { verificationPlan } from '../../../../domain/verification/plan/verification-plan.ts';
import { shippedVerification } from '../samples.ts';
import { anyFacts, ordinary } from './plan-parties.ts';

const seed = 20261123;
const terms = shippedVerification();
const planOf = (...parties: PlanParty[]) => verificationPlan({ parties, productRisk: 'ordinary' }, terms);
const levelOf = (changes: Partial<PlanParty>) => planOf({ ...ordinary, ...changes }).level;

describe('a verification plan', () => {
  it('asks an ordinary foreign person for a document and for control of the contact', () => {
    const { parties, level } = planOf(ordinary);
    expect(level).toBe('low');
    expect(parties[0]?.checks.map(({ category }) => category).sort()).toEqual([
      'documentary',
      'nonDocumentary',
    ]);
  });

  it('asks a US person for nothing, and one who is undetermined for at least as much as a foreign one', () => {
    const checksOf = (personStatus: PlanParty['personStatus']) =>
      planOf({ ...ordinary, personStatus }).parties[0]?.checks.length ?? 0;
    expect(checksOf('us')).toBe(0);
    expect(checksOf('undetermined')).toBeGreaterThanOrEqual(checksOf('foreign'));
  });

  it('of a risky company asks for its signatories', () => {
    const entity = { ...ordinary, kind: 'entity', countryRisk: 'high', ownershipDepth: 4 } as const;
    const { parties } = planOf(entity);
    expect(parties[0]?.level).toBe('high');
    expect(parties[0]?.checks.map(({ category }) => category)).toContain('additional');
  });

  it('raises the level for what is not known as for what is bad', () => {
    expect(levelOf({ countryRisk: null })).toBe('medium');
    expect(
      levelOf({ countryRisk: null, ownershipDepth: null, paymentMeans: null, personStatus: 'undetermined' }),
    ).toBe('high');
  });

  it('explains its score: the factors’ points add up, each with the words of the policy', () => {
    const { parties, score } = planOf({ ...ordinary, countryRisk: 'high', priorConcerns: ['reviewLapsed'] });
    const factors = parties[0]?.factors ?? [];
    expect(factors.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    expect(factors.map(({ code }) => code)).toEqual(['statusForeign', 'countryHigh', 'priorConcern']);
    expect(factors.every(({ because }) => because.length > 0)).toBe(true);
  });

  it('counts a concern once, however often it is named, and layers up to the policy’s limit', () => {
    const concerns = (...priorConcerns: string[]) => planOf({ ...ordinary, priorConcerns }).score;
    expect(concerns('reviewLapsed', 'reviewLapsed')).toBe(concerns('reviewLapsed'));
    const layers = (ownershipDepth: number) => planOf({ ...ordinary, kind: 'entity', ownershipDepth }).score;
    const most = terms.factors.find(({ code }) => code === 'ownershipLayer')?.timesAtMost ?? 0;
    expect(layers(most + 1)).toBe(layers(10_000));
    expect(layers(most)).toBeLessThan(layers(most + 1));
  });

  it('without parties is of high risk: nobody has looked', () => {
    expect(verificationPlan({ parties: [], productRisk: null }, terms)).toEqual({
      level: 'high',
      score: 0,
      parties: [],
    });
  });

  it('is the same for the same facts in any order', () => {
    fc.assert(
      fc.property(
        anyFacts.chain((facts) =>
          fc.record({
            facts: fc.constant(facts),
            shuffled: fc.shuffledSubarray([...facts.parties], { minLength: facts.parties.length }),
          }),
        ),
        ({ facts, shuffled }) => {
          const reversed = shuffled.map((party) => ({
            ...party,
            priorConcerns: [...party.priorConcerns].reverse(),
          }));
          expect(verificationPlan({ ...facts, parties: reversed }, terms)).toEqual(
            verificationPlan(facts, terms),
          );
        },
      ),
      { seed },
    );
  });

  it('never owes less for more: another concern lowers no score and takes no check away', () => {
    fc.assert(
      fc.property(anyFacts, ({ parties, productRisk }) => {
        const before = verificationPlan({ parties, productRisk }, terms);
        const worse = parties.map((party) => ({
          ...party,
          priorConcerns: [...party.priorConcerns, 'another'],
        }));
        const after = verificationPlan({ parties: worse, productRisk }, terms);
        expect(riskLevels.indexOf(after.level)).toBeGreaterThanOrEqual(riskLevels.indexOf(before.level));
        for (const [at, plan] of before.parties.entries()) {
          const kept = after.parties[at]?.checks.map(({ anyOf }) => anyOf) ?? [];
          for (const { anyOf } of plan.checks) expect(kept).toContainEqual(anyOf);
        }
      }),
      { seed },
    );
  });

  it('asks everybody who is not a US person for something', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { isOwed, checks } of verificationPlan(facts, terms).parties) {
          expect(checks.length > 0).toBe(isOwed);
        }
      }),
      { seed },
    );
  });
});
