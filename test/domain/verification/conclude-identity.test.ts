import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concludeIdentity, type PartyResult } from '../../../domain/verification/conclude-identity.ts';
import { methodOutcomes, open, type MethodResult } from '../../../domain/verification/method-result.ts';
import { verificationPlan } from '../../../domain/verification/plan/verification-plan.ts';
import { anyFacts, ordinary } from './plan/plan-parties.ts';
import { shippedVerification } from './samples.ts';

const seed = 20261123;
const terms = shippedVerification();
const plan = verificationPlan({ parties: [ordinary], productRisk: 'ordinary' }, terms);

const differs = { code: 'nameWrittenOtherwise', field: 'name', stated: open('a'), found: open('b') };

function result(
  method: string,
  outcome: MethodResult['outcome'],
  changes: Partial<MethodResult> = {},
): MethodResult {
  const category = method === 'document-mrz' ? 'documentary' : 'nonDocumentary';
  const reasons = outcome === 'passed' ? [] : ['because'];
  const nothing = { facts: [], discrepancies: [], evidence: [] };
  return { method, methodVersion: '1', category, outcome, reasons, ...nothing, ...changes };
}
const of = (party: string, ...results: MethodResult[]): PartyResult[] =>
  results.map((each) => ({ party, result: each }));
const everything = of('p_1', result('document-mrz', 'passed'), result('contact-challenge', 'passed'));
const doubtful = result('document-mrz', 'inconclusive', {
  reasons: [differs.code],
  discrepancies: [differs],
});

describe('the conclusion about identity', () => {
  it('is verified where each planned check has a method that passed', () => {
    expect(concludeIdentity(plan, everything)).toEqual({
      identity: 'verified',
      parties: [{ party: 'p_1', identity: 'verified', reasons: [], caseReasons: [] }],
      unplanned: [],
    });
  });

  it.each(['inconclusive', 'notPerformed'] as const)('is not verified on a method that was %s', (outcome) => {
    const results = of('p_1', result('document-mrz', 'passed'), result('contact-challenge', outcome));
    expect(concludeIdentity(plan, results)).toMatchObject({
      identity: 'notPerformed',
      parties: [{ reasons: ['checkUnmet:p_1:nonDocumentary', `${outcome}:p_1:contact-challenge`] }],
    });
  });

  it('is failed as soon as one method failed, planned or not, and opens a case', () => {
    const results = [...everything, ...of('p_1', result('outside-data', 'failed'))];
    expect(concludeIdentity(plan, results)).toMatchObject({
      identity: 'failed',
      parties: [{ caseReasons: ['identityFailed:p_1'] }],
    });
  });

  it('is open while a discrepancy is, each of which is a reason for a case', () => {
    const results = of('p_1', doubtful, result('contact-challenge', 'passed'));
    expect(concludeIdentity(plan, results)).toMatchObject({
      identity: 'notPerformed',
      parties: [{ caseReasons: ['nameWrittenOtherwise:p_1:name'] }],
    });
  });

  it('is verified once people have resolved every discrepancy that a method stopped at', () => {
    const results = of('p_1', doubtful, result('contact-challenge', 'passed'));
    const resolved = { party: 'p_1', method: 'document-mrz', code: differs.code, field: 'name' };
    expect(concludeIdentity(plan, results, [resolved]).identity).toBe('verified');
    expect(concludeIdentity(plan, results, [{ ...resolved, party: 'p_2' }]).identity).toBe('notPerformed');
    expect(concludeIdentity(plan, results, [{ ...resolved, field: 'birthDate' }]).identity).toBe(
      'notPerformed',
    );
  });

  it('stays failed when people have resolved a discrepancy and a check digit was wrong as well', () => {
    const reasons = [differs.code, 'mrz.check.composite'];
    const forged = result('document-mrz', 'failed', { reasons, discrepancies: [differs] });
    const resolved = { party: 'p_1', method: 'document-mrz', code: differs.code, field: 'name' };
    expect(concludeIdentity(plan, of('p_1', forged), [resolved]).identity).toBe('failed');
  });

  it('takes no method for a check of another category', () => {
    const posing = result('document-mrz', 'passed', { category: 'additional' });
    expect(concludeIdentity(plan, of('p_1', posing, result('contact-challenge', 'passed'))).identity).toBe(
      'notPerformed',
    );
  });

  it('is about nobody where nobody owes verification, or a party was never planned', () => {
    const us = verificationPlan({ parties: [{ ...ordinary, personStatus: 'us' }], productRisk: null }, terms);
    expect(concludeIdentity(us, [])).toMatchObject({
      identity: 'notPerformed',
      parties: [{ reasons: ['verificationNotOwed:p_1'] }],
    });
    const more = [...everything, ...of('p_9', result('document-mrz', 'passed'))];
    expect(concludeIdentity(plan, more)).toMatchObject({ identity: 'notPerformed', unplanned: ['p_9'] });
  });

  const methods = [...new Set(terms.checks.flatMap(({ anyOf }) => anyOf))];
  const anyResult = fc.record({
    party: fc.constantFrom('p_0', 'p_1', 'p_2'),
    method: fc.constantFrom(...methods),
    category: fc.constantFrom('documentary', 'nonDocumentary', 'additional'),
    outcome: fc.constantFrom(...methodOutcomes),
    isDoubtful: fc.boolean(),
  });
  const anyResults = fc.array(anyResult, { maxLength: 12 }).map((rows) =>
    rows.map(({ party, method, category, outcome, isDoubtful }): PartyResult => {
      const discrepancies = isDoubtful && outcome !== 'passed' ? [differs] : [];
      return { party, result: result(method, outcome, { category, discrepancies }) };
    }),
  );

  it('is never verified unless every check has a pass and nothing speaks against, in any order of results', () => {
    fc.assert(
      fc.property(anyFacts, anyResults, (facts, results) => {
        const own = verificationPlan(facts, terms);
        const conclusion = concludeIdentity(own, results);
        expect(concludeIdentity(own, [...results].reverse())).toEqual(conclusion);
        for (const { party, identity, caseReasons } of conclusion.parties) {
          const about = results.filter((each) => each.party === party).map((each) => each.result);
          const failed = about.some(({ outcome }) => outcome === 'failed');
          expect(identity === 'failed').toBe(failed);
          const doubts = about.some(({ discrepancies }) => discrepancies.length > 0);
          expect(caseReasons.length > 0).toBe(failed || doubts);
          if (identity !== 'verified') continue;
          expect(doubts).toBe(false);
          for (const { anyOf } of own.parties.find((each) => each.party === party)?.checks ?? []) {
            expect(about.some(({ method, outcome }) => anyOf.includes(method) && outcome === 'passed')).toBe(
              true,
            );
          }
        }
        if (conclusion.identity === 'verified') {
          expect(
            conclusion.parties.every(({ identity, party }) => {
              const isOwed = own.parties.find((each) => each.party === party)?.isOwed;
              return identity === 'verified' || isOwed === false;
            }),
          ).toBe(true);
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});
