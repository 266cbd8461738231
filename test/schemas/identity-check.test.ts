import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  IdentityCheckAnswer,
  IdentityCheckRequest,
} from '../../domain/verification/provider/identity-check.ts';
import { open } from '../../domain/verification/method-result.ts';
import { identityAnswer, identityCheck } from '../domain/verification/identity-checks.ts';
import { mutationOf } from '../support/json-mutations.ts';
import { publishedValidator } from './published-validator.ts';

const seed = 20261123;
const isRequest = publishedValidator('identity-check-request.schema.json');
const isAnswer = publishedValidator('identity-check-answer.schema.json');

const answer = identityAnswer({
  facts: [{ code: 'nationality', value: open('SWE') }],
  discrepancies: [{ code: 'nameDiffers', field: 'name', stated: open('a'), found: null }],
  evidence: [{ kind: 'identityDocument', description: [{ code: 'issuer', value: open('SWE') }] }],
});

describe('identity-check-request.schema.json', () => {
  it('takes what is sent, and whatever the code takes', () => {
    expect(isRequest(identityCheck())).toBe(true);
    fc.assert(
      fc.property(mutationOf(identityCheck()), (request) => {
        expect(!IdentityCheckRequest.safeParse(request).success || isRequest(request)).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('identity-check-answer.schema.json', () => {
  it('refuses what the code refuses, and takes what it takes', () => {
    expect(isAnswer(answer)).toBe(true);
    fc.assert(
      fc.property(mutationOf(answer), (changed) => {
        expect(isAnswer(changed)).toBe(IdentityCheckAnswer.safeParse(changed).success);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('lets later versions add members at the top', () => {
    expect(isAnswer({ ...answer, later: 1 })).toBe(true);
  });
});
