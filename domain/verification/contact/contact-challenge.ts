import { z } from 'zod';

const instant = z.iso.datetime();
const keyedHash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a keyed hash of 64 hex digits');

export const challengeStates = ['issued', 'answered', 'expired', 'exhausted'] as const;

/** A code sent to an address or a number that the party named. The code itself is kept nowhere. */
export const ContactChallenge = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/),
  channel: z.enum(['email', 'phone']),
  /** Keyed hash of the address or number, so that an answer proves control of the one that is stated now. */
  contactHash: keyedHash,
  /** Keyed hash of challenge id and code. */
  codeHash: keyedHash,
  issuedAt: instant,
  expiresAt: instant,
  attemptsLeft: z.int().min(0).max(20),
  state: z.enum(challengeStates),
});
export type ContactChallenge = z.infer<typeof ContactChallenge>;

/** From where each thing that can happen leads; anything else changes nothing. */
export const challengeTransitions = {
  answerRightly: { from: 'issued', to: 'answered' },
  answerWrongly: { from: 'issued', to: 'issued' },
  answerWronglyForTheLastTime: { from: 'issued', to: 'exhausted' },
  expire: { from: 'issued', to: 'expired' },
} as const;
export type ChallengeStep = keyof typeof challengeTransitions;

export interface ChallengePolicy {
  readonly validMinutes: number;
  readonly attempts: number;
}

type NewChallenge = Pick<ContactChallenge, 'id' | 'channel' | 'contactHash' | 'codeHash' | 'issuedAt'>;

export function issueChallenge(challenge: NewChallenge, policy: ChallengePolicy): ContactChallenge {
  const ends = Date.parse(challenge.issuedAt) + policy.validMinutes * 60_000;
  return {
    ...challenge,
    expiresAt: new Date(ends).toISOString(),
    attemptsLeft: policy.attempts,
    state: 'issued',
  };
}

export interface ChallengeAnswer {
  readonly challenge: ContactChallenge;
  /** `null`: nothing happened, as the challenge had ended. */
  readonly step: ChallengeStep | null;
}

/** @param codeHash keyed hash of the challenge's id and the code that was given @param at an instant in UTC */
export function answerChallenge(challenge: ContactChallenge, codeHash: string, at: string): ChallengeAnswer {
  const isRight = isSameHash(challenge.codeHash, codeHash);
  if (challenge.state !== 'issued') return { challenge, step: null };
  if (Date.parse(at) >= Date.parse(challenge.expiresAt)) return take(challenge, 'expire');
  if (isRight) return take(challenge, 'answerRightly');
  const attemptsLeft = challenge.attemptsLeft - 1;
  return take(
    { ...challenge, attemptsLeft: Math.max(0, attemptsLeft) },
    attemptsLeft > 0 ? 'answerWrongly' : 'answerWronglyForTheLastTime',
  );
}

function take(challenge: ContactChallenge, step: ChallengeStep): ChallengeAnswer {
  return { challenge: { ...challenge, state: challengeTransitions[step].to }, step };
}

/** Looks at every digit whatever it finds, so that the time taken tells nothing about the right hash. */
function isSameHash(one: string, other: string): boolean {
  let differences = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) differences |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return differences === 0;
}
