import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerChallenge,
  challengeTransitions,
  ContactChallenge,
  issueChallenge,
} from '../../../../domain/verification/contact/contact-challenge.ts';
import { contactChallengeMethod } from '../../../../domain/verification/contact/contact-challenge-method.ts';
import { checked, person } from '../parties.ts';
import { shippedVerification } from '../samples.ts';

const seed = 20261123;
const policy = shippedVerification().challenge;
const hash = (text: string) => createHmac('sha256', 'a key of the test').update(text).digest('hex');
const issuedAt = '2026-11-23T10:00:00Z';
const after = (minutes: number) => new Date(Date.parse(issuedAt) + minutes * 60_000).toISOString();
const issued = issueChallenge(
  { id: 'ch_1', channel: 'email', contactHash: hash('anna@a.example'), codeHash: hash('123456'), issuedAt },
  policy,
);

describe('a contact challenge', () => {
  it('is answered by the right code in time', () => {
    expect(answerChallenge(issued, hash('123456'), after(1))).toMatchObject({
      step: 'answerRightly',
      challenge: { state: 'answered' },
    });
  });

  it('expires at the minute the policy gives, even for the right code', () => {
    expect(answerChallenge(issued, hash('123456'), after(policy.validMinutes)).challenge.state).toBe(
      'expired',
    );
    expect(answerChallenge(issued, hash('123456'), after(policy.validMinutes - 1)).step).toBe(
      'answerRightly',
    );
  });

  it('is exhausted by so many wrong codes, and then no code helps', () => {
    let challenge = issued;
    for (let attempt = 0; attempt < policy.attempts; attempt += 1) {
      challenge = answerChallenge(challenge, hash(`wrong ${attempt}`), after(1)).challenge;
    }
    expect(challenge).toMatchObject({ state: 'exhausted', attemptsLeft: 0 });
    expect(answerChallenge(challenge, hash('123456'), after(1))).toEqual({ challenge, step: null });
  });

  it('holds no code, whatever was given', () => {
    const { challenge } = answerChallenge(issued, hash('000000'), after(1));
    expect(JSON.stringify(ContactChallenge.parse(challenge))).not.toMatch(/123456|000000/);
  });

  it('is never answered without the right code in time and never leaves an end, in any order of answers', () => {
    const answer = fc.record({
      isRight: fc.boolean(),
      minute: fc.integer({ min: 0, max: policy.validMinutes * 2 }),
    });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
        let challenge = issued;
        for (const { isRight, minute } of answers) {
          const before = challenge;
          const { step, ...rest } = answerChallenge(before, hash(isRight ? '123456' : 'no'), after(minute));
          challenge = rest.challenge;
          if (step === null) {
            expect(before.state).not.toBe('issued');
            expect(challenge).toEqual(before);
          } else {
            expect([before.state, challenge.state]).toEqual([
              challengeTransitions[step].from,
              challengeTransitions[step].to,
            ]);
          }
          if (challenge.state === 'answered' && before.state === 'issued') {
            expect(isRight && minute < policy.validMinutes).toBe(true);
          }
          expect(challenge.attemptsLeft).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('verification by a contact challenge', () => {
  const anna = person({ email: 'anna@a.example' });
  const method = (record: ContactChallenge, currentContactHash = issued.contactHash, party = anna) =>
    checked(contactChallengeMethod, party, { challenge: { record, currentContactHash } });

  it.each([
    ['answered', 'passed'],
    ['exhausted', 'failed'],
    ['expired', 'inconclusive'],
    ['issued', 'notPerformed'],
  ] as const)('of one that is %s has %s', (state, outcome) => {
    expect(method({ ...issued, state }).outcome).toBe(outcome);
  });

  it('is not performed without a challenge, without the address, or when the address has changed since', () => {
    const answered = { ...issued, state: 'answered' } as const;
    expect(checked(contactChallengeMethod, anna).reasons).toEqual(['challengeMissing']);
    expect(method(answered, issued.contactHash, person()).reasons).toEqual(['statedContactMissing']);
    expect(method(answered, hash('other@a.example')).reasons).toEqual(['contactChangedSince']);
  });
});
