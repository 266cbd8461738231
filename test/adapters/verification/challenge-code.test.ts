import { describe, expect, it } from 'vitest';
import {
  challengeCodeHash,
  contactHash,
  newChallengeCode,
} from '../../../adapters/verification/challenge-code.ts';

const key = Buffer.alloc(32, 1);

describe('the code of a challenge', () => {
  it('has six digits', () => {
    expect(newChallengeCode()).toMatch(/^\d{6}$/);
  });

  it('has another hash under another challenge or key, and the same with blanks around it', () => {
    const hash = challengeCodeHash(key, 'ch_1', '123456');
    expect(challengeCodeHash(key, 'ch_1', ' 123456\n')).toBe(hash);
    expect(challengeCodeHash(key, 'ch_2', '123456')).not.toBe(hash);
    expect(challengeCodeHash(Buffer.alloc(32, 2), 'ch_1', '123456')).not.toBe(hash);
  });
});

describe('the hash of a contact', () => {
  it('is that of the address without regard to case, and never that of a code', () => {
    expect(contactHash(key, 'Anna@A.example')).toBe(contactHash(key, ' anna@a.example'));
    expect(contactHash(key, 'ch_1\n123456')).not.toBe(challengeCodeHash(key, 'ch_1', '123456'));
  });
});
