import { createHmac, randomInt } from 'node:crypto';

/** Six digits: a million to five, by the attempts that the default policy gives. */
const codes = 1_000_000;

/** A code to send out; who calls sends it and keeps only its hash. */
export function newChallengeCode(): string {
  return String(randomInt(codes)).padStart(String(codes - 1).length, '0');
}

/** Keyed hash (hex) of a code under its challenge, so that the same code of two challenges has two hashes. */
export function challengeCodeHash(key: Buffer, challengeId: string, code: string): string {
  return createHmac('sha256', key).update(`code\n${challengeId}\n${code.trim()}`).digest('hex');
}

/** Keyed hash (hex) of an email address or a phone number, as it is compared. */
export function contactHash(key: Buffer, contact: string): string {
  return createHmac('sha256', key).update(`contact\n${contact.trim().toLowerCase()}`).digest('hex');
}
