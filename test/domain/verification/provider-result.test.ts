import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MethodResult } from '../../../domain/verification/method-result.ts';
import { providerResult } from '../../../domain/verification/provider/provider-result.ts';
import { mutationOf } from '../../support/json-mutations.ts';
import { identityAnswer, identityCheck } from './identity-checks.ts';

const seed = 20261123;
const request = identityCheck();
const read = (changes: Parameters<typeof identityAnswer>[0]) =>
  providerResult(request, JSON.stringify(identityAnswer(changes)));

describe('the answer of an outside provider', () => {
  it('counts for the method and category that were asked, with the provider’s version', () => {
    expect(read({})).toMatchObject({
      method: 'outside-document',
      category: 'documentary',
      methodVersion: 'Example Checks 4.2',
      outcome: 'passed',
    });
  });

  it.each([
    ['from a stub', { mode: 'test' }, 'answerNotLive'],
    ['for another check', { checkId: 'chk_2' }, 'answerForAnotherCheck'],
    ['that passes for a reason', { reasons: ['because'] }, 'answerContradictory'],
    ['that fails without one', { outcome: 'failed' }, 'answerContradictory'],
  ] as const)('%s is not performed', (_what, changes, reason) => {
    expect(read(changes as Parameters<typeof identityAnswer>[0])).toMatchObject({
      outcome: 'notPerformed',
      reasons: [reason],
    });
  });

  it.each(['', '{', 'null', '[]', '"passed"', '{"outcome":"passed"}', 'x'.repeat(100_000)])(
    'that is no answer is not performed (%#)',
    (body) => {
      expect(providerResult(request, body)).toMatchObject({
        outcome: 'notPerformed',
        reasons: ['answerMalformed'],
      });
    },
  );

  it('has its values sealed, whatever the provider says of them', () => {
    const value = { text: 'Anna', isPersonal: false };
    const { facts } = read({ facts: [{ code: 'name', value }] });
    expect(facts).toEqual([{ code: 'name', value: { text: 'Anna', isPersonal: true } }]);
  });

  it('changed anywhere still gives a result of the published form', () => {
    fc.assert(
      fc.property(mutationOf(identityAnswer()), (answer) => {
        const result = providerResult(request, JSON.stringify([answer]).slice(1, -1));
        expect(MethodResult.safeParse(result).success).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('the request to an outside provider', () => {
  it('holds nothing that the check does not need', () => {
    expect(JSON.stringify(request)).not.toMatch(/tok_1|payment|p_1/);
    expect(request.party).toEqual({
      kind: 'individual',
      name: 'Anna Maria Eriksson',
      email: 'anna@a.example',
    });
  });
});
